// SPDX-License-Identifier: GPL-3.0-or-later
// When staff are away by their own word.
#pragma once

#include "complaint/event.hpp"
#include "rulebook/people.hpp"
#include "store/database.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::store {

// As they stand, in order of name; who told of none is not among them.
std::vector<rulebook::Absences> absences(Database& database);
std::vector<rulebook::Away> absences_of(Database& database, const std::string& person);
void put_absences(Database& database, const rulebook::Absences& absences);

// "2026-12-24..2026-12-31;2027-02-15", as the log has them; empty for none.
std::string text_of(std::span<const rulebook::Away> away);

// Whose absences an event tells; nothing for one that tells something else.
std::optional<std::string> person_of(const complaint::Event& event);

// What the log makes of them: of each whom it tells of, also where none is left. Throws StoreError for what is none.
std::vector<rulebook::Absences> replayed_absences(Database& database);

} // namespace reklamaatio::store
