// SPDX-License-Identifier: GPL-3.0-or-later
// A decision that the customer does not take: another person looks at it again, or an outside body does (a consumer board,
// an authority, a court). Like handling.hpp: what changes is said as an event, and Refusal is thrown for what cannot be.
#pragma once

#include "complaint/handling.hpp"

namespace reklamaatio::complaint {

struct NewAppeal {
    std::string body;                         // its key in the policy, or k_review
    std::string ref{};                        // what the body calls it
    std::optional<time::Instant> answer_by{}; // of a second look: by when it is to be over
    std::string decider{};                    // who decided what is appealed; empty: nobody knows
    Assignment reviewer{};                    // of a second look: who takes it
};

// What was decided stays judged, and another stage begins: it is open again. One that comes while another appeal is on joins
// its stage. Throws Refusal where nothing is decided yet, the body has it already, or whoever decided would look again.
Event appeal(const Complaint& complaint, const Procedure& procedure, const NewAppeal& appeal,
             const std::string& text, const Occasion& occasion);

enum class AppealTurn {
    answered, // we told the body our view
    decided
};

// What became of an appeal; of the only one that it can be about where no number is said.
struct AppealNews {
    AppealTurn turn = AppealTurn::answered;
    std::optional<std::int64_t> number{};
    std::optional<Decision> decision{};
    std::optional<std::int64_t> amount{};
    std::string currency{};
};
// It moves no status: what a body decided is yet to be done. Throws Refusal where there is no such appeal.
Event follow_appeal(const Complaint& complaint, const Procedure& procedure, const AppealNews& news,
                    const std::string& text, const Occasion& occasion);

// Whether it is not decided yet.
bool is_on(const Appeal& appeal);

// Whether a second look of our own is on. Null when none is.
const Appeal* review_on(const Procedure& procedure);

// Throws Refusal where a second look is on and that person decided what it is about. Empty: nobody in particular.
void check_may_review(const Complaint& complaint, const Procedure& procedure, const std::string& person);

// The end of the complaint is that of its second look. Throws Refusal where whoever decided first would decide again.
void end_review(const Complaint& complaint, Procedure& procedure, const std::optional<Outcome>& outcome,
                const Occasion& occasion);

} // namespace reklamaatio::complaint
