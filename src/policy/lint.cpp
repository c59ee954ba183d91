// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/lint.hpp"

namespace reklamaatio::policy {

void lint(const rulebook::Policy& policy, toml::Node file, time::Instant now, toml::Faults& odd) {
    const Look look{policy, file, policy.organisation.zone.date_at(now), odd};
    lint_people(look);
    lint_calendars(look);
    lint_slas(look);
    lint_legal(look);
    lint_rules(look);
    lint_escalations(look);
}

} // namespace reklamaatio::policy
