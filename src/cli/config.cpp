// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/config.hpp"

#include "host/failure.hpp"
#include "text/nearest.hpp"
#include "text/unquoted_letter.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace reklamaatio::cli {

namespace {

[[noreturn]] void fail(const std::string& path, const toml::source_region& place, std::string_view message) {
    throw host::Failure(host::ExitStatus::bad_configuration,
                        fmt::format("{}:{}:{}: {}", path, place.begin.line, place.begin.column, message));
}

std::string as_text(const std::string& path, const toml::node& node, std::string_view key) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    fail(path, node.source(), fmt::format("{} must be a text in quotes or a whole number", key));
}

} // namespace

std::map<std::string, std::string> read_config(const std::string& path,
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
    std::map<std::string, std::string> values;
    if (const auto letter = text::unquoted_letter(content.str())) {
        toml::source_region where;
        where.begin = {static_cast<toml::source_index>(letter->line),
                       static_cast<toml::source_index>(letter->column)};
        fail(path, where, text::unquoted_letter_text(*letter));
    }
    try {
        for (const auto& [key, node] : toml::parse(content.str())) {
            if (std::ranges::find(keys, key.str()) == keys.end())
                fail(path, key.source(),
                     fmt::format("there is no setting '{}'{}", key.str(),
                                 text::did_you_mean(key.str(), keys)));
            values.emplace(key.str(), as_text(path, node, key.str()));
        }
    } catch (const toml::parse_error& fault) {
        fail(path, fault.source(), fault.description());
    }
    return values;
}

} // namespace reklamaatio::cli
