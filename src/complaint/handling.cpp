// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/handling.hpp"

#include "complaint/error.hpp"
#include "complaint/tags.hpp"
#include "time/display.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

using time::Instant;

void check_order(const Complaint& complaint, const Occasion& occasion) {
    if (occasion.happened_at < complaint.received_at)
        throw Refusal(fmt::format("{} was received at {}; nothing can have happened to it before",
                                  to_string(complaint.id),
                                  time::display_absolute(complaint.received_at, occasion.zone)));
}

// Waits end when the status leaves `waiting`, whatever led it away.
void end_wait(Complaint& complaint, Instant at) {
    complaint.waited += at - *complaint.waiting_since;
    complaint.waiting_since.reset();
    complaint.waiting_reason.clear();
}

// The state after an act: its status, and what follows from a change of status.
Complaint moved(const Complaint& complaint, Act act, const Occasion& occasion) {
    const Status to = status_after(complaint.id, complaint.status, act);
    check_order(complaint, occasion);
    Complaint after = complaint;
    if (to == complaint.status) return after;
    if (occasion.happened_at < complaint.status_at)
        throw Refusal(fmt::format("{} became {} at {}; a change of status cannot be dated before that",
                                  to_string(complaint.id), word(complaint.status),
                                  time::display_absolute(complaint.status_at, occasion.zone)));
    if (complaint.waiting_since) end_wait(after, occasion.happened_at);
    after.status = to;
    after.status_at = occasion.happened_at;
    return after;
}

Event event(EventKind kind, const Complaint& before, const Complaint& after, const Occasion& occasion) {
    Event made;
    made.kind = kind;
    made.complaint = after.id;
    made.happened_at = occasion.happened_at;
    made.recorded_at = occasion.now;
    made.changes = differences(before, after);
    return made;
}

std::optional<Message> internal(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return Message{Direction::note, "", false, text};
}

void answer(Complaint& complaint, Instant at) {
    complaint.responded_at = std::min(complaint.responded_at.value_or(at), at);
}

template <typename T>
void take(T& field, const std::optional<T>& value) {
    if (value) field = *value;
}

template <typename T>
void take(std::optional<T>& field, const std::optional<T>& value) {
    if (value) field = value;
}

Act act_of(const Contact& contact) {
    if (contact.await) return Act::await;
    if (contact.direction == Direction::in) return Act::contact_in;
    return contact.automatic ? Act::receipt : Act::contact_out;
}

// The end of a wait and a message can be one act: "they answered by phone, and I told them".
Complaint after_contact(const Complaint& complaint, const Contact& contact, const Occasion& occasion) {
    if (!contact.no_await) return moved(complaint, act_of(contact), occasion);
    const Complaint ended = moved(complaint, Act::no_await, occasion);
    return contact.text.empty() ? ended : moved(ended, act_of(contact), occasion);
}

} // namespace

Event open(Complaint draft, bool answered, const Occasion& occasion) {
    const Instant now = occasion.now;
    if (draft.subject.empty() && draft.text.empty())
        throw Refusal("a complaint needs a subject or a text; write reklamaatio open SUBJECT, or -m TEXT");
    if (draft.received_at > now)
        throw Refusal(fmt::format("the complaint cannot be received in the future ({}); now is {}",
                                  time::display_absolute(draft.received_at, occasion.zone),
                                  time::display_absolute(now, occasion.zone)));
    const bool worked_on = answered || !draft.assignee.empty() || !draft.team.empty();
    draft.status = worked_on ? Status::open : Status::new_;
    draft.logged_at = now;
    draft.status_at = draft.received_at;
    if (answered) draft.responded_at = occasion.happened_at;
    return event(EventKind::opened, Complaint{}, draft, {draft.received_at, now, occasion.zone});
}

Event classify(const Complaint& complaint, const Classification& to, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::classify, occasion);
    take(after.kind, to.kind);
    take(after.priority, to.priority);
    take(after.harm, to.harm);
    take(after.category, to.category);
    take(after.product, to.product);
    take(after.cause, to.cause);
    after.tags = changed_tags(std::move(after.tags), to.tag, to.untag);
    return event(EventKind::classified, complaint, after, occasion);
}

Event assign(const Complaint& complaint, const Assignment& assignment, const Occasion& occasion) {
    const bool nobody = assignment.team.empty() && assignment.assignee.empty();
    Complaint after = moved(complaint, nobody ? Act::unassign : Act::assign, occasion);
    after.team = assignment.team;
    after.assignee = assignment.assignee;
    return event(EventKind::assigned, complaint, after, occasion);
}

Event contact(const Complaint& complaint, const Contact& contact, const Occasion& occasion) {
    Complaint after = after_contact(complaint, contact, occasion);
    if (contact.await) {
        if (!after.waiting_since) after.waiting_since = occasion.happened_at;
        after.waiting_reason = *contact.await;
    }
    const bool said = !contact.no_await || !contact.text.empty();
    if (said && contact.direction == Direction::out && !contact.automatic)
        answer(after, occasion.happened_at);
    Event made = event(EventKind::contacted, complaint, after, occasion);
    if (said)
        made.message = {contact.direction, contact.channel.empty() ? complaint.channel : contact.channel,
                        contact.automatic, contact.text};
    return made;
}

Event with_note(Event event, const std::string& text) {
    if (auto message = internal(text)) event.message = std::move(message);
    return event;
}

Event note(const Complaint& complaint, const std::string& text, const Occasion& occasion) {
    return with_note(event(EventKind::noted, complaint, moved(complaint, Act::note, occasion), occasion),
                     text);
}

Event resolve(const Complaint& complaint, const Resolution& resolution, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::resolve, occasion);
    if (resolution.outcome && complaint.kind != Kind::complaint && complaint.kind != Kind::claim)
        throw Refusal(fmt::format("{} is a {}: only complaints and claims have an outcome",
                                  to_string(complaint.id), word(complaint.kind)));
    after.status = Status::closed;
    after.resolved_at = occasion.happened_at;
    after.closed_at = occasion.happened_at;
    after.outcome = resolution.outcome;
    after.settled = resolution.settled.value_or(Settled::unknown);
    take(after.remedy, resolution.remedy);
    take(after.amount, resolution.amount);
    take(after.currency, resolution.currency);
    take(after.cause, resolution.cause);
    if (resolution.channel) answer(after, occasion.happened_at);
    Event made = event(EventKind::resolved, complaint, after, occasion);
    made.message = internal(resolution.text);
    if (resolution.channel) made.message = {Direction::out, *resolution.channel, false, resolution.text};
    return made;
}

Event reopen(const Complaint& complaint, const std::string& text, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::reopen, occasion);
    after.resolved_at.reset();
    after.closed_at.reset();
    after.outcome.reset();
    after.settled.reset();
    after.reopened_count += 1;
    return with_note(event(EventKind::reopened, complaint, after, occasion), text);
}

Event void_entry(const Complaint& complaint, const std::string& text, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::void_, occasion);
    after.voided_at = occasion.happened_at;
    return with_note(event(EventKind::voided, complaint, after, occasion), text);
}

} // namespace reklamaatio::complaint
