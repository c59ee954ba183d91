// SPDX-License-Identifier: GPL-3.0-or-later
// Not absl::ParseTime, although it is linked: it accepts blanks anywhere, 9:7 and a year of any length, reads
// 60 seconds and "infinite-future", cannot read %Y%m%d, shifts a skipped time by the length of the gap where
// we take the end of the gap, and cannot say what is wrong with a pattern.
#include "time/pattern.hpp"

#include "time/scan.hpp"
#include "time/words.hpp"
#include "time/written.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

enum class Unit { year, month, day, hour, hour_of_12, minute, second, half, offset };

// What a text says so far.
struct Found {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::optional<bool> afternoon; // of a twelve-hour clock
    std::optional<std::chrono::minutes> offset;

    Written written() const {
        // Midnight and noon are 12 AM and 12 PM.
        const int of_24 = afternoon ? hour % 12 + (*afternoon ? 12 : 0) : hour;
        return {{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                 std::chrono::day{static_cast<unsigned>(day)}},
                TimeOfDay{of_24, minute, second},
                offset};
    }
};

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
    const auto month = month_named(scanner.letters());
    if (month) found.month = static_cast<int>(static_cast<unsigned>(*month));
    return month.has_value();
}

bool read_hour_of_12(Scanner& scanner, Found& found) {
    return read_number<&Found::hour, 1, 2>(scanner, found) && 1 <= found.hour && found.hour <= 12;
}

bool read_half(Scanner& scanner, Found& found) {
    found.afternoon = !scanner.take('a');
    return (!*found.afternoon || scanner.take('p')) && scanner.take('m');
}

bool read_offset(Scanner& scanner, Found& found) {
    found.offset = scan_offset(scanner);
    return found.offset.has_value();
}

} // namespace

// False when the text does not go on with such a field.
struct PatternField {
    Unit unit;
    std::string_view letters; // each of which strptime has for it
    std::array<std::string_view, 4> spellings;
    bool (*read)(Scanner&, Found&);
};

namespace {

constexpr std::string_view k_half = "AM/PM";
constexpr PatternField k_fields[] = {
    {Unit::year, "Y", {"YYYY"}, read_number<&Found::year, 4>},
    {Unit::year, "y", {"YY"}, read_short_year},
    {Unit::month, "m", {"MM", "M"}, read_number<&Found::month, 1, 2>},
    {Unit::month, "bB", {}, read_month_name},
    {Unit::day, "de", {"DD", "D"}, read_number<&Found::day, 1, 2>},
    {Unit::hour, "H", {"hh", "h", "HH", "H"}, read_number<&Found::hour, 1, 2>},
    {Unit::hour_of_12, "I", {"hh", "h", "HH", "H"}, read_hour_of_12},
    {Unit::minute, "M", {"mm"}, read_number<&Found::minute, 2>},
    {Unit::second, "S", {"ss"}, read_number<&Found::second, 2>},
    {Unit::half, "p", {k_half}, read_half},
    {Unit::offset, "z", {}, read_offset},
};

struct Shorthand {
    char letter;
    std::string_view stands_for;
};
constexpr Shorthand k_shorthands[] = {{'F', "%Y-%m-%d"}, {'T', "%H:%M:%S"}, {'R', "%H:%M"}};

const PatternField* field_of_letter(char letter) {
    const auto found = std::ranges::find_if(k_fields, [&](const PatternField& field) {
        return field.letters.find(letter) != std::string_view::npos;
    });
    return found == std::end(k_fields) ? nullptr : found;
}

const PatternField* field_spelt(std::string_view spelling, bool twelve_hours) {
    const auto other = twelve_hours ? Unit::hour : Unit::hour_of_12;
    const auto found = std::ranges::find_if(k_fields, [&](const PatternField& field) {
        return field.unit != other && std::ranges::find(field.spellings, spelling) != field.spellings.end();
    });
    return found == std::end(k_fields) ? nullptr : found;
}

// How many letters of the same kind stand at the beginning.
std::size_t run_length(std::string_view text) {
    return std::min(text.find_first_not_of(text.front()), text.size());
}

std::optional<Instant> instant_of(const Written& written, const Zone& zone) {
    if (!written.exists()) return std::nullopt;
    if (!written.offset) return zone.to_instant(written.local());
    return Instant{written.local().time_since_epoch() - *written.offset};
}

} // namespace

