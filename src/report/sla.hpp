// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the service levels, with the deadlines behind them.
#pragma once

#include "report/answer.hpp"
#include "report/question.hpp"
#include "rulebook/policy.hpp"

#include <vector>

namespace reklamaatio::report {

struct SlaFigures {
    Answer answer;                       // the figures alone
    std::vector<store::DueRow> breached; // of the period
    std::vector<store::DueRow> at_risk;  // now, whatever the period
};

SlaFigures sla_figures(store::Database& database, const rulebook::Policy& policy, const Question& question);

} // namespace reklamaatio::report
