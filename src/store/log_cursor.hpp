// SPDX-License-Identifier: GPL-3.0-or-later
// How far somebody has read the log, as a text that they keep: the number and the hash of an event. The hash
// stands for the database and all that came before, so that the cursor of another one is told apart.
#pragma once

#include "store/database.hpp"

#include <cstdint>
#include <string>

namespace reklamaatio::store {

struct LogPlace {
    std::int64_t event = 0; // 0: before the first one
    std::string hash;
};

// "log1:42:07e882e7...", which is the version of this form, the number and the hash.
std::string cursor_of(const LogPlace& place);

// That of the last event.
LogPlace end_of_log(Database& database);

// Throws complaint::BadValue for what is no cursor, or none of this database.
LogPlace place_of(Database& database, const std::string& cursor);

} // namespace reklamaatio::store
