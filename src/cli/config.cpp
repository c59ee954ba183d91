// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/config.hpp"

#include "host/failure.hpp"
#include "host/input_file.hpp"
#include "toml/reader.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

void raise(const toml::Faults& faults, const std::string& path) {
    if (!faults.empty())
        throw host::Failure(host::ExitStatus::bad_configuration,
                            fmt::format("{}", fmt::join(faults.lines(path), "\n")));
}

} // namespace

std::map<std::string, toml::Placed> read_config(const std::string& path,
                                                std::span<const std::string_view> keys, bool asked) {
    // That of another account, as under sudo, is none.
    if (!asked && (path.empty() || !std::ifstream(path))) return {};
    std::istringstream nothing;
    const auto content = host::read_file(path, nothing);
    toml::Faults faults;
    const toml::Document document = toml::parse(content, faults);
    raise(faults, path);
    toml::Reader settings(document.root(), "the configuration", faults);
    std::map<std::string, toml::Placed> values;
    for (const auto key : keys)
        if (auto value = settings.string_or_whole_number(key))
            values.emplace(key, toml::Placed{std::move(*value), settings.find(key).place()});
    settings.finish();
    raise(faults, path);
    return values;
}

} // namespace reklamaatio::cli
