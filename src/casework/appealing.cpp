// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/appealing.hpp"

#include "casework/handler.hpp"
#include "complaint/endings.hpp"
#include "rulebook/bodies.hpp"
#include "store/events.hpp"
#include "store/parts.hpp"

namespace reklamaatio::casework {

namespace {

std::optional<time::Instant> usual_answer_by(Desk& desk, const std::string& body, time::Instant since) {
    const auto* known = rulebook::body_named(desk.policy().bodies, body);
    if (known == nullptr) return std::nullopt;
    return rulebook::answer_term_end(*known, since, desk.policy().default_calendar());
}

} // namespace

std::string last_decider(Desk& desk, complaint::Id complaint) {
    const auto endings = complaint::endings(store::standing_events_of(desk.database(), complaint));
    return endings.empty() ? "" : endings.back().by;
}

void check_reviewer(Desk& desk, const complaint::Complaint& complaint, const std::string& person) {
    if (complaint.stage > 1)
        complaint::check_may_review(complaint, store::procedure_of(desk.database(), complaint.id), person);
}

complaint::Event appeal(Desk& desk, const complaint::Complaint& complaint,
                        const complaint::Procedure& procedure, const AppealRequest& request,
                        const std::string& text, const complaint::Occasion& when) {
    complaint::NewAppeal made;
    made.body = request.body;
    made.ref = request.ref;
    made.answer_by =
        request.answer_by ? request.answer_by : usual_answer_by(desk, request.body, when.happened_at);
    made.decider = last_decider(desk, complaint.id);
    if (made.body == complaint::k_review)
        made.reviewer = request.reviewer
                            ? parse_owner(desk.policy(), *request.reviewer, complaint.team, desk.actor())
                            : complaint::Assignment{complaint.team,
                                                    known_actor(desk.policy(), desk.actor(), "--to review")};
    return complaint::appeal(complaint, procedure, made, text, when);
}

} // namespace reklamaatio::casework
