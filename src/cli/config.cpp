// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/config.hpp"

#include "host/failure.hpp"
#include "host/input_file.hpp"
#include "text/streams.hpp"
#include "toml/reader.hpp"

#include <cerrno>
#include <unistd.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

void raise(const toml::Faults& faults, const std::string& path) {
    if (!faults.empty())
        throw host::Failure(host::ExitStatus::bad_configuration,
                            fmt::format("{}", fmt::join(faults.lines(path), "\n")));
}

// Where none is, or that of another account, as under sudo.
bool is_none(const std::string& path) {
    return ::access(path.c_str(), R_OK) != 0 && (errno == ENOENT || errno == ENOTDIR || errno == EACCES);
}

} // namespace

std::map<std::string, toml::Placed> read_config(const std::string& path,
                                                std::span<const std::string_view> keys, bool asked) {
    if (!asked && (path.empty() || is_none(path))) return {};
    text::InText nothing("");
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
