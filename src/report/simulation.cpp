// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/simulation.hpp"

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
                m_tallies[{clock, ""}];
        m_changes.columns = {{"complaint", "Complaint", Align::left, 0, 0, true},
                             {"clock", "Clock"},
                             {"number", "Number", Align::right, 4},
                             {"before", "Before"},
                             {"after", "After"},
                             {"due_before", "Due before"},
                             {"due_after", "Due after"},
                             {"met_at", "Met", Align::left, 1}};
    }

    void take(const store::Replanned& complaint) {
        for (const auto& judged :
             rulebook::judge_again(complaint.before, complaint.after, m_question.period, m_question.now)) {
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
        render::Table table;
        for (const char* key : {"period_from", "period_until", "clock", "group", "due_before", "met_before",
                                "breached_before", "attainment_before", "due_after", "met_after",
                                "breached_after", "attainment_after", "met_to_breached", "breached_to_met"})
            table.columns.push_back({key, key});
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

Simulation simulate(store::Database& database, std::shared_ptr<const rulebook::Policy> policy,
                    const Question& question) {
    Comparison comparison(question);
    store::read_replanned(database, std::move(policy), question.period, question.by.field,
                          [&](const store::Replanned& complaint) { comparison.take(complaint); });
    return comparison.finish();
}

} // namespace reklamaatio::report
