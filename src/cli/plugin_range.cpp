// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plugin_range.hpp"

#include "host/failure.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

constexpr double k_infinity = std::numeric_limits<double>::infinity();

std::optional<double> number(std::string_view text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, fault] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    if (fault != std::errc{} || stopped != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<double> beginning(std::string_view text) {
    if (text == "~") return -k_infinity;
    return number(text);
}

std::optional<PluginRange> read(std::string_view text) {
    PluginRange range;
    range.text = text;
    if (text.starts_with('@')) {
        range.inverted = true;
        text.remove_prefix(1);
    }
    const auto colon = text.find(':');
    const auto from = colon == std::string_view::npos ? 0.0 : beginning(text.substr(0, colon));
    const std::string_view last = colon == std::string_view::npos ? text : text.substr(colon + 1);
    const auto until = last.empty() && colon != std::string_view::npos ? k_infinity : number(last);
    if (!from || !until || *from > *until) return std::nullopt;
    range.from = *from;
    range.until = *until;
    return range;
}

} // namespace

bool PluginRange::alerts(std::int64_t value) const {
    const auto number = static_cast<double>(value);
    const bool inside = number >= from && number <= until;
    return inside == inverted;
}

PluginRange parse_plugin_range(const std::string& option, const std::string& text) {
    if (auto range = read(text)) return *range;
    throw host::UsageError(
        fmt::format("{}: '{}' is not a range; write 10, 10:, ~:10, 10:20 or @10:20, the lower number first",
                    option, text));
}

} // namespace reklamaatio::cli
