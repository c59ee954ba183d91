// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer is decides by when the law requires complaints answered.
#pragma once

#include "casework/desk.hpp"
#include "complaint/handling.hpp"

namespace reklamaatio::casework {

// The unresolved complaints of a customer take the type over that is known now.
void follow_customer_type(Desk& desk, const complaint::Customer& customer, const complaint::Occasion& when);

} // namespace reklamaatio::casework
