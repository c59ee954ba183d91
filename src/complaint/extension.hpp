// SPDX-License-Identifier: GPL-3.0-or-later
// More time than a statutory term gives at first, where the law lets the firm take it: by telling the customer why, before
// the term ends, and once. Like handling.hpp: what changes is said as an event, and Refusal is thrown for what cannot be.
#pragma once

#include "complaint/handling.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::complaint {

// What holds for a term of the complaint.
struct ExtendableTerm {
    std::string name;
    time::Instant due_at;                   // where it ends now
    time::Instant most;                     // the latest that the law lets it end
    std::vector<std::string> channels = {}; // on which the customer can be told; none: on any
};

struct NewExtension {
    time::Instant until;
    std::string reason;
    std::string channel; // empty: that of the complaint
    std::string text;
};

// It is a message to the customer, and moves nothing but the term. Throws Refusal.
Event extend(const Complaint& complaint, const Procedure& procedure, const ExtendableTerm& term,
             const NewExtension& extension, const Occasion& occasion);

} // namespace reklamaatio::complaint
