// SPDX-License-Identifier: GPL-3.0-or-later
// A database that is written apart, with a log of its own, where the disk fails: the file stays as it is, and nothing else is read
// than what was there.
#include "store/own_log.hpp"

#include "store/builders.hpp"
#include "store/held_file.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

// As long as it lives, files are opened the usual way, but one call fails: the one that comes after so many others.
class FailingWay {
  public:
    explicit FailingWay(int calls) : m_usual(sqlite3_vfs_find(nullptr)), m_way(*m_usual) {
        s_left = calls;
        s_usual = m_usual;
        m_way.zName = "failing";
        m_way.xOpen = open;
        sqlite3_vfs_register(&m_way, 1);
    }
    ~FailingWay() {
        sqlite3_vfs_unregister(&m_way);
        sqlite3_vfs_register(m_usual, 1);
    }
    FailingWay(const FailingWay&) = delete;
    FailingWay& operator=(const FailingWay&) = delete;

    static bool has_failed() { return s_left < 0; }

  private:
    static bool fails() { return s_left-- == 0; }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
        if (fails()) {
            file->pMethods = nullptr;
            return SQLITE_CANTOPEN;
        }
        const int status = s_usual->xOpen(s_usual, name, file, flags, given);
        if (status != SQLITE_OK || file->pMethods == nullptr) return status;
        s_methods = file->pMethods;
        s_failing = *s_methods;
        s_failing.xRead = [](sqlite3_file* of, void* into, int amount, sqlite3_int64 at) {
            return fails() ? SQLITE_IOERR_READ : s_methods->xRead(of, into, amount, at);
        };
        s_failing.xWrite = [](sqlite3_file* of, const void* from, int amount, sqlite3_int64 at) {
            return fails() ? SQLITE_FULL : s_methods->xWrite(of, from, amount, at);
        };
        s_failing.xTruncate = [](sqlite3_file* of, sqlite3_int64 size) {
            return fails() ? SQLITE_IOERR_TRUNCATE : s_methods->xTruncate(of, size);
        };
        s_failing.xFileSize = [](sqlite3_file* of, sqlite3_int64* size) {
            return fails() ? SQLITE_IOERR_FSTAT : s_methods->xFileSize(of, size);
        };
        file->pMethods = &s_failing;
        return status;
    }

    static inline int s_left = 0;
    static inline sqlite3_vfs* s_usual = nullptr;
    static inline const sqlite3_io_methods* s_methods = nullptr; // all files of it have the same
    static inline sqlite3_io_methods s_failing{};
    sqlite3_vfs* m_usual;
    sqlite3_vfs m_way;
};

std::string subjects_after_changing(const std::filesystem::path& path) {
    auto database = Database::open_apart(path);
    database.execute("UPDATE complaint SET subject = subject || '!'");
    std::string all;
    auto query = database.query_once("SELECT subject FROM complaint ORDER BY id");
    while (query.next())
        all += query.text(0) + '\n';
    return all;
}

} // namespace

TEST_CASE("what is written apart fails with the disk, and leaves the database as it was") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    Store::open_for_writing(path, true, founding()).commit();
    Store store = Store::open_for_writing(path, false, founding());
    Desk desk(store);
    for (int i = 0; i < 40; ++i) // a log of several pieces
        desk.open(about(fmt::format("stove {}", i)), utc("2026-01-12T07:00:00Z"));
    store.commit();
    const auto whole = subjects_after_changing(path);
    CHECK(whole.starts_with("stove 0!\nstove 1!\n"));
    const auto log = read_file(folder / "r.db-wal");
    REQUIRE(log.size() > 1 << 16);
    const auto bytes = read_file(path);

    int calls = 0;
    for (bool has_failed = true; has_failed; ++calls) {
        CAPTURE(calls);
        const FailingWay way(calls);
        std::string read;
        const auto failure = failure_of([&] { read = subjects_after_changing(path); });
        has_failed = FailingWay::has_failed();
        CHECK((failure.kind || read == whole));
        CHECK(read_file(path) == bytes);
        CHECK(read_file(folder / "r.db-wal") == log);
    }
    CHECK(calls > 20);
    CHECK(verify(store.database(), store.policies()).faults.empty());
}

TEST_CASE("a file is opened with a log of its own whether SQLite asks what it was given or not") {
    const TemporaryFolder folder;
    const auto path = (folder / "r.db").string();
    write_file(path, "xy");
    for (const int kind : {SQLITE_OPEN_MAIN_DB, SQLITE_OPEN_WAL}) {
        HeldFile held(with_own_log(), path.c_str(), kind);
        REQUIRE(held.status() == SQLITE_OK);
        sqlite3_int64 size = 0;
        CHECK(held.methods().xFileSize(held.file(), &size) == SQLITE_OK);
        CHECK(size == 2); // of the log, its copy
    }
}

} // namespace reklamaatio::store::tests
