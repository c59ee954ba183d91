// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/speed_pictures.hpp"

#include "report/statistics.hpp"
#include "time/working_day.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using time::Seconds;

constexpr std::int64_t k_most_bins = 15;
constexpr int k_nearly_all = 95; // of a hundred

// In which people count: quarters of an hour, hours, working days.
std::vector<Seconds> widths(Seconds day) {
    std::vector<Seconds> all{std::chrono::minutes{15}, std::chrono::minutes{30}, std::chrono::hours{1},
                             std::chrono::hours{2}};
    for (const int days : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000})
        all.push_back(day * days);
    return all;
}

Seconds width_for(std::int64_t most, Seconds day) {
    for (const auto width : widths(day))
        if (most / width.count() < k_most_bins) return width;
    return day * 5000;
}

// What it allows in working time; nothing where it counts calendar time, or has none.
std::optional<Seconds> allowed(const rulebook::Sla& sla, complaint::Clock clock, Seconds day) {
    const auto& target = sla.target(clock);
    if (!target || !time::counts_working_time(*target)) return std::nullopt;
    if (target->unit == time::Unit::working_days) return day * target->count;
    return target->unit == time::Unit::hours ? Seconds{std::chrono::hours{target->count}}
                                             : Seconds{std::chrono::minutes{target->count}};
}

std::vector<render::Target> targets_of(complaint::Clock clock, const rulebook::Policy& policy, Seconds width,
                                       std::size_t bins, Seconds day) {
    constexpr std::size_t k_most = 3;
    std::vector<render::Target> targets;
    std::set<Seconds> seen;
    for (const auto& sla : policy.slas) {
        const auto length = allowed(sla, clock, day);
        if (!length || !seen.insert(*length).second || targets.size() == k_most) continue;
        const auto place = static_cast<double>(length->count()) / static_cast<double>(width.count());
        if (place <= static_cast<double>(bins))
            targets.push_back({place, fmt::format("{}: {}", sla.name, to_string(*sla.target(clock)))});
    }
    return targets;
}

// Columns up to what nearly all are below, and one for the rest.
std::vector<render::Bin> bins_of(const Values& values, Seconds width, const time::Calendar& calendar) {
    const auto words = [&](std::size_t number) {
        return time::display_working_length(width * static_cast<std::int64_t>(number), calendar);
    };
    const auto place_of = [&](std::int64_t value) { return static_cast<std::size_t>(value / width.count()); };
    const auto number = place_of(nearest_rank(values, k_nearly_all)) + 1;
    std::vector<render::Bin> bins;
    for (std::size_t i = 0; i < number; ++i)
        bins.push_back({words(i), words(i + 1)});
    if (place_of(values.back()) >= number) bins.push_back({words(number), ""});
    for (const auto value : values)
        ++bins[std::min(place_of(value), number)].number;
    return bins;
}

} // namespace

render::Chart time_chart(const Figure& median, complaint::Clock clock, const rulebook::Policy& policy) {
    const bool is_answer = clock == complaint::Clock::response;
    render::Histogram histogram{
        is_answer ? "working time until the first answer" : "working time until the resolution", {}, {}};
    const auto& values = *median.values;
    if (values.empty())
        return {is_answer ? "How soon the first answers came" : "How soon the resolutions came",
                std::move(histogram)};
    const auto& calendar = policy.default_calendar();
    const auto working_day = time::working_day(calendar);
    const auto day = working_day.count() > 0 ? working_day : Seconds{std::chrono::days{1}};
    const auto width = width_for(nearest_rank(values, k_nearly_all), day);
    histogram.bins = bins_of(values, width, calendar);
    const auto bounded = static_cast<std::size_t>(
        std::ranges::count_if(histogram.bins, [](const render::Bin& bin) { return !bin.until.empty(); }));
    histogram.targets = targets_of(clock, policy, width, bounded, day);
    const auto half = std::get<render::Length>(median.value).seconds;
    return {fmt::format("Half of {} {} took {} or less", values.size(),
                        is_answer ? "first answers" : "resolutions",
                        time::display_working_length(half, calendar)),
            std::move(histogram)};
}

} // namespace reklamaatio::report
