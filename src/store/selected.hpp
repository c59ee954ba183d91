// SPDX-License-Identifier: GPL-3.0-or-later
// Statements of figures, for those complaints that are selected; for this room alone.
#pragma once

#include "store/database.hpp"
#include "store/selection.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace reklamaatio::store {

// A statement about a complaint `c`, as a pattern. {0} stands for the value of what is grouped by; {1} for the join
// of `c` behind a table `d` that has its number, which figures of all complaints without groups can do without; {2}
// for what a filter asks, each behind an AND; {3} for the GROUP BY of what is counted, by {0} in the first column. The
// tables are joined in the order in which they stand, and the first is read along the index that has the period: an
// index of what the filter asks would lead away from it.
struct Pattern {
    const char* sql;          // a constant of the program
    std::string_view instant; // the column by which a row counts
};

struct Sum;
// A remedy, its cents and their currency, from that column on.
Sum sum_from(const Query& row, int column);

// A pattern for a selection, as a query. Its parameters are those of the pattern, of which none may be called as those
// of a filter are (see filter_conditions.cpp).
class Selected {
  public:
    Selected(Database& database, const Pattern& pattern, const Selection& which);

    template <typename T>
    Selected& bind(const char* name, const T& value) {
        m_query.bind(name, value);
        return *this;
    }
    bool next() { return m_query.next(); }
    const Query& row() const { return m_query; }
    // Adds up the rows, each of a group and of how many there are of it.
    void add_up(std::map<std::string, std::int64_t>& numbers);
    // The group of the present row, in whose column {0} stands, and which counts at that instant.
    std::string group(int column, time::Instant at);

  private:
    Database& m_database;
    Query m_query;
};

} // namespace reklamaatio::store
