// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/handling.hpp"

#include "complaint/acts.hpp"
#include "complaint/refusal.hpp"
#include "complaint/tags.hpp"
#include "time/display.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

namespace {

using time::Instant;

std::optional<Message> internal(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return Message{Direction::note, "", false, text};
}

Act act_of(const Contact& contact) {
    if (contact.await) return Act::await;
    if (contact.automatic) return Act::receipt;
    return contact.direction == Direction::in ? Act::contact_in : Act::contact_out;
}

// The end of a wait and a message can be one act: "they answered by phone, and I told them".
Complaint after_contact(const Complaint& complaint, const Contact& contact, const Occasion& occasion) {
    if (!contact.no_await && contact.direction == Direction::in)
        return heard(complaint, act_of(contact), occasion);
    if (!contact.no_await) return moved(complaint, act_of(contact), occasion);
    const Complaint ended = moved(complaint, Act::no_await, occasion);
    return contact.text.empty() ? ended : moved(ended, act_of(contact), occasion);
}

// A note of ours that ends what the customer's messages ask for, up to then.
Event ask_nothing(const Complaint& complaint, const Contact& contact, const Occasion& occasion) {
    if (is_unresolved(complaint.status) && !complaint.responded_at)
        refuse<Reason::first_answer_owed>(complaint.id);
    Event made = made_event(EventKind::noted, complaint, moved(complaint, Act::note, occasion), occasion);
    made.message = {Direction::note, "", false, contact.text, true};
    return made;
}

} // namespace

std::string Occasion::told(time::Instant at) const {
    return time::display_absolute(at, zone);
}

Event open(Complaint draft, bool answered, const Occasion& occasion) {
    const Instant now = occasion.now;
    if (draft.subject.empty() && draft.text.empty()) refuse<Reason::complaint_without_words>();
    if (draft.received_at > now)
        refuse<Reason::received_in_the_future>(std::optional<Id>(), occasion.told(draft.received_at),
                                               occasion.told(now));
    check_audience(draft.audience);
    const bool worked_on = answered || !draft.assignee.empty() || !draft.team.empty();
    draft.status = worked_on ? Status::open : Status::new_;
    if (!draft.assignee.empty()) draft.assigned_at = now;
    draft.logged_at = now;
    draft.status_at = draft.received_at;
    if (answered) draft.responded_at = occasion.happened_at;
    return made_event(EventKind::opened, Complaint{}, draft, {draft.received_at, now, occasion.zone});
}

void apply_classification(Complaint& complaint, const Classification& to) {
    to.values.apply_to(complaint);
    complaint.tags = changed_tags(std::move(complaint.tags), to.tag, to.untag);
}

Event classify(const Complaint& complaint, const Classification& to, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::classify, occasion);
    apply_classification(after, to);
    if (after.outcome && !has_outcome(after.kind))
        refuse<Reason::outcome_against_classified_kind>(complaint.id, after.kind);
    return made_event(EventKind::classified, complaint, after, occasion);
}

Event assign(const Complaint& complaint, const Assignment& assignment, const Occasion& occasion) {
    const bool nobody = assignment.team.empty() && assignment.assignee.empty();
    Complaint after = moved(complaint, nobody ? Act::unassign : Act::assign, occasion);
    give_to(after, assignment, occasion.happened_at);
    return made_event(EventKind::assigned, complaint, after, occasion);
}

Event contact(const Complaint& complaint, const Procedure& procedure, const Contact& contact,
              const Occasion& occasion) {
    if (contact.needs_no_answer && contact.direction != Direction::in)
        return ask_nothing(complaint, contact, occasion);
    Complaint after = after_contact(complaint, contact, occasion);
    if (contact.await) wait_for(after, *contact.await, contact.until, occasion);
    const bool said = !contact.no_await || !contact.text.empty();
    if (said && contact.direction == Direction::out && !contact.automatic)
        answer(after, occasion.happened_at);
    if (said && contact.direction == Direction::out && contact.tells_recourse)
        tell_recourse(after, occasion.happened_at);
    Procedure parts = procedure;
    do_steps(complaint, parts, contact.steps, contact.text, occasion);
    Event made = made_event(EventKind::contacted, complaint, after, procedure, parts, occasion);
    if (contact.await) note_asking(made, complaint, *contact.await);
    if (said)
        made.message = {contact.direction, contact.channel.empty() ? complaint.channel : contact.channel,
                        contact.automatic, contact.text, contact.needs_no_answer};
    return made;
}

Event with_note(Event event, const std::string& text) {
    if (auto message = internal(text)) event.message = std::move(message);
    return event;
}

Event note(const Complaint& complaint, const std::string& text, const Occasion& occasion) {
    return with_note(made_event(EventKind::noted, complaint, moved(complaint, Act::note, occasion), occasion),
                     text);
}

Event step(const Complaint& complaint, const Procedure& procedure, const StepTaken& taken,
           const std::string& text, const Occasion& occasion) {
    const Complaint after = moved(complaint, Act::step, occasion);
    const bool says_nothing = text.empty() && taken.what.empty() && taken.where.empty() && taken.why.empty();
    if (taken.step == Step::understand && says_nothing) refuse<Reason::step_without_findings>(complaint.id);
    Procedure parts = procedure;
    do_step(parts, taken, text, occasion);
    return with_note(made_event(EventKind::stepped, complaint, after, procedure, parts, occasion), text);
}

Event reopen(const Complaint& complaint, const std::string& text, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::reopen, occasion);
    set_end_aside(after);
    after.reopened_count += 1;
    return with_note(made_event(EventKind::reopened, complaint, after, occasion), text);
}

Event void_entry(const Complaint& complaint, const std::string& text, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::void_, occasion);
    after.voided_at = occasion.happened_at;
    return with_note(made_event(EventKind::voided, complaint, after, occasion), text);
}

} // namespace reklamaatio::complaint
