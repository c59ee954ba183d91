// SPDX-License-Identifier: GPL-3.0-or-later
// Calls into the library, whose exceptions never leave this room.
#pragma once

#include "store/error.hpp"

#include <string>

#include <SQLiteCpp/Exception.h>

namespace reklamaatio::store {

ErrorKind kind_of_fault(const SQLite::Exception& fault);

// Throws StoreError, and std::bad_alloc where memory is short; `path` is the database as it was named.
[[noreturn]] void translate(const SQLite::Exception& fault, const std::string& path);

template <typename F>
auto guarded(const std::string& path, F&& call) {
    try {
        return call();
    } catch (const SQLite::Exception& fault) {
        translate(fault, path);
    }
}

} // namespace reklamaatio::store
