// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/endings.hpp"

#include "complaint/commitments.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

namespace {

FollowedUp followed_up(const Complaint& complaint) {
    return {complaint.followed_up_at, "", complaint.reached, complaint.csat, complaint.nps,
            complaint.retained};
}

// Also when the same was granted once more: then granted_at tells.
bool grants(const Event& event) {
    return std::ranges::any_of(event.changes, [](const FieldChange& change) {
        return change.field == "granted_at" || change.field == "remedy" || change.field == "amount_cents";
    });
}

// The state at the end of a round: corrected, perhaps, since the complaint was resolved.
void complete(Ending& ending, const Complaint& complaint, bool granted) {
    ending.outcome = complaint.outcome;
    ending.settled = complaint.settled;
    ending.cause = complaint.cause;
    ending.left_undone = complaint.left_undone;
    if (granted) {
        ending.remedy = complaint.remedy;
        ending.amount = complaint.amount;
        ending.currency = complaint.currency;
        ending.approved_by = complaint.approved_by;
        ending.is_owed = is_to_pay(complaint);
        ending.paid_at = complaint.paid_at;
    }
    FollowedUp last = followed_up(complaint);
    if (ending.followups.empty()) {
        if (last != FollowedUp{}) ending.followups.push_back(last);
        return;
    }
    last.at = ending.followups.back().at;
    last.by = ending.followups.back().by;
    ending.followups.back() = last;
}

class Walk {
  public:
    void take(const Event& event) {
        const Complaint before = m_complaint;
        apply(m_complaint, event);
        if (!opens_again(event) && grants(event)) m_granted = true;
        if (!before.resolved_at && m_complaint.resolved_at) begin(event);
        if (event.kind == EventKind::followed_up && m_ended) {
            m_found.back().followups.push_back(followed_up(m_complaint));
            m_found.back().followups.back().by = event.actor;
        }
        // Also by a file that takes an end back.
        if (m_ended && !m_complaint.resolved_at) end(before, event);
    }

    std::vector<Ending> finish() {
        if (m_ended) complete(m_found.back(), m_complaint, m_granted);
        return std::move(m_found);
    }

  private:
    void begin(const Event& event) {
        Ending ending;
        ending.resolved_at = *m_complaint.resolved_at;
        if (event.kind != EventKind::imported) ending.by = event.actor;
        const bool is_noted = event.message && event.message->direction == Direction::note;
        if (is_noted && !m_complaint.left_undone.empty()) ending.left_undone_why = event.message->text;
        m_found.push_back(ending);
        m_ended = true;
    }

    void end(const Complaint& before, const Event& event) {
        Ending& ending = m_found.back();
        complete(ending, before, m_granted);
        ending.resolved_at = *before.resolved_at;
        ending.reopened_at = event.happened_at;
        ending.is_appealed = event.kind == EventKind::appealed;
        ending.reopened_by = event.actor;
        if (event.message) ending.reopened_why = event.message->text;
        m_ended = false;
        m_granted = false;
    }

    Complaint m_complaint;
    std::vector<Ending> m_found;
    bool m_ended = false;   // the last of them was not reopened
    bool m_granted = false; // something, since it was opened or reopened
};

} // namespace

std::vector<Ending> endings(std::span<const Event> standing) {
    Walk walk;
    for (const auto& event : standing)
        walk.take(event);
    return walk.finish();
}

Opening opening_of(std::span<const Event> standing) {
    Complaint complaint;
    std::optional<time::Instant> answered_at;
    for (const auto& event : standing) {
        const auto received_at = complaint.received_at;
        apply(complaint, event);
        if (event.kind == EventKind::merged) complaint.received_at = received_at;
        if (event.kind == EventKind::opened || event.kind == EventKind::imported)
            answered_at = complaint.responded_at;
    }
    return {complaint.received_at, complaint.channel, answered_at};
}

} // namespace reklamaatio::complaint
