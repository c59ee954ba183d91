// SPDX-License-Identifier: GPL-3.0-or-later
// What is told to a person who spoke of a customer, and what they can do about it.
#pragma once

#include "store/customer_match.hpp"

#include <string>

namespace reklamaatio::view {

// "040 1234 belongs to C-2 (Ann); if they are the same, run reklamaatio customer merge C-2 C-1". `customer` is whom
// the facts were taken for, `complaint` what is typed for the complaint. Not yet harmless for a terminal.
std::string hint_text(const store::CustomerHint& hint, complaint::CustomerId customer,
                      const std::string& complaint);

} // namespace reklamaatio::view
