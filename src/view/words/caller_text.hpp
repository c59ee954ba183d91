// SPDX-License-Identifier: GPL-3.0-or-later
// By what somebody at the telephone recognises who is calling.
#pragma once

#include "casework/desk.hpp"

#include <string>

namespace reklamaatio::view {

// "C-7 (Maija, maija@example.fi, 040 1234567); last R-12, open: The stove is broken", the customer's latest complaint
// that is not void. Not yet harmless for a terminal.
std::string caller_text(casework::Desk& desk, complaint::CustomerId customer);

} // namespace reklamaatio::view
