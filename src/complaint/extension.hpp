// SPDX-License-Identifier: GPL-3.0-or-later
// More time than a statutory term gives at first, where the law lets the firm take it, or than we promise for the resolution,
// where the policy does: by telling the customer why, before it ends, and once. Like handling.hpp: what changes is said as an event, and Refusal is thrown for what cannot be.
#pragma once

#include "complaint/handling.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::complaint {

// What holds for a term of the complaint, or for its resolution.
struct Extendable {
    std::string term;     // by its name in the policy; empty: the resolution that we promise
    time::Instant due_at; // where it ends now
    time::Instant most;   // the latest that it may end
    std::vector<std::string> channels = {}; // on which the customer can be told; none: on any
};

struct NewExtension {
    time::Instant until;
    std::string reason;
    std::string channel; // empty: that of the complaint
    std::string text;
};

// It is a message to the customer, and moves nothing but that end. Throws Refusal.
Event extend(const Complaint& complaint, const Procedure& procedure, const Extendable& given,
             const NewExtension& extension, const Occasion& occasion);

} // namespace reklamaatio::complaint
