// SPDX-License-Identifier: GPL-3.0-or-later
// A complaint that the customer takes to an outside body: a consumer board, an authority, a lawyer. Like
// handling.hpp: what changes is said as an event, and Refusal is thrown for what cannot be.
#pragma once

#include "complaint/handling.hpp"

namespace reklamaatio::complaint {

struct NewAppeal {
    std::string body; // its key in the policy
    std::string ref;  // what the body calls it
};

// From when it happened on, the body has the complaint. That moves neither its status nor its clocks: what the firm
// answers to the body is decided by people. Throws Refusal when the body has it already.
Event appeal(const Complaint& complaint, const Procedure& procedure, const NewAppeal& appeal,
             const std::string& text, const Occasion& occasion);

} // namespace reklamaatio::complaint
