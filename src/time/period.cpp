// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/period.hpp"

#include "text/blank.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"
#include "time/days.hpp"
#include "time/period_words.hpp"
#include "time/refusal.hpp"
#include "time/scan.hpp"
#include "time/written.hpp"

#include <array>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::year;

Date first_of(int y, int m) {
    return Date{year{y} / month{static_cast<unsigned>(m)} / 1};
}

std::optional<Days> read_word(std::string_view text, Date today) {
    const std::string word = text::lower(text);
    for (const PeriodWord& known : k_period_words)
        if (known.word == word) return known.days_at(today);
    return std::nullopt;
}

// 2026
std::optional<Days> read_year(std::string_view text, Date) {
    Scanner scanner(text);
    const auto y = scanner.digits(4);
    if (!y || !scanner.done()) return std::nullopt;
    return year_of(first_of(*y, 1));
}

// 2026-11
std::optional<Days> read_month(std::string_view text, Date) {
    Scanner scanner(text);
    const auto y = scanner.digits(4);
    if (!y || !scanner.take('-')) return std::nullopt;
    const auto m = scanner.digits(2);
    if (!m || *m < 1 || *m > 12 || !scanner.done()) return std::nullopt;
    return month_of(first_of(*y, *m));
}

// 2026-W47
std::optional<Days> read_week(std::string_view text, Date) {
    Scanner scanner(text);
    const auto y = scanner.digits(4);
    if (!y || !scanner.take('-') || !scanner.take('W')) return std::nullopt;
    const auto week = scanner.digits(2);
    if (!week || !scanner.done()) return std::nullopt;
    return days_of(IsoWeek{*y, *week});
}

// 2026-Q4
std::optional<Days> read_quarter(std::string_view text, Date) {
    Scanner scanner(text);
    const auto y = scanner.digits(4);
    if (!y || !scanner.take('-') || !scanner.take('Q')) return std::nullopt;
    const auto quarter = scanner.digits(1);
    if (!quarter || *quarter < 1 || *quarter > 4 || !scanner.done()) return std::nullopt;
    return quarter_of(first_of(*y, *quarter * 3));
}

// 2026-11-20, 20.11.2026
std::optional<Days> read_day(std::string_view text, Date) {
    const auto written = read_written(text);
    const bool is_day = written && written->exists() && !written->time && !written->offset;
    return is_day ? std::optional(one_day(Date{written->date})) : std::nullopt;
}

using Reader = std::optional<Days> (*)(std::string_view, Date);
constexpr std::array<Reader, 6> k_readers{read_word, read_year,    read_month,
                                          read_week, read_quarter, read_day};

Days read_one(std::string_view text, Date today) {
    for (const Reader read : k_readers)
        if (const auto found = read(text, today)) return *found;
    throw Error(why_not_period(text));
}

Days read_range(std::string_view text, std::size_t dots, Date today) {
    const std::string_view first = text::trimmed(text.substr(0, dots));
    const std::string_view last = text::trimmed(text.substr(dots + 2));
    if (first.empty()) throw Error(fmt::format("'{}' has no beginning; write 2026-01..2026-03", text));
    if (last.empty())
        throw Error(fmt::format("'{}' has no end; write 2026-01..2026-03, or {}..today", text, first));
    const Days range{read_one(first, today).first, read_one(last, today).after};
    if (range.after <= range.first)
        throw Error(fmt::format("'{}' ends before it begins; write {}..{}", text, last, first));
    return range;
}

} // namespace

Period parse_period(std::string_view text, Instant now, const Zone& zone) {
    const Date today = zone.date_at(now);
    const std::string plain = text::plain(text);
    const std::size_t dots = plain.find("..");
    const Days days =
        dots == std::string_view::npos ? read_one(plain, today) : read_range(plain, dots, today);
    check_year(days.first, plain);
    check_year(days.after - std::chrono::days{1}, plain);
    return {zone.start_of(days.first), zone.start_of(days.after)};
}

} // namespace reklamaatio::time
