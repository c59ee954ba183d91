// SPDX-License-Identifier: GPL-3.0-or-later
// The month on a page, gathered from the other reports.
#include "report/monthly.hpp"

#include "report/charted.hpp"
#include "report/injuries.hpp"
#include "report/reports.hpp"
#include "store/figures.hpp"
#include "store/figures_received.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using store::GroupField;

constexpr std::array k_sections{k_month_received, k_month_in_time, k_month_outcome, k_month_afterwards,
                                k_month_cost,     k_month_signal,  k_month_cause,   k_month_person};

// What another report knows of a group in one of its measures: of money a figure for each currency.
void lend(std::vector<Figure>& figures, const MeasureRow& row, const Sheet& from, std::string_view section,
          const std::string& group, std::string_view measure) {
    for (const auto& line : from.lines) {
        if (line.section->name != section || line.group != group) continue;
        for (const auto& figure : line.figures)
            if (figure.row->name == measure) {
                figures.push_back(figure);
                figures.back().row = &row;
            }
    }
}

// The same of each that has the same name there.
std::vector<Figure> borrowed(const Sheet& from, std::string_view section, const std::string& group,
                             std::span<const MeasureRow> rows) {
    std::vector<Figure> figures;
    for (const auto& row : rows)
        lend(figures, row, from, section, group, row.name);
    return figures;
}

// What came in.
struct Intake {
    std::int64_t received = 0, injuries = 0, open = 0;
};

std::map<std::string, Intake> count_intake(store::Database& database, const Question& question) {
    std::map<std::string, Intake> groups;
    if (question.by.is_none()) groups[""];
    const auto& period = question.period;
    const auto count_received = [&](const store::Filter& where, std::int64_t Intake::*member) {
        store::read_received(database, period.from, period.until, {question.by.field, where},
                             [&](const store::Received& received) {
                                 ++(groups[question.group_of(received.group, received.received_at)].*member);
                             });
    };
    count_received(question.where, &Intake::received);
    if (const auto injured = injuries_among(question.where)) count_received(*injured, &Intake::injuries);
    if (!question.by.bucket)
        store::read_open_at(database, period.until, question.selection(),
                            [&](time::Instant, const std::string& group) { ++groups[group].open; });
    return groups;
}

void add_intake(Sheet& sheet, store::Database& database, const Question& question) {
    constexpr int k_thousand = 1000;
    const auto volume = volume_of(database, question);
    for (const auto& [group, intake] : count_intake(database, question)) {
        auto open = count(k_month_intake[3], intake.open);
        if (question.by.bucket) open.value = {}; // each stretch has an end of its own
        sheet.lines.push_back({&k_month_received,
                               group,
                               {count(k_month_intake[0], intake.received),
                                rate(k_month_intake[1], intake.received, volume, k_thousand, 2),
                                count(k_month_intake[2], intake.injuries), std::move(open)}});
    }
}

const MeasureRow* row_of(complaint::Clock clock) {
    const auto found = std::ranges::find(k_month_punctuality, complaint::word(clock), &MeasureRow::name);
    return found == k_month_punctuality.end() ? nullptr : &*found;
}

void add_in_time(Sheet& sheet, store::Database& database, const Question& question) {
    std::map<std::string, std::map<const MeasureRow*, Part>> groups;
    if (question.by.is_none()) groups[""];
    read_fallen_due(database, question, [&](const store::DueRow& row) {
        if (const auto* measure = row_of(row.clock))
            groups[question.group_of(row.group, row.due_at)][measure].add(row.is_met_in_time());
    });
    for (auto& [group, parts] : groups) {
        std::vector<Figure> figures;
        for (const auto& row : k_month_punctuality)
            figures.push_back(share(row, parts[&row]));
        sheet.lines.push_back({&k_month_in_time, group, std::move(figures)});
    }
}

void add_outcomes(Sheet& sheet, const Sheet& ended) {
    for (const auto& [group, number] : ended.counted) {
        auto figures = borrowed(ended, "outcome", group, k_month_endings);
        for (auto& figure : borrowed(ended, "quality", group, k_month_endings))
            figures.push_back(std::move(figure));
        sheet.lines.push_back({&k_month_outcome, group, std::move(figures)});
    }
    sheet.counted = ended.counted;
}

void add_afterwards(Sheet& sheet, const Sheet& followed_up) {
    for (const auto& [group, number] : followed_up.counted)
        sheet.lines.push_back(
            {&k_month_afterwards, group, borrowed(followed_up, "all", group, k_month_answers)});
}

void add_costs(Sheet& sheet, const Sheet& costs) {
    const auto& [remedies, remedy_cost, work, work_cost] = k_month_costs;
    for (const auto& [group, number] : costs.counted) {
        std::vector<Figure> figures;
        lend(figures, remedies, costs, "given", group, remedies.name);
        lend(figures, remedy_cost, costs, "amount", group, "sum");
        lend(figures, work, costs, "handling", group, work.name);
        lend(figures, work_cost, costs, "handling", group, work_cost.name);
        sheet.lines.push_back({&k_month_cost, group, std::move(figures)});
    }
}

void add_causes(Sheet& sheet, const Sheet& causes) {
    for (const auto& line : causes.lines)
        if (line.section->name == "pareto")
            sheet.lines.push_back(
                {&k_month_cause, line.group, borrowed(causes, "pareto", line.group, k_month_causes)});
}

// Who has complaints now, or had one when its deadline was missed. What only a team has is nobody's.
void add_people(Sheet& sheet, store::Database& database, const rulebook::Policy& policy,
                const Question& question) {
    std::map<std::string, std::int64_t> late;
    auto then = question;
    then.by = {GroupField::assignee_then, {}};
    read_fallen_due(database, then, [&](const store::DueRow& row) {
        if (!row.is_met_in_time()) ++late[rulebook::team_meant_by(row.group) ? "" : row.group];
    });
    const auto load = workload(database, policy, question);
    for (const auto& line : load.lines)
        if (line.section->name == "person") late.try_emplace(line.group, 0);
    for (const auto& [person, number] : late) {
        auto figures = borrowed(load, "person", person, k_month_people);
        const bool has_some = !figures.empty() && std::get<std::int64_t>(figures.front().value) > 0;
        if (number == 0 && !has_some) continue;
        figures.insert(figures.begin(), count(k_month_people[0], number));
        sheet.lines.push_back({&k_month_person, person, std::move(figures)});
    }
}

} // namespace

void read_fallen_due(store::Database& database, const Question& question, const store::TakeDue& take) {
    store::read_due(database, question.period.from,
                    std::min(question.period.until, question.now + time::Seconds{1}), question.selection(),
                    [&](const store::DueRow& row) {
                        if (is_reported(row.clock)) take(row);
                    });
}

std::span<const SectionRow> month_sections() {
    return k_sections;
}

Sheet month_figures(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    Sheet sheet;
    add_intake(sheet, database, question);
    add_in_time(sheet, database, question);
    add_outcomes(sheet, outcomes(database, policy, question));
    add_afterwards(sheet, recovery(database, policy, question));
    add_costs(sheet, remedies(database, policy, question));
    return sheet;
}

Sheet monthly(store::Database& database, const rulebook::Policy& policy, const Question& asked) {
    auto question = asked;
    question.draws = Draws::nothing; // the reports that it is gathered from need no pictures
    auto sheet = month_figures(database, policy, question);
    if (!question.by.is_none()) return sheet;
    add_signals(sheet, database, policy, question);
    add_causes(sheet, causes(database, policy, question));
    add_people(sheet, database, policy, question);
    return sheet;
}

} // namespace reklamaatio::report
