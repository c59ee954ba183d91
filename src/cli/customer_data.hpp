// SPDX-License-Identifier: GPL-3.0-or-later
// What customers may ask for of the data about them.
#pragma once

#include "cli/session.hpp"
#include "complaint/complaint.hpp"

#include <vector>

namespace reklamaatio::cli {

// Prints all that is kept about each of them: a page, or an object of JSON. Throws UsageError for a format of rows.
void extract_customers(Session& session, const std::vector<complaint::Customer>& customers);

} // namespace reklamaatio::cli
