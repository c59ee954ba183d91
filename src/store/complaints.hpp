// SPDX-License-Identifier: GPL-3.0-or-later
// The current state of complaints.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/overview.hpp"
#include "rulebook/condition.hpp"
#include "store/database.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

std::optional<complaint::Complaint> find_complaint(Database& database, complaint::Id id);
std::optional<complaint::Complaint> find_by_uid(Database& database, const std::string& uid);
std::optional<complaint::Complaint> find_by_ref(Database& database, const std::string& source,
                                                const std::string& ref);

// Its id must be free. `targeted` has a bit for each clock that the complaint has a target for, by the order
// of the clocks.
void add_complaint(Database& database, const complaint::Complaint& complaint, std::int64_t targeted);
// Writes what differs; both have the same id.
void change_complaint(Database& database, const complaint::Complaint& before,
                      const complaint::Complaint& after);
// What belongs to it must be gone already.
void remove_complaint(Database& database, complaint::Id id);

void set_targeted(Database& database, complaint::Id id, std::int64_t clocks);
std::int64_t targeted_clocks(Database& database, complaint::Id id);
// Since when a customer waits for an answer who wrote after the complaint was resolved.
void set_unanswered(Database& database, complaint::Id id, std::optional<time::Instant> since);
std::optional<time::Instant> unanswered_since(Database& database, complaint::Id id);

// The number for the next one: one more than any that the log knows.
complaint::Id next_complaint_id(Database& database);
bool id_is_free(Database& database, complaint::Id id);

// The complaints that a reference names: a range has those that exist. Throws complaint::Refusal when it
// names none, or when several sources use the same reference.
std::vector<complaint::Id> ids_of(Database& database, const complaint::Reference& reference);

// Which complaints, and in which order. Empty filters admit everything; several words of one filter are
// alternatives.
struct Filter {
    std::vector<complaint::Id> ids;
    std::vector<complaint::Status> status;
    bool at_hand = false; // neither closed nor void, or the customer waits for an answer
    rulebook::FieldConditions fields;
    std::vector<std::string> team;
    std::vector<std::string> assignee;
    std::vector<std::string> tag;                     // each must be there
    std::optional<complaint::CustomerId> customer_id; // also who was merged into that one
    std::string customer_name;                        // part of a name
    std::string customer;                             // an e-mail address, a phone number, or part of a name
    std::string country;                              // how a local phone number in `customer` is read
    bool unassigned = false;                          // nobody in person, whether a team has it or not
    bool promised = false;                            // an open promise
    std::optional<time::Instant> since;               // received at or after
    std::optional<time::Instant> until;               // received before
    std::optional<time::Instant> overdue_at;          // a deadline has passed unmet at that time
    std::optional<time::Instant> due_before;          // an unmet deadline is due before that time
    std::string words;                                // full text: every word, * for a stem
};

enum class Order { id, urgency, received_at, logged_at, resolved_at, priority, promised };

struct Sequence {
    Order order = Order::id;
    bool descending = false;
    std::optional<std::int64_t> limit; // at most N
};

void read_overviews(Database& database, const Filter& filter, const Sequence& sequence,
                    const std::function<void(const complaint::Overview&)>& take);

std::optional<complaint::Overview> find_overview(Database& database, complaint::Id id);

// How many match, and how many of them are overdue at `now`, due before `tomorrow`, and waiting.
struct Matches {
    std::int64_t all = 0;
    std::int64_t overdue = 0;
    std::int64_t due_today = 0;
    std::int64_t waiting = 0;
    std::int64_t unanswered = 0; // customers wrote after the end
};
Matches count_overviews(Database& database, const Filter& filter, time::Instant now, time::Instant tomorrow);

} // namespace reklamaatio::store
