// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/simulation.hpp"

#include "render/columns.hpp"
#include "rulebook/clocks/verdict.hpp"
#include "store/replanned.hpp"

#include <array>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::report {

namespace {

using complaint::Clock;
using render::Align;
using render::instant_or_none;
using render::Share;
using render::Value;
using rulebook::JudgedDeadline;
using rulebook::Verdict;

struct Count {
    std::int64_t due = 0;
    std::int64_t met = 0;

    void add(Verdict verdict) {
        if (verdict == Verdict::none) return;
        ++due;
        met += verdict == Verdict::met ? 1 : 0;
    }
};

struct Tally {
    Count before;
    Count after;
    std::int64_t worse = 0;  // from met to breached
    std::int64_t better = 0; // from breached to met
};

struct Key {
    Clock clock;
    std::string group;
    friend auto operator<=>(const Key&, const Key&) = default;
};

Value word_of(Verdict verdict) {
    return Value{std::string(complaint::word(verdict))};
}

class Comparison {
  public:
    explicit Comparison(const Question& question) : m_question(question) {
        if (question.by.is_none())
            for (const auto clock : complaint::values<Clock>())
                if (is_reported(clock) && !is_of_some(clock)) m_tallies[{clock, ""}];
        m_changes.columns = changes_columns();
    }

    void take(const store::Replanned& complaint) {
        for (const auto& judged :
             rulebook::judge_again(complaint.before, complaint.after, m_question.period, m_question.now)) {
            if (!is_reported(judged.either().clock)) continue;
            if (judged.was != Verdict::none) tally(complaint, *judged.before).before.add(judged.was);
            if (judged.is != Verdict::none) tally(complaint, *judged.after).after.add(judged.is);
            if (judged.was != judged.is) note_change(complaint, judged);
        }
    }

    Simulation finish() {
        Simulation made{data_table(), text_table(), std::move(m_changes), summary()};
        return made;
    }

  private:
    Tally& tally(const store::Replanned& complaint, const rulebook::Deadline& deadline) {
        return m_tallies[{deadline.clock, m_question.group_of(complaint.group, *deadline.due_at)}];
    }

    void note_change(const store::Replanned& complaint, const JudgedDeadline& judged) {
        ++m_moves[{judged.was, judged.is}];
        if (judged.was == Verdict::met && judged.is == Verdict::breached)
            ++tally(complaint, *judged.after).worse;
        if (judged.was == Verdict::breached && judged.is == Verdict::met)
            ++tally(complaint, *judged.after).better;
        const auto& deadline = judged.either();
        m_changes.rows.push_back(
            {Value{to_string(complaint.complaint)}, Value{std::string(complaint::word(deadline.clock))},
             Value{std::int64_t{deadline.ordinal}}, word_of(judged.was), word_of(judged.is),
             judged.before != nullptr ? instant_or_none(judged.before->due_at) : Value{},
             judged.after != nullptr ? instant_or_none(judged.after->due_at) : Value{},
             instant_or_none(deadline.met_at)});
    }

    render::Table data_table() const {
        render::Table table{figures_columns(), {}};
        for (const auto& [key, tally] : m_tallies) {
            const auto& [before, after, worse, better] = tally;
            table.rows.push_back({Value{m_question.period.from}, Value{m_question.period.until},
                                  Value{std::string(complaint::word(key.clock))}, Value{key.group},
                                  Value{before.due}, Value{before.met}, Value{before.due - before.met},
                                  Value{Share{before.met, before.due}}, Value{after.due}, Value{after.met},
                                  Value{after.due - after.met}, Value{Share{after.met, after.due}},
                                  Value{worse}, Value{better}});
        }
        return table;
    }

    // Each share has its numerator and denominator: what was met, and what was due.
    render::Table text_table() const {
        render::Table table;
        table.columns.push_back({"clock", "Clock"});
        if (!m_question.by.is_none()) table.columns.push_back({"group", "Group", Align::left, 0, 8});
        for (const auto& [key, heading] : {std::pair{"before", "Before"},
                                           {"after", "After"},
                                           {"met_to_breached", "Met to breached"},
                                           {"breached_to_met", "Breached to met"}})
            table.columns.push_back({key, heading, Align::right});
        for (const auto& [key, tally] : m_tallies) {
            const auto& [before, after, worse, better] = tally;
            if (before.due + after.due == 0) continue;
            render::Row row{Value{std::string(complaint::word(key.clock))}};
            if (!m_question.by.is_none()) row.emplace_back(key.group.empty() ? Value{} : Value{key.group});
            row.emplace_back(Value{Share{before.met, before.due}});
            row.emplace_back(Value{Share{after.met, after.due}});
            row.push_back({Value{worse}, "", worse > 0 ? render::Tone::bad : render::Tone::plain});
            row.push_back({Value{better}, "", better > 0 ? render::Tone::good : render::Tone::plain});
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    std::string summary() const {
        std::vector<std::string> parts;
        for (const auto& [move, count] : m_moves)
            parts.push_back(fmt::format("{} from {} to {}", count, complaint::word(move.first),
                                        complaint::word(move.second)));
        return fmt::format("{}", fmt::join(parts, ", "));
    }

    const Question& m_question;
    std::map<Key, Tally> m_tallies;
    std::map<std::pair<Verdict, Verdict>, std::int64_t> m_moves;
    render::Table m_changes;
};

} // namespace

std::vector<render::Column> figures_columns() {
    using render::data_column;
    using render::Kind;
    return {
        data_column("period_from", Kind::instant, "the first instant of the period"),
        data_column("period_until", Kind::instant, "the first instant after it"),
        data_column("clock", Kind::text, "the clock"),
        data_column("group", Kind::text, "of --by; empty without"),
        data_column("due_before", Kind::number, "deadlines that fell due, as it was"),
        data_column("met_before", Kind::number, "those of them that were met"),
        data_column("breached_before", Kind::number, "the others"),
        data_column("attainment_before", Kind::share, "met / due; empty when nothing was due"),
        data_column("due_after", Kind::number, "deadlines that would have fallen due"),
        data_column("met_after", Kind::number, "those of them that would have been met"),
        data_column("breached_after", Kind::number, "the others"),
        data_column("attainment_after", Kind::share, "met / due; empty when nothing would have been due"),
        data_column("met_to_breached", Kind::number, "deadlines that were met and would have been breached"),
        data_column("breached_to_met", Kind::number, "deadlines that were breached and would have been met")};
}

std::vector<render::Column> changes_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"complaint", "Complaint", Align::left, 0, 0, true}.holding(Kind::text, "R-124"),
            Column{"clock", "Clock"}.holding(Kind::text, "the clock"),
            Column{"number", "Number", Align::right, 4}.holding(Kind::number, "which of its deadlines"),
            Column{"before", "Before"}.holding(Kind::text, "what became of it: met, breached or none"),
            Column{"after", "After"}.holding(Kind::text, "what would have become of it"),
            Column{"due_before", "Due before"}.holding(Kind::instant, "when it was due"),
            Column{"due_after", "Due after"}.holding(Kind::instant, "when it would have been due"),
            Column{"met_at", "Met", Align::left, 1}.holding(Kind::instant, "when it was met")};
}

Simulation simulate(store::Database& database, std::shared_ptr<const rulebook::Policy> policy,
                    const Question& question) {
    refuse_assignee_then(question.by);
    Comparison comparison(question);
    store::read_replanned(database, std::move(policy), question.period, question.by.field,
                          [&](const store::Replanned& complaint) { comparison.take(complaint); });
    return comparison.finish();
}

} // namespace reklamaatio::report
