// SPDX-License-Identifier: GPL-3.0-or-later
// Which complaints figures are about, and what they are grouped by.
#pragma once

#include "complaint/id.hpp"
#include "store/overviews.hpp"
#include "time/instant.hpp"

#include <optional>
#include <string>

namespace reklamaatio::store {

// A field of the complaint that figures are grouped by.
enum class GroupField {
    none,
    kind,
    priority,
    harm,
    category,
    product,
    channel,
    team,
    assignee, // who has it now: a person, else team:NAME
    source,
    status,
    cause,
    outcome,
    remedy,
    customer,      // C-7
    assignee_then, // who had it at the instant by which the row counts
    own            // of the firm's own
};

// What figures are grouped by: a field of ours, or a firm's own by its name.
struct Group {
    Group(GroupField of = GroupField::none) : field(of) {} // NOLINT: a field is a group
    explicit Group(std::string name) : field(GroupField::own), own(std::move(name)) {}

    bool is_none() const { return field == GroupField::none; }

    GroupField field;
    std::string own;
};

// The complaints that a filter admits, in groups. The filter may ask for anything but `since` and `until`, which
// are the period of the figures.
struct Selection {
    Selection(GroupField field = GroupField::none) : by(field) {}                                  // NOLINT
    Selection(Group group, Filter filter = {}) : by(std::move(group)), where(std::move(filter)) {} // NOLINT

    Group by;
    Filter where;
};

// Who handled a complaint at that time, by the log: a person, else team:NAME, else empty. The last of those to whom it
// was given at or before then.
std::string owner_at(Database& database, complaint::Id id, time::Instant at);

// The group of a complaint; nothing where it is not among those that are selected. Of `assignee_then` at that time.
std::optional<std::string> group_in(Database& database, const Selection& which, complaint::Id id,
                                    time::Instant at);
// The value of that field of a complaint; empty: none. Of `assignee_then` at that time,
// which is not before the complaint began.
std::string group_value(Database& database, const Group& group, complaint::Id id, time::Instant at);

} // namespace reklamaatio::store
