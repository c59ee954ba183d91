// SPDX-License-Identifier: GPL-3.0-or-later
// What another system calls a complaint.
#pragma once

#include "casework/desk.hpp"

namespace reklamaatio::casework {

// Throws complaint::Refusal when another complaint has the reference of this one, of the same source.
void check_reference(Desk& desk, const complaint::Complaint& complaint);

} // namespace reklamaatio::casework
