// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.hpp"
#include "text/nearest.hpp"
#include "time/days.hpp"
#include "time/period_words.hpp"
#include "time/refusal.hpp"
#include "time/scan.hpp"
#include "time/written.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

using Text = std::string_view;
using Why = std::optional<std::string>;

Why nothing_written(Text text) {
    if (!text.empty()) return std::nullopt;
    return "'' is not a period; write 2026-11, last-week or 2026-01..2026-03";
}

// 2026-02-30, 2026-11-21T14:05
Why day(Text text) {
    const auto written = read_written(text);
    if (!written) return std::nullopt;
    if (!written->date.ok()) return fmt::format("'{}' does not exist", text);
    return fmt::format("'{}' is not a period; write {}", text, to_iso(Date{written->date}));
}

// 2026-13, 2026-W54, 2026-Q5, and what only lacks a mark: 2026-1, 2026W47, 2026-W1, 2026Q4
Why part_of_a_year(Text text) {
    Scanner scanner(text);
    const auto year = scanner.digits(4);
    if (!year) return std::nullopt;
    const bool marked = scanner.take_any("-/. ").has_value();
    const auto letter = scanner.take_any("WQ");
    const auto number = scanner.digits(1, 2);
    if (!number || !scanner.done() || (!marked && !letter)) return std::nullopt;
    const Text kind = !letter ? "month" : *letter == 'W' ? "week" : "quarter";
    const int most = !letter ? 12 : *letter == 'Q' ? 4 : days_of(IsoWeek{*year, 53}) ? 53 : 52;
    if (*number < 1 || *number > most)
        return fmt::format("'{}' does not exist; {:04} has {}s 1 to {}", text, *year, kind, most);
    if (!letter) return fmt::format("'{}' is not a period; write {:04}-{:02}", text, *year, *number);
    if (*letter == 'Q') return fmt::format("'{}' is not a period; write {:04}-Q{}", text, *year, *number);
    return fmt::format("'{}' is not a period; write {:04}-W{:02}", text, *year, *number);
}

// 11/2026, 11.2026
Why month_first(Text text) {
    Scanner scanner(text);
    const auto month = scanner.digits(1, 2);
    if (!month || *month < 1 || *month > 12 || !scanner.take_any("/.-")) return std::nullopt;
    const auto year = scanner.digits(4);
    if (!year || !scanner.done()) return std::nullopt;
    return fmt::format("'{}' is not a period; write {:04}-{:02}", text, *year, *month);
}

Why bare_number(Text text) {
    if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    return fmt::format("'{}' is a bare number; write a year of four digits, such as 2026", text);
}

Why word(Text text) {
    std::string typed = text::lower(text);
    std::replace(typed.begin(), typed.end(), ' ', '-');
    std::replace(typed.begin(), typed.end(), '_', '-');
    if (typed == "week" || typed == "month" || typed == "quarter" || typed == "year")
        return fmt::format("'{}' could be either; write this-{} or last-{}", text, typed, typed);
    std::array<Text, k_period_words.size()> known;
    std::transform(k_period_words.begin(), k_period_words.end(), known.begin(),
                   [](const PeriodWord& each) { return each.word; });
    const auto meant = text::nearest(typed, known);
    if (!meant) return std::nullopt;
    return fmt::format("'{}' is not a period; did you mean '{}'?", text, *meant);
}

using Check = Why (*)(Text);
constexpr std::array<Check, 6> k_checks{nothing_written, day, part_of_a_year, month_first, bare_number, word};

} // namespace

std::string why_not_period(std::string_view text) {
    for (const Check check : k_checks)
        if (auto why = check(text)) return *why;
    return fmt::format(
        "'{}' is not a period; write 2026, 2026-11, 2026-W47, 2026-Q4, 2026-11-20, last-week or A..B", text);
}

} // namespace reklamaatio::time
