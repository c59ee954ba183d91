// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/instant.hpp"

#include "time/scan.hpp"

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

// The last digits of a number, written by hand: a file or a log may have a million of these, and fmt 9 sends
// dates through the machine's local time besides.
template <std::size_t N>
void put_digits(char* to, unsigned value) {
    for (std::size_t i = N; i > 0; --i, value /= 10)
        to[i - 1] = static_cast<char>('0' + value % 10);
}

constexpr int k_last_of_four_digits = 9999;

std::string date_text(const year_month_day& date) {
    const auto y = static_cast<int>(date.year());
    const auto m = static_cast<unsigned>(date.month());
    const auto d = static_cast<unsigned>(date.day());
    if (y < 0 || y > k_last_of_four_digits) return fmt::format("{:04}-{:02}-{:02}", y, m, d);
    std::string text = "YYYY-MM-DD";
    put_digits<4>(text.data(), static_cast<unsigned>(y));
    put_digits<2>(text.data() + 5, m);
    put_digits<2>(text.data() + 8, d);
    return text;
}

std::optional<year_month_day> scan_date(Scanner& scanner) {
    const auto y = scanner.digits(4);
    if (!y || !scanner.take('-')) return std::nullopt;
    const auto m = scanner.digits(2);
    if (!m || !scanner.take('-')) return std::nullopt;
    const auto d = scanner.digits(2);
    if (!d) return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

} // namespace

void check_year(Date date, std::string_view text) {
    const auto year = year_month_day{date}.year();
    if (year < k_first_year || year > k_last_year)
        throw Error(fmt::format("'{}' is out of reach; times are from 1970-01-01 to 2199-12-31", text));
}

std::string to_iso(Instant instant) {
    const auto days = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss<Seconds> time{instant - days};
    std::string of_day = "Thh:mm:ssZ";
    put_digits<2>(of_day.data() + 1, static_cast<unsigned>(time.hours().count()));
    put_digits<2>(of_day.data() + 4, static_cast<unsigned>(time.minutes().count()));
    put_digits<2>(of_day.data() + 7, static_cast<unsigned>(time.seconds().count()));
    return date_text(year_month_day{days}) + of_day;
}

std::string to_iso(Date date) {
    return date_text(year_month_day{date});
}

std::optional<Instant> from_iso(std::string_view text) {
    // Text of another length, or in lower case, is not ours.
    if (text.size() != std::string_view("2026-11-21T12:05:00Z").size() || text[10] != 'T' || text[19] != 'Z')
        return std::nullopt;
    Scanner scanner(text);
    const auto date = scan_date(scanner);
    if (!date) return std::nullopt;
    scanner.take('T');
    const auto hours = scanner.digits(2);
    if (!hours || *hours > 23 || !scanner.take(':')) return std::nullopt;
    const auto minutes = scanner.digits(2);
    if (!minutes || *minutes > 59 || !scanner.take(':')) return std::nullopt;
    const auto seconds = scanner.digits(2);
    if (!seconds || *seconds > 59) return std::nullopt;
    return std::chrono::sys_days{*date} + std::chrono::hours{*hours} + std::chrono::minutes{*minutes}
           + Seconds{*seconds};
}

std::optional<Date> date_from_iso(std::string_view text) {
    Scanner scanner(text);
    const auto date = scan_date(scanner);
    if (!date || !scanner.done()) return std::nullopt;
    return Date{*date};
}

} // namespace reklamaatio::time
