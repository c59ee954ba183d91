// SPDX-License-Identifier: GPL-3.0-or-later
// What a policy leaves undone of what is there.
#pragma once

#include "rulebook/policy.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::policy {

// What somebody, or a team of whom nobody has it, has to do. Who handles it may be nobody at all.
struct Desk {
    std::string team;
    std::string person;
    std::int64_t unresolved = 0;
    friend bool operator==(const Desk&, const Desk&) = default;
};

// Whose unresolved complaints the policy leaves with nobody that it knows: people, then teams, by name, with all that
// each of them has; nothing of people or teams when it names none.
std::vector<Desk> unknown_desks(const rulebook::Policy& policy, std::span<const Desk> desks);

} // namespace reklamaatio::policy
