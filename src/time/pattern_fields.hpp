// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that a date pattern is made of, and how each is read; for pattern.cpp.
#pragma once

#include "time/scan.hpp"
#include "time/written.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace reklamaatio::time {

enum class Unit {
    year,
    month,
    day,
    weekday,
    hour,
    hour_of_12,
    minute,
    second,
    fraction,
    half,
    offset,
    epoch,
    letter_date
};

// What a text says so far.
struct Found {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::optional<std::chrono::weekday> weekday;
    std::optional<bool> afternoon; // of a twelve-hour clock
    std::optional<std::chrono::minutes> offset;
    std::optional<Instant> epoch; // all of it in one number

    bool has_other_weekday() const {
        const auto date = written().date;
        return weekday && date.ok() && std::chrono::weekday{Date{date}} != *weekday;
    }

    Written written() const {
        // Midnight and noon are 12 AM and 12 PM.
        const int of_24 = afternoon ? hour % 12 + (*afternoon ? 12 : 0) : hour;
        return {{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                 std::chrono::day{static_cast<unsigned>(day)}},
                TimeOfDay{of_24, minute, second},
                offset};
    }
};

// False when the text does not go on with such a field.
struct PatternField {
    Unit unit;
    std::string_view letters; // each of which strptime has for it
    std::array<std::string_view, 4> spellings;
    bool (*read)(Scanner&, Found&);
};

// A twelve-hour clock has it.
inline constexpr std::string_view k_half = "AM/PM";
// Dates of letters, whose form is a standard.
inline constexpr std::string_view k_letter_date = "rfc5322";

// Null when strptime has no such field, or none that is read here.
const PatternField* field_of_letter(char letter);
// What %F, %T and %R stand for; empty for other letters.
std::string_view shorthand_of(char letter);

// The longest field that the letters begin with; null when they begin with none. A zone takes all letters. Throws Error
// for the name of a zone that is not clear.
struct Spelt {
    const PatternField* field = nullptr;
    std::size_t length = 0;
};
Spelt field_spelt(std::string_view letters, bool twelve_hours);

} // namespace reklamaatio::time
