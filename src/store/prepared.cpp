// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/prepared.hpp"

#include <cstring>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace reklamaatio::store {

Prepared::Prepared(sqlite3* database, std::string_view sql) : m_database(database) {
    check(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &m_statement, nullptr));
}

Prepared::~Prepared() {
    sqlite3_finalize(m_statement);
}

int Prepared::place_of(const char* name) {
    for (std::size_t tried = 0; tried < m_places.size(); ++tried, ++m_next) {
        if (m_next >= m_places.size()) m_next = 0;
        if (std::strcmp(m_places[m_next].name.c_str(), name) == 0) return m_places[m_next++].number;
    }
    const int place = sqlite3_bind_parameter_index(m_statement, name);
    if (place != 0) m_places.push_back({name, place});
    return place;
}

void Prepared::bind(int place, std::int64_t value) {
    check(sqlite3_bind_int64(m_statement, place, value));
}

Prepared::Kept Prepared::keep(std::string_view value) {
    if (m_kept.capacity() < k_room) m_kept.reserve(k_room);
    // It must not move what was bound before.
    if (m_kept.capacity() - m_kept.size() < value.size()) return {value.data(), SQLITE_TRANSIENT};
    const auto at = m_kept.size();
    m_kept += value;
    return {m_kept.data() + at, SQLITE_STATIC};
}

void Prepared::bind(int place, std::string_view value) {
    const auto [bytes, lifetime] = keep(value);
    check(sqlite3_bind_text(m_statement, place, bytes, static_cast<int>(value.size()), lifetime));
}

void Prepared::bind_blob(int place, std::string_view bytes) {
    const auto [kept, lifetime] = keep(bytes);
    check(sqlite3_bind_blob(m_statement, place, kept, static_cast<int>(bytes.size()), lifetime));
}

void Prepared::bind_null(int place) {
    check(sqlite3_bind_null(m_statement, place));
}

bool Prepared::step() {
    if (m_is_done) return false;
    const int result = sqlite3_step(m_statement);
    m_is_done = result != SQLITE_ROW;
    if (m_is_done && result != SQLITE_DONE) throw SQLite::Exception(m_database, result);
    return !m_is_done;
}

void Prepared::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_kept.clear();
    m_is_done = false;
}

bool Prepared::is_null(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

complaint::Value Prepared::value(int column) const {
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_NULL:
        return {};
    default:
        throw SQLite::Exception("it holds a value of a kind that we never write", SQLITE_CORRUPT);
    }
}

std::int64_t Prepared::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

std::string Prepared::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    if (bytes == nullptr) return "";
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

const char* Prepared::sql() const {
    return sqlite3_sql(m_statement);
}

void Prepared::check(int result) const {
    if (result != SQLITE_OK) throw SQLite::Exception(m_database, result);
}

} // namespace reklamaatio::store
