// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trouble.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace reklamaatio::store {

Trouble trouble_of(int code) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Trouble::busy;
    case SQLITE_CORRUPT:
        return Trouble::damaged;
    case SQLITE_NOTADB:
        return Trouble::not_ours;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
        return Trouble::not_permitted;
    case SQLITE_CANTOPEN:
        return Trouble::not_permitted;
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return Trouble::cannot_write;
    default:
        return Trouble::bug;
    }
}

std::string sentence(Trouble trouble, const std::string& path, const char* detail) {
    switch (trouble) {
    case Trouble::busy:
        return fmt::format("{} is being written by another process; try again", path);
    case Trouble::damaged:
        return fmt::format("{} is damaged ({}); restore a backup", path, detail);
    case Trouble::not_ours:
        return fmt::format("{} is not a database of reklamaatio", path);
    case Trouble::not_permitted:
        return fmt::format("cannot use {} ({}); readers of a database need write access to its folder, too",
                           path, detail);
    case Trouble::cannot_write:
        return fmt::format("cannot write {} ({}); nothing was changed", path, detail);
    default:
        return fmt::format("{}: {}", path, detail);
    }
}

} // namespace reklamaatio::store
