// SPDX-License-Identifier: GPL-3.0-or-later
// The database as commands meet it: opened as they need it, checked, up to date.
#pragma once

#include "store/database.hpp"
#include "store/database_file.hpp"
#include "store/ledger.hpp"
#include "store/lock.hpp"
#include "store/policies.hpp"
#include "store/schema.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace reklamaatio::store {

using FirstChange = std::function<Change()>;

// Commands that write hold the writers' lock from opening to closing, and everything they do is one
// transaction.
class Store {
  public:
    // One of an earlier layout is brought up to date for this reader alone, and stays as it is.
    static Store open_for_reading(const std::filesystem::path& path);
    // As it was when the latest change was recorded that was recorded by a moment, which `ask` is asked for once the database of
    // now is open. What is read, and also what would be written, is seen by nobody else.
    static Store open_as_of(const std::filesystem::path& path,
                            const std::function<time::Instant(Store& now)>& ask);
    // `create`: a database that is not there is made, with the default policy in force.
    // `first_change` is asked only then: under what the making is logged.
    static Store open_for_writing(const std::filesystem::path& path, bool create,
                                  const FirstChange& first_change);
    // A copy that nobody else has, which is brought up to date where it is; without a lock, since nobody waits for it.
    static Store open_alone(const OpenFile& file);
    static Store in_memory(const FirstChange& first_change);

    Database& database() { return *m_database; }
    PolicyBook& policies() { return *m_policies; }
    // Whether open_for_writing has just made it.
    bool is_new() const { return m_is_new; }
    // Whether opening has brought it up to date, and from what.
    const std::optional<Upgrade>& upgrade() const { return m_upgrade; }

    // The moment that open_as_of has gone back to, which is the present time there.
    const std::optional<time::Instant>& as_of() const { return m_as_of; }

    // Everything that was written since opening becomes durable, or, without it, is taken back at
    // destruction, and with it a file that opening has made.
    void commit();

  private:
    Store() = default;
    enum class Blank { make, refuse };
    void begin(Blank blank, const std::filesystem::path& path, const FirstChange& first_change);

    // In this order: the lock is let go last, and a file that was made for nothing goes when it is closed.
    std::unique_ptr<WriterLock> m_lock;
    std::unique_ptr<UnfinishedFile> m_unfinished_file;
    std::unique_ptr<Database> m_reader; // of the database of now, for whose sake the file stays as it is
    std::unique_ptr<Database> m_database;
    std::unique_ptr<PolicyBook> m_policies;
    std::unique_ptr<Transaction> m_transaction;
    bool m_is_new = false;
    std::optional<Upgrade> m_upgrade;
    std::optional<time::Instant> m_as_of;
};

} // namespace reklamaatio::store
