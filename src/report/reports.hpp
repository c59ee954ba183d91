// SPDX-License-Identifier: GPL-3.0-or-later
// The reports, one row each.
#pragma once

#include "report/answer.hpp"
#include "report/metrics.hpp"
#include "report/question.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace reklamaatio::report {

// How the service levels were kept. Attainment counts deadlines by the day they fell due: met / (met +
// breached). `policy` has the calendars in which an overrun that still grows is counted.
Answer sla(store::Database& database, const rulebook::Policy& policy, const Question& question);

// opening + received + reopened - resolved - void = closing, by happened time.
Answer flow(store::Database& database, const rulebook::Policy& policy, const Question& question);

// What `report` alone prints: the complaints of injuries that are not resolved, `sla`, and the complaints that are
// overdue or due today.
Answer daily(store::Database& database, const rulebook::Policy& policy, const Question& question);

// Of their data.
std::vector<render::Column> sla_columns();
std::vector<render::Column> flow_columns();

using Report = Answer (*)(store::Database&, const rulebook::Policy&, const Question&);

struct ReportRow {
    std::string_view name;
    std::string_view summary;
    Report answer;
    std::vector<render::Column> (*columns)(); // of the data
    // Its data as metrics for a monitoring system; null where it has none.
    std::vector<render::MetricFamily> (*metrics)(const render::Table& data, bool grouped) = nullptr;
};

inline constexpr std::array k_reports{
    ReportRow{"sla", "how the service levels were kept, clock by clock", sla, sla_columns, sla_metrics},
    ReportRow{"flow", "what came in, what was resolved, what is open", flow, flow_columns},
};

} // namespace reklamaatio::report
