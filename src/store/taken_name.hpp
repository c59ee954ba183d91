// SPDX-License-Identifier: GPL-3.0-or-later
// What a name is taken by that a copy of a database is to get.
#pragma once

#include <filesystem>

namespace reklamaatio::store {

enum class TakenBy {
    nothing,
    empty_file,
    copy,     // one of ours, with nothing beside it: an earlier copy
    database, // one of ours that is used, or something that belongs to one, without which it would be damaged
    other,
    unknown // the disk does not tell
};

// Of a name that is no link. A file that may not be read is another one. The file must not be a database that this process
// has open: closing a descriptor would drop SQLite's locks.
TakenBy taken_by(const std::filesystem::path& path);

// The first companion of a database that has something in it: of another database than one that is put there now. Empty where
// there is none.
std::filesystem::path remains_beside(const std::filesystem::path& path);

} // namespace reklamaatio::store
