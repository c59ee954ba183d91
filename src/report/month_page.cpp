// SPDX-License-Identifier: GPL-3.0-or-later
// The month on a page, as people read it.
#include "report/control_chart.hpp"
#include "report/injuries.hpp"
#include "report/measure_look.hpp"
#include "report/measure_tables.hpp"
#include "report/month_lead.hpp"
#include "report/monthly.hpp"
#include "report/pictures.hpp"
#include "report/reports.hpp"
#include "time/period_shift.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Tone;
using render::Value;

// The figures of the period beside those of another.
struct Other {
    Question question; // what was asked, compared with the other
    std::vector<ComparedLine> lines;
};

Other beside_period(store::Database& database, const rulebook::Policy& policy, const Question& question,
                    const Sheet& now, const time::Period& period) {
    auto then = question;
    then.period = period;
    then.compared.reset();
    then.draws = Draws::nothing;
    Other other{question, {}};
    other.question.compared = period;
    Sheet compared;
    std::ranges::copy_if(now.lines, std::back_inserter(compared.lines), [](const Line& line) {
        return std::ranges::find(k_month_compared, line.section) != k_month_compared.end();
    });
    other.lines = beside(compared, month_figures(database, policy, then));
    return other;
}

// The one that was asked for, else the one before and the same of a year ago.
std::vector<Other> others_of(store::Database& database, const rulebook::Policy& policy,
                             const Question& question, const Sheet& now) {
    std::vector<time::Period> periods;
    if (question.compared)
        periods = {*question.compared};
    else
        periods = {time::period_before(question.period, question.zone),
                   time::period_a_year_before(question.period, question.zone)};
    if (periods.front() == periods.back()) periods.resize(1);
    std::vector<Other> others;
    for (const auto& period : periods)
        others.push_back(beside_period(database, policy, question, now, period));
    return others;
}

// The two figures of a measure in one comparison; null where it has none there, as of a currency that nobody used.
struct Pair {
    const Figure* now = nullptr;
    const Figure* before = nullptr;
};

Pair pair_in(const Other& other, const SectionRow* section, const std::string& name) {
    for (const auto& [line, before] : other.lines) {
        if (line.section != section) continue;
        for (std::size_t i = 0; i < line.figures.size(); ++i)
            if (line.figures[i].name() == name) return {&line.figures[i], &before[i]};
    }
    return {};
}

bool is_something(const Pair& pair) {
    return pair.now != nullptr && (!pair.now->is_nothing() || !pair.before->is_nothing());
}

// A measure in each of the comparisons.
using Measure = std::vector<Pair>;

// Of which any period has something, in the order of sections.
std::vector<Measure> measures_of(const std::vector<Other>& others) {
    std::vector<Measure> measures;
    std::set<std::pair<const SectionRow*, std::string>> seen;
    for (const auto& each : others)
        for (const auto& [line, before] : each.lines)
            for (const auto& figure : line.figures) {
                if (!seen.emplace(line.section, figure.name()).second) continue;
                Measure measure;
                for (const auto& other : others)
                    measure.push_back(pair_in(other, line.section, figure.name()));
                if (std::ranges::any_of(measure, is_something)) measures.push_back(std::move(measure));
            }
    return measures;
}

Section compared_section(const std::vector<Other>& others, const rulebook::Policy& policy,
                         const Question& question) {
    const Look look(policy, question, Look::Bases::all);
    Section section;
    auto& columns = section.table.columns;
    columns.push_back({"measure", ""});
    columns.push_back({"now", time::describe(question.period, question.zone), Align::right});
    int expendable = 0;
    for (const auto& other : others) {
        columns.push_back({"before", time::describe(*other.question.compared, question.zone), Align::right,
                           expendable + (expendable > 0 ? 1 : 0), 0});
        columns.push_back({"verdict", "", Align::left, expendable, 0});
        expendable += 2;
    }
    for (const auto& measure : measures_of(others)) {
        const auto& first =
            *std::ranges::find_if(measure, [](const Pair& pair) { return pair.now != nullptr; });
        render::Row row{Value{first.now->heading()}, look.shown(*first.now)};
        for (std::size_t i = 0; i < others.size(); ++i) {
            const auto& [now, before] = measure[i];
            const auto verdict =
                now != nullptr ? shown_verdict(*now, *before, others[i].question) : std::string();
            row.emplace_back(now != nullptr ? look.shown(*before) : Value{});
            row.push_back({Value{verdict}, "", tone_of(verdict)});
        }
        section.table.rows.push_back(std::move(row));
    }
    return section;
}

// The lines of one section, as they were found.
std::vector<const Line*> lines_of(const Sheet& sheet, const SectionRow& section) {
    std::vector<const Line*> lines;
    for (const auto& line : sheet.lines)
        if (line.section == &section) lines.push_back(&line);
    return lines;
}

// What the chart says of a cause; empty where that is nothing to speak of.
std::string_view signal_of(const Sheet& sheet, const std::string& cause) {
    for (const auto* line : lines_of(sheet, k_month_signal))
        if (line->group == month_signal_name("cause", cause)) return line->figures.front().verdict;
    return "";
}

std::vector<std::int64_t> numbers_of(const std::vector<const Line*>& lines) {
    std::vector<std::int64_t> numbers;
    for (const auto* line : lines)
        numbers.push_back(std::get<std::int64_t>(line->figures.front().value));
    return numbers;
}

