// SPDX-License-Identifier: GPL-3.0-or-later
// The page of HTML that a report is.
#pragma once

#include "cli/session.hpp"
#include "report/answer.hpp"
#include "report/question.hpp"

namespace reklamaatio::cli {

// With how it was made: the time as of which it holds, the zone, and the command that makes the same page again. `period` is
// what it is about, in words; it may be empty.
void write_document(Session& session, const report::Answer& answer, const report::Question& question,
                    const std::string& period);

} // namespace reklamaatio::cli
