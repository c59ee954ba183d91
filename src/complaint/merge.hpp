// SPDX-License-Identifier: GPL-3.0-or-later
// The same complaint twice: one stays, the others point at it and count no more.
#pragma once

#include "complaint/handling.hpp"

namespace reklamaatio::complaint {

// What becomes of the one that goes: void, and pointing at the survivor. Throws Refusal for itself and for
// what is void.
Event merge_away(const Complaint& duplicate, Id survivor, const std::string& text, const Occasion& occasion);

// What becomes of the one that stays: received when the first of them was, answered when the first of them
// was. Throws Refusal when it is void: that is what a merge in circles would be.
Event merge_in(const Complaint& survivor, const std::vector<Complaint>& duplicates, const Occasion& occasion);

} // namespace reklamaatio::complaint
