// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a policy may say, but hardly mean. A look names the consequence and the way out of what
// it finds, and where it stands.
#pragma once

#include "policy/reader.hpp"
#include "rulebook/policy.hpp"

namespace reklamaatio::policy {

// A policy, the file that it was read from, and the day on which it is judged.
struct Look {
    const rulebook::Policy& policy;
    const toml::table& file;
    time::Date today;
    Faults& odd;

    void say(toml::node_view<const toml::node> where, std::string message) const {
        odd.add(where ? *where.node() : file, std::move(message));
    }
};

// All of it, for being put in force at `now`. The policy was read from that file.
void lint(const rulebook::Policy& policy, const toml::table& file, time::Instant now, Faults& odd);

void lint_people(const Look& look);
void lint_calendars(const Look& look);
void lint_slas(const Look& look);
void lint_rules(const Look& look);
void lint_escalations(const Look& look);

} // namespace reklamaatio::policy
