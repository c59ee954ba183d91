// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite opens files by their names and closes what it has opened. So it is given a file system of its own, whose files are
// there already.
#include "store/open_file.hpp"

#include "store/error.hpp"
#include "store/library.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <sqlite3.h>

namespace reklamaatio::store {

namespace {

// Begins as SQLite wants it.
struct File {
    const sqlite3_io_methods* methods;
    int descriptor;
};

int descriptor_of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->descriptor;
}

int read(sqlite3_file* file, void* into, int amount, sqlite3_int64 from) {
    auto* bytes = static_cast<char*>(into);
    while (amount > 0) {
        const auto taken = ::pread(descriptor_of(file), bytes, static_cast<std::size_t>(amount), from);
        if (taken < 0 && errno == EINTR) continue;
        if (taken < 0) return SQLITE_IOERR_READ;
        if (taken == 0) break;
        bytes += taken;
        from += taken;
        amount -= static_cast<int>(taken);
    }
    std::fill_n(bytes, amount, '\0'); // as SQLite wants what lies behind the end
    return amount == 0 ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 at) {
    const auto* bytes = static_cast<const char*>(from);
    while (amount > 0) {
        const auto put = ::pwrite(descriptor_of(file), bytes, static_cast<std::size_t>(amount), at);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        bytes += put;
        at += put;
        amount -= static_cast<int>(put);
    }
    return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return ::ftruncate(descriptor_of(file), size) == 0 ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

// Whoever gives the file its name sees to it that it is on the disk.
int leave_to_the_owner(sqlite3_file*, int) {
    return SQLITE_OK;
}

int tell_size(sqlite3_file* file, sqlite3_int64* size) {
    struct stat facts {};
    if (::fstat(descriptor_of(file), &facts) != 0) return SQLITE_IOERR_FSTAT;
    *size = facts.st_size;
    return SQLITE_OK;
}

int tell_of_no_lock(sqlite3_file*, int* is_locked) {
    *is_locked = 0;
    return SQLITE_OK;
}

const sqlite3_io_methods k_methods{1,
                                   [](sqlite3_file*) { return SQLITE_OK; }, // it stays open
                                   read,
                                   write,
                                   truncate,
                                   leave_to_the_owner,
                                   tell_size,
                                   leave_to_the_owner, // lock
                                   leave_to_the_owner, // unlock
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

// What is sorted through files goes the usual way.
int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
    auto* usual = sqlite3_vfs_find(nullptr);
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return usual->xOpen(usual, name, file, flags, given);
    auto* opened = reinterpret_cast<File*>(file);
    const auto [end, fault] = std::from_chars(name, name + std::strlen(name), opened->descriptor);
    if (fault != std::errc{} || *end != '\0') return SQLITE_CANTOPEN;
    opened->methods = &k_methods;
    if (given != nullptr) *given = flags;
    return SQLITE_OK;
}

// Nothing is beside it.
int look(sqlite3_vfs*, const char*, int, int* is_there) {
    *is_there = 0;
    return SQLITE_OK;
}

int name_in_full(sqlite3_vfs*, const char* name, int size, char* full) {
    sqlite3_snprintf(size, full, "%s", name);
    return SQLITE_OK;
}

sqlite3_vfs way_by_descriptor() {
    configure_library();
    sqlite3_initialize();
    sqlite3_vfs way = *sqlite3_vfs_find(nullptr);
    way.zName = "by-descriptor";
    way.szOsFile = std::max(way.szOsFile, static_cast<int>(sizeof(File)));
    way.xOpen = open;
    way.xAccess = look;
    way.xFullPathname = name_in_full;
    return way;
}

} // namespace

const char* by_descriptor() {
    static sqlite3_vfs way = way_by_descriptor();
    static const int done = sqlite3_vfs_register(&way, 0);
    (void)done;
    return way.zName;
}

void set_journal(const OpenFile& file, Journal journal) {
    constexpr off_t k_format_versions = 18; // of writing and of reading
    std::array<char, 2> versions{};
    versions.fill(static_cast<char>(journal));
    if (::pwrite(file.descriptor, versions.data(), versions.size(), k_format_versions)
        != std::ssize(versions))
        throw StoreError(ErrorKind::cannot_write,
                         fmt::format("cannot write {}: {}", file.shown, std::strerror(errno)));
}

std::int64_t size_of(const OpenFile& file) {
    struct stat facts {};
    if (::fstat(file.descriptor, &facts) == 0) return facts.st_size;
    throw StoreError(ErrorKind::cannot_read,
                     fmt::format("cannot look at {}: {}", file.shown, std::strerror(errno)));
}

} // namespace reklamaatio::store
