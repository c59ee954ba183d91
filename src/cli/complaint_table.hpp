// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints as rows: the columns of list and export.
#pragma once

#include "cli/session.hpp"
#include "complaint/overview.hpp"
#include "store/complaints.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

// Every column that there is: the fields of an export, then what only lists have.
std::vector<render::Column> all_complaint_columns();

// The columns of an export, and those of a list in text and in data.
std::vector<std::string> export_columns();
// `promised`: with what is promised, and by when.
std::vector<std::string> list_columns(bool text, bool promised);

// Prints the complaints that match, in the format and with the columns that were asked for, else `columns`.
// Gives how many were printed.
std::int64_t show_complaints(Session& session, const store::Filter& filter, const store::Sequence& sequence,
                             const std::vector<std::string>& columns);

// "overdue 2 d 4 h", "today 15:30", "paused, 3 d left", "–": how the most urgent deadline stands.
render::Cell due_cell(const complaint::Overview& overview, time::Instant now,
                      const complaint::Policy& policy);

// What a complaint is called on one line: its subject, else the first line of its text.
std::string headline(const complaint::Complaint& complaint);

// What is resolved is overdue with its follow-up alone, however late the answer is that the customer waits
// for.
bool is_overdue(const complaint::Overview& overview, time::Instant now);

} // namespace reklamaatio::cli
