// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in from other systems, and whether it can be true.
#pragma once

#include "complaint/handling.hpp"

namespace reklamaatio::complaint {

// What an outside file says, as it stands. Fills in what follows from it (status_at, closed_at of a closed
// one); throws BadValue, with the field's name first, when what it says contradicts itself.
Event import(Complaint draft, const Occasion& occasion);

// The same judgement of a state that a file changed. Throws BadValue.
void check_state(const Complaint& complaint, const Occasion& occasion);

} // namespace reklamaatio::complaint
