// SPDX-License-Identifier: GPL-3.0-or-later
// A due time that an outside system gave, as one value: an instant, "none" where there is no target, or "90m
// left" where the clock is paused.
#pragma once

#include "complaint/field.hpp"

namespace reklamaatio::complaint {

Value value_of(const GivenDue& due);

// Whatever is neither an instant nor tells what is left says that there is no target.
GivenDue given_due_from(const Value& value);

} // namespace reklamaatio::complaint
