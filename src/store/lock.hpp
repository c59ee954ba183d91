// SPDX-License-Identifier: GPL-3.0-or-later
// One writer at a time: a lock file beside the database, on which the kernel queues writers fairly.
#pragma once

#include <filesystem>

namespace reklamaatio::store {

// Held from construction to destruction. SQLite's own locks stay the second net: they are polled, so that
// under load some writers would starve.
class WriterLock {
  public:
    // Waits up to ten seconds. Throws StoreError (busy, not_permitted, cannot_create).
    explicit WriterLock(const std::filesystem::path& database);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

  private:
    int m_descriptor = -1;
};

} // namespace reklamaatio::store
