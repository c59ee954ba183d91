// SPDX-License-Identifier: GPL-3.0-or-later
// The reports, one row each.
#pragma once

#include "report/answer.hpp"
#include "report/question.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <array>
#include <string_view>

namespace reklamaatio::report {

// How the service levels were kept. Attainment counts deadlines by the day they fell due: met / (met +
// breached). `policy` has the calendars in which an overrun that still grows is counted.
Answer sla(store::Database& database, const rulebook::Policy& policy, const Question& question);

// opening + received + reopened - resolved - void = closing, by happened time.
Answer flow(store::Database& database, const rulebook::Policy& policy, const Question& question);

// What `report` alone prints: `sla`, and the complaints that are overdue or due today.
Answer daily(store::Database& database, const rulebook::Policy& policy, const Question& question);

struct ReportRow {
    std::string_view name;
    std::string_view summary;
    Answer (*answer)(store::Database&, const rulebook::Policy&, const Question&);
};

inline constexpr std::array<ReportRow, 2> k_reports{{
    {"sla", "how the service levels were kept, clock by clock", sla},
    {"flow", "what came in, what was resolved, what is open", flow},
}};

} // namespace reklamaatio::report
