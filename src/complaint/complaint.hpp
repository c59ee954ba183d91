// SPDX-License-Identifier: GPL-3.0-or-later
// What a complaint and a customer are: plain facts. How they change is in event.hpp.
#pragma once

#include "complaint/id.hpp"
#include "complaint/own_texts.hpp"
#include "complaint/word.hpp"
#include "time/instant.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

// A due time that an outside system agreed with the customer; it wins over the policy.
struct GivenDue {
    // Nothing: the outside system knows of no target, or its clock is paused.
    std::optional<time::Instant> at;
    // Of a clock that is paused while the customer is waited for: what is left of it, in working time where
    // the target counts that. It goes on by the policy.
    std::optional<std::chrono::minutes> left = {};
    friend bool operator==(const GivenDue&, const GivenDue&) = default;
};

// More than there are.
inline constexpr std::int64_t k_most_people = 10'000'000'000;

// Empty strings are values that nobody gave. A default-made one is what a complaint is before its first
// event.
struct Complaint {
    Id id;
    std::string uid; // UUIDv7, kept for life, also across files
    std::string ref; // what an outside system calls it; unique within its source
    std::string source;

    Status status = Status::new_;
    Kind kind = Kind::complaint;
    Priority priority = Priority::normal;
    Harm harm = Harm::none;
    std::string category;
    std::string product;
    std::string cause;
    std::string channel;
    std::vector<std::string> tags; // sorted, each once

    // Fields that the firm has besides these. The personal ones are what an erasure takes.
    OwnTexts own, own_personal;

    std::string subject;
    std::string text;
    std::string wish; // what the customer wants
    // How many people could see it, from 1 to k_most_people; nothing: it was not made in public.
    std::optional<std::int64_t> audience;

    std::optional<CustomerId> customer;
    std::optional<CustomerType> customer_type; // nothing: what the policy says of customers
    std::string gave_name; // who wrote or called, as far as the customer is known otherwise
    std::string gave_email;
    std::string gave_phone;
    std::string team;
    std::string assignee;
    std::optional<time::Instant> assigned_at; // when the assignee got it; nothing: unknown

    time::Instant received_at; // when the customer complained
    time::Instant logged_at;   // when it was entered
    time::Instant status_at;   // when the status last changed
    std::optional<time::Instant> responded_at;
    std::optional<time::Instant> resolved_at;
    std::optional<time::Instant> closed_at;
    std::optional<time::Instant> voided_at;
    std::optional<time::Instant> waiting_since;
    std::string waiting_reason;
    std::optional<time::Instant> waiting_until; // by when an answer is expected, where that was said
    time::Seconds waited{0};                    // elapsed time of the waits that have ended
    std::optional<GivenDue> given_response_due;
    std::optional<GivenDue> given_resolution_due;

    std::optional<Outcome> outcome;
    std::optional<Settled> settled;
    std::string remedy;
    std::optional<std::int64_t> amount; // cents
    std::string currency;
    std::string approved_by;                 // who allowed the remedy, where the person in charge may not
    std::optional<time::Instant> granted_at; // when the remedy was, last
    std::optional<time::Instant>
        owed_since;                       // the remedy, where no accepted offer says so; of imports unknown
    std::optional<time::Instant> paid_at; // when the money of that remedy was
    std::string left_undone;          // when it was resolved by force, as joined() in leftover.hpp writes it
    std::optional<std::int64_t> csat; // 1 to 5
    std::optional<std::int64_t> nps;  // 0 to 10
    std::optional<Retained> retained;
    std::optional<time::Instant> followed_up_at;
    std::optional<Reached> reached; // by the follow-up
    std::int64_t reopened_count = 0;
    std::optional<time::Instant> recourse_told_at; // when the customer was told whom to turn to against it
    // Of a danger to people: which authority was told and when, or why none need be.
    std::optional<time::Instant> reported_at;
    std::string reported_to;
    std::string not_reportable;
    std::optional<time::Instant> not_reportable_at; // when that was said
    // 1, and one more each time that our decision was appealed.
    std::int64_t stage = 1;
    // How and when it ended first, once it was opened again or appealed.
    std::optional<Outcome> first_outcome;
    std::optional<time::Instant> first_resolved_at;
    std::optional<Id> merged_into;
    std::int64_t effort_minutes = 0; // of work on it, but for what is said of its duplicates
    // Of the row that was imported last for it, salted: the same row again is no news.
    std::string row_digest;
    std::optional<time::Instant> erased_at; // when what was personal of it was erased, last

    friend bool operator==(const Complaint&, const Complaint&) = default;
};

// One customer, whatever the channel.
struct Customer {
    CustomerId id;
    std::string name;
    std::string email;
    std::string phone;
    std::optional<std::int64_t> value; // cents a year, in the organisation's currency
    std::optional<CustomerType> type;  // nothing: what the policy says of customers
    std::string prefers;               // the channel that the customer likes to be written to on
    std::string ref;                   // what an outside system calls the customer; unique within its source
    std::string source;                // that system
    std::optional<CustomerId> merged_into;
    std::optional<time::Instant> erased_at; // likewise
    friend bool operator==(const Customer&, const Customer&) = default;
};

// Whether work is owed: new, open or waiting.
constexpr bool is_unresolved(Status status) {
    return status == Status::new_ || status == Status::open || status == Status::waiting;
}

// Whether nothing is to come any more: closed or void.
constexpr bool is_over(Status status) {
    return status == Status::closed || status == Status::void_;
}

// The tag of a complaint whose customer wants to stay unknown: a letter in the box without a sender.
inline constexpr std::string_view k_anonymous = "anonymous";

// Whether nobody can be answered: it has that tag, no customer is known, and nobody was answered yet. Without the tag the
// customer is only not known yet.
inline bool is_anonymous(const Complaint& complaint) {
    return !complaint.customer && !complaint.responded_at
           && std::ranges::find(complaint.tags, k_anonymous) != complaint.tags.end();
}

// Complaints and claims are handled in steps and decided; praise and remarks are not.
constexpr bool has_outcome(Kind kind) {
    return kind == Kind::complaint || kind == Kind::claim;
}

} // namespace reklamaatio::complaint
