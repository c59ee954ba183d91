// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a customer: the steps, what was promised, what was offered; what staff do for that;
// whom we told that it is time; what became of our decision elsewhere; and what was given more time. Parts of a complaint, each with its number in it.
#pragma once

#include "complaint/alert_record.hpp"
#include "complaint/word.hpp"
#include "time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

struct Event;
struct PartChange;

// A step as it was done last; its number is that of the step, from 1.
struct StepRecord {
    std::int64_t number = 0;
    std::optional<time::Instant> done_at;
    std::string done_by;
    std::string text;
    // What was found out by understanding.
    std::string what;
    std::string where;
    std::string why;
    friend bool operator==(const StepRecord&, const StepRecord&) = default;
};

enum class PromiseState { open, kept, broken, withdrawn };

// Numbered P1, P2... in its complaint. At most one of the three ends is set.
struct Promise {
    std::int64_t number = 0;
    std::string text;
    std::optional<time::Instant> made_at;
    std::string made_by;
    std::optional<time::Instant> due_at;
    std::optional<time::Instant> kept_at;
    std::optional<time::Instant> broken_at;
    std::optional<time::Instant> withdrawn_at;
    friend bool operator==(const Promise&, const Promise&) = default;
};

enum class OfferState { proposed, accepted, declined, withdrawn, expired };

// A remedy that was proposed, money or not. At most one of accepted, declined and withdrawn is set; only what
// was accepted is paid.
struct Offer {
    std::int64_t number = 0;
    std::string remedy;
    std::optional<std::int64_t> amount; // cents
    std::string currency;
    std::string text;
    std::optional<time::Instant> made_at;
    std::string made_by;
    std::string approved_by; // who may, where made_by may not
    std::optional<time::Instant> valid_until;
    std::optional<time::Instant> accepted_at;
    std::optional<time::Instant> declined_at;
    std::optional<time::Instant> withdrawn_at;
    std::optional<time::Instant> paid_at;
    std::string wish; // what the customer wants instead
    friend bool operator==(const Offer&, const Offer&) = default;
};

enum class TaskState { open, done, dropped };

// What staff owe each other, numbered T1, T2... in its complaint. At most one of the two ends is set.
struct Task {
    std::int64_t number = 0;
    std::string text;  // what is to be done
    std::string owner; // who does it: a person, or team:NAME
    std::optional<time::Instant> made_at;
    std::string made_by;
    std::optional<time::Instant> due_at; // nothing: whenever it suits
    std::optional<time::Instant> done_at;
    std::optional<time::Instant> dropped_at; // it need not be done any more
    friend bool operator==(const Task&, const Task&) = default;
};

// The word that no body can be called by: a second look of our own, by another person.
inline constexpr std::string_view k_review = "review";

// How an appeal ended: by a decision, or because both agreed.
enum class Decision { upheld, partly, rejected, settled };

// Of an outside body we are asked for an answer; a second look of our own is only decided.
enum class AppealState { open, answered, decided };

// That the customer does not take our decision: to whom the complaint went, and what came of it. Numbered A1, A2... in its
// complaint.
struct Appeal {
    std::int64_t number = 0;
    std::string body;                     // its key in the policy, or k_review
    std::string ref;                      // what the body calls it
    std::optional<time::Instant> made_at; // since when the body has it
    std::string made_by;                  // who wrote it down
    std::optional<Outcome> against;       // what we had decided
    std::string decider;                  // who had; empty: nobody knows
    std::optional<time::Instant>
        answer_by; // when the body wants our answer, or the second look is to be over
    std::optional<time::Instant> answered_at;
    std::optional<time::Instant> decided_at;
    std::optional<Decision> decision; // nothing, once decided: it ended without one, such as by a withdrawal
    std::optional<std::int64_t> amount; // cents, that were awarded or agreed
    std::string currency;
    friend bool operator==(const Appeal&, const Appeal&) = default;
};

// That a statutory term, or the resolution that we promise, was moved, once, by telling the customer.
struct Extension {
    std::int64_t number = 0;
    std::string term;                          // by its name in the policy; empty: the resolution
    std::optional<time::Instant> first_due_at; // where it ended before
    std::optional<time::Instant> until;
    std::string reason;
    std::optional<time::Instant> made_at;
    std::string made_by;
    friend bool operator==(const Extension&, const Extension&) = default;
};

// All parts of one complaint, each list in order of number.
struct Procedure {
    std::vector<StepRecord> steps;
    std::vector<Promise> promises;
    std::vector<Offer> offers;
    std::vector<AlertRecord> alerts;
    std::vector<Task> tasks;
    std::vector<Appeal> appeals = {};
    std::vector<Extension> extensions = {};
    friend bool operator==(const Procedure&, const Procedure&) = default;
};

// Whether it is of no use without a sum.
bool is_money(const std::string& remedy);

// What was accepted and is still to be paid, be the sum known or not.
bool is_to_pay(const Offer& offer);

PromiseState state_of(const Promise& promise);
AppealState state_of(const Appeal& appeal);
inline bool is_review(const Appeal& appeal) {
    return appeal.body == k_review;
}
// Whether the customer got more of it than of our own decision.
inline bool overturns(Decision decision) {
    return decision == Decision::upheld || decision == Decision::partly;
}
TaskState state_of(const Task& task);
// An offer that nobody answered in time has expired.
OfferState state_of(const Offer& offer, time::Instant now);

constexpr std::int64_t number_of(Step step) {
    return static_cast<std::int64_t>(step) + 1;
}
bool is_done(const Procedure& procedure, Step step);
// Those that are not done, in their order.
std::vector<Step> steps_left(const Procedure& procedure);

// Brings the parts forward by one event. A part that is blank afterwards is gone: its making was undone.
void apply(Procedure& procedure, const Event& event);

// What differs between two states, in order of part and number.
std::vector<PartChange> differences(const Procedure& before, const Procedure& after);

constexpr auto vocabulary(PromiseState) {
    return Words<4>{"a state of a promise", {"open", "kept", "broken", "withdrawn"}};
}
constexpr auto vocabulary(Decision) {
    return Words<4>{"a decision on an appeal", {"upheld", "partly", "rejected", "settled"}};
}
constexpr auto vocabulary(AppealState) {
    return Words<3>{"a state of an appeal", {"open", "answered", "decided"}};
}
constexpr auto vocabulary(TaskState) {
    return Words<3>{"a state of a task", {"open", "done", "dropped"}};
}
constexpr auto vocabulary(OfferState) {
    return Words<5>{"a state of an offer", {"proposed", "accepted", "declined", "withdrawn", "expired"}};
}

} // namespace reklamaatio::complaint
