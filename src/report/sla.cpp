// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sla.hpp"

#include "render/columns.hpp"
#include "report/named_rows.hpp"
#include "report/reports.hpp"
#include "report/sla_kept.hpp"
#include "report/statistics.hpp"
#include "time/working_day.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Length;
using render::Table;
using render::Tone;
using render::Value;

Value length(const std::optional<time::Seconds>& seconds) {
    return seconds ? Value{Length{*seconds, true}} : Value{};
}

Table data_table(KeptClocks& figures, const Question& question) {
    Table table{sla_columns(), {}};
    for (auto& [key, tally] : figures.tallies) {
        table.rows.push_back({Value{question.period.from}, Value{question.period.until},
                              Value{std::string(complaint::word(key.clock))},
                              question.by.is_none() ? Value{} : Value{key.group}, Value{tally.due},
                              Value{tally.met}, Value{tally.breached()}, Value{tally.attainment()},
                              Value{tally.overdue_now}, Value{tally.at_risk}, Value{tally.not_yet_due},
                              Value{tally.no_target}, length(nearest_rank(tally.taken, 50)),
                              length(p90(tally.taken)), length(nearest_rank(tally.overrun, 50)),
                              length(p90(tally.overrun))});
    }
    return table;
}

// Where nothing is compared the columns are there all the same, without values.
void add_compared(Table& table, const std::vector<ComparedLine>& lines, const Question& question) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto& row = table.rows[i];
        if (question.compared) {
            const auto& [now, before] = lines[i];
            row.emplace_back(render::number_or_none(before[0].denominator));
            row.emplace_back(render::number_or_none(before[0].numerator));
            for (std::size_t j = 0; j < before.size(); ++j) {
                row.emplace_back(before[j].value);
                row.emplace_back(render::text_or_none(shown_verdict(now.figures[j], before[j], question)));
            }
        }
        row.resize(table.columns.size());
    }
}

// What neither period has is left out.
std::vector<Section> compared_sections(std::vector<ComparedLine> lines, const rulebook::Policy& policy,
                                       const Question& question) {
    std::erase_if(lines, [](const ComparedLine& line) {
        return std::ranges::all_of(line.now.figures, &Figure::is_nothing)
               && std::ranges::all_of(line.before, &Figure::is_nothing);
    });
    return lines.empty() ? std::vector<Section>{} : text_sections(lines, policy, question);
}

// Of either period each clock and group has a line in both.
std::vector<ComparedLine> compared_with(KeptClocks& now, store::Database& database,
                                        const rulebook::Policy& policy, Question question) {
    if (!question.compared) return {};
    question.period = *question.compared;
    auto before = count_kept(database, policy, question);
    for (const auto& [key, tally] : before.tallies)
        now.tallies.try_emplace(key);
    for (const auto& [key, tally] : now.tallies)
        before.tallies.try_emplace(key);
    return compared_clocks(now, before);
}

Tone tone_of_breaches(std::int64_t count) {
    return count > 0 ? Tone::bad : Tone::plain;
}

// What no policy asks for and nobody was promised is not worth a line.
bool is_worth_a_line(complaint::Clock clock, const Kept& tally, const rulebook::Policy& policy) {
    const bool targeted = std::ranges::any_of(
        policy.slas, [&](const rulebook::Sla& sla) { return sla.target(clock).has_value(); });
    return targeted || tally.due + tally.not_yet_due + tally.overdue_now + tally.at_risk > 0;
}

