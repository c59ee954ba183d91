// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/legal_clocks.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

using complaint::Complaint;
using complaint::Event;
using complaint::EventKind;
using time::Instant;
using time::Pause;

constexpr int k_next_word = 100; // between the numbers of two words of one term

bool is_set(const complaint::FieldChange* change) {
    return change != nullptr && std::holds_alternative<std::int64_t>(change->after);
}

} // namespace

LegalClocks::LegalClocks(std::span<const PolicyVersion> policies)
    : m_has_terms(std::ranges::any_of(
        policies, [](const PolicyVersion& version) { return !version.policy->legal.empty(); })) {}

void LegalClocks::take(const Complaint& before, const Complaint& after, const Event& event,
                       std::size_t order) {
    if (!m_has_terms) return;
    if (event.kind == EventKind::imported) begin_elsewhere(after, event, order);
    if (opens_again(event)) {
        if (event.kind == EventKind::appealed)
            begin_stage(event.happened_at, event.recorded_at, order);
        else
            m_turns.push_back({Turn::Kind::reopened, event.happened_at, order});
    } else if (!before.resolved_at && after.resolved_at) {
        // Nobody recorded how the customer was told of an end that came from elsewhere.
        const auto kind = event.kind == EventKind::imported                ? Turn::Kind::ended_elsewhere
                          : after.outcome == complaint::Outcome::withdrawn ? Turn::Kind::withdrawn
                                                                           : Turn::Kind::resolved;
        m_turns.push_back({kind, *after.resolved_at, order});
    }
    note_told(event, order, after.channel);
    note_parts(event);
}

void LegalClocks::begin_stage(Instant at, Instant noticed_at, std::size_t order) {
    m_turns.push_back({Turn::Kind::appealed, at, order});
    m_stages.push_back({at, noticed_at});
    m_began_elsewhere = false;
}

// When the customer appealed a file does not say, so that nothing is judged before the next appeal.
void LegalClocks::begin_elsewhere(const Complaint& imported, const Event& event, std::size_t order) {
    const auto at = imported.first_resolved_at.value_or(imported.received_at);
    while (stage() < imported.stage) {
        begin_stage(at, event.recorded_at, order);
        m_began_elsewhere = true;
    }
}

void LegalClocks::hear(const Event& event, std::size_t order) {
    if (m_has_terms) note_told(event, order, "");
}

void LegalClocks::note_told(const Event& event, std::size_t order, const std::string& channel) {
    if (event.message && event.message->direction == complaint::Direction::out) {
        Turn told{Turn::Kind::told, event.happened_at, order, event.message->channel,
                  event.message->automatic};
        for (const auto& part : event.parts)
            if (part.part == complaint::Part::offer && is_set(complaint::change_of(part.changes, "made_at")))
                told.offer = part.number;
        m_turns.push_back(told);
        return;
    }
    // Who logs a complaint may answer in the same breath, on its own channel; of an import nobody knows on which.
    const bool is_opened = event.kind == EventKind::opened;
    if (!is_opened && event.kind != EventKind::imported) return;
    const auto* answered = complaint::change_of(event.changes, "responded_at");
    if (!is_set(answered)) return;
    const Instant at{time::Seconds{std::get<std::int64_t>(answered->after)}};
    m_turns.push_back({Turn::Kind::told, at, order, is_opened ? channel : ""});
}

void LegalClocks::note_parts(const Event& event) {
    for (const auto& part : event.parts) {
        if (part.part == complaint::Part::offer)
            if (const auto* accepted = complaint::change_of(part.changes, "accepted_at"))
                m_accepted[part.number] = is_set(accepted);
        if (part.part != complaint::Part::extension) continue;
        const auto* term = complaint::change_of(part.changes, "term");
        const auto* until = complaint::change_of(part.changes, "until");
        if (term == nullptr || !is_set(until)) continue;
        if (const auto* name = std::get_if<std::string>(&term->after))
            m_extended[*name] = Instant{time::Seconds{std::get<std::int64_t>(until->after)}};
    }
}

std::vector<LegalClocks::Turn> LegalClocks::in_order() const {
    std::vector<Turn> turns = m_turns;
    std::ranges::stable_sort(turns, {}, [](const Turn& turn) { return std::pair{turn.at, turn.order}; });
    return turns;
}

std::vector<LegalClocks::Turn> LegalClocks::turns_of(int stage) const {
    int now = 1;
    std::vector<Turn> turns;
    for (const auto& turn : in_order()) {
        if (turn.kind == Turn::Kind::appealed) {
            if (++now == stage + 1) turns.push_back(turn);
        } else if (now == stage || (now > stage && turn.kind != Turn::Kind::reopened)) {
            turns.push_back(turn);
        }
    }
    return turns;
}

void LegalClocks::plan(const Complaint& complaint, const Regime& regime, Instant now,
                       const std::vector<Pause>& pauses) {
    if (!m_has_terms || m_began_elsewhere || !is_unresolved(complaint.status)) return;
    const auto& policy = *regime.version->policy;
    const auto under = [&](Held& held, const LegalTerm& term) {
        held = {{regime.version, nullptr, regime.event, &term}, complaint.received_at, complaint.logged_at};
        if (stage() == 1) return;
        held.received_at = m_stages.back().at;
        held.noticed_at = m_stages.back().noticed_at;
    };
    for (auto& held : m_held) {
        if (!is_of_stage(held) || is_settled(held, now, pauses)) continue;
        const auto* term = legal_term_named(policy, held.regime.term->name);
        if (term != nullptr && term->stage == stage() && term->when.hold(complaint))
            under(held, *term);
        else
            held.dropped = true;
    }
    for (const auto& term : policy.legal) {
        const bool is_new = std::ranges::none_of(
            m_held, [&](const Held& held) { return held.regime.term->name == term.name; });
        if (is_new && term.stage == stage() && term.when.hold(complaint)) under(m_held.emplace_back(), term);
    }
}

