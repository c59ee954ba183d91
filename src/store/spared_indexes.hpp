// SPDX-License-Identifier: GPL-3.0-or-later
// Indexes that nothing is looked up by while a file is imported into a database that had no complaint: to make them at the
// end, in order, costs less than to keep them for each row.
#pragma once

#include "store/database.hpp"

#include <string>
#include <vector>

namespace reklamaatio::store {

// Takes them away until they are made again, within one transaction; no statement may be under way.
class SparedIndexes {
  public:
    explicit SparedIndexes(Database& database);
    void make_again();

  private:
    Database& m_database;
    std::vector<std::string> m_sql; // as the schema has them, letter for letter
};

} // namespace reklamaatio::store
