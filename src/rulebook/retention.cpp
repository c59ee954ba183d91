// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/retention.hpp"

#include "complaint/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

namespace {

constexpr std::array<std::string_view, 4> k_units{"d", "w", "mo", "y"};
// A date stays within the four digits of a year.
constexpr std::array<int, 4> k_most{36500, 5200, 1200, 100};

} // namespace

Age parse_age(std::string_view text) {
    int count = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (fault == std::errc{} && count > 0 && unit == "m")
        throw complaint::BadValue(fmt::format("'{}' would be minutes; write {}mo for months", text, count));
    const auto found = std::ranges::find(k_units, unit);
    if (fault != std::errc{} || count < 1 || found == k_units.end())
        throw complaint::BadValue(
            fmt::format("'{}' is not a length of time to keep data for; write 90d, 26w, 18mo or 3y", text));
    const auto index = static_cast<std::size_t>(found - k_units.begin());
    if (count > k_most[index])
        throw complaint::BadValue(
            fmt::format("'{}' is too long; write at most {}{}", text, k_most[index], unit));
    return {count, static_cast<AgeUnit>(index)};
}

std::string to_string(Age age) {
    return fmt::format("{}{}", age.count, k_units[static_cast<std::size_t>(age.unit)]);
}

time::Date date_at_age(time::Date date, Age age) {
    if (age.unit == AgeUnit::days) return date + std::chrono::days{age.count};
    if (age.unit == AgeUnit::weeks) return date + std::chrono::weeks{age.count};
    const std::chrono::year_month_day day{date};
    const std::chrono::months months{age.unit == AgeUnit::years ? age.count * 12 : age.count};
    const auto month = std::chrono::year_month{day.year(), day.month()} + months;
    const std::chrono::year_month_day_last last{month / std::chrono::last};
    return time::Date{month / std::min(day.day(), last.day())};
}

} // namespace reklamaatio::rulebook
