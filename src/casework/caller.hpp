// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a telephone number is that several customers have.
#pragma once

#include "casework/desk.hpp"
#include "store/customer_match.hpp"

#include <optional>

namespace reklamaatio::casework {

// What somebody said who was asked for it.
struct Caller {
    std::optional<complaint::CustomerId> known; // nothing: somebody new
};

// As Ledger::register_customer does it; with a caller, these are the caller's facts, whomever else they would fit.
// Throws complaint::Refusal where the caller is there no more, or was merged into another.
std::optional<store::CustomerMatch> register_customer(Desk& desk, const complaint::Customer& facts,
                                                      const std::optional<Caller>& caller);

} // namespace reklamaatio::casework
