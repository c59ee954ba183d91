// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/written.hpp"

namespace reklamaatio::time {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

year_month_day assemble(int y, int m, int d) {
    return year{y} / month{static_cast<unsigned>(m)} / day{static_cast<unsigned>(d)};
}

std::optional<year_month_day> scan_iso_date(Scanner& scanner) {
    Scanner ahead = scanner;
    const auto y = ahead.digits(4);
    if (!y || !ahead.take('-')) return std::nullopt;
    const auto m = ahead.digits(2);
    if (!m || !ahead.take('-')) return std::nullopt;
    const auto d = ahead.digits(2);
    if (!d) return std::nullopt;
    scanner = ahead;
    return assemble(*y, *m, *d);
}

std::optional<year_month_day> scan_dotted_date(Scanner& scanner) {
    Scanner ahead = scanner;
    const auto d = ahead.digits(1, 2);
    if (!d || !ahead.take('.')) return std::nullopt;
    const auto m = ahead.digits(1, 2);
    if (!m || !ahead.take('.')) return std::nullopt;
    const auto y = ahead.digits(4);
    if (!y) return std::nullopt;
    scanner = ahead;
    return assemble(*y, *m, *d);
}

// True when there was nothing that looks like a fraction, or a whole one.
bool scan_fraction(Scanner& scanner, bool& found) {
    if (!scanner.take_any(".,")) return true;
    found = true;
    if (!scanner.digits(1, 9)) return false;
    while (scanner.digits(1)) {
    }
    return true;
}

} // namespace

std::optional<TimeOfDay> scan_time_of_day(Scanner& scanner) {
    const auto hour = scanner.digits(1, 2);
    if (!hour) return std::nullopt;
    const auto mark = scanner.take_any(":.");
    if (!mark) return std::nullopt;
    const auto minute = scanner.digits(2);
    if (!minute) return std::nullopt;
    if (*mark == '.' || !scanner.take(':')) return TimeOfDay{*hour, *minute, 0};
    const auto second = scanner.digits(2);
    if (!second) return std::nullopt;
    return TimeOfDay{*hour, *minute, *second};
}

std::optional<std::chrono::minutes> scan_offset(Scanner& scanner) {
    if (scanner.take('Z')) return std::chrono::minutes{0};
    const auto sign = scanner.take_any("+-");
    const auto hours = sign ? scanner.digits(2) : std::nullopt;
    if (!hours) return std::nullopt;
    const bool colon = scanner.take(':');
    const auto minutes = scanner.digits(2);
    if ((colon && !minutes) || *hours > 15 || minutes.value_or(0) > 59) return std::nullopt;
    const std::chrono::minutes size = std::chrono::hours{*hours} + std::chrono::minutes{minutes.value_or(0)};
    return *sign == '-' ? -size : size;
}

std::optional<bool> scan_half_day(Scanner& scanner) {
    const auto first = scanner.take_any("aip");
    if (!first) return std::nullopt;
    const bool is_finnish = *first != 'p' && scanner.take('p');
    if (!is_finnish && scanner.take('.')) scanner.take(' ');
    if (!is_finnish && (*first == 'i' || !scanner.take('m'))) return std::nullopt;
    scanner.take('.');
    return *first != 'a';
}

std::optional<Written> scan_written(Scanner& scanner) {
    Written written;
    auto date = scan_iso_date(scanner);
    if (!date) date = scan_dotted_date(scanner);
    if (!date) return std::nullopt;
    written.date = *date;

    Scanner ahead = scanner;
    if (!ahead.take_any("T ")) return written;
    written.time = scan_time_of_day(ahead);
    if (!written.time) return written;
    scanner = ahead;
    if (!scan_fraction(ahead, written.has_fraction)) return written;
    scanner = ahead;
    written.offset = scan_offset(ahead);
    if (written.offset) scanner = ahead;
    return written;
}

std::optional<Written> read_written(std::string_view text) {
    Scanner scanner(text);
    const auto written = scan_written(scanner);
    return scanner.done() ? written : std::nullopt;
}

} // namespace reklamaatio::time
