// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sla_kept.hpp"

#include "report/named_rows.hpp"

#include <array>

namespace reklamaatio::report {

namespace {

void count_due(KeptClocks& figures, Kept& tally, const store::DueRow& row, const rulebook::Policy& policy,
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

constexpr std::array k_compared{
    MeasureRow{"attainment", "Attainment", Unit::share, Better::more, ""},
    MeasureRow{"median_minutes", "Median", Unit::working_time, Better::less, ""},
    MeasureRow{"median_overrun_minutes", "Overdue by", Unit::working_time, Better::less, ""}};

constexpr std::size_t k_clocks = complaint::Vocabulary<complaint::Clock>::k_words.size();

// One for each clock, so that it has a line of its own name.
constexpr auto clock_sections() {
    std::array<SectionRow, k_clocks> rows{};
    for (std::size_t i = 0; i < k_clocks; ++i) {
        const auto word = complaint::Vocabulary<complaint::Clock>::k_words[i];
        rows[i] = {word, word, k_compared};
    }
    return rows;
}
constexpr auto k_clock_sections = clock_sections();

std::shared_ptr<const Values> in_seconds(const std::vector<time::Seconds>& lengths) {
    Values values;
    for (const auto length : lengths)
        values.push_back(length.count());
    return in_order(std::move(values));
}

Sheet sheet_of(const KeptClocks& kept) {
    Sheet sheet;
    for (const auto& [key, tally] : kept.tallies)
        sheet.lines.push_back(
            {&k_clock_sections[static_cast<std::size_t>(key.clock)],
             key.group,
             {share(k_compared[0], tally.met, tally.due), median(k_compared[1], in_seconds(tally.taken)),
              median(k_compared[2], in_seconds(tally.overrun))}});
    return sheet;
}

// What is owed now counts whatever the period; cut into stretches it counts in its own, of which others have no line.
bool has_a_line(const Question& question, const store::DueRow& row) {
    return !question.by.bucket || (row.due_at >= question.period.from && row.due_at < question.period.until);
}

} // namespace

KeptClocks count_kept(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    KeptClocks figures;
    const auto tally_of = [&](complaint::Clock clock, const std::string& group, time::Instant at) -> Kept& {
        return figures.tallies[{clock, question.group_of(group, at)}];
    };
    if (question.by.is_none())
        for (const auto clock : complaint::values<complaint::Clock>())
            if (is_reported(clock) && (!is_of_some(clock) || has_terms(policy, clock)))
                figures.tallies[{clock, ""}];
    const auto& [from, until] = question.period;
    store::read_due(database, from, until, question.selection(), [&](const store::DueRow& row) {
        if (is_reported(row.clock))
            count_due(figures, tally_of(row.clock, row.group, row.due_at), row, policy, question);
    });
    store::read_overdue(database, question.now, question.selection(), [&](const store::DueRow& row) {
        if (is_reported(row.clock) && has_a_line(question, row))
            ++tally_of(row.clock, row.group, row.due_at).overdue_now;
    });
    store::read_at_risk(database, question.now, question.selection(), [&](const store::DueRow& row) {
        if (!is_reported(row.clock)) return;
        if (has_a_line(question, row)) ++tally_of(row.clock, row.group, row.due_at).at_risk;
        figures.soon.push_back(row);
    });
    store::read_targets(database, from, until, question.selection(), [&](const store::Targets& one) {
        for (const auto clock : complaint::values<complaint::Clock>())
            // Most complaints are under no statutory term and with no body, and lack nothing.
            if (is_reported(clock) && !is_of_some(clock) && !one.has[static_cast<std::size_t>(clock)])
                ++tally_of(clock, one.group, one.received_at).no_target;
    });
    const auto extended = [&, from = from, until = until](complaint::Clock clock) {
        return store::count_extensions(database, clock, from, until, question.selection());
    };
    figures.extended_terms = extended(complaint::Clock::legal);
    figures.extended_resolutions = extended(complaint::Clock::resolution);
    return figures;
}

std::vector<ComparedLine> compared_clocks(const KeptClocks& now, const KeptClocks& before) {
    return beside(sheet_of(now), sheet_of(before));
}

} // namespace reklamaatio::report
