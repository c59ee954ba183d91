// SPDX-License-Identifier: GPL-3.0-or-later
// What was said.
#pragma once

#include "complaint/event.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace reklamaatio::store {

// A message with its circumstances.
struct Said {
    std::int64_t event = 0;
    time::Instant happened_at;
    std::string actor;
    complaint::Message message;
    friend bool operator==(const Said&, const Said&) = default;
};

// In the order in which things were said.
std::vector<Said> conversation_of(Database& database, complaint::Id complaint);

// The complaints that were merged into this one, or into one of those; in order of number.
std::vector<complaint::Id> merged_into(Database& database, complaint::Id survivor);

// Adds the message of an event, if it has one.
void put_message(Database& database, const complaint::Event& event);

// Messages that are not as the program writes them, though they read alike; in sentences.
std::vector<std::string> faults_of_messages(Database& database);

void remove_messages(Database& database, complaint::Id complaint);

} // namespace reklamaatio::store
