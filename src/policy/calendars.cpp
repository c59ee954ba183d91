// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/calendars.hpp"

#include "complaint/error.hpp"
#include "policy/dates.hpp"
#include "text/nearest.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::policy {

namespace {

constexpr std::array<std::string_view, 7> k_weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::chrono::minutes k_day{24 * 60};
constexpr std::chrono::days k_longest_closure{366};

std::optional<int> two_digits(std::string_view text) {
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    // The library reads a sign as well.
    if (text.size() != 2 || text[0] == '-' || fault != std::errc{} || end != text.data() + 2)
        return std::nullopt;
    return number;
}

std::optional<std::chrono::minutes> time_of_day(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hours = two_digits(text.substr(0, 2));
    const auto minutes = two_digits(text.substr(3));
    if (!hours || !minutes || *minutes > 59) return std::nullopt;
    const std::chrono::minutes time{*hours * 60 + *minutes};
    return time > k_day ? std::nullopt : std::optional(time);
}

// The slots of one day, in order; those that overlap are a fault.
time::Slots read_slots(toml::Reader& reader, std::string_view key) {
    time::Slots slots;
    for (const auto& placed : reader.strings(key)) {
        reader.with(placed, [&](const std::string& text) {
            const time::Slot slot = parse_slot(text);
            const auto overlaps = [&](const time::Slot& s) {
                return slot.opens < s.closes && s.opens < slot.closes;
            };
            if (std::ranges::any_of(slots, overlaps))
                throw time::Error(fmt::format("'{}' overlaps another slot of that day", text));
            slots.push_back(slot);
        });
    }
    std::ranges::sort(slots, {}, &time::Slot::opens);
    return slots;
}

std::chrono::month_day parse_yearly(const std::string& text) {
    // 29 February is a day of every year that has it, so it is checked in a leap year.
    const auto date = time::date_from_iso("2024-" + text::plain(text));
    if (!date)
        throw time::Error(fmt::format("'{}' is not a date; write 2026-12-24, or 12-24 for every year", text));
    const std::chrono::year_month_day day{*date};
    return {day.month(), day.day()};
}

void read_holiday_files(toml::Reader& reader, HolidayFiles& files, time::CalendarRules& rules) {
    reader.with_each("holiday_files", [&](const std::string& text) {
        for (const auto& [dates, reason] : files.closures_of(text)) {
            if (dates.last - dates.first > k_longest_closure)
                throw complaint::BadValue(fmt::format(
                    "'{}' has {} as one holiday; none may last longer than a year", text, to_string(dates)));
            for (time::Date date = dates.first; date <= dates.last; date += std::chrono::days{1})
                if (rules.holidays.emplace(date, reason).second) rules.holiday_files.emplace(date, text);
        }
    });
}

void read_holidays(toml::Reader& reader, time::CalendarRules& rules) {
    reader.with_each("holidays", [&](const std::string& text) {
        if (time::holiday_set_named(text))
            throw time::Error(fmt::format("'{0}' is a holiday set; write holiday_sets = [\"{0}\"]", text));
        if (text.size() == 5)
            rules.yearly_holidays.insert(parse_yearly(text));
        else
            rules.holidays.emplace(parse_date(text), "");
    });
    reader.with_each("holiday_sets", [&](const std::string& text) {
        if (const auto set = time::holiday_set_named(text))
            rules.holiday_sets.push_back(*set);
        else
            throw time::Error(fmt::format("'{}' is not a holiday set ({}){}", text,
                                          fmt::join(time::k_holiday_set_names, ", "),
                                          text::did_you_mean(text, time::k_holiday_set_names)));
    });
}

void read_hours(toml::Reader& reader, time::CalendarRules& rules) {
    const toml::Node hours = reader.subtable("hours", "hours.mon = [\"08:00-16:00\"]");
    if (!hours) return;
    toml::Reader days(hours, reader.name() + " hours", reader.faults());
    for (std::size_t i = 0; i < k_weekdays.size(); ++i)
        rules.hours[i] = read_slots(days, k_weekdays[i]);
    days.finish();
}

void read_dates(toml::Reader& reader, time::CalendarRules& rules) {
    const toml::Node dates = reader.subtable("dates", "dates.\"2026-12-23\" = [\"08:00-12:00\"]");
    if (!dates) return;
    toml::Reader days(dates, reader.name() + " dates", reader.faults());
    for (const auto& entry : dates.entries()) {
        const toml::Placed date{std::string(entry.key), entry.value.place()};
        days.with(date, [&](const std::string& text) {
            rules.dates[parse_date(text)] = read_slots(days, entry.key);
        });
    }
}

time::Calendar always_open(std::string name, const time::Zone& zone) {
    time::CalendarRules rules;
    rules.name = std::move(name);
    rules.zone = zone;
    rules.hours.fill({{std::chrono::minutes{0}, k_day}});
    rules.is_stand_in = true;
    return time::Calendar(std::move(rules));
}

time::Calendar read_calendar(std::string_view name, toml::Node table, const time::Zone& zone,
                             HolidayFiles& holiday_files, toml::Faults& faults) {
    const std::size_t faults_before = faults.count();
    toml::Reader reader(table, fmt::format("[calendar.{}]", name), faults);
    time::CalendarRules rules;
    rules.name = name;
    rules.zone = zone;
    reader.with(reader.string("timezone"), [&](const std::string& text) {
        const auto found = time::Zone::named(text);
        if (!found)
            throw time::Error(
                fmt::format("'{}' is not a time zone; write one such as Europe/Helsinki", text));
        rules.zone = *found;
    });
    read_hours(reader, rules);
    read_holidays(reader, rules);
    read_holiday_files(reader, holiday_files, rules);
    read_dates(reader, rules);
    reader.finish();
    const bool good = faults.count() == faults_before;
    try {
        return time::Calendar(std::move(rules));
    } catch (const time::Error&) {
        if (good)
            faults.add(table.place(),
                       fmt::format("[calendar.{}] has no hours, so no deadline would ever come", name));
    }
    // It stands in for the faulty one, so that what refers to that is no fault as well.
    return always_open(std::string(name), zone);
}

} // namespace

time::Slot parse_slot(const std::string& text) {
    const auto plain = text::plain(text);
    if (plain.size() == 11 && plain[5] == '-') {
        const auto opens = time_of_day(std::string_view(plain).substr(0, 5));
        const auto closes = time_of_day(std::string_view(plain).substr(6));
        if (opens && closes && *opens < *closes) return {*opens, *closes};
    }
    throw time::Error(
        fmt::format("'{}' is not a slot; write 08:00-16:00, within one day, 24:00 at the latest", text));
}

std::vector<time::Calendar> read_calendars(toml::Reader& file, const time::Zone& zone,
                                           HolidayFiles& holiday_files) {
    std::vector<time::Calendar> calendars;
    for (const auto& [name, table] : file.named_tables("calendar"))
        calendars.push_back(read_calendar(name, table, zone, holiday_files, file.faults()));
    if (calendars.empty()) calendars.push_back(always_open("always", zone));
    return calendars;
}

} // namespace reklamaatio::policy
