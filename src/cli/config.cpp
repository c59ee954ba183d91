// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/config.hpp"

#include "host/failure.hpp"

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
    std::ifstream file(path);
    if (path.empty() || !file) {
        if (asked)
            throw host::Failure(host::ExitStatus::no_input,
                                fmt::format("cannot read the configuration {}", path));
        return {};
    }
    std::ostringstream content;
    content << file.rdbuf();
    toml::Faults faults;
    const toml::Document document = toml::parse(content.str(), faults);
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