Pattern::Pattern(std::string_view pattern) {
    if (pattern.find('%') != std::string_view::npos)
        compile_strptime(pattern);
    else
        compile_spelt_out(pattern);
    check(pattern);
}

void Pattern::compile_strptime(std::string_view pattern) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%') {
            add_literal(pattern[i]);
            continue;
        }
        const char letter = ++i < pattern.size() ? pattern[i] : '\0';
        const auto shorthand = std::ranges::find(k_shorthands, letter, &Shorthand::letter);
        if (letter == '%')
            add_literal('%');
        else if (const auto* field = field_of_letter(letter))
            add(*field);
        else if (shorthand != std::end(k_shorthands))
            compile_strptime(shorthand->stands_for);
        else
            throw Error(
                fmt::format("'%{}' in '{}' means nothing here; write %Y %m %d %H %M %S %I %p %b or %z",
                            pattern.substr(i, 1), pattern));
    }
}

void Pattern::compile_spelt_out(std::string_view pattern) {
    const bool twelve_hours = pattern.find(k_half) != std::string_view::npos;
    while (!pattern.empty()) {
        const auto run = pattern.starts_with(k_half) ? k_half : pattern.substr(0, run_length(pattern));
        if (const auto* field = field_spelt(run, twelve_hours))
            add(*field);
        else if (std::string_view("YMDhHms").find(run.front()) != std::string_view::npos)
            throw Error(
                fmt::format("'{}' means nothing in a date pattern; write YYYY MM DD hh mm ss or AM/PM", run));
        else
            for (const char c : run)
                add_literal(c);
        pattern.remove_prefix(run.size());
    }
}

void Pattern::check(std::string_view pattern) const {
    const auto count = [&](Unit unit) {
        return std::ranges::count_if(
            m_parts, [&](const Part& part) { return part.field != nullptr && part.field->unit == unit; });
    };
    const auto refuse = [&](std::string_view why) { throw Error(fmt::format("'{}' {}", pattern, why)); };
    if (count(Unit::month) > 1)
        refuse("has the month twice; minutes are written mm or %M, as in YYYY-MM-DD hh:mm or %Y-%m-%d %H:%M");
    if (count(Unit::year) != 1 || count(Unit::month) == 0 || count(Unit::day) == 0)
        refuse("is no full date; write all of YYYY MM DD, or all of %Y %m %d");
    for (const Unit once : {Unit::day, Unit::minute, Unit::second, Unit::half, Unit::offset})
        if (count(once) > 1) refuse("has a field twice; write each once, as in YYYY-MM-DD hh:mm:ss");
    const auto hours = count(Unit::hour) + count(Unit::hour_of_12);
    if (hours > 1) refuse("has the hour twice; write it once");
    if (count(Unit::hour_of_12) != count(Unit::half))
        refuse("is half a twelve-hour clock; write hh with AM/PM, or %I with %p");
    if (count(Unit::minute) != hours || count(Unit::second) > hours)
        refuse("has half a time of day; write hh:mm or hh:mm:ss");
}

std::optional<Instant> Pattern::read(std::string_view text, const Zone& zone) const {
    Scanner scanner(text);
    Found found;
    for (const auto& [field, literal] : m_parts)
        if (!(field ? field->read(scanner, found) : scanner.take(literal))) return std::nullopt;
    return scanner.done() ? instant_of(found.written(), zone) : std::nullopt;
}

std::optional<Instant> Pattern::read_plain(std::string_view text, const Zone& zone) {
    const auto written = read_written(text);
    return written ? instant_of(*written, zone) : std::nullopt;
}

} // namespace reklamaatio::time
