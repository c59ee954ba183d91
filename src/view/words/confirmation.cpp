// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/confirmation.hpp"

#include "casework/owed.hpp"
#include "casework/triage.hpp"
#include "complaint/customer.hpp"
#include "complaint/money.hpp"
#include "complaint/procedure.hpp"
#include "store/complainants.hpp"
#include "store/customers.hpp"
#include "text/fold.hpp"
#include "text/plural.hpp"
#include "view/words/appeal_text.hpp"
#include "view/words/danger_text.hpp"
#include "view/words/due_text.hpp"
#include "view/words/event_text.hpp"
#include "view/words/in_words.hpp"
#include "view/words/term_text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

namespace {

using complaint::Complaint;
using complaint::Event;
using complaint::EventKind;

// A dry run may speak into a pipe; what was done is told at a terminal alone.
TimeText times_of(casework::Desk& desk, Tense tense, bool near_times) {
    if (tense.would && !near_times) return absolute(desk.zone());
    return day_and_time(desk.now(), desk.zone());
}

// Which fields changed; the status is said otherwise, or follows.
std::string changes(const ChangedComplaint& done, const TimeText& times) {
    Event told;
    told.complaint = done.after.id;
    told.changes = complaint::differences(done.before, done.after);
    std::erase_if(told.changes, [](const complaint::FieldChange& c) { return c.field == "status"; });
    return summary_text(told, times, false);
}

std::string assigned_text(const ChangedComplaint& done, Tense tense) {
    const auto& to = done.after;
    if (!to.assignee.empty()) return fmt::format("{} assigned to {}", tense.is(), to.assignee);
    if (!to.team.empty()) return fmt::format("{} assigned to team {}", tense.is(), to.team);
    return fmt::format("{} assigned to nobody", tense.is());
}

// What ends a wait without a word to the customer.
std::string silent_text(const ChangedComplaint& done, const TimeText& when, Tense tense) {
    const auto parts = parts_text(done.event->parts, when);
    const std::string over = tense.would ? "would no longer wait" : "no longer waits";
    return parts.empty() ? over : fmt::format("{}; it {}", parts, over);
}

std::string contacted_text(const ChangedComplaint& done, const complaint::Message& message, Tense tense) {
    const bool in = message.direction == complaint::Direction::in;
    std::string text = fmt::format("{} {}", tense.has(),
                                   in && message.automatic ? "the customer's automatic answer"
                                   : in                    ? "the customer's message"
                                   : message.automatic     ? "the automatic acknowledgement"
                                                           : "your message to the customer");
    if (!message.channel.empty()) text += fmt::format(" by {}", message.channel);
    if (in && message.needs_no_answer) text += ", which needs no answer";
    if (in && message.automatic) return text;
    if (in && done.before.waiting_since && done.after.waiting_since)
        text += ", from before the wait, which goes on";
    if (done.before.waiting_since && !done.after.waiting_since)
        text += fmt::format(", and {} open again", tense.is());
    return text;
}

std::string paid_text(const Complaint& after) {
    return fmt::format("{} of {} paid", after.remedy,
                       complaint::sum_text(after.amount.value_or(0), after.currency));
}

std::string ended_text(const Complaint& after, Tense tense) {
    std::vector<std::string> facts;
    if (after.outcome) facts.emplace_back(in_words(*after.outcome));
    if (after.settled && *after.settled != complaint::Settled::unknown)
        facts.push_back(fmt::format("settled {}", in_words(*after.settled)));
    if (after.remedy == "none")
        facts.emplace_back("no remedy");
    else if (!after.remedy.empty())
        facts.push_back(complaint::remedy_text(after.remedy, after.amount, after.currency));
    return fmt::format("{} {}{}{}", tense.is(), in_words(after.status), facts.empty() ? "" : ": ",
                       fmt::join(facts, ", "));
}

std::string followed_up_text(const Complaint& after, Tense tense) {
    std::vector<std::string> facts;
    if (after.reached == complaint::Reached::no) facts.emplace_back("nobody was reached");
    if (after.csat) facts.push_back(fmt::format("CSAT {} of 5", *after.csat));
    if (after.nps) facts.push_back(fmt::format("NPS {} of 10", *after.nps));
    if (after.retained) facts.push_back(fmt::format("retained {}", in_words(*after.retained)));
    return fmt::format("{} {}{}{}", tense.is(), in_words(after.status), facts.empty() ? "" : ": ",
                       fmt::join(facts, ", "));
}

// Whether it is told by its steps and what became of promises, offers and tasks: "offer 1 paid", clauses without a verb.
bool is_told_by_parts(const Event& event) {
    switch (event.kind) {
    case EventKind::contacted:
        return !event.message && !event.parts.empty();
    case EventKind::offered: // with the steps that it completes
        return event.parts.size() > 1;
    case EventKind::stepped:
    case EventKind::promise_ended:
    case EventKind::offer_answered:
    case EventKind::task_changed:
    case EventKind::appealed:
    case EventKind::extended:
        return true;
    default:
        return false;
    }
}

// What stands after the number of the complaint.
std::string what_happened(const ChangedComplaint& done, const TimeText& times, Tense tense) {
    const Event& event = *done.event;
    switch (event.kind) {
    case EventKind::assigned:
        return assigned_text(done, tense);
    case EventKind::contacted:
        return event.message ? contacted_text(done, *event.message, tense) : silent_text(done, times, tense);
    case EventKind::noted:
        return danger_text(event, tense.would).value_or(fmt::format("{} your note", tense.has()));
    case EventKind::stepped:
    case EventKind::promised:
    case EventKind::promise_ended:
    case EventKind::offered:
    case EventKind::offer_answered:
    case EventKind::task_opened:
    case EventKind::task_changed:
    case EventKind::appealed:
    case EventKind::extended:
        // What was granted without an offer.
        if (event.parts.empty()) return paid_text(done.after);
        return (is_told_by_parts(event) ? "" : fmt::format("{} ", tense.has()))
               + parts_text(event.parts, times);
    case EventKind::resolved:
        return ended_text(done.after, tense);
    case EventKind::followed_up:
        return followed_up_text(done.after, tense);
    case EventKind::reopened:
        return fmt::format("{} reopened", tense.is());
    case EventKind::voided:
        return fmt::format("{} void", tense.is());
    default:
        return fmt::format("{} changed: {}", tense.is(), changes(done, times));
    }
}

bool changes_field(const complaint::PartChange& part, std::string_view field) {
    return complaint::change_of(part.changes, field) != nullptr;
}

bool is_withdrawn(const complaint::PartChange& part) {
    return part.part == complaint::Part::offer && changes_field(part, "withdrawn_at");
}

// What a person owes the customer after bad news, and no clock reminds of.
std::string advice(const ChangedComplaint& done) {
    const Event& event = *done.event;
    if (event.kind == EventKind::appealed) return appeal_advice(done.before, done.after, event);
    for (const auto& part : event.parts) {
        if (part.part == complaint::Part::promise && changes_field(part, "broken_at"))
            return "; tell the customer and make a new promise";
        if (part.part == complaint::Part::offer && changes_field(part, "declined_at")
            && !changes_field(part, "wish"))
            return "; ask what would be right";
    }
    return "";
}

// What stands between the number of the complaint and what happened to it.
std::string_view joint_of(const Event& event, Tense tense) {
    if (!is_told_by_parts(event)) return " ";
    return tense.would ? " would be changed: " : ": ";
}

bool tells_customer(const Event& event) {
    return event.message && event.message->direction == complaint::Direction::out
           && !event.message->automatic;
}

// " until Fri 23:59": where the customer has been given a time.
std::string answer_text(const rulebook::Plan& plan, const TimeText& when) {
    for (const auto& deadline : plan.deadlines)
        if (deadline.clock == complaint::Clock::answer && !deadline.met_at && !deadline.cancelled_at)
            return fmt::format(" until {}", when(*deadline.due_at));
    return "";
}

// What it waits for from now on; and that it still does where the customer heard of us, or where the offer that it
// may have waited for is gone.
std::string wait_text(const ChangedComplaint& done, const TimeText& when, Tense tense) {
    const Complaint& before = done.before;
    const Complaint& after = done.after;
    if (!after.waiting_since) return "";
    const auto until = answer_text(*done.plan, when);
    const std::string_view joint = is_told_by_parts(*done.event) ? "; it" : ", and";
    if (!before.waiting_since)
        return fmt::format("{} {}{} for the customer: {}", joint, tense.would ? "would wait" : "waits", until,
                           after.waiting_reason);
    if (before.waiting_reason != after.waiting_reason)
        return fmt::format("{} {}{} for: {}", joint, tense.would ? "would now wait" : "now waits", until,
                           after.waiting_reason);
    const bool is_in_vain = std::ranges::any_of(done.event->parts, is_withdrawn);
    if (!is_in_vain && !tells_customer(*done.event)) return "";
    return fmt::format("{} {}{} for the customer: {}{}", joint,
                       tense.would ? "would still wait" : "still waits", until, after.waiting_reason,
                       is_in_vain ? fmt::format("; contact {} --no-await ends that", to_string(after.id))
                                  : "");
}

// Whoever is told something otherwise than they like may not hear it.
std::string preference_text(casework::Desk& desk, const ChangedComplaint& done) {
    const auto& said = done.event->message;
    if (!said || said->direction != complaint::Direction::out || !done.after.customer) return "";
    const auto customer = store::find_customer(desk.database(), *done.after.customer);
    if (!customer || customer->prefers.empty()
        || text::folded(customer->prefers) == text::folded(said->channel))
        return "";
    return fmt::format(" (the customer prefers {})", customer->prefers);
}

// Whose complaints were merged into it are owed the same letter.
std::string others_text(casework::Desk& desk, const ChangedComplaint& done, Tense tense) {
    if (!tells_customer(*done.event)) return "";
    std::vector<std::string> names;
    for (const auto& other : store::other_complainants(desk.database(), done.after.id))
        names.push_back(complaint::introduced(other.customer));
    if (names.empty()) return "";
    return fmt::format("; {} {} to be told as well", text::listed(names, " and "),
                       tense.would ? "would have" : text::one_or_many(names.size(), "has", "have"));
}

// A promise and an offer are answers too, though nobody logged one.
std::string answered_text(const ChangedComplaint& done, Tense tense) {
    const bool is_commitment =
        done.event->kind == EventKind::promised || done.event->kind == EventKind::offered;
    const bool is_first = !done.before.responded_at && done.after.responded_at;
    if (!is_commitment || !is_first) return "";
    return tense.would ? "; this would be the first answer" : "; this is the first answer";
}

// What is owed to the customer next; after reopening, what was reopened. Nothing where nobody asks: a note, a promise,
// which has its time in it, a task of staff, and a wait for the customer.
std::optional<rulebook::Deadline> next_duty(const ChangedComplaint& done) {
    const auto kind = done.event->kind;
    if (kind == EventKind::noted || kind == EventKind::promised || kind == EventKind::task_opened
        || kind == EventKind::task_changed || done.after.waiting_since)
        return std::nullopt;
    auto owed = casework::owed_deadlines(done.after, *done.plan);
    std::erase_if(owed, [](const auto& deadline) { return !is_owed_to_customer(deadline.clock); });
    if (opens_again(*done.event))
        for (const auto& deadline : owed)
            if (deadline.clock == complaint::Clock::resolution) return deadline;
    return owed.empty() ? std::nullopt : std::optional(owed.front());
}

} // namespace

std::string confirmation(casework::Desk& desk, const ChangedComplaint& done, Tense tense, bool near_times) {
    const auto times = times_of(desk, tense, near_times);
    const auto id = to_string(done.after.id);
    if (!done.event && !done.why.empty()) return fmt::format("{}: {}", id, done.why);
    if (!done.event) return fmt::format("{} is already so; nothing changed", id);
    std::string text = with_reason(fmt::format("{}{}{}{}{}", id, joint_of(*done.event, tense),
                                               what_happened(done, times, tense), preference_text(desk, done),
                                               wait_text(done, times, tense)),
                                   done.why)
                       + answered_text(done, tense) + others_text(desk, done, tense) + advice(done);
    if (const auto duty = next_duty(done))
        text += "; "
                + (is_untold(*duty, done.after) ? untold_text(desk.policy(), *duty, desk.now(), times)
                                                : due_text(*duty, desk.now(), times, tense.would));
    return done.rest.empty() ? text : fmt::format("{}; {}", text, done.rest);
}

} // namespace reklamaatio::view
