// SPDX-License-Identifier: GPL-3.0-or-later
// A statement of SQLite's, for database.cpp alone. What fails throws SQLite::Exception.
#pragma once

#include "complaint/field.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace reklamaatio::store {

class Prepared {
  public:
    Prepared(sqlite3* database, std::string_view sql);
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    ~Prepared();

    // Where a parameter is; 0: nowhere. Parameters are bound in the same order each time, as a rule: to look through all
    // of them would cost more than to bind the value.
    int place_of(const char* name);
    void bind(int place, std::int64_t value);
    void bind(int place, std::string_view value);
    void bind_blob(int place, std::string_view bytes);
    void bind_null(int place);

    // False at the end, and from then on until it is reset.
    bool step();
    // Whatever became of the last step.
    void reset();

    bool is_null(int column) const;
    // Nothing for a NULL, a real and a blob.
    complaint::Value value(int column) const;
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    const char* sql() const;

  private:
    // Where the bytes are while the statement runs: here, which costs less than a copy of SQLite's for each; or there, and
    // copied, where the room is used up.
    static constexpr std::size_t k_room = 2048;
    struct Kept {
        const char* bytes;
        void (*lifetime)(void*);
    };
    Kept keep(std::string_view value);
    void check(int result) const;

    sqlite3* m_database;
    sqlite3_stmt* m_statement = nullptr;
    struct Place {
        std::string name;
        int number;
    };
    std::vector<Place> m_places; // in the order in which they were asked for first
    std::size_t m_next = 0;      // of those the one behind the last that was asked for
    std::string m_kept;          // what is bound
    bool m_is_done = false;
};

} // namespace reklamaatio::store
