// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/front.hpp"

#include "text/fold.hpp"
#include "time/names.hpp"
#include "time/scan.hpp"
#include "time/written.hpp"
#include "time/zone.hpp"
#include "time/zone_names.hpp"

#include <string>

namespace reklamaatio::time {

namespace {

bool ends_word(const Scanner& scanner) {
    return scanner.done() || (!is_letter(scanner.rest().front()) && !is_digit(scanner.rest().front()));
}

bool begins_with_seconds(std::string_view rest) {
    Scanner scanner(rest);
    return scanner.take_any(":.") && scanner.digits(2) && ends_word(scanner);
}

bool begins_with_half_day(std::string_view rest) {
    Scanner scanner(rest);
    return scan_half_day(scanner) && ends_word(scanner);
}

// "+02:00", but not the date in "1.11.2026-05.11.2026".
bool begins_with_offset(std::string_view rest) {
    Scanner scanner(rest);
    constexpr std::string_view k_behind = " ,;)]";
    return scan_offset(scanner)
           && (scanner.done() || k_behind.find(scanner.rest().front()) != std::string_view::npos);
}

bool begins_with_zone(std::string_view rest) {
    if (begins_with_offset(rest)) return true;
    const auto name = Scanner(rest).letters();
    if (offset_named(name) || is_unclear_zone(name)) return true;
    if (const auto lower = text::lower(name); lower == "utc" || lower == "gmt") return true;
    const auto place = rest.substr(0, rest.find_first_of(" ,;)]")); // Europe/Helsinki
    return place.find('/') != std::string_view::npos && is_letter(place.front()) && Zone::named(place);
}

// "14:05", "klo 14.05", "9 AM"; but not the dates in "1.11.2026 - 5.11.2026" and "1.11.2026 - 5.11."
bool begins_with_time_of_day(std::string_view rest) {
    Scanner scanner(rest);
    const bool is_announced = scanner.take(std::string_view("klo "));
    if (!scanner.digits(1, 2)) return false;
    Scanner ahead = scanner;
    if (const auto mark = ahead.take_any(":."); mark && ahead.digits(2))
        return *mark == ':' || is_announced || (ends_word(ahead) && !ahead.rest().starts_with('.'));
    scanner.take(' ');
    return begins_with_half_day(scanner.rest());
}

// "(EET)", ", 14:05" and "- PM" as well, but a sign stays.
std::string_view without_marks(std::string_view rest) {
    while (!rest.empty() && (std::string_view(" ,;()[]").find(rest.front()) != std::string_view::npos))
        rest.remove_prefix(1);
    return rest.starts_with("- ") ? without_marks(rest.substr(2)) : rest;
}

std::string_view without_fraction(std::string_view rest) {
    Scanner scanner(rest);
    if (!scanner.take_any(".,") || !scanner.digits(1)) return rest;
    while (scanner.digits(1)) {
    }
    return scanner.rest();
}

std::string_view without_weekday(std::string_view rest) {
    Scanner scanner(rest);
    return weekday_in_words(scanner.word()) ? without_marks(scanner.rest()) : rest;
}

} // namespace

LeftOut left_out_in(std::string_view rest, const FrontHas& has) {
    if (has.time_of_day && !has.seconds && begins_with_seconds(rest)) return LeftOut::seconds;
    if (has.seconds) rest = without_fraction(rest);
    rest = without_weekday(without_marks(rest));
    if (!has.time_of_day && begins_with_time_of_day(rest)) return LeftOut::time_of_day;
    if (has.time_of_day && !has.half_day && begins_with_half_day(rest)) return LeftOut::half_day;
    return !has.zone && begins_with_zone(rest) ? LeftOut::zone : LeftOut::nothing;
}

} // namespace reklamaatio::time
