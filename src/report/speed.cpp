// SPDX-License-Identifier: GPL-3.0-or-later
// How long complaints took.
#include "report/reports.hpp"
#include "report/speed_pictures.hpp"
#include "store/figures_resolved.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace reklamaatio::report {

namespace {

constexpr std::array k_times{
    MeasureRow{"number", "n", Unit::count, Better::neither,
               "complaints that were resolved in the period and of which both ends of the time are known"},
    MeasureRow{"median_working_minutes", "Median", Unit::working_time, Better::less,
               "median of the working time from receipt to that end, in the first calendar of the policy; "
               "waiting for "
               "the customer counts"},
    MeasureRow{"p90_working_minutes", "p90", Unit::working_time, Better::less, "ninth decile of the same"},
    MeasureRow{"longest_working_minutes", "Longest", Unit::working_time, Better::less, "the longest of them"},
    MeasureRow{"median_minutes", "Median by calendar", Unit::calendar_time, Better::less,
               "median of the time by calendar and clock"},
    MeasureRow{"p90_minutes", "p90 by calendar", Unit::calendar_time, Better::less,
               "ninth decile of the same"},
    MeasureRow{"longest_minutes", "Longest by calendar", Unit::calendar_time, Better::less,
               "the longest of them"}};

// Minutes are no independent cases: nothing is judged of their share.
constexpr std::array k_stops{
    MeasureRow{"waited_time", "Time spent waiting for customers", Unit::share, Better::neither,
               "minutes that the complaints waited for their customers / minutes from receipt to resolution, "
               "both summed "
               "over the complaints"},
    MeasureRow{"waited", "Waited for the customer", Unit::share, Better::less,
               "complaints that waited for their customer at all / resolved"},
    MeasureRow{"handed_over", "Handed over", Unit::share, Better::less,
               "complaints that passed from one person to another / resolved"},
    MeasureRow{"hand_overs", "Hand-overs", Unit::count, Better::less,
               "times that a complaint passed from one person to another, from receipt to now"}};

constexpr SectionRow k_response{"response", "First answer", k_times};
constexpr SectionRow k_assignment{"assignment", "First assignment", k_times};
constexpr SectionRow k_resolution{"resolution", "Resolution", k_times};
constexpr SectionRow k_pauses{"pauses", "Waiting and changing hands", k_stops};
constexpr std::array k_sections{k_response, k_assignment, k_resolution, k_pauses};

// In seconds.
struct Times {
    Values working;
    Values elapsed;
};

struct Tally {
    Times response, assignment, resolution;
    std::int64_t resolved = 0;
    std::int64_t seconds = 0;
    std::int64_t waited_seconds = 0;
    std::int64_t waited = 0;
    std::int64_t handed_over = 0;
    std::int64_t hand_overs = 0;
};

// What is dated before the receipt took no time.
void add_time(Times& times, time::Instant from, const std::optional<time::Instant>& until,
              const time::Calendar& calendar) {
    if (!until) return;
    times.working.push_back(calendar.working_time(from, *until).count());
    times.elapsed.push_back(std::max(*until - from, time::Seconds{0}).count());
}

void add(Tally& tally, const store::Pace& pace, const time::Calendar& calendar) {
    add_time(tally.response, pace.received_at, pace.responded_at, calendar);
    add_time(tally.assignment, pace.received_at, pace.assigned_at, calendar);
    add_time(tally.resolution, pace.received_at, pace.resolved_at, calendar);
    ++tally.resolved;
    tally.seconds += std::max(pace.resolved_at - pace.received_at, time::Seconds{0}).count();
    tally.waited_seconds += pace.waited.count();
    if (pace.waited.count() > 0) ++tally.waited;
    if (pace.hand_overs > 0) ++tally.handed_over;
    tally.hand_overs += pace.hand_overs;
}

std::vector<Figure> time_figures(Times& times) {
    const auto number = static_cast<std::int64_t>(times.elapsed.size());
    const auto working = in_order(std::move(times.working));
    const auto elapsed = in_order(std::move(times.elapsed));
    return {count(k_times[0], number),    median(k_times[1], working), p90(k_times[2], working),
            largest(k_times[3], working), median(k_times[4], elapsed), p90(k_times[5], elapsed),
            largest(k_times[6], elapsed)};
}

std::vector<Figure> stop_figures(const Tally& tally) {
    return {share(k_stops[0], tally.waited_seconds / 60, tally.seconds / 60),
            share(k_stops[1], tally.waited, tally.resolved),
            share(k_stops[2], tally.handed_over, tally.resolved), count(k_stops[3], tally.hand_overs)};
}

using Tallies = std::map<std::string, Tally>;

Tallies gather(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    Tallies tallies;
    if (question.by.is_none()) tallies[""];
    store::read_paces(database, question.period.from, question.period.until, question.selection(),
                      [&](const store::Pace& pace) {
                          add(tallies[question.group_of(pace.group, pace.resolved_at)], pace,
                              policy.default_calendar());
                      });
    return tallies;
}

} // namespace

std::span<const SectionRow> speed_sections() {
    return k_sections;
}

Sheet speed(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    auto tallies = gather(database, policy, question);
    Sheet sheet;
    for (const auto& [group, tally] : tallies)
        sheet.counted[group] = tally.resolved;
    const auto add_times = [&](const SectionRow& section, Times Tally::*times) {
        for (auto& [group, tally] : tallies)
            sheet.lines.push_back({&section, group, time_figures(tally.*times)});
    };
    add_times(k_response, &Tally::response);
    add_times(k_assignment, &Tally::assignment);
    add_times(k_resolution, &Tally::resolution);
    for (const auto& [group, tally] : tallies)
        sheet.lines.push_back({&k_pauses, group, stop_figures(tally)});
    if (question.draws == Draws::pictures && question.by.is_none())
        sheet.pictures.push_back(
            {"",
             {},
             "",
             {time_chart(sheet.lines[0].figures[1], complaint::Clock::response, policy),
              time_chart(sheet.lines[2].figures[1], complaint::Clock::resolution, policy)}});
    return sheet;
}

} // namespace reklamaatio::report
