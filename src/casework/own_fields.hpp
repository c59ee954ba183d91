// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a firm's own fields there are to show.
#pragma once

#include "casework/desk.hpp"
#include "complaint/own_field.hpp"
#include "exchange/kept_columns.hpp"
#include "policy/policy.hpp"

#include <string>
#include <vector>

namespace reklamaatio::casework {

// Those that the policy keeps, and then those that some complaint has a value of all the same: retired ones, and what no
// policy declares any more, which is text.
complaint::OwnFields shown_fields(Desk& desk);

// A policy that is about to be put in force, with fields that complaints have values of and it does not declare: they are
// retired, and named.
struct Retiring {
    policy::JudgedPolicy judged;
    std::vector<std::string> retired;
};
Retiring with_retired(Desk& desk, policy::JudgedPolicy judged);

// What exchange::keep_columns() makes of a file, with the policy declaring the fields from now on, by the same change.
exchange::KeptColumns keep_columns(Desk& desk, const exchange::RowReader& reader,
                                   const exchange::Profile& profile);

} // namespace reklamaatio::casework
