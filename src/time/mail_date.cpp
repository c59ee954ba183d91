// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/mail_date.hpp"

#include "text/ascii.hpp"
#include "time/names.hpp"
#include "time/zone_names.hpp"

#include <algorithm>
#include <chrono>
#include <string>

namespace reklamaatio::time {

namespace {

// Comments may stand in each other. False for one that does not end.
bool skip_comment(Scanner& scanner) {
    for (int depth = 0; !scanner.done();) {
        if (scanner.take('(')) {
            ++depth;
        } else if (scanner.take(')')) {
            if (--depth == 0) return true;
        } else {
            scanner.skip(scanner.rest().front() == '\\' && scanner.rest().size() > 1 ? 2 : 1);
        }
    }
    return false;
}

bool skip_blanks(Scanner& scanner) {
    while (!scanner.done()) {
        if (scanner.rest().front() == '(') {
            if (!skip_comment(scanner)) return false;
        } else if (!scanner.take_any(" \t\r\n")) {
            break;
        }
    }
    return true;
}

bool skip_weekday(Scanner& scanner) {
    const auto name = scanner.letters();
    return name.empty()
           || (weekday_in_words(name) && skip_blanks(scanner) && scanner.take(',') && skip_blanks(scanner));
}

bool read_day(Scanner& scanner, Found& found) {
    found.day = scanner.digits(1, 2).value_or(0);
    if (found.day == 0 || !skip_blanks(scanner)) return false;
    const auto month = month_in_words(scanner.letters());
    if (month) found.month = static_cast<int>(static_cast<unsigned>(*month));
    return month && skip_blanks(scanner);
}

// Years of two digits are 1950 to 2049, and of three those since 1900.
bool read_year(Scanner& scanner, Found& found) {
    const auto year = scanner.digits(2, 4);
    if (!year) return false;
    found.year = *year;
    if (*year < 1000) found.year += *year < 50 ? 2000 : 1900;
    return skip_blanks(scanner);
}

bool read_clock(Scanner& scanner, Found& found) {
    const auto colon = [&] { return skip_blanks(scanner) && scanner.take(':') && skip_blanks(scanner); };
    const auto hour = scanner.digits(1, 2);
    if (!hour || !colon()) return false;
    const auto minute = scanner.digits(2);
    if (!minute) return false;
    found.hour = *hour;
    found.minute = *minute;
    if (!colon()) return true;
    const auto second = scanner.digits(2);
    found.second = second.value_or(0);
    return second && skip_blanks(scanner);
}

bool read_zone(Scanner& scanner, Found& found) {
    if (const auto sign = scanner.take_any("+-")) {
        const auto number = scanner.digits(4);
        if (!number || *number % 100 > 59) return false;
        const std::chrono::minutes offset{*number / 100 * 60 + *number % 100};
        found.offset = *sign == '-' ? -offset : offset;
        return true;
    }
    std::string name(scanner.letters());
    std::ranges::transform(name, name.begin(), text::to_upper);
    found.offset = offset_in_mail(name);
    return found.offset.has_value();
}

} // namespace

bool read_mail_date(Scanner& scanner, Found& found) {
    return skip_blanks(scanner) && skip_weekday(scanner) && read_day(scanner, found)
           && read_year(scanner, found) && read_clock(scanner, found) && read_zone(scanner, found)
           && skip_blanks(scanner);
}

} // namespace reklamaatio::time
