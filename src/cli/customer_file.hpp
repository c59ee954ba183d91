// SPDX-License-Identifier: GPL-3.0-or-later
// All that there is on one customer.
#pragma once

#include "cli/session.hpp"
#include "complaint/complaint.hpp"

#include <string>

namespace reklamaatio::cli {

// On a page: facts, complaints with the newest first, what was offered and given, how content they were.
std::string customer_page(Session& session, const complaint::Customer& customer);

// The same as a JSON object: the columns of customer list, and lists of complaints, offers and follow-ups.
std::string customer_json(Session& session, const complaint::Customer& customer);

} // namespace reklamaatio::cli
