// SPDX-License-Identifier: GPL-3.0-or-later
// What all acts on a complaint have in common; for the files of this room that decide acts.
#pragma once

#include "complaint/handling.hpp"

#include <string>
#include <vector>

namespace reklamaatio::complaint {

// The state after an act: its status, and what follows from a change of status. Throws Refusal for what the
// table of moves or the order of time forbids.
Complaint moved(const Complaint& complaint, Act act, const Occasion& occasion);

// The same after something that the customer told us. What was told before we asked, and is written down
// late, is not what we wait for: the wait goes on.
Complaint heard(const Complaint& complaint, Act act, const Occasion& occasion);

// Throws Refusal when the time is before the complaint was received.
void check_order(const Complaint& complaint, const Occasion& occasion);

// The event that leads from one state to the other.
Event made_event(EventKind kind, const Complaint& before, const Complaint& after, const Occasion& occasion);

// Likewise, with what changed among its parts.
Event made_event(EventKind kind, const Complaint& before, const Complaint& after,
                 const Procedure& parts_before, const Procedure& parts_after, const Occasion& occasion);

// From now on the customer is waited for: what for, and by when, if that was said. Asked once more, the wait goes on, for
// the newest. Throws Refusal for a time that is over.
void wait_for(Complaint& complaint, const std::string& reason, const std::optional<time::Instant>& until,
              const Occasion& occasion);

// What is asked for once more in the same words changes nothing, and yet starts the customer's time again: the event
// says it all the same.
void note_asking(Event& event, const Complaint& before, const std::string& reason);

// A human told the customer something: the earliest such time is the answer.
void answer(Complaint& complaint, time::Instant at);

// What was decided is so no more: it is opened again. The first end stays on record. To be called before the reopening, or
// the stage, is counted.
void set_end_aside(Complaint& complaint);

// The customer was told whom to turn to against a decision: the earliest such time counts.
void tell_recourse(Complaint& complaint, time::Instant at);

// Throws Refusal for money that comes with the remedy none.
void check_price(const Complaint& complaint, const std::string& remedy,
                 const std::optional<std::int64_t>& amount);

// From then on they are in charge; who is already got it when they got it.
void give_to(Complaint& complaint, const Assignment& assignment, time::Instant at);

// The step is done now; what is empty keeps what an earlier time found out.
void do_step(Procedure& procedure, const StepTaken& taken, const std::string& text, const Occasion& occasion);

// The steps that a message or an end completes. Throws Refusal when understanding is said to be done
// without a word of what was found out, now or before.
void do_steps(const Complaint& complaint, Procedure& procedure, const std::vector<Step>& steps,
              const std::string& text, const Occasion& occasion);

// How many could see it: nobody is no public. Throws BadValue.
void check_audience(const std::optional<std::int64_t>& audience);

// How content the customer is. Throws BadValue for what is not on its scale.
void check_answers(const std::optional<std::int64_t>& csat, const std::optional<std::int64_t>& nps);

} // namespace reklamaatio::complaint
