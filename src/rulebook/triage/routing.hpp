// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a team gets a complaint.
#pragma once

#include "complaint/handling.hpp"
#include "rulebook/people.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::rulebook {

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
    bool is_makeshift = false; // no present member got it: people are to be told
};

// The present member of the team with the fewest unresolved complaints; of several the one who was assigned
// something longest ago (never at all comes first), then the one who stands first in the team. `date` is by
// the wall calendar of the organisation. When all are away it is the lead, away or not, since somebody must
// answer for the team.
Routed route(const Policy& policy, std::string_view team, std::span<const Load> loads, time::Date date);

// Who gets what is meant for a team or for a person.
struct Destination {
    std::string team;
    std::string person;
    std::string why; // a clause; empty: the person who was meant is there
    bool is_makeshift = false;
};

// The team of which one is to be chosen: the one that is meant, or, when a person is meant who is away, the
// first one that they are in. Null when nobody is to be chosen.
const Team* team_to_choose_from(const Policy& policy, const complaint::Assignment& meant, time::Date date);

// A person who is there gets what is meant for them; somebody of their team stands in for one who is away.
// `loads` are those of the members of team_to_choose_from.
Destination destination_of(const Policy& policy, const complaint::Assignment& meant,
                           std::span<const Load> loads, time::Date date);

// The team whose lead answers for a complaint: its own, else the first one that the person in charge is in.
// Null when there is none.
const Team* team_behind(const Policy& policy, std::string_view team, std::string_view person);

// All that the policy and staff say of when somebody is away.
std::vector<Away> absences_of(const Policy& policy, std::string_view person);

// What keeps somebody away on a date by the wall calendar of the organisation; nothing: they are there.
std::optional<Away> absence_of(const Policy& policy, std::string_view person, time::Date date);

// Who has left, and so is none of the policy's people, is not.
bool is_present(const Policy& policy, std::string_view person, time::Date date);

} // namespace reklamaatio::rulebook
