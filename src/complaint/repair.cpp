// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/repair.hpp"

#include "complaint/acts.hpp"
#include "complaint/effort.hpp"
#include "complaint/error.hpp"
#include "complaint/refusal.hpp"

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

void check_received(const Complaint& before, const Complaint& after, std::optional<time::Instant> first_act,
                    const Occasion& occasion) {
    const auto received = occasion.told(after.received_at);
    if (after.received_at > occasion.now)
        refuse<Reason::received_in_the_future>(after.id, received, occasion.told(occasion.now));
    if (after.responded_at && *after.responded_at < after.received_at)
        refuse<Reason::received_after_answer>(after.id, received, occasion.told(*after.responded_at));
    if (after.logged_at < after.received_at)
        refuse<Reason::received_after_entry>(after.id, received, occasion.told(after.logged_at));
    if (first_act && *first_act < after.received_at)
        refuse<Reason::received_after_act>(after.id, received, occasion.told(*first_act));
    if (after.status_at < after.received_at)
        refuse<Reason::received_after_status>(after.id, received, before.status,
                                              occasion.told(before.status_at));
}

// Only what is corrected is judged: what came from a file may be as it is.
void check_facts(const Complaint& before, const Complaint& after, const Correction& to,
                 const Occasion& occasion) {
    const FieldValues& said = to.values;
    if ((said.has("subject") || said.has("text")) && after.subject.empty() && after.text.empty())
        refuse<Reason::subject_and_text_gone>(after.id);
    if (said.has("received_at")) check_received(before, after, to.first_act, occasion);
    if ((said.gives("outcome") || said.gives("settled")) && !after.resolved_at)
        refuse<Reason::not_resolved_no_outcome>(after.id);
    if ((said.has("outcome") || said.has("kind")) && after.outcome && !has_outcome(after.kind))
        refuse<Reason::outcome_against_edited_kind>(after.id, after.kind);
    if (said.has("remedy") && !said.has("amount_cents") && after.remedy.empty() && after.amount)
        refuse<Reason::remedy_gone_amount_left>(after.id);
    if ((said.gives("csat") || said.gives("nps") || said.gives("retained")) && !after.resolved_at)
        refuse<Reason::not_resolved_no_answers>(after.id);
}

void check_scales(const Complaint& after, const FieldValues& said) {
    if (after.effort_minutes > k_most_effort)
        throw BadValue(std::string(k_effort), fmt::format("{} minutes are too many; write at most {}",
                                                          after.effort_minutes, k_most_effort));
    check_audience(said.has("public") ? after.audience : std::nullopt);
    check_answers(said.has("csat") ? after.csat : std::nullopt, said.has("nps") ? after.nps : std::nullopt);
}

} // namespace

Event edit(const Complaint& complaint, const Correction& to, const std::string& text,
           const Occasion& occasion) {
    status_after(complaint.id, complaint.status, Act::edit);
    Complaint after = complaint;
    to.values.apply_to(after);
    check_scales(after, to.values);
    // Nothing has happened yet: the status is as old as the complaint.
    if (complaint.status_at == complaint.received_at) after.status_at = after.received_at;
    if (to.values.has("remedy") || to.values.has("amount_cents")) {
        check_price(after, after.remedy, after.amount);
        const bool is_nothing = after.remedy.empty() && !after.amount;
        after.granted_at = after.resolved_at.value_or(occasion.happened_at);
        if (is_nothing) after.granted_at.reset();
    }
    check_facts(complaint, after, to, occasion);
    check_order(after, occasion);
    return with_note(made_event(EventKind::edited, complaint, after, occasion), text);
}

} // namespace reklamaatio::complaint
