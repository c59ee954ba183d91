// SPDX-License-Identifier: GPL-3.0-or-later
// Being the only one who has a database open, as its own locks say.
#pragma once

#include <chrono>
#include <filesystem>

struct sqlite3;
struct sqlite3_file;

namespace reklamaatio::store {

// SQLite's exclusive lock on a database file. In WAL mode every connection, of any program and also one that only reads,
// holds the shared lock from before it opens the log and its index until after it has closed them; SQLite itself removes
// both under this lock only. It is asked for through SQLite, which alone may open the file.
class SoleUse {
  public:
    // Throws StoreError when the file cannot be opened for writing.
    explicit SoleUse(const std::filesystem::path& database);
    ~SoleUse();
    SoleUse(const SoleUse&) = delete;
    SoleUse& operator=(const SoleUse&) = delete;

    // Until destruction. False when the time is up; with no time, it is tried once.
    [[nodiscard]] bool take(std::chrono::milliseconds longest_wait);

  private:
    bool try_to_take();

    sqlite3* m_connection = nullptr;
    sqlite3_file* m_file = nullptr;
};

} // namespace reklamaatio::store
