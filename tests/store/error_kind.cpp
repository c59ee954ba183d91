// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/error_kind.hpp"

#include <vector>

#include <doctest/doctest.h>
#include <sqlite3.h>

namespace reklamaatio::store::tests {

TEST_CASE("what SQLite reports becomes what somebody can do about it") {
    struct Row {
        ErrorKind kind;
        std::vector<int> codes;
    };
    for (const auto& [kind, codes] : std::vector<Row>{
             {ErrorKind::busy,
              {SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_BUSY_RECOVERY, SQLITE_LOCKED, SQLITE_PROTOCOL,
               SQLITE_READONLY_RECOVERY, SQLITE_READONLY_CANTINIT}},
             {ErrorKind::damaged,
              {SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_CORRUPTFS,
               SQLITE_ERROR, SQLITE_SCHEMA}},
             {ErrorKind::cannot_read, {SQLITE_IOERR_READ}},
             {ErrorKind::contradiction, {SQLITE_CONSTRAINT, SQLITE_CONSTRAINT_FOREIGNKEY}},
             {ErrorKind::not_ours, {SQLITE_NOTADB}},
             {ErrorKind::not_permitted,
              {SQLITE_PERM, SQLITE_AUTH, SQLITE_READONLY, SQLITE_READONLY_DBMOVED, SQLITE_CANTOPEN}},
             {ErrorKind::cannot_write, {SQLITE_FULL, SQLITE_IOERR, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}},
             {ErrorKind::bug, {SQLITE_MISUSE, SQLITE_RANGE}}})
        for (const int code : codes) {
            CAPTURE(code);
            CHECK(kind_of(code) == kind);
        }
}

TEST_CASE("only what was being flushed may stand or not") {
    CHECK(is_of_flushing(SQLITE_IOERR_FSYNC));
    CHECK(is_of_flushing(SQLITE_IOERR_DIR_FSYNC));
    CHECK_FALSE(is_of_flushing(SQLITE_IOERR_WRITE));
    CHECK_FALSE(is_of_flushing(SQLITE_FULL));
}

TEST_CASE("a code of memory means memory only where some was missing") {
    for (const int code : {SQLITE_NOMEM, SQLITE_IOERR_NOMEM, SQLITE_CORRUPT})
        CHECK_FALSE(is_of_memory(code));
}

TEST_CASE("each kind has a sentence that names the database") {
    const auto said = [](ErrorKind kind) { return sentence(kind, "r.db", "detail"); };
    CHECK(said(ErrorKind::busy) == "r.db is being written to by another process; try again");
    CHECK(said(ErrorKind::damaged) == "r.db is damaged (detail); restore a backup");
    CHECK(said(ErrorKind::contradiction)
          == "r.db contradicts itself (detail); reklamaatio verify tells where");
    CHECK(said(ErrorKind::not_ours) == "r.db is not a reklamaatio database");
    CHECK(said(ErrorKind::not_permitted) == "cannot use r.db (detail); see SHARING in reklamaatio-cron(7)");
    CHECK(said(ErrorKind::cannot_read) == "cannot read r.db (detail); look after its disk");
    CHECK(said(ErrorKind::cannot_write) == "cannot write r.db (detail); nothing was changed");
    CHECK(said(ErrorKind::bug) == "r.db: detail");
}

} // namespace reklamaatio::store::tests
