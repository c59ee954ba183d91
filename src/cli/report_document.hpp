// SPDX-License-Identifier: GPL-3.0-or-later
// The page of HTML that a report is.
#pragma once

#include "cli/session.hpp"
#include "report/answer.hpp"
#include "report/question.hpp"

namespace reklamaatio::cli {

// With how it was made: the command as it was typed, the time as of which it holds, and the zone.
void write_document(Session& session, const report::Answer& answer, const report::Question& question);

} // namespace reklamaatio::cli
