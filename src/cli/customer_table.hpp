// SPDX-License-Identifier: GPL-3.0-or-later
// Customers as rows.
#pragma once

#include "cli/session.hpp"
#include "store/customer_overviews.hpp"

#include <vector>

namespace reklamaatio::cli {

// In text the columns that a person looks at.
render::Table customer_table(Session& session, const std::vector<store::CustomerOverview>& customers);

// Name, else e-mail address, else telephone number.
std::string called(const complaint::Customer& customer);

} // namespace reklamaatio::cli
