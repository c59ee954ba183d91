// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a decision to another person or to an outside body: what the record and the policy say of it.
#pragma once

#include "casework/desk.hpp"
#include "complaint/appeal.hpp"

#include <optional>
#include <string>

namespace reklamaatio::casework {

// Who ended the complaint last; empty where nobody knows, as of what was imported, or nobody did.
std::string last_decider(Desk& desk, complaint::Id complaint);

// As complaint::check_may_review; a complaint of the first stage has no second look.
void check_reviewer(Desk& desk, const complaint::Complaint& complaint, const std::string& person);

// What was typed of an appeal.
struct AppealRequest {
    std::string body{}; // its key, or complaint::k_review
    std::string ref{};
    std::optional<time::Instant> answer_by{}; // nothing: as the policy says of the body
    std::optional<std::string> reviewer{};    // WHO; nothing: the desk's actor
};
// Throws complaint::Refusal, and what casework/handler.hpp throws for somebody whom the policy does not know.
complaint::Event appeal(Desk& desk, const complaint::Complaint& complaint,
                        const complaint::Procedure& procedure, const AppealRequest& request,
                        const std::string& text, const complaint::Occasion& when);

} // namespace reklamaatio::casework
