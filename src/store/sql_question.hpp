// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody asks the database in SQL of his own: one statement, which may read everything and do nothing else.
#pragma once

#include "store/database.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace reklamaatio::store {

// The statement is none, or does more than read. The message is a clause; `offset` is the byte of the text where that shows.
class BadSql : public std::runtime_error {
  public:
    BadSql(const std::string& message, std::optional<std::size_t> offset)
        : std::runtime_error(message), m_offset(offset) {}
    const std::optional<std::size_t>& offset() const { return m_offset; }

  private:
    std::optional<std::size_t> m_offset;
};

// A number with decimals, as SQLite writes it: 5.0.
struct Real {
    std::string text;
};
using SqlValue = std::variant<std::monostate, std::int64_t, Real, std::string>;

// What a statement may ask for, as text: ":from".
struct Parameter {
    std::string_view name;
    std::string value;
};

// While one lives, nothing else is asked of the database.
class SqlQuestion {
  public:
    // Throws BadSql.
    SqlQuestion(Database& database, const std::string& sql, std::span<const Parameter> known);
    ~SqlQuestion();
    SqlQuestion(const SqlQuestion&) = delete;
    SqlQuestion& operator=(const SqlQuestion&) = delete;

    std::vector<std::string> columns() const;
    bool asks_for(const char* parameter) const;

    // Throws BadSql for what only shows in the data, and StoreError.
    bool next();
    // Throws BadSql for bytes, which are no text.
    SqlValue value(int column) const;

  private:
    static int judge(void*, int action, const char* one, const char* other, const char*, const char*);
    void prepare(const std::string& sql);
    void check_parameters(std::span<const Parameter> known);
    [[noreturn]] void throw_fault(int code) const;

    const std::string& m_path;
    sqlite3* m_handle;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace reklamaatio::store
