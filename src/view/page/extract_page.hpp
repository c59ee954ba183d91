// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept about a customer, on a page that can be handed to them.
#pragma once

#include "casework/customer_extract.hpp"
#include "casework/desk.hpp"
#include "render/style.hpp"

#include <string>

namespace reklamaatio::view {

// Who they are, each complaint with what was said, and what was recorded when, past values too. Times are the
// organisation's.
std::string extract_page(casework::Desk& desk, const casework::CustomerExtract& extract,
                         const render::Style& style);

} // namespace reklamaatio::view
