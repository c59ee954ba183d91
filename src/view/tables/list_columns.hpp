// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that only lists of complaints have: how the most urgent deadline stands, whose it is, what was promised.
#pragma once

#include "complaint/overview.hpp"
#include "render/style.hpp"
#include "render/table.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <span>

namespace reklamaatio::view {

// What a cell may depend on besides the complaint.
struct ListView {
    time::Instant now;
    const rulebook::Policy& policy;
    store::Database& database;
    render::Signs signs;

    const time::Zone& zone() const { return policy.organisation.zone; }
};

struct ListColumn {
    render::Column column;
    render::Cell (*cell)(const complaint::Overview&, const ListView&);
};

// Columns are only ever added, at the end.
std::span<const ListColumn> list_only_columns();

} // namespace reklamaatio::view
