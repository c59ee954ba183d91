// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/effort.hpp"

#include "text/plain.hpp"
#include "time/display.hpp"
#include "time/scan.hpp"
#include "time/target.hpp"
#include "time/units.hpp"

#include <optional>
#include <string>

#include <fmt/format.h>

namespace reklamaatio::time {

namespace {

using std::chrono::hours, std::chrono::minutes;

// "30m": figures and that letter, at the front.
std::optional<int> take_count(Scanner& scanner, char unit) {
    Scanner ahead = scanner;
    const auto count = ahead.digits(1, k_most_figures);
    if (!count || !ahead.take(unit)) return std::nullopt;
    scanner = ahead;
    return count;
}

std::optional<minutes> length_in(std::string_view text) {
    Scanner scanner(text);
    const auto whole = take_count(scanner, 'h');
    const auto rest = take_count(scanner, 'm');
    if (!scanner.done() || (!whole && !rest)) return std::nullopt;
    return hours{whole.value_or(0)} + minutes{rest.value_or(0)};
}

} // namespace

minutes parse_effort(std::string_view typed) {
    const std::string text = text::plain(typed);
    const auto length = length_in(text);
    if (!length)
        throw Error(fmt::format(
            "'{}' is not how long work took; write hours and minutes, such as 15m, 2h or 1h30m", text));
    if (*length < minutes{1}) throw Error(fmt::format("'{}' is no time at all; write at least 1m", text));
    if (*length > k_longest_effort)
        throw Error(
            fmt::format("'{}' is more than a day; write at most {}h", text, k_longest_effort.count()));
    return *length;
}

std::string display_effort(minutes effort) {
    return effort == minutes{0} ? "0 min" : display_hours(effort);
}

} // namespace reklamaatio::time
