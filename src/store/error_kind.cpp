// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/error_kind.hpp"

#include "store/library.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace reklamaatio::store {

ErrorKind kind_of(int code) {
    // A log whose index somebody is about to make.
    if (code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTINIT) return ErrorKind::busy;
    if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS) return ErrorKind::damaged;
    if (code == SQLITE_IOERR_READ) return ErrorKind::cannot_read;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: // too many at once for the index of the log
        return ErrorKind::busy;
    case SQLITE_CONSTRAINT:
        return ErrorKind::contradiction;
    case SQLITE_CORRUPT:
        return ErrorKind::damaged;
    case SQLITE_NOTADB:
        return ErrorKind::not_ours;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
        return ErrorKind::not_permitted;
    case SQLITE_CANTOPEN:
        return ErrorKind::not_permitted;
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return ErrorKind::cannot_write;
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
        return ErrorKind::bug;
    default:
        return ErrorKind::damaged; // our statements are good for what we have made
    }
}

bool is_of_memory(int code) {
    return ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM) && lacked_memory();
}

bool is_of_flushing(int code) {
    return code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC;
}

std::string sentence(ErrorKind kind, const std::string& path, const char* detail) {
    switch (kind) {
    case ErrorKind::busy:
        return fmt::format("{} is being written to by another process; try again", path);
    case ErrorKind::damaged:
        return fmt::format("{} is damaged ({}); restore a backup", path, detail);
    case ErrorKind::contradiction:
        return fmt::format("{} contradicts itself ({}); reklamaatio verify tells where", path, detail);
    case ErrorKind::not_ours:
        return fmt::format("{} is not a reklamaatio database", path);
    case ErrorKind::not_permitted:
        return fmt::format("cannot use {} ({}); see SHARING in reklamaatio-cron(7)", path, detail);
    case ErrorKind::cannot_read:
        return fmt::format("cannot read {} ({}); look after its disk", path, detail);
    case ErrorKind::cannot_write:
        return fmt::format("cannot write {} ({}); nothing was changed", path, detail);
    default:
        return fmt::format("{}: {}", path, detail);
    }
}

} // namespace reklamaatio::store
