// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/owed.hpp"

#include "store/complaints.hpp"
#include "store/deadlines.hpp"

namespace reklamaatio::casework {

std::vector<rulebook::Deadline> owed_deadlines(store::Database& database, complaint::Id complaint) {
    return rulebook::owed(store::deadlines_of(database, complaint),
                          store::known_complaint(database, complaint).status,
                          store::unanswered_since(database, complaint).has_value());
}

std::vector<rulebook::Deadline> owed_deadlines(const complaint::Complaint& complaint,
                                               const rulebook::Plan& plan) {
    return rulebook::owed(plan.deadlines, complaint.status, plan.unanswered_since.has_value());
}

} // namespace reklamaatio::casework
