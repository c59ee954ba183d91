// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that several reports have, and the bars that text has in their place.
#pragma once

#include "render/chart.hpp"
#include "report/question.hpp"
#include "report/sheet.hpp"
#include "report/stretches.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::report {

struct Chart; // of charted.hpp

// Of more bars the smallest are told together.
inline constexpr std::size_t k_most_bars = 12;

// A column of bars, and what stands in it: each number as a part of the largest.
render::Column bar_column();
std::vector<render::Value> bars_of(const std::vector<std::int64_t>& numbers);

// A group, and how many it has; in order.
struct Counted {
    std::string group;
    std::int64_t number = 0;
    std::int64_t late = 0;
};

// "What: measure" in bars, as many as make a picture, the rest as one. A group without a name is called `nameless`.
render::Chart bar_chart(std::string title, const std::vector<Counted>& counted, std::string_view what,
                        std::string_view measure, std::string_view nameless);

// Pareto, of what is in order already: the bars are parts of all, and a line adds them up.
render::Chart pareto_chart(const std::vector<Counted>& counted, std::string_view what);

// What is open at the end of the period, or now where that is earlier, by age.
render::Chart age_chart(store::Database& database, const Question& question);

// Complaints per 1000 over time, with the limits of each stretch; what is systemic or to watch is marked.
render::Chart rate_chart(const Chart& chart, const time::Zone& zone);
// Of a stretch with a name the same with the twelve before, each judged by those before it.
render::Chart rate_history(store::Database& database, Question question);
// Of a day, week, month, quarter or year: by such stretches, this one and the twelve before. Nothing of any other period.
std::optional<Question> with_history(Question question);
// What report rate draws: a period alone with those before it, or groups beside each other, where there is room for that;
// else the stretches that it is of.
std::vector<Section> rate_pictures(store::Database& database, const Chart& chart, const Question& question);

// What is open at the end of each stretch, and what came and went, of the data of report flow by such stretches.
std::vector<render::Chart> flow_charts(const render::Table& data);
// The same of any flow: drawn by the stretches it is by, else by those of the period; of groups those that are open.
std::vector<render::Chart> flow_pictures(store::Database& database, const rulebook::Policy& policy,
                                         const Question& question, const render::Table& data);

// Those that a picture has room for; of more than that none, since nobody would see anything in it.
std::vector<Stretch> drawn_stretches(const Question& question);

// Of a report that has none of its own: shares over time, how many each group has, or shares beside each other.
std::vector<Section> usual_pictures(const Sheet& sheet, const Question& question);

} // namespace reklamaatio::report
