// SPDX-License-Identifier: GPL-3.0-or-later
// Short ways to say instants, dates, slots and calendars.
#pragma once

#include "time/calendar.hpp"
#include "time/instant.hpp"
#include "time/zone.hpp"

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

namespace reklamaatio::time::tests {

inline Instant utc(std::string_view iso) {
    const auto instant = from_iso(iso);
    if (!instant) throw Error("no instant: " + std::string(iso));
    return *instant;
}

inline Date date(std::string_view iso) {
    const auto day = date_from_iso(iso);
    if (!day) throw Error("no date: " + std::string(iso));
    return *day;
}

inline Zone zone(std::string_view name) {
    const auto found = Zone::named(name);
    if (!found) throw Error("no zone: " + std::string(name));
    return *found;
}

// "08:00-12:00"
inline Slot slot(std::string_view text) {
    const auto minutes = [&](std::size_t at) {
        return std::chrono::minutes{(text[at] - '0') * 600 + (text[at + 1] - '0') * 60
                                    + (text[at + 3] - '0') * 10 + (text[at + 4] - '0')};
    };
    return {minutes(0), minutes(6)};
}

inline Slots slots(std::initializer_list<std::string_view> texts) {
    Slots result;
    for (const std::string_view text : texts)
        result.push_back(slot(text));
    return result;
}

// Finland, Monday to Friday, eight to four.
inline CalendarRules office_rules() {
    CalendarRules rules;
    rules.name = "office";
    rules.zone = zone("Europe/Helsinki");
    for (std::size_t day = 0; day < 5; ++day)
        rules.hours[day] = slots({"08:00-16:00"});
    rules.holiday_sets = {HolidaySet::finland};
    return rules;
}

inline CalendarRules always_rules() {
    CalendarRules rules;
    rules.name = "always";
    rules.zone = zone("Europe/Helsinki");
    rules.hours.fill(slots({"00:00-24:00"}));
    return rules;
}

// A Polish shop with a lunch break, open on Saturday.
inline CalendarRules shop_rules() {
    using std::chrono::July;
    CalendarRules rules;
    rules.name = "shop";
    rules.zone = zone("Europe/Warsaw");
    rules.hours = {slots({"08:00-12:00", "13:00-16:00"}),
                   slots({"08:00-12:00", "13:00-16:00"}),
                   slots({"08:00-12:00"}),
                   slots({"08:00-12:00", "13:00-16:00"}),
                   slots({"08:00-12:00", "13:00-18:30"}),
                   slots({"10:00-14:00"}),
                   {}};
    rules.holiday_sets = {HolidaySet::poland};
    rules.holidays = {{date("2026-08-14"), "bridge day"}};
    rules.yearly_holidays = {July / 1};
    rules.dates = {{date("2026-12-23"), slots({"08:00-12:00"})},
                   {date("2026-06-14"), slots({"10:00-12:00"})}};
    return rules;
}

// New York, at night, when clocks change.
inline CalendarRules night_rules() {
    CalendarRules rules;
    rules.name = "night";
    rules.zone = zone("America/New_York");
    rules.hours.fill(slots({"00:00-03:00", "22:00-24:00"}));
    rules.hours[5] = slots({"00:00-03:00"});
    return rules;
}

// What the function throws; empty when it throws nothing.
template <typename Function>
std::string error_of(Function function) {
    try {
        function();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace reklamaatio::time::tests
