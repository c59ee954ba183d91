// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/target.hpp"

#include "text/plain.hpp"
#include "time/scan.hpp"
#include "time/units.hpp"

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

// Figures, then letters, as far as they go: "1.5h" stops after the 1.
struct Parts {
    std::string_view number;
    std::string_view unit;
    std::string_view rest;
};

Parts split(std::string_view text) {
    std::size_t figures = 0;
    while (figures < text.size() && is_digit(text[figures]))
        ++figures;
    Scanner after(text.substr(figures));
    const std::string_view unit = after.letters();
    return {text.substr(0, figures), unit, after.rest()};
}

// What to write for a unit that is none, or is spelt in another way.
std::string advice_on_unit(const Parts& parts) {
    if (const auto meant = unit_meant_by(parts.unit))
        return fmt::format("write {}{}", parts.number, symbol_of(*meant));
    return fmt::format("write {0}m, {0}h, {0}bd, {0}d or {0}w", parts.number);
}

std::string why_not_target(std::string_view text) {
    if (text.empty()) return "'' is not a length of time; write 4h, 2bd or 14d";
    if (text.find_first_of(" \t") != std::string_view::npos) {
        std::string joined(text);
        std::erase_if(joined, [](char c) { return c == ' ' || c == '\t'; });
        const Parts parts = split(joined);
        if (parts.number.empty() || !parts.rest.empty() || parts.unit.empty())
            return fmt::format("'{}' is not a length of time; write 4h, 2bd or 14d", text);
        return fmt::format("'{}' has a blank in it; {}", text, advice_on_unit(parts));
    }
    if (text.front() == '-') return fmt::format("'{}' is negative; write 4h, 2bd or 14d", text);
    if (text.front() == '+') return fmt::format("'{}' has a sign; write {}", text, text.substr(1));
    const Parts parts = split(text);
    if (parts.number.empty()) return fmt::format("'{}' has no number; write 4h, 2bd or 14d", text);
    if (!parts.rest.empty() && (parts.rest.front() == '.' || parts.rest.front() == ',') && parts.unit.empty())
        return fmt::format("'{}' is not a whole number; write it in a smaller unit, such as 90m for 1.5h",
                           text);
    if (!parts.rest.empty() && is_digit(parts.rest.front()))
        return fmt::format("'{}' has two numbers; write it in one unit, such as 90m for 1h30m", text);
    if (!parts.rest.empty()) return fmt::format("'{}' is not a length of time; write 4h, 2bd or 14d", text);
    if (parts.unit.empty()) return fmt::format("'{}' has no unit; {}", text, advice_on_unit(parts));
    if (!unit_with_symbol(parts.unit))
        return fmt::format("'{}' in '{}' is not a unit; {}", parts.unit, text, advice_on_unit(parts));
    if (parts.number.find_first_not_of('0') == std::string_view::npos)
        return fmt::format("'{}' is not a length of time; write at least 1{}", text, parts.unit);
    return fmt::format("'{}' is too long; write at most 99999{}", text, parts.unit);
}

} // namespace

Target parse_target(std::string_view typed) {
    const std::string text = text::plain(typed);
    Scanner scanner(text);
    const auto count = scanner.digits(1, k_most_figures);
    const auto unit = unit_with_symbol(scanner.rest());
    if (!count || *count < 1 || !unit) throw Error(why_not_target(text));
    return {*count, *unit};
}

std::string to_string(Target target) {
    return fmt::format("{}{}", target.count, symbol_of(target.unit));
}

bool counts_working_time(Target target) {
    return target.unit != Unit::days && target.unit != Unit::weeks;
}

} // namespace reklamaatio::time
