// SPDX-License-Identifier: GPL-3.0-or-later
// One at a time: lock files beside the database, on which the kernel queues processes fairly.
#pragma once

#include "time/instant.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace reklamaatio::store {

// Of another process that is at its work, as StoreError (busy).
[[noreturn]] void throw_busy(const std::string& database);

// A lock file beside a database, and like it; locked from lock() to destruction.
class LockFile {
  public:
    // Waits so long for others to let go of the database when the file is in the way (see companions.hpp). Throws StoreError: not_permitted, also for one who may not write the database; busy; cannot_create.
    LockFile(const std::filesystem::path& database, std::string_view ending);
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

    // False when the time is up.
    [[nodiscard]] bool lock(std::chrono::seconds longest_wait);
    // Throws StoreError (busy) when another file has its name by now. Asked when the database is open: from then on
    // nobody takes the name away.
    void check_is_in_place() const;
    // Whoever holds it leaves the time on it, by the clock of the file system.
    void touch();
    time::Instant touched_at() const;

  private:
    bool is_in_place() const;

    std::string m_path;
    int m_descriptor;
};

// Held from construction to destruction. SQLite's own locks stay the second net: they are polled, so that
// under load some writers would starve.
class WriterLock {
  public:
    // Waits up to ten seconds. Throws StoreError (busy, not_permitted, cannot_create).
    explicit WriterLock(const std::filesystem::path& database);
    void check_is_in_place() const { m_file.check_is_in_place(); }

  private:
    LockFile m_file;
};

// Keeps writers out while it is held, by as many as like, who need not be able to write: for reading a database without
// SQLite's locks. It does not wait: who reads may have set an alarm of his own.
class StandstillLock {
  public:
    // Throws StoreError: busy; not_permitted when no writer has been there yet, or the lock file is not like the
    // database, so that a writer may take another.
    explicit StandstillLock(const std::filesystem::path& database);
    ~StandstillLock();
    StandstillLock(const StandstillLock&) = delete;
    StandstillLock& operator=(const StandstillLock&) = delete;

  private:
    int m_descriptor;
};

// One delivery of alerts at a time, so that two that begin together tell nobody anything twice: the second
// finds what the first has marked. Other writers do not wait for it.
class DeliveryLock {
  public:
    // Waits up to ten seconds; then another run hangs, and more would only pile up behind it. Throws StoreError as above.
    explicit DeliveryLock(const std::filesystem::path& database);
    void check_is_in_place() const { m_file.check_is_in_place(); }

  private:
    LockFile m_file;
};

} // namespace reklamaatio::store
