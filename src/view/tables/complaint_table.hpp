// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints as rows: the columns of list and export.
#pragma once

#include "casework/desk.hpp"
#include "complaint/overview.hpp"
#include "exchange/field_set.hpp"
#include "render/writer.hpp"
#include "store/complaints.hpp"
#include "store/overviews.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::view {

// Every column that there is: the fields of an export, ours and the firm's, then what only lists
// have.
std::vector<render::Column> all_complaint_columns(const exchange::FieldSet& fields = exchange::FieldSet());

// The columns of these names. Throws render::UnknownColumn.
std::vector<render::Column> complaint_columns(const std::vector<std::string>& names,
                                              const exchange::FieldSet& fields = exchange::FieldSet());

// The columns of an export, and those of a list in text and in data.
std::vector<std::string> export_columns(const exchange::FieldSet& fields = exchange::FieldSet());
// A list of promises tells what is promised and by when; one of waits for what each waits, and since when; one of appeals
// which outside bodies have it; one of what was made in public how many could see it.
enum class ListOf { complaints, promises, waits, appeals, publicity };
std::vector<std::string> list_columns(bool text, ListOf what);

// Hands the complaints that match to the writer, one by one, with these columns, marked with these signs. Gives how many
// there were.
// Throws render::UnknownColumn.
std::int64_t write_complaints(casework::Desk& desk, const store::Filter& filter,
                              const store::Sequence& sequence, const std::vector<std::string>& columns,
                              render::Writer& writer, render::Signs signs);

} // namespace reklamaatio::view
