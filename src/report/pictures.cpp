// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pictures.hpp"

#include "report/statistics.hpp"
#include "text/plural.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Value;

// Ages in days that people tell apart; the last has no bound.
struct Age {
    std::string_view words;
    int days;
};
constexpr std::array k_ages{Age{"less than a day", 1}, Age{"1 to 7 days", 7}, Age{"7 to 30 days", 30},
                            Age{"30 to 90 days", 90}, Age{"90 days to a year", 365}};

std::string age_title(std::vector<time::Seconds> ages) {
    if (ages.empty()) return "Nothing is open";
    const auto number = ages.size();
    const auto median = std::chrono::floor<std::chrono::days>(*nearest_rank(ages, 50)).count();
    return fmt::format("Half of what is open ({}) has waited {} or more", number,
                       text::plural(median, "day"));
}

std::string share_of(std::int64_t part, std::int64_t whole) {
    return fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string pareto_title(const std::vector<Counted>& counted, std::int64_t all, std::string_view what) {
    if (all == 0 || counted.front().group.empty())
        return fmt::format("What is behind complaints, by {}", what);
    return fmt::format("{} is behind {} of complaints", counted.front().group,
                       share_of(counted.front().number, all));
}

render::Bar bar_of(const Counted& counted, std::string_view nameless) {
    render::Bar bar;
    bar.label = counted.group.empty() ? std::string(nameless) : counted.group;
    bar.value = counted.number;
    bar.late = counted.late;
    return bar;
}

std::vector<render::Bar> bars_for(const std::vector<Counted>& counted, std::string_view nameless) {
    std::vector<render::Bar> bars;
    const auto shown = counted.size() > k_most_bars ? k_most_bars - 1 : counted.size();
    for (std::size_t i = 0; i < shown; ++i)
        bars.push_back(bar_of(counted[i], nameless));
    if (shown == counted.size()) return bars;
    Counted rest{fmt::format("{} others", counted.size() - shown)};
    for (std::size_t i = shown; i < counted.size(); ++i) {
        rest.number += counted[i].number;
        rest.late += counted[i].late;
    }
    bars.push_back(bar_of(rest, nameless));
    return bars;
}

} // namespace

std::vector<Stretch> drawn_stretches(const Question& question) {
    try {
        return stretches(question.period, *question.by.bucket, question.zone);
    } catch (const TooManyStretches&) {
        return {};
    }
}

render::Column bar_column() {
    constexpr int k_first_to_go = 9;
    render::Column column{"bar", "", render::Align::left, k_first_to_go};
    column.is_bar = true;
    return column;
}

std::vector<Value> bars_of(const std::vector<std::int64_t>& numbers) {
    const auto most = numbers.empty() ? 0 : std::ranges::max(numbers);
    std::vector<Value> bars;
    for (const auto number : numbers)
        bars.emplace_back(render::Share{number, most});
    return bars;
}

render::Chart bar_chart(std::string title, const std::vector<Counted>& counted, std::string_view what,
                        std::string_view measure, std::string_view nameless) {
    return {std::move(title),
            render::Bars{std::string(what), std::string(measure), bars_for(counted, nameless)}};
}

render::Chart pareto_chart(const std::vector<Counted>& counted, std::string_view what) {
    const auto all = std::accumulate(counted.begin(), counted.end(), std::int64_t{0},
                                     [](auto sum, const Counted& each) { return sum + each.number; });
    render::Bars bars{std::string(what), "n", bars_for(counted, "not known"), all};
    return {pareto_title(counted, all, what), std::move(bars)};
}

render::Chart age_chart(store::Database& database, const Question& question) {
    const auto at = std::min(question.period.until, question.now);
    std::vector<time::Seconds> ages;
    store::read_open_at(database, at, {store::GroupField::none, question.where},
                        [&](time::Instant received_at, const std::string&) {
                            ages.push_back(std::max(at - received_at, time::Seconds{0}));
                        });
    std::vector<Counted> counted;
    for (const auto& age : k_ages)
        counted.push_back({std::string(age.words)});
    counted.push_back({"more than a year"});
    for (const auto age : ages) {
        const auto found =
            std::ranges::find_if(k_ages, [&](const Age& each) { return age < std::chrono::days{each.days}; });
        ++counted[static_cast<std::size_t>(found - k_ages.begin())].number;
    }
    return bar_chart(age_title(std::move(ages)), counted, "Age", "Open", "");
}

} // namespace reklamaatio::report
