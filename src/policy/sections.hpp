// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a policy file, each read into its place. `file` is the reader of the whole file; faults go to
// its list. They are read in this order: what comes later refers to what came before.
#pragma once

#include "rulebook/policy.hpp"
#include "toml/reader.hpp"

namespace reklamaatio::policy {

void read_organisation(toml::Reader& file, rulebook::Policy& policy);
// [vocabulary]
void read_word_lists(toml::Reader& file, rulebook::Policy& policy);
// [field.NAME]
// A name that is ours is a fault, unless the policy has been in force: then a later version has brought it.
void read_own_fields(toml::Reader& file, rulebook::Policy& policy, bool was_in_force);
// A value of such a field as the policy writes it, in the form that is stored. Throws BadValue.
std::string own_value(const complaint::OwnField& field, const std::string& text);
// [person.KEY], [team.KEY], and whether the organisation's owner is one of them.
void read_people(toml::Reader& file, rulebook::Policy& policy);
// [body.KEY]
void read_bodies(toml::Reader& file, rulebook::Policy& policy);
void read_slas(toml::Reader& file, rulebook::Policy& policy);
// [[legal]]
void read_legal_terms(toml::Reader& file, rulebook::Policy& policy);
// That a rule can never set anything is a fault, unless the policy has been in force: then that was judged before, and each
// would be held against all others at every start.
void read_rules(toml::Reader& file, rulebook::Policy& policy, bool was_in_force);
void read_escalations(toml::Reader& file, rulebook::Policy& policy);
// [procedure] and [retention]
void read_procedure(toml::Reader& file, rulebook::Policy& policy);
void read_retention(toml::Reader& file, rulebook::Policy& policy);
// [recourse], and [safety]
void read_recourse(toml::Reader& file, rulebook::Policy& policy);
void read_safety(toml::Reader& file, rulebook::Policy& policy);

// Which calendar a service level or a statutory term counts in: its place among those of the policy.
void read_calendar_of(toml::Reader& reader, const rulebook::Policy& policy, std::size_t& calendar);

// A target is in working time, but there is no calendar to count it in. Throws BadValue.
void check_has_calendar(toml::Reader& file, time::Target target, const std::string& text);
// The same of what is counted in whole working days.
void check_has_working_days(toml::Reader& file, std::string_view text);

} // namespace reklamaatio::policy
