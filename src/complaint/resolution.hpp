// SPDX-License-Identifier: GPL-3.0-or-later
// How a complaint comes to its end, and how it went, asked afterwards.
#pragma once

#include "complaint/handling.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::complaint {

struct Resolution {
    std::optional<Outcome> outcome;
    std::optional<Settled> settled; // nothing: unknown
    std::optional<std::string> remedy;
    std::optional<std::int64_t> amount;
    std::optional<std::string> currency;
    std::optional<std::string> cause;
    std::string approved_by = {};
    bool is_offered = false; // an offer that was accepted tells what is owed
    std::string text;
    std::optional<std::string> channel; // the text was sent to the customer this way
    std::vector<Step> steps = {};       // done by this
    bool force = false;
    bool tells_recourse = false;                 // the customer was told whom to turn to against it
    std::optional<std::string> not_reportable{}; // why no authority need be told of a danger
};

// What the policy says of an end.
struct EndRules {
    std::vector<Step> required;    // steps without which nothing is resolved
    bool followup_is_owed = false; // else, and where nobody can be asked, it closes at once
    bool reports_dangers = false;  // an authority is told of a danger to people, or it is said why not
};

// What the customer accepted since something was granted before, taken together.
struct Accepted {
    // The last one, of those with a sum where any has one: it says the remedy, the currency and who approved it.
    const Offer* offer = nullptr;
    std::optional<std::int64_t> amount = {}; // of all in that currency
    std::size_t sums = 0;                    // how many these are
};
Accepted accepted(const Complaint& complaint, const Procedure& procedure);

// Where no remedy is said, what the customer accepted is the remedy, and so settled unless that is said, too.
// There must be such an offer.
Resolution with_accepted(Resolution resolution, const Accepted& accepted);

// Throws Refusal when something is left to do, unless `force`, which always needs a text; what was left is
// kept in left_undone.
Event resolve(const Complaint& complaint, const Procedure& procedure, const Resolution& resolution,
              const EndRules& rules, const Occasion& occasion);

// How it went, asked afterwards; closes.
struct FollowUp {
    std::optional<std::int64_t> csat; // 1 to 5
    std::optional<std::int64_t> nps;  // 0 to 10
    std::optional<Retained> retained;
    bool unreachable = false;
    std::string text;
};
// Throws BadValue for an answer that is not on its scale.
Event follow_up(const Complaint& complaint, const FollowUp& followup, const Occasion& occasion);

} // namespace reklamaatio::complaint
