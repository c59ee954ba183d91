// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/nearest.hpp"
#include "time/refusal.hpp"
#include "time/scan.hpp"
#include "time/units.hpp"
#include "time/words.hpp"
#include "time/written.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

using Text = std::string_view;
using Why = std::optional<std::string>;

std::string dotted(const year_month_day& date) {
    return fmt::format("{}.{}.{}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                       static_cast<int>(date.year()));
}

// The day of that name; nothing when there is none.
std::optional<year_month_day> existing(int y, int m, int d) {
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

Why nothing_written(Text text, Date) {
    if (!text.empty()) return std::nullopt;
    return "'' is not a time; write a date such as 2026-11-21";
}

// "; 2026-02 has 28 days"; nothing of a month that does not exist either.
std::string days_of_month(const year_month_day& date) {
    if (!date.month().ok()) return "; months go from 1 to 12";
    const std::chrono::year_month_day_last last{date.year() / date.month() / std::chrono::last};
    return fmt::format("; {:04}-{:02} has {} days", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(last.day()));
}

// 2026-02-30, 2026-11-21 25:00
Why does_not_exist(Text text, Date) {
    const auto written = read_written(text);
    if (!written) return std::nullopt;
    if (!written->date.ok())
        return fmt::format("'{}' does not exist{}", text.substr(0, text.find_first_of(" tT")),
                           days_of_month(written->date));
    if (written->time && !written->time->exists())
        return fmt::format("'{}' does not exist; hours go from 00:00 to 23:59", text);
    return fmt::format("'{}' has a fraction of a second; leave it out", text);
}

Why bare_number(Text text, Date) {
    if (!text::is_number(text)) return std::nullopt;
    if (text.size() == 8) {
        Scanner scanner(text);
        const int y = *scanner.digits(4), m = *scanner.digits(2), d = *scanner.digits(2);
        if (const auto date = existing(y, m, d))
            return fmt::format("'{}' is a bare number; write {}", text, to_iso(Date{*date}));
    }
    if (text.size() > k_most_figures)
        return fmt::format("'{}' is a bare number; write a date such as 2026-11-21", text);
    return fmt::format("'{0}' is a bare number; write +{0}d, {0} days ago or a date", text);
}

// Three numbers with the same mark between them, perhaps with a time after; the order is open.
struct ThreeNumbers {
    int first, second, third;
    char mark;
    std::size_t digits_of_third;
    Text rest;
};

std::optional<ThreeNumbers> three_numbers(Text text) {
    Scanner scanner(text);
    const auto first = scanner.digits(1, 4);
    const auto mark = first ? scanner.take_any("/.-") : std::nullopt;
    const auto second = mark ? scanner.digits(1, 2) : std::nullopt;
    if (!second || !scanner.take(*mark)) return std::nullopt;
    const std::size_t left = scanner.rest().size();
    const auto third = scanner.digits(1, 4);
    if (!third) return std::nullopt;
    return ThreeNumbers{*first, *second, *third, *mark, left - scanner.rest().size(), scanner.rest()};
}

Why two_digit_year(Text text, Date) {
    const auto n = three_numbers(text);
    if (!n || n->digits_of_third != 2 || n->first > 31) return std::nullopt;
    const auto date = existing(2000 + n->third, n->second, n->first);
    return fmt::format("'{}' has a two-digit year; write {}", text, date ? dotted(*date) : "21.11.2026");
}

// 1/5/2026, 01-05-2026, 2026/05/01, 2026-5-1, 2026.05.01
Why another_order(Text text, Date) {
    const auto n = three_numbers(text);
    if (!n || !n->rest.empty()) return std::nullopt;
    if (n->first > 31) {
        const auto date = existing(n->first, n->second, n->third);
        if (!date) return fmt::format("'{}' does not exist", text);
        return fmt::format("'{}' is not a date; write {}", text, to_iso(Date{*date}));
    }
    if (n->digits_of_third != 4) return std::nullopt;
    const auto day_first = existing(n->third, n->second, n->first);
    const auto month_first = existing(n->third, n->first, n->second);
    if (!day_first && !month_first) return fmt::format("'{}' does not exist", text);
    const year_month_day date = day_first ? *day_first : *month_first;
    const bool open = day_first && month_first && *day_first != *month_first;
    return fmt::format("'{}' {}; write {} or {}", text, open ? "can be read two ways" : "is not a date",
                       to_iso(Date{date}), dotted(date));
}

// 2026-11, 21.11.
Why half_a_moment(Text text, Date today) {
    const int this_year = static_cast<int>(year_month_day{today}.year());
    Scanner iso(text), day_month(text);
    const auto y = iso.digits(4);
    if (y && iso.take('-') && iso.digits(2) && iso.done())
        return fmt::format("'{0}' is a month; write a day, such as {0}-01", text);
    const auto d = day_month.digits(1, 2);
    const auto m = d && day_month.take('.') ? day_month.digits(1, 2) : std::nullopt;
    if (m && (day_month.done() || day_month.rest() == "."))
        if (const auto date = existing(this_year, *m, *d))
            return fmt::format("'{}' has no year; write {}", text, dotted(*date));
    return std::nullopt;
}

// friday, next fri, fri
Why weekday_alone(Text text, Date) {
    const std::string word = text::lower(text);
    for (const Text direction : {Text("next"), Text("last")})
        if (word.starts_with(direction) && word.size() > direction.size() + 1)
            if (const auto named = weekday_named(Text(word).substr(direction.size() + 1)))
                return fmt::format("'{}' is not a time; write {}-{}", text, direction,
                                   text::lower(name_of(*named)));
    Scanner scanner(word);
    const auto named = weekday_named(scanner.letters());
    if (!named || !(scanner.done() || scanner.rest().starts_with(' '))) return std::nullopt;
    return fmt::format("'{}' could be either; write next-{} or last-{}", text, text::lower(name_of(*named)),
                       text::lower(name_of(*named)));
}

// 5d, +5, 3 days, in 3 days, +5x
Why step_that_lacks_something(Text text, Date) {
    Scanner scanner(text);
    const bool future = scanner.take('i') && scanner.take('n') && scanner.take(' ');
    if (!future) scanner = Scanner(text);
    const auto sign = scanner.take_any("+-");
    const Text digits = scanner.rest();
    if (!scanner.digits(1, 9)) return std::nullopt;
    const Text count = digits.substr(0, digits.size() - scanner.rest().size());
    scanner.take(' ');
    const Text name = scanner.letters();
    if (!scanner.done() && scanner.rest() != " ago") return std::nullopt;
    const auto unit = unit_meant_by(name);
    const std::string signs = sign ? std::string(1, *sign) : future ? "+" : "-";
    if (count.size() > k_most_figures) return fmt::format("'{}' is too far away; write a date", text);
    if (name.empty()) return fmt::format("'{0}' has no unit; write {0}m, {0}h, {0}d, {0}w or {0}bd", text);
    if (!unit)
        return fmt::format(
            "'{0}' in '{1}' is not a unit; write {2}{3}m, {2}{3}h, {2}{3}d, {2}{3}w or {2}{3}bd", name, text,
            signs, count);
    if (*unit == Unit::working_days && count.find_first_not_of('0') == Text::npos)
        return fmt::format("'{}' is not a step; write +1bd or -1bd", text);
    const Text symbol = symbol_of(*unit);
    if (sign || future || !scanner.done())
        return fmt::format("'{}' is not a time; write {}{}{}", text, signs, count, symbol);
    return fmt::format("'{0}' has no direction; write +{1}{2} or -{1}{2}", text, count, symbol);
}

// A date that is right, with something after it that is not.
Why time_after_a_date(Text text, Date) {
    const Text date = text.substr(0, text.find_first_of(" T"));
    if (date.size() == text.size() || !read_written(date)) return std::nullopt;
    const std::string rest = text::lower(text.substr(date.size() + 1));
    if (rest.ends_with("am") || rest.ends_with("pm"))
        return fmt::format("'{}' has a twelve-hour clock; write {} 14:05", text, date);
    return fmt::format("'{}' has no readable time of day; write {} 14:05", text, date);
}

Why misspelt_word(Text text, Date) {
    std::vector<std::string> names;
    for (const Text day : k_weekdays)
        for (const Text direction : {Text("next-"), Text("last-")})
            names.push_back(std::string(direction) + text::lower(day));
    std::vector<Text> known{"now", "today", "yesterday", "tomorrow"};
    known.insert(known.end(), names.begin(), names.end());
    const std::string typed = text::lower(text);
    const auto meant = text::nearest(typed, known);
    // "next-" alone begins with three letters of fourteen words.
    if (!meant || typed == "next-" || typed == "last-") return std::nullopt;
    if (*meant == typed) return std::nullopt;
    return fmt::format("'{}' is not a time; did you mean '{}'?", text, *meant);
}

using Check = Why (*)(Text, Date);
constexpr std::array<Check, 9> k_checks{
    nothing_written,  does_not_exist, bare_number,   two_digit_year,
    another_order,    half_a_moment,  weekday_alone, step_that_lacks_something,
    time_after_a_date};

} // namespace

std::string why_not_moment(std::string_view text, Date today) {
    for (const Check check : k_checks)
        if (auto why = check(text, today)) return *why;
    if (auto why = misspelt_word(text, today)) return *why;
    return fmt::format(
        "'{}' is not a time; write 2026-11-21, '2026-11-21 14:05', yesterday, -3d or next-friday", text);
}

} // namespace reklamaatio::time
