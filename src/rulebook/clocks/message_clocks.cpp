// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/message_clocks.hpp"

#include <algorithm>
#include <limits>

namespace reklamaatio::rulebook {

namespace {

using time::Instant;
using time::Pause;
using TurnKind = Turn::Kind;

constexpr std::size_t k_never = std::numeric_limits<std::size_t>::max();

// One run of a clock from its start to what met or cancelled it.
class Runs {
  public:
    Runs(complaint::Clock clock, const std::vector<Pause>& pauses, const std::vector<Replanning>& replannings)
        : m_clock(clock), m_pauses(pauses), m_replannings(replannings) {}

    bool is_running() const { return m_running; }

    void start(const Turn& turn) {
        m_running = true;
        m_begun = turn;
    }

    void meet(const Turn& turn) {
        if (m_running) finish(turn.at, std::nullopt, turn.order);
    }

    // Cancels what is not yet due; what is past due stays unmet, until somebody speaks.
    void resolve(const Turn& turn) {
        if (!m_running) return;
        const Running running = planned(turn.order);
        const bool past = !running.dropped && due_at(running) && *due_at(running) < turn.at;
        if (!past) finish(std::nullopt, turn.at, turn.order);
    }

    // Cancels what is not yet due; what was due by then was missed, and is waited for no longer.
    void waive(const Turn& turn) {
        if (!m_running) return;
        const Running running = planned(turn.order);
        const bool past = !running.dropped && due_at(running) && *due_at(running) < turn.at;
        finish(std::nullopt, past ? std::nullopt : std::optional(turn.at), turn.order);
        if (past) m_runs.back().missed_at = turn.at;
    }

    std::vector<Running> take() {
        if (m_running) finish(std::nullopt, std::nullopt, k_never);
        return std::move(m_runs);
    }

  private:
    std::optional<Instant> due_at(const Running& running) const { return due_of(running, m_pauses).at; }

    // As it stands after all replannings that were recorded before `until`.
    Running planned(std::size_t until) const {
        Running running{m_clock, 1, m_begun.at, std::nullopt, std::nullopt, m_begun.regime};
        set_target(running, m_begun.regime);
        for (const auto& replanning : m_replannings) {
            if (replanning.order <= m_begun.order || replanning.order >= until) continue;
            if (!running.dropped && due_at(running) && *due_at(running) <= replanning.recorded_at) break;
            set_target(running, replanning.regime);
        }
        return running;
    }

    void set_target(Running& running, const Regime& regime) const {
        running.dropped = !regime.target(m_clock);
        if (running.dropped) return;
        running.target = regime.target(m_clock);
        running.regime = regime;
    }

    void finish(std::optional<Instant> met_at, std::optional<Instant> cancelled_at, std::size_t order) {
        m_running = false;
        Running running = planned(order);
        if (running.dropped) return;
        running.ordinal = static_cast<int>(m_runs.size()) + 1;
        running.met_at = met_at;
        running.cancelled_at = cancelled_at;
        m_runs.push_back(running);
    }

