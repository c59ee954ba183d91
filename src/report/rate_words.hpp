// SPDX-License-Identifier: GPL-3.0-or-later
// Why a rate is judged as it is, in a sentence without its full stop.
#pragma once

#include "report/charted.hpp"

#include <string>

namespace reklamaatio::report {

// "3.07": with as many decimals as tell a rate per 1000, at least two.
std::string per_thousand(double rate);

// "3.07 per 1000 is above 2.90, the upper limit"
std::string reason_for(const Charted& point, const Chart& chart, const time::Zone& zone);

// "8 in a row came sooner than the mean of 9.3 days"
std::string reason_for(const TimesBetween& between);

} // namespace reklamaatio::report
