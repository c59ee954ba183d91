// SPDX-License-Identifier: GPL-3.0-or-later
// A file as SQLite holds it that was opened in one of its ways.
#pragma once

#include <cstddef>
#include <vector>

#include <sqlite3.h>

namespace reklamaatio::store::tests {

class HeldFile {
  public:
    // SQLite does not ask what it was given.
    HeldFile(const char* way, const char* name, int kind)
        : m_way(sqlite3_vfs_find(way)),
          m_room(static_cast<std::size_t>(m_way->szOsFile) / sizeof(std::max_align_t) + 1),
          m_status(m_way->xOpen(m_way, name, file(), kind | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                nullptr)) {}
    ~HeldFile() {
        if (m_status == SQLITE_OK) file()->pMethods->xClose(file());
    }
    HeldFile(const HeldFile&) = delete;
    HeldFile& operator=(const HeldFile&) = delete;

    int status() const { return m_status; }
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_room.data()); }
    const sqlite3_io_methods& methods() { return *file()->pMethods; }

  private:
    sqlite3_vfs* m_way;
    std::vector<std::max_align_t> m_room;
    int m_status;
};

} // namespace reklamaatio::store::tests
