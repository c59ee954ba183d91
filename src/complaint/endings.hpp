// SPDX-License-Identifier: GPL-3.0-or-later
// How a complaint came to its end, each time it did: worked out from its log, so that nothing of an earlier
// end is lost or taken for the last one's.
#pragma once

#include "complaint/event.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::complaint {

// One answer to how it went. Of what was imported nobody knows when.
struct FollowedUp {
    std::optional<time::Instant> at;
    std::string by;
    std::optional<Reached> reached;
    std::optional<std::int64_t> csat;
    std::optional<std::int64_t> nps;
    std::optional<Retained> retained;
    friend bool operator==(const FollowedUp&, const FollowedUp&) = default;
};

struct Ending {
    time::Instant resolved_at;
    std::string by;
    std::optional<Outcome> outcome;
    std::optional<Settled> settled;
    // Empty where nothing was granted since it was last reopened; what was granted before stands there.
    std::string remedy;
    std::optional<std::int64_t> amount; // cents
    std::string currency;
    std::string approved_by;
    bool is_owed = false; // by this end alone: no offer tells whether it was paid
    std::optional<time::Instant> paid_at;
    std::string cause;
    std::string left_undone;
    std::string left_undone_why; // empty where the reason was told to the customer, not noted
    std::vector<FollowedUp> followups;
    std::optional<time::Instant> reopened_at;
    bool is_appealed = false; // by an appeal
    std::string reopened_by;
    std::string reopened_why;
    friend bool operator==(const Ending&, const Ending&) = default;
};

// From the standing events of one complaint, in order; the last one may not have been reopened.
std::vector<Ending> endings(std::span<const Event> standing);

// How it came itself, whatever was merged into it since: a merge makes a complaint as old as the oldest of
// its duplicates.
struct Opening {
    time::Instant received_at;
    std::string channel;
    std::optional<time::Instant> answered_at = {}; // when, if it was answered as it was logged
};
Opening opening_of(std::span<const Event> standing);

} // namespace reklamaatio::complaint
