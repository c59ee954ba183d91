// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/columns.hpp"
#include "report/named_rows.hpp"
#include "report/reports.hpp"
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
using render::Share;
using render::Table;
using render::Tone;
using render::Value;
using store::DueRow;

// The figures of one clock in one group.
struct Tally {
    std::int64_t due = 0;
    std::int64_t met = 0;
    std::int64_t overdue_now = 0;
    std::int64_t at_risk = 0;
    std::int64_t not_yet_due = 0;
    std::int64_t no_target = 0;
    std::vector<time::Seconds> taken;   // of the met
    std::vector<time::Seconds> overrun; // of the late and of those still unmet

    std::int64_t breached() const { return due - met; }
    Share attainment() const { return {met, due}; }
};

struct Key {
    complaint::Clock clock;
    std::string group;
    friend auto operator<=>(const Key&, const Key&) = default;
};

struct Figures {
    std::map<Key, Tally> tallies;
    std::vector<DueRow> breached; // of the period
    std::vector<DueRow> soon;     // at risk now
};

void count_due(Figures& figures, Tally& tally, const DueRow& row, const rulebook::Policy& policy,
               const Question& question) {
    if (row.due_at > question.now) {
        ++tally.not_yet_due;
        return;
    }
    ++tally.due;
    if (row.is_met_in_time()) {
        ++tally.met;
        if (row.taken) tally.taken.push_back(*row.taken);
        return;
    }
    tally.overrun.push_back(overrun_of(row, policy, question.now));
    figures.breached.push_back(row);
}

Figures gather(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    Figures figures;
    const auto tally_of = [&](complaint::Clock clock, const std::string& group, time::Instant at) -> Tally& {
        return figures.tallies[{clock, question.group_of(group, at)}];
    };
    if (question.by.is_none())
        for (const auto clock : complaint::values<complaint::Clock>())
            if (is_owed_to_customer(clock)) figures.tallies[{clock, ""}];
    const auto& [from, until] = question.period;
    store::read_due(database, from, until, question.selection(), [&](const DueRow& row) {
        if (is_owed_to_customer(row.clock))
            count_due(figures, tally_of(row.clock, row.group, row.due_at), row, policy, question);
    });
    store::read_overdue(database, question.now, question.selection(), [&](const DueRow& row) {
        if (is_owed_to_customer(row.clock)) ++tally_of(row.clock, row.group, row.due_at).overdue_now;
    });
    store::read_at_risk(database, question.now, question.selection(), [&](const DueRow& row) {
        if (!is_owed_to_customer(row.clock)) return;
        ++tally_of(row.clock, row.group, row.due_at).at_risk;
        figures.soon.push_back(row);
    });
    store::read_targets(database, from, until, question.selection(), [&](const store::Targets& one) {
        for (const auto clock : complaint::values<complaint::Clock>())
            if (is_owed_to_customer(clock) && !one.has[static_cast<std::size_t>(clock)])
                ++tally_of(clock, one.group, one.received_at).no_target;
    });
    return figures;
}

Value length(const std::optional<time::Seconds>& seconds) {
    return seconds ? Value{Length{*seconds, true}} : Value{};
}

Table data_table(Figures& figures, const Question& question) {
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

Tone tone_of_breaches(std::int64_t count) {
    return count > 0 ? Tone::bad : Tone::plain;
}

// What no policy asks for and nobody was promised is not worth a line.
bool is_worth_a_line(complaint::Clock clock, const Tally& tally, const rulebook::Policy& policy) {
    const bool targeted = std::ranges::any_of(
        policy.slas, [&](const rulebook::Sla& sla) { return sla.target(clock).has_value(); });
    return targeted || tally.due + tally.not_yet_due + tally.overdue_now + tally.at_risk > 0;
}

Table text_table(Figures& figures, const rulebook::Policy& policy, const Question& question) {
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
std::string note_on_times(const Figures& figures) {
    const bool has_times = std::ranges::any_of(figures.tallies, [](const auto& item) {
        return !item.second.taken.empty() || !item.second.overrun.empty();
    });
    return has_times ? "median, p90 and overdue by are working time" : "";
}

} // namespace

// Scripts rely on them: names and order never change, new ones come after.
std::vector<render::Column> sla_columns() {
    using render::data_column;
    using render::Kind;
    return {data_column("period_from", Kind::instant, "the first instant of the period"),
            data_column("period_until", Kind::instant, "the first instant after it"),
            data_column("clock", Kind::text, "response, reply, update, resolution, promise or followup"),
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
            data_column("p90_overrun_minutes", Kind::minutes, "the ninth decile of it")};
}

Answer sla(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    Figures figures = gather(database, policy, question);
    Answer answer;
    answer.data = data_table(figures, question);
    answer.sections.push_back({"", text_table(figures, policy, question), note_on_times(figures)});
    if (!figures.breached.empty())
        answer.sections.push_back(
            named_rows("Breached", figures.breached, {database, policy, question}, Lateness::late));
    if (!figures.soon.empty())
        answer.sections.push_back(
            named_rows("At risk now", figures.soon, {database, policy, question}, Lateness::in_time));
    answer.is_empty = std::ranges::all_of(figures.tallies, [](const auto& item) {
        const Tally& tally = item.second;
        return tally.due == 0 && tally.overdue_now == 0 && tally.not_yet_due == 0;
    });
    return answer;
}

} // namespace reklamaatio::report
