// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.hpp"
#include "store/packs.hpp"

#include <exception>

namespace reklamaatio::store {

Transaction::Transaction(Database& database) : m_database(database) {
    m_database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!m_open) return;
    m_database.packs().forget();
    try {
        m_database.execute("ROLLBACK");
    } catch (const std::exception&) {
        // SQLite has rolled back by itself, as it does on a full disk, or will when the database is closed; either way
        // nothing was changed.
    }
}

void Transaction::commit() {
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace reklamaatio::store
