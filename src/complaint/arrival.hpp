// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in from other systems, and whether it can be true.
#pragma once

#include "complaint/handling.hpp"

#include <string_view>

namespace reklamaatio::complaint {

// The way out for a due time that cannot be.
inline constexpr std::string_view k_where_no_target =
    "where it means that there is no target, list it under empty in a profile";

// For a file that does not say what is left of a clock that is paused. A due time that is empty while the
// customer is waited for is such a clock, not one that is not there: the policy plans it. Nor may the file say
// since when it stands. That cannot be before the first answer, which is when we may have begun to wait, and
// it is early enough for the clock not to have run out: it stood still when the file was written.
void stop_the_clock(Complaint& draft);

// Whether it has a time of an end that it has not come to, as one that was reopened elsewhere may have.
bool has_stale_end(const Complaint& draft);
void leave_out_stale_end(Complaint& draft);

// What an outside file says, as it stands. Fills in what follows from it (status_at, closed_at of a closed
// one); throws BadValue, with the field's name first, when what it says contradicts itself.
Complaint arrived(Complaint draft, const Occasion& occasion);
// That it has; once more judged it is not.
Event arrival(const Complaint& arrived, const Occasion& occasion);
Event import(Complaint draft, const Occasion& occasion);

// The same judgement of a state that a file changed. Throws BadValue.
void check_state(const Complaint& complaint, const Occasion& occasion);

} // namespace reklamaatio::complaint
