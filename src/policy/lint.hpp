// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a policy may say, but hardly mean. A look names the consequence and the way out of what
// it finds, and where it stands.
#pragma once

#include "rulebook/policy.hpp"
#include "toml/reader.hpp"

namespace reklamaatio::policy {

// A policy, the file that it was read from, and the day on which it is judged.
struct Look {
    const rulebook::Policy& policy;
    toml::Node file;
    time::Date today;
    toml::Faults& odd;

    void say(toml::Node where, std::string message) const {
        odd.add((where ? where : file).place(), std::move(message));
    }
};

// All of it, for being put in force at `now`. The policy was read from that file.
void lint(const rulebook::Policy& policy, toml::Node file, time::Instant now, toml::Faults& odd);

void lint_people(const Look& look);
void lint_calendars(const Look& look);
void lint_slas(const Look& look);
void lint_legal(const Look& look);
void lint_rules(const Look& look);
void lint_escalations(const Look& look);

} // namespace reklamaatio::policy
