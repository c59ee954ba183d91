// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/pattern_fields.hpp"

#include "time/mail_date.hpp"
#include "time/names.hpp"
#include "time/zone_names.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::time {

namespace {

template <int Found::*number, std::size_t least, std::size_t most = least>
bool read_number(Scanner& scanner, Found& found) {
    const auto read = scanner.digits(least, most);
    found.*number = read.value_or(0);
    return read.has_value();
}

bool read_short_year(Scanner& scanner, Found& found) {
    if (!read_number<&Found::year, 2>(scanner, found)) return false;
    found.year += found.year >= 69 ? 1900 : 2000;
    return true;
}

bool read_month_name(Scanner& scanner, Found& found) {
    const auto month = month_in_words(scanner.word());
    if (month) found.month = static_cast<int>(static_cast<unsigned>(*month));
    return month.has_value();
}

bool read_weekday(Scanner& scanner, Found& found) {
    found.weekday = weekday_in_words(scanner.word());
    return found.weekday.has_value();
}

bool read_hour_of_12(Scanner& scanner, Found& found) {
    return read_number<&Found::hour, 1, 2>(scanner, found) && 1 <= found.hour && found.hour <= 12;
}

bool read_half(Scanner& scanner, Found& found) {
    found.afternoon = scan_half_day(scanner);
    return found.afternoon.has_value();
}

// "GMT+2" has its name in front, and then one figure may do.
bool read_named_offset(Scanner& scanner, Found& found) {
    found.offset = std::chrono::minutes{0};
    const auto sign = scanner.take_any("+-");
    if (!sign) return true;
    const auto hours = scanner.digits(1, 2);
    const bool has_colon = scanner.take(':');
    const auto minutes = scanner.digits(2);
    if (!hours || *hours > 15 || has_colon != minutes.has_value() || minutes.value_or(0) > 59) return false;
    found.offset =
        (*sign == '-' ? -1 : 1) * (std::chrono::hours{*hours} + std::chrono::minutes{minutes.value_or(0)});
    return true;
}

bool read_offset(Scanner& scanner, Found& found) {
    if (scanner.take("UTC") || scanner.take("GMT")) return read_named_offset(scanner, found);
    found.offset = scan_offset(scanner);
    return found.offset.has_value();
}

bool read_zone_name(Scanner& scanner, Found& found) {
    found.offset = offset_named(scanner.letters());
    return found.offset.has_value();
}

bool read_utc(Scanner& scanner, Found& found) {
    found.offset = std::chrono::minutes{0};
    return scanner.take("UTC") || scanner.take("GMT") || scanner.take("Z");
}

bool read_fraction(Scanner& scanner, Found&) {
    return scanner.digits(1, 9).has_value();
}

// Seconds since 1970, UTC, perhaps with a fraction; or so many times smaller units.
template <std::int64_t per_second>
bool read_epoch(Scanner& scanner, Found& found) {
    constexpr std::size_t k_longest = 17;
    std::size_t length = 0;
    std::int64_t number = 0;
    for (const char c : scanner.rest().substr(0, k_longest)) {
        if (!is_digit(c)) break;
        number = number * 10 + (c - '0');
        ++length;
    }
    scanner.skip(length);
    found.epoch = Instant{Seconds{number / per_second}};
    return length > 0 && (!scanner.take('.') || read_fraction(scanner, found));
}

constexpr PatternField k_fields[] = {
    {Unit::year, "Y", {"YYYY"}, read_number<&Found::year, 4>},
    {Unit::year, "y", {"YY"}, read_short_year},
    {Unit::month, "bB", {"Month", "Mon", "MMMM", "MMM"}, read_month_name},
    {Unit::month, "m", {"MM", "M"}, read_number<&Found::month, 1, 2>},
    {Unit::weekday, "aA", {"Weekday", "Ddd"}, read_weekday},
    {Unit::day, "de", {"DD", "D"}, read_number<&Found::day, 1, 2>},
    {Unit::hour, "H", {"hh", "h", "HH", "H"}, read_number<&Found::hour, 1, 2>},
    {Unit::hour_of_12, "I", {"hh", "h", "HH", "H"}, read_hour_of_12},
    {Unit::minute, "M", {"mm"}, read_number<&Found::minute, 2>},
    {Unit::second, "S", {"ss"}, read_number<&Found::second, 2>},
    {Unit::fraction, "f", {"SSSSSS", "SSS"}, read_fraction},
    {Unit::half, "p", {k_half}, read_half},
    {Unit::offset, "z", {}, read_offset},
    {Unit::offset, "Z", {}, read_zone_name},
    {Unit::offset, "", {"UTC", "GMT", "Z"}, read_utc},
    {Unit::epoch, "s", {}, read_epoch<1>},
    {Unit::epoch, "", {"epoch"}, read_epoch<1>},
    {Unit::epoch, "", {"epoch_ms"}, read_epoch<1000>},
    {Unit::letter_date, "", {k_letter_date}, read_mail_date},
};

struct Shorthand {
    char letter;
    std::string_view stands_for;
};
constexpr Shorthand k_shorthands[] = {{'F', "%Y-%m-%d"}, {'T', "%H:%M:%S"}, {'R', "%H:%M"}};

} // namespace

const PatternField* field_of_letter(char letter) {
    const auto found = std::ranges::find_if(k_fields, [&](const PatternField& field) {
        return field.letters.find(letter) != std::string_view::npos;
    });
    return found == std::end(k_fields) ? nullptr : found;
}

std::string_view shorthand_of(char letter) {
    const auto found = std::ranges::find(k_shorthands, letter, &Shorthand::letter);
    return found == std::end(k_shorthands) ? std::string_view() : found->stands_for;
}

Spelt field_spelt(std::string_view letters, bool twelve_hours) {
    if (is_unclear_zone(letters))
        throw Error(fmt::format("'{}' may be one of several zones; write it in single quotes, and say which "
                                "zone the times are in",
                                letters));
    const auto other = twelve_hours ? Unit::hour : Unit::hour_of_12;
    Spelt longest;
    for (const auto& field : k_fields)
        for (const auto spelling : field.spellings)
            if (field.unit != other && spelling.size() > longest.length && letters.starts_with(spelling))
                longest = {&field, spelling.size()};
    const bool is_zone = longest.length < letters.size() && offset_named(letters);
    return is_zone ? Spelt{field_of_letter('Z'), letters.size()} : longest;
}

} // namespace reklamaatio::time
