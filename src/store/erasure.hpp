// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing what is personal: from the log with its salts, so that the chain of hashes holds, and from all that follows.
#pragma once

#include "store/customer_scope.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

// Takes out of the log what these events say that is personal; in ascending order.
void erase_texts(Database& database, const std::vector<std::int64_t>& events);

// Whether anything personal is left of it, in the log.
bool has_personal_data(Database& database, const CustomerScope& scope);

// The full text keeps words that were forgotten until it is written anew, which takes as long as it is large: once,
// behind all that is erased by a change.
void forget_for_good(Database& database);

// Whether a change erased something. It is never undone.
bool erases(Database& database, std::int64_t change);

// What was committed goes from the write-ahead log into the database, which overwrites what stood there, and the log is cut
// to nothing; then what the pages of the database hold that belongs to nothing is overwritten, which takes as long as the
// database is large. Waits up to ten seconds for whoever reads. False when the log still stands.
[[nodiscard]] bool clear_remains(const std::filesystem::path& database);

// What is left when a change that erased something stands: it is noted beside the database, and nothing of it is left in the
// files. `change`
// 0: all that ever did, since it may have been broken off. Throws StoreError: busy, when somebody reads on for so long that the write-ahead log keeps what was erased.
void finish_erasing(const std::filesystem::path& database, std::int64_t change);

// Other complaints in whose words stands a name of two words or more, or an address, of somebody in the scope; at most so
// many, the latest first.
std::vector<complaint::Id> complaints_naming(Database& database, const CustomerScope& scope,
                                             std::int64_t most);

} // namespace reklamaatio::store