    complaint::Clock m_clock;
    const std::vector<Pause>& m_pauses;
    const std::vector<Replanning>& m_replannings;
    std::vector<Running> m_runs;
    Turn m_begun;
    bool m_running = false;
};

void sort_by_time(std::vector<Turn>& turns) {
    std::ranges::stable_sort(turns, {}, [](const Turn& turn) { return std::pair{turn.at, turn.order}; });
}

std::optional<Instant> time_set(const complaint::Event& event, std::string_view field) {
    const auto* change = complaint::change_of(event.changes, field);
    if (change == nullptr) return std::nullopt;
    const auto* at = std::get_if<std::int64_t>(&change->after);
    return at != nullptr ? std::optional(Instant{time::Seconds{*at}}) : std::nullopt;
}

bool accepts_offer(const complaint::Event& event) {
    return event.kind == complaint::EventKind::offer_answered
           && std::ranges::any_of(event.parts, [](const complaint::PartChange& part) {
                  return complaint::change_of(part.changes, "accepted_at") != nullptr;
              });
}

} // namespace

void add_message(std::vector<Turn>& turns, const complaint::Event& event, std::size_t order,
                 const Regime& regime) {
    if (!event.message || event.message->automatic) return;
    if (event.message->direction == complaint::Direction::note) {
        if (event.message->needs_no_answer)
            turns.push_back({TurnKind::waived, event.happened_at, order, regime});
        return;
    }
    if (event.message->needs_no_answer) return;
    if (accepts_offer(event)) return;
    const bool ours = event.message->direction == complaint::Direction::out;
    turns.push_back({ours ? TurnKind::we_spoke : TurnKind::customer_spoke, event.happened_at, order, regime});
}

void add_first_answer(std::vector<Turn>& turns, const complaint::Event& event, std::size_t order,
                      const Regime& regime) {
    if (event.kind != complaint::EventKind::opened) return;
    if (const auto at = time_set(event, "responded_at"))
        turns.push_back({TurnKind::we_spoke, *at, order, regime});
}

void add_heard_answers(std::vector<Turn>& turns, const complaint::Event& event, std::size_t order,
                       const Regime& regime, bool is_own) {
    if (event.kind == complaint::EventKind::opened && !is_own)
        return add_first_answer(turns, event, order, regime);
    if (event.kind != complaint::EventKind::opened && event.kind != complaint::EventKind::imported) return;
    for (const std::string_view field : {"responded_at", "resolved_at"})
        if (const auto at = time_set(event, field)) turns.push_back({TurnKind::answered, *at, order, regime});
}

std::vector<Running> reply_deadlines(std::vector<Turn> turns, std::optional<Instant> answered_at,
                                     const std::vector<Replanning>& replannings) {
    sort_by_time(turns);
    const std::vector<Pause> never_pauses;
    Runs runs(complaint::Clock::reply, never_pauses, replannings);
    for (const auto& turn : turns) {
        if (turn.kind == TurnKind::customer_spoke && answered_at && *answered_at <= turn.at
            && !runs.is_running())
            runs.start(turn);
        else if (turn.kind == TurnKind::we_spoke || turn.kind == TurnKind::answered)
            runs.meet(turn);
        else if (turn.kind == TurnKind::waived)
            runs.waive(turn);
        else if (turn.kind == TurnKind::resolved)
            runs.resolve(turn);
    }
    return runs.take();
}

std::optional<Instant> unanswered_after_end(std::vector<Turn> turns) {
    sort_by_time(turns);
    bool resolved = false;
    std::optional<Instant> since;
    for (const auto& turn : turns) {
        if (turn.kind != TurnKind::customer_spoke) since.reset();
        if (turn.kind == TurnKind::resolved) resolved = true;
        if (turn.kind == TurnKind::reopened) resolved = false;
        if (turn.kind == TurnKind::customer_spoke && resolved && !since) since = turn.at;
    }
    return since;
}

std::vector<Running> update_deadlines(std::vector<Turn> turns, const std::vector<Pause>& pauses,
                                      const std::vector<Replanning>& replannings) {
    sort_by_time(turns);
    Runs runs(complaint::Clock::update, pauses, replannings);
    bool resolved = false;
    bool spoken = false;
    for (const auto& turn : turns) {
        switch (turn.kind) {
        case TurnKind::customer_spoke:
        case TurnKind::answered:
        case TurnKind::waived:
            break;
        case TurnKind::we_spoke:
            runs.meet(turn);
            spoken = true;
            if (!resolved) runs.start(turn);
            break;
        case TurnKind::resolved:
            runs.resolve(turn);
            resolved = true;
            break;
        case TurnKind::reopened:
            resolved = false;
            if (spoken && !runs.is_running()) runs.start(turn);
            break;
        }
    }
    return runs.take();
}

} // namespace reklamaatio::rulebook
