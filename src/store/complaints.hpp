// SPDX-License-Identifier: GPL-3.0-or-later
// The current state of complaints.
#pragma once

#include "complaint/complaint.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::store {

std::optional<complaint::Complaint> find_complaint(Database& database, complaint::Id id);
// One that something else in the database tells of. Throws StoreError (damaged) where it is not there.
complaint::Complaint known_complaint(Database& database, complaint::Id id);
// The names of the fields in which the row differs from what would be written; nothing where there is no row.
std::optional<std::vector<std::string_view>> differing_fields(Database& database,
                                                              const complaint::Complaint& complaint);
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

// What an argument names, several with commas. A reference of an outside system may have commas of its own:
// what is known as a whole is taken whole. Throws complaint::BadValue.
std::vector<complaint::Reference> references_in(Database& database, const std::string& argument);

// The complaints that a reference names: a range has those that exist. Throws complaint::Refusal when it
// names none, or when several sources use the same reference.
std::vector<complaint::Id> ids_of(Database& database, const complaint::Reference& reference);

} // namespace reklamaatio::store
