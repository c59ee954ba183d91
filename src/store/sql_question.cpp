// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_question.hpp"

#include "complaint/word.hpp"
#include "store/error.hpp"
#include "store/error_kind.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <sqlite3.h>

namespace reklamaatio::store {

namespace {

// What a SELECT does, and what SQLite does for one over a table that a function makes, or over full text: such a table is
// declared by what reads as a change of the schema and is none.
bool is_reading(int action, std::string_view one, std::string_view other) {
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
        return true;
    case SQLITE_FUNCTION:
        // SQLite has these switched off as well: they load code, or lend addresses of it.
        return other != "load_extension" && other != "fts3_tokenizer";
    case SQLITE_UPDATE:
        return one == "sqlite_master";
    case SQLITE_PRAGMA:
        return one == "data_version" && other.empty();
    default:
        return false;
    }
}

constexpr int k_primary = 0xff; // of an extended code
constexpr const char* k_more_than_reading = "a report reads and does nothing else; write one SELECT";

bool is_of_statement(int code) {
    constexpr std::array k_codes{SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_TOOBIG};
    return std::ranges::find(k_codes, code & k_primary) != k_codes.end();
}

} // namespace

int SqlQuestion::judge(void*, int action, const char* one, const char* other, const char*, const char*) {
    const auto text = [](const char* from) {
        return from == nullptr ? std::string_view() : std::string_view(from);
    };
    return is_reading(action, text(one), text(other)) ? SQLITE_OK : SQLITE_DENY;
}

SqlQuestion::SqlQuestion(Database& database, const std::string& sql, std::span<const Parameter> known)
    : m_path(database.path()), m_handle(database.handle()) {
    sqlite3_set_authorizer(m_handle, judge, nullptr);
    try {
        prepare(sql);
        check_parameters(known);
    } catch (...) {
        sqlite3_finalize(m_statement);
        sqlite3_set_authorizer(m_handle, nullptr, nullptr);
        throw;
    }
}

SqlQuestion::~SqlQuestion() {
    sqlite3_finalize(m_statement);
    sqlite3_set_authorizer(m_handle, nullptr, nullptr);
}

void SqlQuestion::throw_fault(int code) const {
    if ((code & k_primary) == SQLITE_AUTH) throw BadSql(k_more_than_reading, {});
    if (!is_of_statement(code)) {
        const auto kind = kind_of(code);
        throw StoreError(kind, sentence(kind, m_path, sqlite3_errmsg(m_handle)));
    }
    const int offset = sqlite3_error_offset(m_handle);
    throw BadSql(sqlite3_errmsg(m_handle),
                 offset < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(offset)));
}

void SqlQuestion::prepare(const std::string& sql) {
    if (const auto nul = sql.find('\0'); nul != std::string::npos)
        throw BadSql("there is a NUL byte in it", nul);
    const char* rest = nullptr;
    const auto take = [&](const char* from, sqlite3_stmt** statement) {
        const int code = sqlite3_prepare_v2(m_handle, from, -1, statement, &rest);
        if (code != SQLITE_OK) throw_fault(code);
    };
    take(sql.c_str(), &m_statement);
    if (m_statement == nullptr) throw BadSql("there is no SELECT in it", {});
    const auto end = static_cast<std::size_t>(rest - sql.c_str());
    sqlite3_stmt* other = nullptr;
    take(rest, &other); // blanks and comments are none
    if (other != nullptr) {
        sqlite3_finalize(other);
        throw BadSql("a second statement begins; one is asked at a time", end);
    }
    const bool reads = sqlite3_stmt_readonly(m_statement) != 0 && sqlite3_column_count(m_statement) > 0;
    if (!reads || sqlite3_stmt_isexplain(m_statement) != 0) throw BadSql(k_more_than_reading, {});
}

void SqlQuestion::check_parameters(std::span<const Parameter> known) {
    std::vector<std::string_view> names;
    for (const auto& parameter : known)
        names.push_back(parameter.name);
    for (int place = 1; place <= sqlite3_bind_parameter_count(m_statement); ++place) {
        const char* bound = sqlite3_bind_parameter_name(m_statement, place);
        const std::string name = bound == nullptr ? "?" : bound;
        const auto found = std::ranges::find(known, name, &Parameter::name);
        if (found == known.end())
            throw BadSql(complaint::unknown_word(name, "a parameter of a report", names), {});
        sqlite3_bind_text(m_statement, place, found->value.c_str(), -1, SQLITE_TRANSIENT);
    }
    auto columns = this->columns();
    std::ranges::sort(columns);
    if (const auto twice = std::ranges::adjacent_find(columns); twice != columns.end())
        throw BadSql(fmt::format("two columns are called {}; give one another name: … AS name", *twice), {});
}

std::vector<std::string> SqlQuestion::columns() const {
    std::vector<std::string> names;
    for (int column = 0; column < sqlite3_column_count(m_statement); ++column)
        names.emplace_back(sqlite3_column_name(m_statement, column));
    return names;
}

bool SqlQuestion::asks_for(const char* parameter) const {
    return sqlite3_bind_parameter_index(m_statement, parameter) != 0;
}

bool SqlQuestion::next() {
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) throw_fault(sqlite3_extended_errcode(m_handle));
    return false;
}

SqlValue SqlQuestion::value(int column) const {
    const auto text = [&] {
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column)),
                           static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
    };
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(m_statement, column)};
    case SQLITE_FLOAT:
        return Real{text()};
    case SQLITE_TEXT:
        return text();
    default:
        throw BadSql(fmt::format("{0} holds bytes, which are no text; hex({0}) makes text of them",
                                 sqlite3_column_name(m_statement, column)),
                     {});
    }
}

} // namespace reklamaatio::store