bool LegalClocks::is_settled(const Held& held, Instant now, const std::vector<Pause>& pauses) const {
    if (held.dropped) return false;
    const auto last = rows_of(held, 1, pauses).back();
    if (last.met_at || last.cancelled_at || last.missed_at) return true;
    const auto due = due_of(last, pauses).at;
    return due && *due <= now;
}

// At the latest when it was owed.
Instant LegalClocks::started(const Held& held) const {
    const auto& term = *held.regime.term;
    if (term.from == TermFrom::noticed) return held.noticed_at;
    if (term.from == TermFrom::received) return held.received_at;
    std::optional<Instant> at;
    const auto no_later = [&](Instant other) { at = std::min(at.value_or(other), other); };
    for (const auto& turn : turns_of(term.stage))
        if (turn.kind == Turn::Kind::told) no_later(turn.at);
    for (const auto& other : m_held)
        if (!other.dropped && other.regime.term->stage == term.stage
            && other.regime.term->is_for == TermFor::acknowledge
            && other.regime.term->from != TermFrom::acknowledged)
            no_later(*due_of(begun(other, 1), {}).at);
    return std::max(at.value_or(held.received_at), held.received_at);
}

Running LegalClocks::begun(const Held& held, int number) const {
    Running made{complaint::Clock::legal, number, started(held), std::nullopt, std::nullopt, held.regime};
    if (const auto found = m_extended.find(held.regime.term->name); found != m_extended.end())
        made.extended_until = found->second;
    return made;
}

void LegalClocks::meet(Running& running, const std::vector<Pause>& pauses) const {
    const auto& term = *running.regime.term;
    bool resolved = false;
    const auto counts = [&](const Turn& turn) {
        if (turn.kind != Turn::Kind::told || !is_told_by(term, turn.channel)) return false;
        if (term.is_for == TermFor::acknowledge) return true;
        if (turn.automatic) return false;
        // What the customer accepted had been told with the offer.
        const auto offer = m_accepted.find(turn.offer);
        return term.is_for != TermFor::resolution || resolved || (offer != m_accepted.end() && offer->second);
    };
    const auto turns = turns_of(term.stage);
    // The message that ends it acknowledges it as well.
    const auto tells = [&](const Turn& end) {
        return std::ranges::any_of(turns,
                                   [&](const Turn& turn) { return turn.order == end.order && counts(turn); });
    };
    for (const auto& turn : turns) {
        const bool is_over = running.cancelled_at || running.missed_at;
        if (!is_over && counts(turn)) {
            running.met_at = turn.at;
            return;
        }
        if (turn.kind == Turn::Kind::appealed) {
            // What silence means already holds until somebody ends it so.
            const auto due = due_of(running, pauses).at;
            const bool has_spoken = term.then != complaint::Silence::nothing && due && *due < turn.at;
            if (!is_over && !has_spoken) give_up(running, turn.at, pauses);
            if (is_over || !has_spoken) return;
            resolved = false;
        } else if (turn.kind == Turn::Kind::reopened) {
            resolved = false;
            running.cancelled_at.reset();
            running.missed_at.reset();
        } else if (turn.kind != Turn::Kind::told) {
            resolved = true;
            const bool leaves_it =
                turn.kind == Turn::Kind::resolved && (term.is_for != TermFor::acknowledge || tells(turn));
            if (!leaves_it && !is_over) give_up(running, turn.at, pauses);
        }
    }
}

// From each word to the next, as long as there is no decision.
void LegalClocks::add_updates(const Running& first, const std::vector<Pause>& pauses,
                              std::vector<Running>& into) const {
    bool resolved = false;
    Running next = first;
    const auto end = [&] {
        into.push_back(next);
        next = first;
        next.ordinal += k_next_word * static_cast<int>(into.size());
    };
    for (const auto& turn : turns_of(first.regime.term->stage)) {
        if (turn.kind == Turn::Kind::appealed) break;
        if (turn.kind == Turn::Kind::reopened) {
            resolved = false;
            next.started_at = std::max(turn.at, first.started_at);
        } else if (turn.kind != Turn::Kind::told) {
            if (resolved) continue;
            resolved = true;
            give_up(next, turn.at, pauses);
            end();
        } else if (!resolved && !turn.automatic && is_told_by(*first.regime.term, turn.channel)
                   && turn.at >= first.started_at) {
            next.met_at = turn.at;
            end();
            next.started_at = turn.at;
        }
    }
    if (!resolved) into.push_back(next);
}

std::vector<Running> LegalClocks::rows_of(const Held& held, int number,
                                          const std::vector<Pause>& pauses) const {
    std::vector<Running> rows;
    if (held.regime.term->is_for == TermFor::update) {
        add_updates(begun(held, number), pauses, rows);
    } else {
        rows.push_back(begun(held, number));
        meet(rows.back(), pauses);
    }
    return rows;
}

std::vector<Running> LegalClocks::deadlines(const std::vector<Pause>& pauses) const {
    std::vector<Running> all;
    int number = 0;
    for (const auto& held : m_held) {
        ++number;
        if (held.dropped) continue;
        const auto rows = rows_of(held, number, pauses);
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
}

} // namespace reklamaatio::rulebook
