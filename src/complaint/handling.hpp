// SPDX-License-Identifier: GPL-3.0-or-later
// What people do to complaints. Each function decides whether it may be done, and says as an event what
// changes; none of them stores anything. All throw Refusal when the status, or the order of time, does not
// allow it.
#pragma once

#include "complaint/event.hpp"
#include "complaint/field_values.hpp"
#include "complaint/moves.hpp"
#include "complaint/procedure.hpp"
#include "time/zone.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::complaint {

// When a thing happened, and when it is written down. happened_at is not after now.
struct Occasion {
    time::Instant happened_at;
    time::Instant now;
    time::Zone zone = time::Zone::utc();
    std::string actor = {}; // who acts

    // "2026-11-02 10:00" in `zone`: a time as refusals tell it.
    std::string told(time::Instant at) const;
};

// A step that is done together with something else. What understanding found out may be empty.
struct StepTaken {
    Step step = Step::empathise;
    std::string what = {};
    std::string where = {};
    std::string why = {};
};

// Throws Refusal when a complaint would be logged without subject and text, or before it was received.
// `draft` has the facts, its id, uid and received_at; status, logged_at and status_at are set here.
// `answered`: we talked to the customer at happened_at, which meets the response clock; without it
// happened_at is not looked at.
Event open(Complaint draft, bool answered, const Occasion& occasion);

// What a complaint is classified as: values of the fields of Use::classify, and tags.
struct Classification {
    FieldValues values;
    std::vector<std::string> tag{};
    std::vector<std::string> untag{};
    bool empty() const { return values.empty() && tag.empty() && untag.empty(); }
};
// What it says becomes of the facts, also of a draft.
void apply_classification(Complaint& complaint, const Classification& classification);
Event classify(const Complaint& complaint, const Classification& classification, const Occasion& occasion);

// To a person (team kept), to a team (nobody in person), or to nobody (both empty).
struct Assignment {
    std::string team;
    std::string assignee;
};
Event assign(const Complaint& complaint, const Assignment& assignment, const Occasion& occasion);

struct Contact {
    Direction direction = Direction::out;
    std::string channel; // empty: that of the complaint
    std::string text;
    bool automatic = false;
    std::optional<std::string> await;        // the reason why we now wait for the customer
    std::optional<time::Instant> until = {}; // by when the answer is expected, of a wait
    bool no_await = false;
    std::vector<Step> steps = {}; // done by this message
    // What the customer says asks nothing; without that, nothing asks that the customer has said by then.
    bool needs_no_answer = false;
    bool tells_recourse = false; // it says whom the customer can turn to against the decision
};
// The first message by a human to the customer is the answer. What a machine sends changes nothing, whoever it is of.
Event contact(const Complaint& complaint, const Procedure& procedure, const Contact& contact,
              const Occasion& occasion);

// A step that was done. Throws Refusal when understanding says neither what, where, why nor anything
// else.
Event step(const Complaint& complaint, const Procedure& procedure, const StepTaken& taken,
           const std::string& text, const Occasion& occasion);

// The event with an internal note beside it, if the text is not empty.
Event with_note(Event event, const std::string& text);

Event note(const Complaint& complaint, const std::string& text, const Occasion& occasion);

// Takes outcome, settled, what was granted and the answers of the follow-up back, which stand in endings().
// Only granted_at stays: what was accepted before it is granted already. The first end is kept.
Event reopen(const Complaint& complaint, const std::string& text, const Occasion& occasion);

Event void_entry(const Complaint& complaint, const std::string& text, const Occasion& occasion);

} // namespace reklamaatio::complaint
