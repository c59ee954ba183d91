// SPDX-License-Identifier: GPL-3.0-or-later
// What the hash of an event covers.
#pragma once

#include "store/database.hpp"
#include "store/events.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

// Everything of an event row that its hash covers, besides the hash before it. Personal text is covered by
// its salted digest, so that it can be erased and the chain still holds.
struct Sealed {
    std::int64_t number = 0;
    Change change;
    std::string kind;
    std::optional<std::int64_t> complaint;
    std::optional<std::int64_t> customer;
    std::optional<std::int64_t> action;
    std::int64_t happened_at = 0;
    std::string changes;
    std::string digest;
};

std::string sealed_hash(const std::string& previous, const Sealed& event);

// An event as it is stored.
struct StoredEvent {
    Sealed sealed;
    std::string personal; // empty: it said nothing personal, or that was erased
    std::string salt;
    std::string hash;
    std::string seal = {}; // of its change (seals.hpp); empty: it is not sealed
};

// Whether it is as it was logged, after the event whose hash is `previous`.
bool holds_hash(const StoredEvent& event, const std::string& previous);
// Whether its personal text is as it was said, or erased with its salt.
bool holds_personal(const StoredEvent& event);

// The row of that, from the first column of k_stored_events. The hash of one that is packed follows from that of the event
// before it. Throws StoreError (damaged) where what it says is lost.
StoredEvent stored_event_from(Database& database, const Query& row, const std::string& previous);
// Empty where there is no such event.
std::string hash_of_event(Database& database, std::int64_t event);
extern const char* const k_stored_events; // behind the event :after

// Writes it as it stands, at the end of the log, which is not noted; its change must be there.
void put_stored_event(Database& database, const StoredEvent& event);
// The same for one of many, whose texts are packed with theirs.
void put_packed_event(Database& database, StoredEvent event);
void put_stored_change(Database& database, const Change& change, const std::string& seal);

} // namespace reklamaatio::store
