// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/authority_clock.hpp"

#include "complaint/danger.hpp"
#include "rulebook/safety.hpp"

namespace reklamaatio::rulebook {

namespace {

using complaint::EventKind;

std::optional<Running> begun(time::Instant known_at, const Regime& regime) {
    const auto& target = regime.version->policy->safety.authority;
    if (!target) return std::nullopt;
    return Running{complaint::Clock::authority,
                   1,
                   known_at,
                   target,
                   std::nullopt,
                   {regime.version, nullptr, regime.event}};
}

// It came with the danger, or that was found out later.
time::Instant known_since(const complaint::Complaint& complaint, const complaint::Event& event) {
    const bool is_first = event.kind == EventKind::opened || event.kind == EventKind::imported;
    return is_first ? complaint.received_at : event.happened_at;
}

} // namespace

void AuthorityClock::take(const complaint::Complaint& before, const complaint::Complaint& after,
                          const complaint::Event& event, const Regime& regime) {
    const bool was_in_danger = m_known_at && is_dangerous(before.harm);
    if (!was_in_danger && is_dangerous(after.harm)) {
        m_known_at = known_since(after, event);
        // Of what came in with its end nobody told us.
        const bool is_over = event.kind == EventKind::imported && !is_unresolved(after.status);
        m_running = is_over ? std::nullopt : begun(*m_known_at, regime);
    } else if (was_in_danger && !is_dangerous(after.harm)) {
        m_known_at.reset();
        if (m_running && !m_running->met_at && !m_running->missed_at) give_up(*m_running, event.happened_at);
    }
    if (!m_running || !is_dangerous(after.harm)) return;
    m_running->met_at = after.reported_at;
    m_running->cancelled_at.reset();
    m_running->missed_at.reset();
    if (complaint::need_not_be_reported(after))
        give_up(*m_running, after.not_reportable_at.value_or(event.happened_at));
}

void AuthorityClock::replan(const complaint::Complaint& complaint, time::Instant now, const Regime& regime) {
    if (!m_known_at || is_reported_on(complaint)) return;
    if (m_running && *due_of(*m_running, {}).at <= now) return;
    m_running = begun(*m_known_at, regime);
}

std::vector<Running> AuthorityClock::deadlines() const {
    if (!m_running) return {};
    return {*m_running};
}

} // namespace reklamaatio::rulebook
