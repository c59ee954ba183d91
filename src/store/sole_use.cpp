// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sole_use.hpp"

#include "store/error.hpp"
#include "store/error_kind.hpp"
#include "store/library.hpp"

#include <new>
#include <thread>

#include <sqlite3.h>

namespace reklamaatio::store {

namespace {

// Between two tries the lock is let go entirely, so that nobody who wants to read is kept out by one who waits.
constexpr std::chrono::milliseconds k_pause{20};

} // namespace

SoleUse::SoleUse(const std::filesystem::path& database) {
    configure_library();
    const int code = sqlite3_open_v2(database.c_str(), &m_connection,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_file_control(m_connection, "main", SQLITE_FCNTL_FILE_POINTER, &m_file);
        return;
    }
    const std::string why = sqlite3_errmsg(m_connection);
    sqlite3_close(m_connection);
    if (is_of_memory(code)) throw std::bad_alloc();
    throw StoreError(kind_of(code), sentence(kind_of(code), database.string(), why.c_str()));
}

SoleUse::~SoleUse() {
    m_file->pMethods->xUnlock(m_file, SQLITE_LOCK_NONE);
    sqlite3_close(m_connection);
}

bool SoleUse::try_to_take() {
    if (m_file->pMethods->xLock(m_file, SQLITE_LOCK_SHARED) == SQLITE_OK
        && m_file->pMethods->xLock(m_file, SQLITE_LOCK_EXCLUSIVE) == SQLITE_OK)
        return true;
    m_file->pMethods->xUnlock(m_file, SQLITE_LOCK_NONE);
    return false;
}

bool SoleUse::take(std::chrono::milliseconds longest_wait) {
    const auto end = std::chrono::steady_clock::now() + longest_wait;
    while (!try_to_take()) {
        if (std::chrono::steady_clock::now() >= end) return false;
        std::this_thread::sleep_for(k_pause);
    }
    return true;
}

} // namespace reklamaatio::store
