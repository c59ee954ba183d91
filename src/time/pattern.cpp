// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/pattern.hpp"

#include "time/scan.hpp"
#include "time/words.hpp"
#include "time/written.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

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

bool Pattern::has(Field field) const {
    return std::any_of(m_parts.begin(), m_parts.end(), [&](const Part& part) { return part.field == field; });
}

void Pattern::compile_strptime(std::string_view pattern) {
    struct Letter {
        std::string_view stands_for; // a longer pattern, else the field
        char letter;
        Field field = Field::literal;
    };
    constexpr Letter k_letters[] = {
        {"", 'Y', Field::year},
        {"", 'y', Field::short_year},
        {"", 'm', Field::month},
        {"", 'd', Field::day},
        {"", 'e', Field::day},
        {"", 'b', Field::month_name},
        {"", 'B', Field::month_name},
        {"", 'H', Field::hour},
        {"", 'I', Field::hour_of_12},
        {"", 'M', Field::minute},
        {"", 'S', Field::second},
        {"", 'p', Field::half},
        {"", 'z', Field::offset},
        {"%Y-%m-%d", 'F'},
        {"%H:%M:%S", 'T'},
        {"%H:%M", 'R'},
    };
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%') {
            add_literal(pattern[i]);
            continue;
        }
        const char letter = ++i < pattern.size() ? pattern[i] : '\0';
        if (letter == '%') {
            add_literal('%');
            continue;
        }
        const auto known = std::find_if(std::begin(k_letters), std::end(k_letters),
                                        [&](const Letter& k) { return k.letter == letter; });
        if (known == std::end(k_letters))
            throw Error(
                fmt::format("'%{}' in '{}' means nothing here; write %Y %m %d %H %M %S %I %p %b or %z",
                            pattern.substr(i, 1), pattern));
        if (known->stands_for.empty())
            add(known->field);
        else
            compile_strptime(known->stands_for);
    }
}

void Pattern::compile_spelt_out(std::string_view pattern) {
    struct Spelling {
        std::string_view letters;
        Field field;
    };
    constexpr Spelling k_spellings[] = {
        {"YYYY", Field::year}, {"YY", Field::short_year}, {"MM", Field::month},  {"M", Field::month},
        {"DD", Field::day},    {"D", Field::day},         {"hh", Field::hour},   {"h", Field::hour},
        {"HH", Field::hour},   {"H", Field::hour},        {"mm", Field::minute}, {"ss", Field::second},
    };
    constexpr std::string_view k_half = "AM/PM";
    const bool twelve_hours = pattern.find(k_half) != std::string_view::npos;
    while (!pattern.empty()) {
        if (pattern.starts_with(k_half)) {
            add(Field::half);
            pattern.remove_prefix(k_half.size());
            continue;
        }
        const std::string_view run = pattern.substr(0, run_length(pattern));
        const auto known = std::find_if(std::begin(k_spellings), std::end(k_spellings),
                                        [&](const Spelling& k) { return k.letters == run; });
        if (known != std::end(k_spellings))
            add(known->field == Field::hour && twelve_hours ? Field::hour_of_12 : known->field);
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
    const auto count = [&](std::initializer_list<Field> fields) {
        return std::count_if(m_parts.begin(), m_parts.end(), [&](const Part& part) {
            return std::find(fields.begin(), fields.end(), part.field) != fields.end();
        });
    };
    const auto refuse = [&](std::string_view why) { throw Error(fmt::format("'{}' {}", pattern, why)); };
    if (count({Field::month, Field::month_name}) > 1)
        refuse("has the month twice; minutes are written mm or %M, as in YYYY-MM-DD hh:mm or %Y-%m-%d %H:%M");
    const bool full = count({Field::year, Field::short_year}) == 1 && has(Field::day)
                      && count({Field::month, Field::month_name}) == 1;
    if (!full) refuse("is no full date; write all of YYYY MM DD, or all of %Y %m %d");
    for (const Field once : {Field::day, Field::minute, Field::second, Field::half, Field::offset})
        if (count({once}) > 1) refuse("has a field twice; write each once, as in YYYY-MM-DD hh:mm:ss");
    if (count({Field::hour, Field::hour_of_12}) > 1) refuse("has the hour twice; write it once");
    if (has(Field::hour_of_12) != has(Field::half))
        refuse("is half a twelve-hour clock; write hh with AM/PM, or %I with %p");
    const bool has_hour = count({Field::hour, Field::hour_of_12}) == 1;
    if (has(Field::minute) != has_hour || (has(Field::second) && !has_hour))
        refuse("has half a time of day; write hh:mm or hh:mm:ss");
}

struct Pattern::Fields {
    int year = 0;
    int month = 0;
    int day = 0;
    TimeOfDay time;
    bool afternoon = false;
    std::optional<std::chrono::minutes> offset;
};

bool Pattern::read_part(const Part& part, Scanner& scanner, Fields& fields) {
    const auto take = [](std::optional<int> number, int& field) {
        field = number.value_or(0);
        return number.has_value();
    };
    switch (part.field) {
    case Field::literal:
        return scanner.take(part.literal);
    case Field::year:
        return take(scanner.digits(4), fields.year);
    case Field::short_year: {
        const bool found = take(scanner.digits(2), fields.year);
        fields.year += fields.year >= 69 ? 1900 : 2000;
        return found;
    }
    case Field::month:
        return take(scanner.digits(1, 2), fields.month);
    case Field::month_name: {
        const auto month = month_named(scanner.letters());
        fields.month = month ? static_cast<int>(static_cast<unsigned>(*month)) : 0;
        return month.has_value();
    }
    case Field::day:
        return take(scanner.digits(1, 2), fields.day);
    case Field::hour:
        return take(scanner.digits(1, 2), fields.time.hour);
    case Field::hour_of_12: {
        const bool found = take(scanner.digits(1, 2), fields.time.hour);
        return found && 1 <= fields.time.hour && fields.time.hour <= 12;
    }
    case Field::minute:
        return take(scanner.digits(2), fields.time.minute);
    case Field::second:
        return take(scanner.digits(2), fields.time.second);
    case Field::half:
        fields.afternoon = !scanner.take('a');
        return (!fields.afternoon || scanner.take('p')) && scanner.take('m');
    case Field::offset:
        fields.offset = scan_offset(scanner);
        return fields.offset.has_value();
    }
    return false;
}

std::optional<Instant> Pattern::read(std::string_view text, const Zone& zone) const {
    Scanner scanner(text);
    Fields fields;
    for (const Part& part : m_parts)
        if (!read_part(part, scanner, fields)) return std::nullopt;
    if (!scanner.done()) return std::nullopt;
    // Midnight and noon are 12 AM and 12 PM.
    if (has(Field::half)) fields.time.hour = fields.time.hour % 12 + (fields.afternoon ? 12 : 0);
    const std::chrono::year_month_day date{std::chrono::year{fields.year},
                                           std::chrono::month{static_cast<unsigned>(fields.month)},
                                           std::chrono::day{static_cast<unsigned>(fields.day)}};
    return instant_of(Written{date, fields.time, fields.offset}, zone);
}

std::optional<Instant> Pattern::read_plain(std::string_view text, const Zone& zone) {
    const auto written = read_written(text);
    return written ? instant_of(*written, zone) : std::nullopt;
}

} // namespace reklamaatio::time