std::vector<Counted> counted_in(const std::vector<const Line*>& lines) {
    std::vector<Counted> counted;
    for (const auto* line : lines)
        counted.push_back({line->group, std::get<std::int64_t>(line->figures.front().value)});
    return counted;
}

Section causes_section(const Sheet& sheet, Draws draws) {
    constexpr std::size_t k_most = 8;
    const auto causes = lines_of(sheet, k_month_cause);
    Section section;
    section.heading = k_month_cause.heading;
    section.table.columns = {{"cause", "", Align::left, 0, k_group_width}};
    for (const auto& row : k_month_causes)
        section.table.columns.push_back({std::string(row.name), std::string(row.heading), Align::right});
    section.table.columns.push_back({"signal", ""});
    section.table.columns.push_back(bar_column());
    const auto bars = bars_of(numbers_of(causes));
    for (const auto* cause : causes) {
        if (section.table.rows.size() == k_most) break;
        render::Row row{render::text_or_none(cause->group)};
        for (const auto& figure : cause->figures)
            row.emplace_back(figure.value);
        const auto signal = signal_of(sheet, cause->group);
        row.push_back({Value{std::string(signal)}, "",
                       signal == complaint::word(Verdict::systemic) ? Tone::bad : Tone::warn});
        row.emplace_back(bars[section.table.rows.size()]);
        section.table.rows.push_back(std::move(row));
    }
    // Where nobody knows any there is nothing to read.
    if (causes.size() == 1 && causes.front()->group.empty()) section.table.rows.clear();
    if (draws == Draws::pictures && !section.table.rows.empty())
        section.charts.push_back(pareto_chart(counted_in(causes), "Cause"));
    if (causes.size() > k_most) section.note = fmt::format("and {} more", causes.size() - k_most);
    return section;
}

// What categories and products come more often than chance has it; causes stand with their numbers.
Section signals_section(const Sheet& sheet) {
    Section section;
    section.heading = k_month_signal.heading;
    section.table.columns = {{"what", "", Align::left, 0, k_group_width},
                             {"received", "n", Align::right},
                             {"verdict", ""},
                             {"reason", "", Align::left, 1, 12}};
    for (const auto* line : lines_of(sheet, k_month_signal)) {
        const auto& number = line->figures.front();
        section.table.rows.push_back(
            {Value{line->group.empty() ? std::string("all") : line->group},
             number.value,
             {Value{number.verdict}, "",
              number.verdict == complaint::word(Verdict::systemic) ? Tone::bad : Tone::warn},
             Value{line->figures.back().verdict}});
    }
    return section;
}

// What is open, and how much of it is overdue.
render::Chart people_chart(const std::vector<const Line*>& people) {
    std::vector<Counted> counted;
    for (const auto* person : people) {
        const auto number = [&](const MeasureRow& row) {
            const auto found = std::ranges::find(person->figures, &row, &Figure::row);
            return found == person->figures.end() ? 0 : std::get<std::int64_t>(found->value);
        };
        counted.push_back({person->group, number(k_month_people[1]), number(k_month_people[2])});
    }
    std::ranges::stable_sort(counted, std::ranges::greater{}, &Counted::number);
    return bar_chart("Who has how much open, and late", counted, "Person", "Open", "nobody");
}

Section people_section(const Sheet& sheet, const Look& look) {
    Section section;
    section.heading = k_month_person.heading;
    section.table.columns = {{"who", "", Align::left, 0, k_group_width}};
    for (const auto& row : k_month_people)
        section.table.columns.push_back({std::string(row.name), std::string(row.heading), Align::right});
    section.table.columns.push_back({"verdict", ""});
    for (const auto* person : lines_of(sheet, k_month_person)) {
        render::Row row{Value{person->group.empty() ? std::string("nobody") : person->group}};
        std::string verdict;
        for (const auto& measure : k_month_people) {
            const auto found = std::ranges::find(person->figures, &measure, &Figure::row);
            row.emplace_back(found == person->figures.end() ? Value{} : look.shown(*found));
            if (found != person->figures.end() && !found->verdict.empty()) verdict = found->verdict;
        }
        row.push_back({Value{verdict}, "", tone_of(verdict)});
        section.table.rows.push_back(std::move(row));
    }
    if (look.question().draws == Draws::pictures) {
        auto chart = people_chart(lines_of(sheet, k_month_person));
        if (render::is_drawable(chart)) section.charts.push_back(std::move(chart));
    }
    return section;
}

} // namespace

Page month_page(store::Database& database, const rulebook::Policy& policy, const Question& question,
                const Sheet& sheet) {
    const auto others = others_of(database, policy, question, sheet);
    auto injuries = open_injuries(database, question);
    Page page;
    page.lead = month_lead(sheet, others.front().lines, others.front().question, injuries);
    const auto add = [&](Section section) {
        if (!section.table.rows.empty() || !section.charts.empty())
            page.sections.push_back(std::move(section));
    };
    auto evidence = month_evidence(database, policy, question);
    add(std::move(injuries));
    add(compared_section(others, policy, question));
    if (question.draws != Draws::nothing) add(month_history(database, policy, question));
    add(signals_section(sheet));
    add(causes_section(sheet, question.draws));
    add(people_section(sheet, Look(policy, question, Look::Bases::few)));
    add(std::move(evidence));
    return page;
}

} // namespace reklamaatio::report
