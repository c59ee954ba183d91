// SPDX-License-Identifier: GPL-3.0-or-later
// What is behind complaints: which causes most of them come from, which come back, and what was done about them.
#include "report/comparison.hpp"
#include "report/pictures.hpp"
#include "report/reports.hpp"
#include "store/actions.hpp"
#include "store/complaints.hpp"
#include "store/figures_received.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace reklamaatio::report {

namespace {

using complaint::Action;
using render::Value;

constexpr std::array k_pareto_measures{
    MeasureRow{"number", "n", Unit::count, Better::less,
               "complaints received in the period that have this cause now"},
    MeasureRow{"share", "Share", Unit::share, Better::less, "these / all complaints received in the period"},
    MeasureRow{"cumulative", "Cumulative", Unit::share, Better::neither,
               "these and all of more frequent causes / all; those without a cause come last"},
    MeasureRow{"came_back", "Same customer again", Unit::share, Better::less,
               "these whose customer had complained of the same cause in the 365 days before / these whose "
               "customer is "
               "known; empty without a cause"}};
constexpr std::array k_action_measures{MeasureRow{"days", "Days", Unit::count, Better::neither,
                                                  "whole days on either side of when the action was done: up "
                                                  "to the end of the period, or to now, and 90 at "
                                                  "most"},
                                       MeasureRow{"before", "Before", Unit::count, Better::neither,
                                                  "complaints with the cause of the action, and its product "
                                                  "if it has one, received in so many days before"},
                                       MeasureRow{"after", "After", Unit::count, Better::less,
                                                  "those received in so many days from then on; not enough "
                                                  "to judge below 30 days, or ten complaints in "
                                                  "both"}};
constexpr SectionRow k_pareto{"pareto", "Causes", k_pareto_measures, false, true};
constexpr SectionRow k_prevention{"prevention", "Before and after preventive actions", k_action_measures};
constexpr std::array k_sections{k_pareto, k_prevention};

struct Tally {
    std::int64_t number = 0;
    std::int64_t known = 0; // the customer
    std::int64_t came_back = 0;
};

using Group = std::pair<std::string, Tally>;

// The most frequent first; of what nobody knows the cause, last.
std::vector<Group> gather(store::Database& database, const Question& question) {
    std::map<std::string, Tally> tallies;
    const auto& [from, until] = question.period;
    store::read_recurrences(database, from, until, question.selection(), [&](const store::Recurrence& each) {
        auto& tally = tallies[question.group_of(each.group, each.received_at)];
        ++tally.number;
        if (!each.came_back) return;
        ++tally.known;
        if (*each.came_back) ++tally.came_back;
    });
    std::vector<Group> groups(tallies.begin(), tallies.end());
    std::ranges::stable_sort(
        groups, {}, [](const Group& group) { return std::pair(group.first.empty(), -group.second.number); });
    return groups;
}

void add_picture(Sheet& sheet, const std::vector<Group>& groups, const Question& question) {
    if (question.draws != Draws::pictures || question.by.bucket) return;
    std::vector<Counted> counted;
    for (const auto& [name, tally] : groups)
        counted.push_back({name, tally.number});
    Section section;
    section.charts.push_back(pareto_chart(counted, question.by.is_none() ? "Cause" : "Group"));
    sheet.pictures.push_back(std::move(section));
}

void add_pareto(Sheet& sheet, const std::vector<Group>& groups, bool is_grouped) {
    std::int64_t all = 0;
    for (const auto& [name, tally] : groups)
        all += tally.number;
    if (!is_grouped) sheet.counted[""] = all;
    std::int64_t so_far = 0;
    for (const auto& [name, tally] : groups) {
        if (is_grouped) sheet.counted[name] = tally.number;
        so_far += tally.number;
        sheet.lines.push_back(
            {&k_pareto,
             name,
             {count(k_pareto_measures[0], tally.number), share(k_pareto_measures[1], tally.number, all),
              share(k_pareto_measures[2], so_far, all),
              share(k_pareto_measures[3], tally.came_back, tally.known)}});
    }
}

// Those that were done in the year before the end, in order of number, with the cause of their complaint where they have
// none of their own. What a filter asks for is asked of them as well.
std::vector<Action> actions_done(store::Database& database, const Question& question, time::Instant end) {
    constexpr std::chrono::days k_year{365};
    std::vector<Action> found;
    for (auto& action : store::all_actions(database)) {
        if (!action.done_at || *action.done_at >= end || *action.done_at < end - k_year) continue;
        if (action.cause.empty() && action.complaint)
            if (const auto complaint = store::find_complaint(database, *action.complaint))
                action.cause = complaint->cause;
        const auto& fields = question.where.fields;
        const bool is_asked_for =
            rulebook::admits(fields.asked_of("cause"), action.cause)
            && (action.product.empty() || rulebook::admits(fields.asked_of("product"), action.product));
        if (!action.cause.empty() && is_asked_for) found.push_back(std::move(action));
    }
    return found;
}

std::int64_t count_received(store::Database& database, const Question& question, const Action& action,
                            const time::Period& period) {
    auto where = question.where;
    where.fields.ask("cause", {action.cause});
    if (!action.product.empty()) where.fields.ask("product", {action.product});
    std::int64_t number = 0;
    store::read_received(database, period.from, period.until, {store::GroupField::none, where},
                         [&](const store::Received&) { ++number; });
    return number;
}

// As long before it was done as there is since, to see whether it helped.
void add_action(Sheet& sheet, store::Database& database, const Question& question, const Action& action,
                time::Instant end) {
    constexpr std::chrono::days k_most{90};
    constexpr std::chrono::days k_fewest{30};
    const auto done = *action.done_at;
    const auto days = std::min(std::chrono::floor<std::chrono::days>(end - done), k_most);
    const auto before = count_received(database, question, action, {done - days, done});
    auto after = count(k_action_measures[2], count_received(database, question, action, {done, done + days}));
    after.verdict = verdict_on(after, count(k_action_measures[2], before), {days, days, days >= k_fewest});
    sheet.lines.push_back(
        {&k_prevention,
         to_string(action.id),
         {count(k_action_measures[0], days.count()), count(k_action_measures[1], before), std::move(after)}});
}

Section list_of(const std::vector<Action>& actions) {
    Section section{"Preventive actions that were done in the year before", {}};
    section.table.columns = {{"id", "Action", render::Align::left, 0, 0, true},
                             {"done_at", "Done"},
                             {"cause", "Cause", render::Align::left, 0, 8},
                             {"product", "Product", render::Align::left, 1, 8},
                             {"text", "What", render::Align::left, 2, 12}};
    for (const auto& action : actions)
        section.table.rows.push_back({Value{to_string(action.id)}, Value{*action.done_at},
                                      Value{action.cause}, render::text_or_none(action.product),
                                      render::text_or_none(action.text)});
    return section;
}

} // namespace

std::span<const SectionRow> cause_sections() {
    return k_sections;
}

Sheet causes(store::Database& database, const rulebook::Policy&, const Question& question) {
    const bool is_grouped = !question.by.is_none();
    auto by_cause = question;
    if (!is_grouped) by_cause.by = {store::GroupField::cause, {}};
    Sheet sheet;
    const auto groups = gather(database, by_cause);
    add_picture(sheet, groups, question);
    add_pareto(sheet, groups, is_grouped);
    const auto end = std::min(question.period.until, question.now);
    const auto actions = actions_done(database, question, end);
    for (const auto& action : actions)
        add_action(sheet, database, question, action, end);
    if (!actions.empty()) sheet.besides.push_back(list_of(actions));
    return sheet;
}

} // namespace reklamaatio::report
