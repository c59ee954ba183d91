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
std::vector<std::string> list_columns(bool text);

// What a list counted while it was printed; of all complaints that matched, also those beyond the limit.
struct Counts {
    std::int64_t all = 0;
    std::int64_t shown = 0;
    std::int64_t overdue = 0;
    std::int64_t due_today = 0;
    std::int64_t waiting = 0;
};

// Prints the complaints that match, in the format and with the columns that were asked for, else `columns`.
Counts show_complaints(Session& session, const store::Filter& filter, store::Order order, bool descending,
                       const std::vector<std::string>& columns,
                       std::optional<std::int64_t> limit = std::nullopt);

// "overdue 2 d 4 h", "today 15:30", "paused, 3 d left", "–": how the most urgent deadline stands.
render::Cell due_cell(const complaint::Overview& overview, time::Instant now, const time::Zone& zone);

bool is_overdue(const complaint::Overview& overview, time::Instant now);

} // namespace reklamaatio::cli
