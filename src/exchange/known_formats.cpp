// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/known_formats.hpp"

#include "time/zone.hpp"

#include <array>
#include <chrono>
#include <string_view>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// Dates and times of day as files write them; each date stands with each time.
constexpr std::array k_dates{"DD.MM.YYYY", "MM/DD/YYYY",  "DD/MM/YYYY",  "DD-MM-YYYY",   "MM-DD-YYYY",
                             "YYYY/MM/DD", "DD-Mon-YYYY", "DD Mon YYYY", "Mon DD, YYYY", "DD.MM.YY",
                             "MM/DD/YY",   "DD/MM/YY",    "DD-Mon-YY",   "DD/Mon/YY"};
constexpr std::array k_times{"",
                             " hh:mm",
                             " hh:mm:ss",
                             " hh.mm",
                             " hh.mm.ss",
                             " 'klo' hh.mm",
                             " hh:mm AM/PM",
                             " hh:mm:ss AM/PM",
                             " hh:mm:ss.SSS",
                             ", hh:mm AM/PM"};
constexpr std::array k_others{"",
                              "YYYYMMDD",
                              "YYYY-MM-DD hh:mm:ss UTC",
                              "YYYY-MM-DD hh:mm AM/PM",
                              "%Y%m%dT%H%M%SZ",
                              "%Y-%m-%d %H:%M:%S %z",
                              "%Y/%m/%d %H:%M:%S%z",
                              "%Y/%m/%d %I:%M:%S %p %z",
                              "%Y/%m/%d %I:%M:%S %p %Z",
                              "%Y-%m-%d %H:%M:%S %Z",
                              "Weekday Mon DD hh:mm:ss YYYY",
                              "rfc5322"};

// Behind a date, which a pattern needs.
constexpr std::string_view k_any_date = "2000-01-01 ", k_any_date_format = "YYYY-MM-DD ";

} // namespace

const std::vector<KnownFormat>& known_formats() {
    static const std::vector<KnownFormat> k_known = [] {
        std::vector<KnownFormat> known;
        for (const std::string text : k_others)
            known.push_back({text, text.empty() ? std::nullopt : std::optional<time::Pattern>(text)});
        for (const std::string date : k_dates)
            for (const std::string time : k_times)
                known.push_back({date + time, time::Pattern(date + time)});
        return known;
    }();
    return k_known;
}

const std::vector<KnownFormat>& known_clocks() {
    static const std::vector<KnownFormat> k_known = [] {
        std::vector<KnownFormat> known;
        for (const std::string_view time : k_times)
            if (time.starts_with(' '))
                known.push_back({std::string(time.substr(1)),
                                 time::Pattern(fmt::format("{}{}", k_any_date_format, time.substr(1))),
                                 true});
        return known;
    }();
    return k_known;
}

// Numbers such as 00001026 are no days of the year 0.
std::optional<time::Instant> KnownFormat::read(const std::string& cell) const {
    constexpr std::chrono::year k_first{1900};
    static const time::Zone k_zone = time::Zone::utc();
    const std::string whole = is_clock ? std::string(k_any_date) + cell : cell;
    const auto at = pattern ? pattern->read(whole, k_zone) : time::Pattern::read_plain(whole, k_zone);
    const bool is_near = at && std::chrono::year_month_day(k_zone.date_at(*at)).year() >= k_first;
    return is_near ? at : std::nullopt;
}

} // namespace reklamaatio::exchange
