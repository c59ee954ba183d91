// SPDX-License-Identifier: GPL-3.0-or-later
// One at a time: lock files beside the database, on which the kernel queues processes fairly.
#pragma once

#include "time/instant.hpp"

#include <chrono>
#include <filesystem>
#include <string>

namespace reklamaatio::store {

// An open lock file; locked from lock() to destruction.
class LockFile {
  public:
    // Throws StoreError (not_permitted, cannot_create).
    explicit LockFile(const std::string& path);
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

    // False when the time is up.
    [[nodiscard]] bool lock(std::chrono::seconds longest_wait);
    // Whoever holds it leaves the time on it, by the clock of the file system.
    void touch();
    time::Instant touched_at() const;

  private:
    int m_descriptor;
};

// Held from construction to destruction. SQLite's own locks stay the second net: they are polled, so that
// under load some writers would starve.
class WriterLock {
  public:
    // Waits up to ten seconds. Throws StoreError (busy, not_permitted, cannot_create).
    explicit WriterLock(const std::filesystem::path& database);

  private:
    LockFile m_file;
};

// One delivery of alerts at a time, so that two that begin together tell nobody anything twice: the second
// finds what the first has marked. Other writers do not wait for it.
class DeliveryLock {
  public:
    // Waits up to ten seconds; then another run hangs, and more would only pile up behind it. Throws StoreError as above.
    explicit DeliveryLock(const std::filesystem::path& database);

  private:
    LockFile m_file;
};

} // namespace reklamaatio::store
