// SPDX-License-Identifier: GPL-3.0-or-later
// A period cut at the borders of days, weeks, months...
#pragma once

#include "time/period.hpp"
#include "time/zone.hpp"

#include <string>
#include <vector>

namespace reklamaatio::report {

struct Stretch {
    std::string label; // as time::bucket_label has it
    time::Period period;
};

// In their order; the first and the last may be parts of what their labels say. Throws TooManyStretches.
std::vector<Stretch> stretches(const time::Period& period, time::Bucket bucket, const time::Zone& zone);

} // namespace reklamaatio::report
