// SPDX-License-Identifier: GPL-3.0-or-later
// Values of own fields: as the log and the row of a complaint write them, and a row for each to look them up by.
#pragma once

#include "complaint/complaint.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace reklamaatio::store {

// {"order_number":"WEB-12"}, with null for an empty text.
std::string own_json(const complaint::OwnTexts& texts);
// Throws StoreError (damaged) for what is no such object.
complaint::OwnTexts own_texts_from(const std::string& json);
complaint::OwnTexts own_texts_from(const nlohmann::ordered_json& object);

// By which a value is looked up, in any case.
std::string own_key(std::string_view value);
// Whether some complaint has that value.
bool has_own_value(Database& database, const std::string& name, std::string_view value);
// Every field of which some complaint has a value. What it costs follows their number, not that of complaints.
std::vector<std::string> own_fields_in_use(Database& database);

// Gives fields the names that they have since ours have theirs; those names. What the log says is read so already.
std::vector<std::string> settle_own_names(Database& database);

void put_own_values(Database& database, const complaint::Complaint& complaint);
void remove_own_values(Database& database, complaint::Id id);

// Sentences: rows that are not what the complaints say.
std::vector<std::string> faults_of_own_values(Database& database);

} // namespace reklamaatio::store
