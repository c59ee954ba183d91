// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/legal_term.hpp"

#include "complaint/error.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

namespace {

constexpr std::array<std::string_view, 4> k_units{"d", "w", "mo", "bd"};
// A century.
constexpr std::array<int, 4> k_most{36500, 5200, 1200, 25000};

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = fault == std::errc{} && end == text.data() + text.size();
    return is_whole && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace

Term parse_term(std::string_view typed) {
    const std::string text = text::plain(typed);
    int count = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (fault == std::errc{} && count > 0 && (unit == "m" || unit == "h"))
        throw complaint::BadValue(
            fmt::format("'{}' counts {}, and a statutory term ends with a day; write 14d, 8w, "
                        "1mo or 15bd",
                        text, unit == "h" ? "hours" : "minutes, or would be months (mo)"));
    const auto found = std::ranges::find(k_units, unit);
    if (fault != std::errc{} || count < 1 || found == k_units.end())
        throw complaint::BadValue(
            fmt::format("'{}' is not a statutory term; write 14d, 8w, 1mo or 15bd", text));
    const auto index = static_cast<std::size_t>(found - k_units.begin());
    if (count > k_most[index])
        throw complaint::BadValue(
            fmt::format("'{}' is too long; write at most {}{}", text, k_most[index], unit));
    return {count, static_cast<TermUnit>(index)};
}

std::string to_string(const Term& term) {
    return fmt::format("{}{}", term.count, k_units[static_cast<std::size_t>(term.unit)]);
}

bool is_told_by(const LegalTerm& term, std::string_view channel) {
    if (term.met_by.empty()) return true;
    const auto folded = text::folded(channel);
    return std::ranges::any_of(term.met_by,
                               [&](const std::string& each) { return text::folded(each) == folded; });
}

std::optional<std::chrono::year_month> seen_in(std::string_view source) {
    constexpr std::string_view k_seen = "seen ";
    constexpr std::size_t k_length = 7; // 2026-11
    const auto at = source.rfind(k_seen);
    if (at == std::string_view::npos) return std::nullopt;
    const auto text = source.substr(at + k_seen.size(), k_length);
    if (text.size() != k_length || text[4] != '-') return std::nullopt;
    const auto year = number_in(text.substr(0, 4));
    const auto month = number_in(text.substr(5));
    if (!year || !month) return std::nullopt;
    const std::chrono::year_month seen{std::chrono::year{*year},
                                       std::chrono::month{static_cast<unsigned>(*month)}};
    return seen.ok() ? std::optional(seen) : std::nullopt;
}

} // namespace reklamaatio::rulebook
