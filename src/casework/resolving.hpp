// SPDX-License-Identifier: GPL-3.0-or-later
// Ending a complaint: what the policy asks of an end, what the customer accepted, and what is to change so
// that it does not come again.
#pragma once

#include "casework/desk.hpp"
#include "complaint/action.hpp"
#include "complaint/handling.hpp"
#include "complaint/leftover.hpp"
#include "complaint/resolution.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::casework {

// An end as it was decided. Nothing of it is recorded yet.
struct Ended {
    complaint::Event event;
    complaint::Complaint after;
    std::optional<int> by_offer = {};            // the number of the accepted offer that says what is granted
    std::vector<complaint::Step> skipped = {};   // steps that nobody took, though somebody goes by steps
    std::vector<complaint::Offer> offers = {};   // of the complaint
    std::vector<complaint::Task> tasks = {};     // that go on after the end
    std::string untold_recourse = {};            // what the message should have said and does not
    std::vector<complaint::Appeal> appeals = {}; // of the complaint
};

// What the customer accepted is granted, unless `wanted` says something else; that needs nobody's approval
// once more. A message that rejects it should tell whom the customer can turn to; the policy may refuse one that does not. Throws complaint::Refusal where the status, what is left to do, or the authority of the desk's
// actor does not allow it.
Ended resolve(Desk& desk, const complaint::Complaint& complaint, const complaint::Resolution& wanted,
              const complaint::Occasion& when);

// Opens one preventive action, however many complaints led to it: for the cause and the product that they
// share. Its owner is who handles the first of them, else the desk's actor. `resolved` is not empty. Throws
// complaint::Refusal where several share no cause, so that nobody could tell whom the action concerns.
complaint::Action prevent(Desk& desk, std::span<const complaint::Complaint> resolved, const std::string& text,
                          const complaint::Occasion& when);

} // namespace reklamaatio::casework
