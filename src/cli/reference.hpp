// SPDX-License-Identifier: GPL-3.0-or-later
// What another system calls a complaint.
#pragma once

#include "cli/session.hpp"

namespace reklamaatio::cli {

// Throws complaint::Refusal when another complaint has the reference of this one, of the same source.
void check_reference(Session& session, const complaint::Complaint& complaint);

} // namespace reklamaatio::cli
