// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there: the policy's people and teams, and who is away by their own word.
#pragma once

#include "casework/desk.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::casework {

// Days on the organisation's wall, of which both belong to it.
struct Absence {
    std::optional<time::Date> since; // nothing: today, or since when they are away already
    time::Date until;
};

// Records that somebody is away, and gives all days around it on which they are. Throws complaint::Refusal when it is over
// already, complaint::BadValue when it ends before it begins.
rulebook::Away go_away(Desk& desk, const std::string& person, const Absence& told);

// Records that somebody is back, or comes in spite of what was told of later. Throws complaint::Refusal for one who is not
// away, or is so by the policy.
void come_back(Desk& desk, const std::string& person);

// What somebody handles and has to do, which waits for them while they are away.
struct Held {
    std::int64_t complaints = 0; // unresolved
    std::int64_t tasks = 0;      // open
};
Held held_by(Desk& desk, const std::string& person);

// Somebody who works here.
struct Colleague {
    struct Membership {
        std::string team;
        bool leads = false;
    };
    rulebook::Person person;
    bool is_known = true; // to the policy
    std::vector<Membership> teams;
    std::optional<rulebook::Away> away; // today, else next
    bool is_away = false;
    std::int64_t unresolved = 0; // complaints that they handle
};

// The policy's people in its order, then, by name, whoever else handles something or told of an absence.
std::vector<Colleague> colleagues(Desk& desk);

} // namespace reklamaatio::casework
