// SPDX-License-Identifier: GPL-3.0-or-later
// DATABASE.erased: who was erased, without anything personal, so that an older copy of the data can be made to forget them
// as well. A line of JSON for each customer and each complaint.
#pragma once

#include "complaint/id.hpp"
#include "store/database.hpp"
#include "time/instant.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace reklamaatio::store {

// A customer by the event that added them, with its hash, which no other log has; a complaint by its uid. The other is
// blank.
struct Erased {
    std::int64_t event = 0;
    std::string hash; // in hexadecimal digits
    std::string uid;
    time::Instant at;
    friend auto operator<=>(const Erased&, const Erased&) = default;
};

std::filesystem::path erased_list_of(const std::filesystem::path& database);

// Nothing where there is no such file. Throws StoreError (damaged, with the line; not_permitted; unreachable).
std::vector<Erased> read_erased(const std::filesystem::path& list);

// The list beside a database; empty where there is none. Throws StoreError for what has its name and is no file.
std::vector<Erased> erased_beside(const std::filesystem::path& database);

// What that change erased.
std::vector<Erased> erased_by(Database& database, std::int64_t change);

// What its log says was ever erased.
std::vector<Erased> erased_ever(Database& database);

// Adds them to the list beside the database, which is like the database. Written as a whole, and on the disk when it
// returns. Throws StoreError.
void add_erased(const std::filesystem::path& database, const std::vector<Erased>& erased);

// Those of them that are in this database with something personal, and were not erased here at that time or later: the customers with all that is theirs, and complaints
// whose customer is somebody else here. In ascending order, each once.
struct ToErase {
    std::vector<complaint::CustomerId> customers;
    std::vector<complaint::Id> complaints;
    bool empty() const { return customers.empty() && complaints.empty(); }
};
ToErase still_kept(Database& database, const std::vector<Erased>& erased);

} // namespace reklamaatio::store
