// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/own_log.hpp"

#include "store/library.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <vector>

#include <sqlite3.h>

namespace reklamaatio::store {

namespace {

// The database file: begins as SQLite wants it, and the file as it is usually opened lies behind it.
struct alignas(std::max_align_t) File {
    const sqlite3_io_methods* methods;
};

sqlite3_file* usual_file(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

int close(sqlite3_file* file) {
    auto* usual = usual_file(file);
    return usual->pMethods == nullptr ? SQLITE_OK : usual->pMethods->xClose(usual);
}

// The head of a database says in two bytes whether it has a write-ahead log (2) or a rollback journal (1). A copy that nobody has
// written to yet has neither, and a journal would be made beside it: so it is read as if it had a log.
constexpr sqlite3_int64 k_write_version = 18;
constexpr sqlite3_int64 k_read_version = 19;
constexpr char k_has_log = 2;

int read(sqlite3_file* file, void* into, int amount, sqlite3_int64 from) {
    auto* usual = usual_file(file);
    const int status = usual->pMethods->xRead(usual, into, amount, from);
    if (status != SQLITE_OK || from > k_write_version || from + amount <= k_read_version) return status;
    auto* bytes = static_cast<char*>(into) - from;
    bytes[k_write_version] = bytes[k_read_version] = k_has_log;
    return status;
}

int tell_size(sqlite3_file* file, sqlite3_int64* size) {
    auto* usual = usual_file(file);
    return usual->pMethods->xFileSize(usual, size);
}

// The reader's locks are enough for both.
int need_no_lock(sqlite3_file*, int) {
    return SQLITE_OK;
}

int tell_of_no_lock(sqlite3_file*, int* is_locked) {
    *is_locked = 0;
    return SQLITE_OK;
}

const sqlite3_io_methods k_methods{
    1,
    close,
    read,
    [](sqlite3_file*, const void*, int, sqlite3_int64) { return SQLITE_IOERR_WRITE; }, // never asked for
    [](sqlite3_file*, sqlite3_int64) { return SQLITE_IOERR_TRUNCATE; },
    need_no_lock, // sync
    tell_size,
    need_no_lock,
    need_no_lock, // unlock
    tell_of_no_lock,
    [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; },
    [](sqlite3_file*) { return 0; }, // the usual size of a sector
    [](sqlite3_file*) { return 0; }, // nothing is special about it
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr};

int open_database(sqlite3_vfs* usual, const char* name, sqlite3_file* file, int flags, int* given) {
    auto* inner = usual_file(file);
    inner->pMethods = nullptr;
    const int readable = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    const int status = usual->xOpen(usual, name, inner, readable, nullptr);
    reinterpret_cast<File*>(file)->methods = status == SQLITE_OK ? &k_methods : nullptr;
    if (status == SQLITE_OK && given != nullptr) *given = flags;
    return status;
}

// A file of SQLite's own kind, with room for what it needs.
class UsualFile {
  public:
    explicit UsualFile(sqlite3_vfs* usual)
        : m_room(static_cast<std::size_t>(usual->szOsFile) / sizeof(std::max_align_t) + 1) {}
    ~UsualFile() {
        if (file()->pMethods != nullptr) file()->pMethods->xClose(file());
    }
    UsualFile(const UsualFile&) = delete;
    UsualFile& operator=(const UsualFile&) = delete;
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_room.data()); }

  private:
    std::vector<std::max_align_t> m_room; // zeros: it is not open
};

// A log that is begun anew has another head.
constexpr int k_head_size = 32;
using Head = std::array<char, k_head_size>;

// What is behind the end is zeros.
int read_head(sqlite3_file* log, Head& head) {
    const int status = log->pMethods->xRead(log, head.data(), k_head_size, 0);
    return status == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : status;
}

int copy_bytes(sqlite3_file* from, sqlite3_file* to) {
    constexpr sqlite3_int64 k_piece = 1 << 16;
    std::array<char, k_piece> bytes{};
    sqlite3_int64 size = 0;
    int status = from->pMethods->xFileSize(from, &size);
    if (status == SQLITE_OK) status = to->pMethods->xTruncate(to, 0);
    for (sqlite3_int64 at = 0; status == SQLITE_OK && at < size; at += k_piece) {
        const int amount = static_cast<int>(std::min(k_piece, size - at));
        status = from->pMethods->xRead(from, bytes.data(), amount, at);
        if (status == SQLITE_IOERR_SHORT_READ) status = SQLITE_OK; // it is cut off meanwhile
        if (status == SQLITE_OK) status = to->pMethods->xWrite(to, bytes.data(), amount, at);
    }
    return status;
}

// Writers append meanwhile, of which whole changes are taken and no others. Where they begin the log anew, all that was in
// it stands in the database, and a mixture of the two would have older pages again; the reader keeps that from happening
// twice.
int copy_log(sqlite3_file* from, sqlite3_file* to) {
    Head before{};
    Head after{};
    do {
        int status = read_head(from, before);
        if (status == SQLITE_OK) status = copy_bytes(from, to);
        if (status == SQLITE_OK) status = read_head(from, after);
        if (status != SQLITE_OK) return status;
    } while (before != after);
    return SQLITE_OK;
}

int open_log(sqlite3_vfs* usual, const char* name, sqlite3_file* file, int flags, int* given) {
    // Without a name it is made where SQLite has its temporary files, and is gone when it is closed.
    constexpr int k_private = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE
                              | SQLITE_OPEN_DELETEONCLOSE | SQLITE_OPEN_TEMP_JOURNAL;
    int status = usual->xOpen(usual, nullptr, file, k_private, nullptr);
    if (status != SQLITE_OK) return status;
    if (given != nullptr) *given = flags;
    int is_there = 0;
    usual->xAccess(usual, name, SQLITE_ACCESS_EXISTS, &is_there);
    if (is_there == 0) return SQLITE_OK;
    UsualFile log(usual);
    status = usual->xOpen(usual, name, log.file(), SQLITE_OPEN_READONLY | SQLITE_OPEN_WAL, nullptr);
    return status == SQLITE_OK ? copy_log(log.file(), file) : status;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
    auto* usual = sqlite3_vfs_find(nullptr);
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0) return open_database(usual, name, file, flags, given);
    if ((flags & SQLITE_OPEN_WAL) != 0) return open_log(usual, name, file, flags, given);
    return usual->xOpen(usual, name, file, flags, given);
}

sqlite3_vfs way_with_own_log() {
    configure_library();
    sqlite3_initialize();
    sqlite3_vfs way = *sqlite3_vfs_find(nullptr);
    way.zName = "with-own-log";
    way.szOsFile += static_cast<int>(sizeof(File));
    way.xOpen = open;
    return way;
}

} // namespace

const char* with_own_log() {
    static sqlite3_vfs way = way_with_own_log();
    static const int done = sqlite3_vfs_register(&way, 0);
    (void)done;
    return way.zName;
}

} // namespace reklamaatio::store
