// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints with what stands around them: filtered, in an order, counted.
#pragma once

#include "complaint/overview.hpp"
#include "rulebook/condition.hpp"
#include "store/database.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

// Which complaints, and in which order. Empty filters admit everything; several words of one filter are
// alternatives.
struct Filter {
    std::vector<complaint::Id> ids;
    std::vector<complaint::Status> status;
    bool at_hand = false; // neither closed nor void, or the customer waits for an answer
    rulebook::FieldConditions fields;
    std::vector<std::string> team;
    std::vector<std::string> assignee;
    std::vector<std::vector<std::string>> tag;        // each must be there, in one of its spellings
    std::optional<complaint::CustomerId> customer_id; // also who was merged into that one
    std::string customer_name;                        // part of a name
    std::string customer;                             // an e-mail address, a phone number, or part of a name
    std::string country;                              // how a local phone number in `customer` is read
    bool unassigned = false;                          // nobody in person, whether a team has it or not
    bool promised = false;                            // an open promise
    bool appealed = false;                            // an outside body has it
    std::vector<std::string> appealed_to;             // one of these bodies has it
    std::optional<std::int64_t> audience;             // in public, where at least so many could see it
    std::optional<time::Instant> since;               // received at or after
    std::optional<time::Instant> until;               // received before
    std::optional<time::Instant> resolved_since;      // resolved at or after
    std::optional<time::Instant> resolved_until;      // resolved before
    std::optional<time::Instant> overdue_at;          // a deadline has passed unmet at that time
    std::optional<time::Instant> due_before;          // an unmet deadline is due before that time
    std::string words;                                // full text: every word, * for a stem
    std::vector<std::string> waiting_for;             // all of these in what is waited for, as parts of words
};

// By urgency, what hurt somebody is before what is due at the same time, and what endangered somebody behind it; by
// harm, the worst is first, and of the same harm what is due first. `own_text` and `own_number`: by the value of a
// firm's own field.
enum class Order {
    id,
    urgency,
    received_at,
    logged_at,
    resolved_at,
    priority,
    promised,
    harm,
    own_text,
    own_number
};

struct Sequence {
    Order order = Order::id;
    bool descending = false;
    std::optional<std::int64_t> limit; // at most N
    std::string own = {};              // the name of that field
    // By urgency, at that time: what the law warns of comes before all else.
    std::optional<time::Instant> now = {};
};

void read_overviews(Database& database, const Filter& filter, const Sequence& sequence,
                    const std::function<void(const complaint::Overview&)>& take);

std::optional<complaint::Overview> find_overview(Database& database, complaint::Id id);

// Those of these complaints, each read once, however many have it. Throws StoreError (damaged) where one is not there.
using SharedOverview = std::shared_ptr<const complaint::Overview>;
std::map<complaint::Id, SharedOverview> overviews_of(Database& database,
                                                     const std::vector<complaint::Id>& ids);

} // namespace reklamaatio::store
