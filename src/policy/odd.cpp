// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/odd.hpp"

namespace reklamaatio::policy {

void look_for_odd(const rulebook::Policy& policy, const toml::table& file, time::Instant now, Faults& odd) {
    const Look look{policy, file, policy.organisation.zone.date_at(now), odd};
    look_at_people(look);
    look_at_calendars(look);
    look_at_slas(look);
    look_at_rules(look);
    look_at_escalations(look);
}

} // namespace reklamaatio::policy
