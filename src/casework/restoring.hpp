// SPDX-License-Identifier: GPL-3.0-or-later
// A database made of a copy of one.
#pragma once

#include "casework/backup.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"

#include <functional>
#include <istream>
#include <optional>
#include <string>

namespace reklamaatio::casework {

struct Restored {
    Backup made;
    std::optional<store::Upgrade> upgrade; // where the copy was of an earlier layout
};

// What is done again to a copy of old, before anybody can read it.
using Redo = std::function<void(store::Store& store)>;

// The database at `path`, where none may be, with all that is in `copy`, brought up to date. It takes its name when it is whole,
// verified and on the disk. Throws Failure: cannot_create where there is something, bad_data for a copy that is not whole; and StoreError.
// Then there is nothing.
Restored restore(const std::string& copy, const std::string& path, const Redo& redo);

// The same of what comes through a stream, as `backup -` prints it; `name` is what messages call it.
Restored restore(std::istream& in, const std::string& name, const std::string& path, const Redo& redo);

} // namespace reklamaatio::casework
