// SPDX-License-Identifier: GPL-3.0-or-later
// What the events of a great import say, kept packed: a third of the room that it would take in their own rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::store {

class Database;

// What an event says, as its row has it where it is not packed; empty: nothing.
struct EventTexts {
    std::string changes;
    std::string personal;
    std::string salt;
    std::string digest; // only of what is erased; else digest_of() has it
    std::string hash;   // not packed: it follows from the hash before it
};
std::string digest_of(const EventTexts& texts);

// Packs that do not fit the events whose texts they are, in sentences.
std::vector<std::string> faults_of_packs(Database& database);

// Of one database; what is added counts at once for whoever asks, and is written by write().
class Packs {
  public:
    // Of an event whose own row has no texts; good until the next call. Throws StoreError (damaged) where there are none.
    const EventTexts& texts_of(Database& database, std::int64_t event);

    // Events are added in ascending order.
    void add(Database& database, std::int64_t event, EventTexts texts);
    // Few are written into their own rows, where they can be read with any tool.
    void write(Database& database);
    // Takes out what these events say that is personal, with its salt; all are packed and written, in ascending order.
    void erase(Database& database, std::span<const std::int64_t> events);
    // When the transaction in which they were added is taken back.
    void forget();

  private:
    // Of events that follow each other.
    struct Run {
        std::int64_t first = 0;
        std::vector<EventTexts> texts; // by event, empty for those that have their own
        std::int64_t end() const { return first + static_cast<std::int64_t>(texts.size()); }
        const EventTexts* find(std::int64_t event) const;
    };

    // The pack that an event is in. Throws StoreError (damaged).
    Run read(Database& database, std::int64_t event) const;
    void pack(Database& database);
    void write_into_rows(Database& database);

    Run m_added;
    std::size_t m_added_bytes = 0;
    // The packs that were read last, the latest first: who goes from complaint to complaint reads by turns what their import
    // and what later changes say of them.
    std::vector<Run> m_unpacked;
};

} // namespace reklamaatio::store
