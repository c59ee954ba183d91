// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.hpp"
#include "cli/trial.hpp"

namespace reklamaatio::cli {

// A trial on a page: how many cases came out as expected, for each field what became what, the cases that
// failed, and which rules matched how often.
void show_trial(Session& session, const Trial& trial, const complaint::Policy& policy);

} // namespace reklamaatio::cli
