// SPDX-License-Identifier: GPL-3.0-or-later
// All that there is on one customer.
#pragma once

#include "casework/desk.hpp"
#include "complaint/complaint.hpp"
#include "render/record.hpp"
#include "render/writer.hpp"

#include <string>

namespace reklamaatio::view {

// On a page: facts, complaints with the newest first, what was offered and given, how content they were.
std::string customer_page(casework::Desk& desk, const complaint::Customer& customer,
                          const render::WriterOptions& options);

// The same for programs: the columns of customer list, and lists of complaints, offers and follow-ups.
render::Record customer_record(casework::Desk& desk, const complaint::Customer& customer);

} // namespace reklamaatio::view