Table text_table(KeptClocks& figures, const rulebook::Policy& policy, const Question& question) {
    Table table;
    const auto column = [&](const char* key, const char* heading, int expendable) {
        table.columns.push_back({key, heading, Align::right, expendable, 0});
    };
    table.columns.push_back({"clock", "Clock", Align::left, 0, 0});
    const bool is_grouped = !question.by.is_none();
    if (is_grouped) table.columns.push_back({"group", "Group", Align::left, 0, k_group_width});
    // The attainment has both.
    column("due", "Due", is_grouped ? 2 : 0);
    column("met", "Met", is_grouped ? 2 : 0);
    column("breached", "Breached", 0);
    column("attainment", "Attainment", 0);
    column("median", "Median", 2);
    column("p90", "p90", 3);
    column("overdue_now", "Overdue now", 1);
    column("at_risk", "At risk", 4);
    column("not_yet_due", "Not yet due", 6);
    column("no_target", "No target", 5);
    column("median_overrun", "Overdue by", 7);
    column("p90_overrun", "p90 of it", 8);
    const auto length = [&](const std::optional<time::Seconds>& seconds) {
        return seconds ? Value{time::display_working_length(*seconds, policy.default_calendar())} : Value{};
    };
    for (auto& [key, tally] : figures.tallies) {
        if (!is_worth_a_line(key.clock, tally, policy)) continue;
        render::Row row{Value{std::string(complaint::word(key.clock))}};
        if (!question.by.is_none()) row.emplace_back(key.group.empty() ? Value{} : Value{key.group});
        row.emplace_back(Value{tally.due});
        row.emplace_back(Value{tally.met});
        row.push_back({Value{tally.breached()}, "", tone_of_breaches(tally.breached())});
        row.emplace_back(Value{tally.attainment()});
        row.emplace_back(length(nearest_rank(tally.taken, 50)));
        row.emplace_back(length(p90(tally.taken)));
        row.push_back({Value{tally.overdue_now}, "", tone_of_breaches(tally.overdue_now)});
        row.push_back({Value{tally.at_risk}, "", tally.at_risk > 0 ? Tone::warn : Tone::plain});
        row.emplace_back(Value{tally.not_yet_due});
        row.emplace_back(Value{tally.no_target});
        row.emplace_back(length(nearest_rank(tally.overrun, 50)));
        row.emplace_back(length(p90(tally.overrun)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

// Days of several calendars may stand in one figure: they count as days of the first one.
std::string note_on_times(const KeptClocks& figures) {
    const bool has_times = std::ranges::any_of(figures.tallies, [](const auto& item) {
        return !item.second.taken.empty() || !item.second.overrun.empty();
    });
    std::string note = has_times ? "median, p90 and overdue by are working time" : "";
    const auto tell = [&](complaint::Clock clock, std::int64_t extended) {
        if (extended > 0)
            note += fmt::format("{}of {} {} had been extended", note.empty() ? "" : "; ",
                                complaint::word(clock), extended);
    };
    tell(complaint::Clock::resolution, figures.extended_resolutions);
    tell(complaint::Clock::legal, figures.extended_terms);
    return note;
}

} // namespace

// Scripts rely on them: names and order never change, new ones come after.
std::vector<render::Column> sla_columns() {
    using render::data_column;
    using render::Kind;
    return {
        data_column("period_from", Kind::instant, "the first instant of the period"),
        data_column("period_until", Kind::instant, "the first instant after it"),
        data_column("clock", Kind::text, "response, reply, update, resolution, promise, followup or legal"),
        data_column("group", Kind::text, "of --by; empty without"),
        data_column("due", Kind::number,
                    "deadlines that fell due in the period and not after now, cancelled ones left out"),
        data_column("met", Kind::number, "those of them that were met at or before their due time"),
        data_column("breached", Kind::number, "the others: late, or still unmet"),
        data_column("attainment", Kind::share, "met / due; empty when nothing was due"),
        data_column("overdue_now", Kind::number,
                    "deadlines of unresolved complaints that have passed unmet, whatever the period"),
        data_column("at_risk", Kind::number,
                    "deadlines that have not passed, but have used the share warn_at of their target, "
                    "whatever the period"),
        data_column("not_yet_due", Kind::number, "deadlines of the period that lie after now"),
        data_column("no_target", Kind::number,
                    "complaints received in the period, and not void, without a deadline of that clock"),
        data_column("median_minutes", Kind::minutes, "of the working time that the met ones took"),
        data_column("p90_minutes", Kind::minutes, "the ninth decile of it"),
        data_column(
            "median_overrun_minutes", Kind::minutes,
            "of the working time by which the breached ones were or are late; to now where still unmet"),
        data_column("p90_overrun_minutes", Kind::minutes, "the ninth decile of it"),
        data_column("previous_due", Kind::number, "with --compare the same of the other period"),
        data_column("previous_met", Kind::number, "likewise"),
        data_column("previous_attainment", Kind::share, "likewise"),
        data_column("attainment_verdict", Kind::text, "better, worse, within chance or not enough to judge"),
        data_column("previous_median_minutes", Kind::minutes, "with --compare the same of the other period"),
        data_column("median_verdict", Kind::text, "as attainment_verdict, of the times taken"),
        data_column("previous_median_overrun_minutes", Kind::minutes,
                    "with --compare the same of the other period"),
        data_column("overrun_verdict", Kind::text, "as attainment_verdict, of the overruns")};
}

SlaFigures sla_figures(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    auto figures = count_kept(database, policy, question);
    const auto compared = compared_with(figures, database, policy, question);
    Answer answer;
    answer.data = data_table(figures, question);
    add_compared(answer.data, compared, question);
    answer.sections.push_back(
        {"", text_table(figures, policy, question), note_on_times(figures), sla_charts(figures, question)});
    for (auto& section : compared_sections(compared, policy, question))
        answer.sections.push_back(std::move(section));
    answer.is_empty = std::ranges::all_of(figures.tallies, [](const auto& item) {
        const Kept& tally = item.second;
        return tally.due == 0 && tally.overdue_now == 0 && tally.not_yet_due == 0;
    });
    return {std::move(answer), std::move(figures.breached), std::move(figures.soon)};
}

Answer sla(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    auto [answer, breached, at_risk] = sla_figures(database, policy, question);
    const Context context{database, policy, question};
    if (!breached.empty())
        answer.sections.push_back(named_rows("Breached", std::move(breached), context, Lateness::late));
    // Beside the figures of another time it would pass for one of them.
    const bool is_of_now = question.period.from <= question.now && question.now < question.period.until;
    if (is_of_now && !at_risk.empty())
        answer.sections.push_back(named_rows("At risk now", std::move(at_risk), context, Lateness::in_time));
    return answer;
}

} // namespace reklamaatio::report
