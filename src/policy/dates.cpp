// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/dates.hpp"

#include "text/plain.hpp"

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

constexpr std::string_view k_until = "..";

} // namespace

time::Date parse_date(const std::string& text) {
    if (const auto date = time::date_from_iso(text::plain(text))) return *date;
    throw time::Error(fmt::format("'{}' is not a date; write 2026-12-24", text));
}

DateRange parse_date_range(const std::string& text) {
    const auto plain = text::plain(text);
    const auto dots = plain.find(k_until);
    const auto first = time::date_from_iso(plain.substr(0, dots));
    const auto last =
        dots == std::string::npos ? first : time::date_from_iso(plain.substr(dots + k_until.size()));
    if (!first || !last)
        throw time::Error(fmt::format(
            "'{}' is neither a date nor a range of dates; write 2026-12-24, or 2026-12-20..2027-01-06",
            text));
    if (*last < *first)
        throw time::Error(fmt::format("'{}' ends before it begins; write {}..{}", text, time::to_iso(*last),
                                      time::to_iso(*first)));
    return {*first, *last};
}

std::string to_string(const DateRange& range) {
    if (range.first == range.last) return time::to_iso(range.first);
    return fmt::format("{}{}{}", time::to_iso(range.first), k_until, time::to_iso(range.last));
}

} // namespace reklamaatio::policy
