// SPDX-License-Identifier: GPL-3.0-or-later
// Periods with which another one is compared.
#pragma once

#include "time/period.hpp"

namespace reklamaatio::time {

// The one of the same length that ends where it begins: of whole months as many months, of whole days as many days, else
// as many seconds. Throws Error where that is out of reach.
Period period_before(const Period& period, const Zone& zone);

// The same days a year earlier: of whole ISO weeks 52 weeks earlier, else the same dates, and 28 February for the 29th;
// where it is not of whole days, 364 days earlier. Throws Error likewise.
Period period_a_year_before(const Period& period, const Zone& zone);

} // namespace reklamaatio::time
