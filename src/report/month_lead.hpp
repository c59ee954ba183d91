// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences at the head of the month on a page, for whoever reads no further.
#pragma once

#include "report/comparison.hpp"
#include "report/question.hpp"
#include "report/sheet.hpp"

#include <string>

namespace reklamaatio::report {

// How many came in, how many answers and resolutions were late, both against the period that the question compares with,
// what is systemic, and which injuries are open.
std::string month_lead(const Sheet& sheet, const std::vector<ComparedLine>& beside, const Question& question,
                       const Section& injuries);

} // namespace reklamaatio::report
