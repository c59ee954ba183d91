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

// Formatted from its fields: fmt 9 sends dates through the machine's local time.
std::string date_text(const year_month_day& date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
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

std::string to_iso(Instant instant) {
    const auto days = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss<Seconds> time{instant - days};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", date_text(year_month_day{days}), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
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
