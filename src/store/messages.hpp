// SPDX-License-Identifier: GPL-3.0-or-later
// What was said, and finding complaints by words.
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

void remove_messages(Database& database, complaint::Id complaint);

// The full-text index keeps no text of its own: what it knows of a complaint is taken out with the text as it
// was, and put in again with the text as it is. Call the one before, the other after a change to subject,
// text or messages.
void forget_words(Database& database, complaint::Id complaint);
void learn_words(Database& database, complaint::Id complaint);

// The same for a complaint of which nothing is known yet, from its first event; so that nothing is read back.
void learn_first_words(Database& database, const complaint::Complaint& complaint,
                       const std::optional<complaint::Message>& message);

// The same for all complaints whose log begins with this event or later. One statement: each one that ends
// makes the index write what it has gathered, which costs more than the words.
void learn_words_since(Database& database, std::int64_t event);

// "kiuas rikki*" as a query of FTS5: every word, each quoted, so that no letter of it means anything; a star
// at the end of a word stands for any ending. Throws complaint::BadValue when there is no word in it.
std::string match_expression(const std::string& words);

} // namespace reklamaatio::store
