// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a team gets a complaint.
#pragma once

#include "complaint/people.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::complaint {

struct Policy;

// What somebody has on the desk. Who is not in the list has nothing, and never had.
struct Load {
    std::string person;
    std::size_t unresolved = 0;
    std::optional<time::Instant> last_assigned_at;
};

// `person` is empty when there is nobody; `why` is a clause for `explain` and for messages.
struct Routed {
    std::string person;
    std::string why;
};

// The present member of the team with the fewest unresolved complaints; of several the one who was assigned
// something longest ago (never at all comes first), then the one who stands first in the team. `date` is by
// the wall calendar of the organisation. When all are away it is the lead, away or not, since somebody must
// answer for the team.
Routed route(const Policy& policy, std::string_view team, std::span<const Load> loads, time::Date date);

} // namespace reklamaatio::complaint
