// SPDX-License-Identifier: GPL-3.0-or-later
// Steps, promises, offers, tasks and appeals as they stand, and the alerts that were told.
#pragma once

#include "complaint/event.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace reklamaatio::store {

complaint::Procedure procedure_of(Database& database, complaint::Id complaint);

// Of a deadline or an alert that tells of it. Throws StoreError (damaged) where it is not there.
complaint::Task known_task(Database& database, complaint::Id complaint, std::int64_t number);

// Whether the rows are as they would be written.
bool holds_procedure(Database& database, complaint::Id complaint, const complaint::Procedure& procedure);

// Writes the parts that the changes name, as they are in `after`; those that are gone are taken out.
void put_parts(Database& database, complaint::Id complaint, const complaint::Procedure& after,
               const std::vector<complaint::PartChange>& changes);

// The alerts alone, as `alerts` asks for those of many complaints.
std::vector<complaint::AlertRecord> alerts_of(Database& database, complaint::Id complaint);
// Those of a preventive action, out of its log.
std::vector<complaint::AlertRecord> alerts_of(Database& database, complaint::ActionId action);
// Those of a surge on that day, of all complaints.
std::vector<complaint::AlertRecord> surge_alerts(Database& database, time::Instant day);

// A task, and whose it is.
struct TaskOf {
    complaint::Id complaint;
    complaint::Task task;
    std::string calendar; // in whose hours it is late; empty where it has no time
};
// The tasks of all complaints, the most urgent first: the open ones of what is not void, or `all`, those that have ended
// and those of what is void as well.
std::vector<TaskOf> tasks_of_all(Database& database, bool all);

// Whether that body has any complaint, known to the policy or not.
bool has_appeals_to(Database& database, const std::string& body);

void remove_parts(Database& database, complaint::Id complaint);

} // namespace reklamaatio::store
