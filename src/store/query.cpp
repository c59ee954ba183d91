// SPDX-License-Identifier: GPL-3.0-or-later
// What a query is asked with, and what its rows say.
#include "store/error.hpp"
#include "store/guarded.hpp"
#include "store/leased.hpp"
#include "store/own_values.hpp"
#include "store/rows.hpp"

#include <utility>

#include <fmt/format.h>

namespace reklamaatio::store {

Query::Query(std::unique_ptr<Leased> leased) : m_leased(std::move(leased)) {}
Query::Query(Query&& other) noexcept = default;

Query::~Query() {
    if (!m_leased) return;
    m_leased->statement->reset();
    if (m_leased->on_loan != nullptr) *m_leased->on_loan = false;
}

Query& Query::bind(const char* name, std::int64_t value) {
    auto& statement = *m_leased->statement;
    guarded(*m_leased->path, [&] { statement.bind(statement.place_of(name), value); });
    return *this;
}

Query& Query::bind(const char* name, std::string_view value) {
    auto& statement = *m_leased->statement;
    guarded(*m_leased->path, [&] { statement.bind(statement.place_of(name), value); });
    return *this;
}

Query& Query::bind_at(int position, const complaint::Value& value) {
    guarded(*m_leased->path, [&] {
        auto& statement = *m_leased->statement;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            statement.bind(position, *number);
        else if (const auto* letters = std::get_if<std::string>(&value))
            statement.bind(position, *letters);
        else if (const auto* texts = std::get_if<complaint::OwnTexts>(&value))
            statement.bind(position, own_json(*texts));
        else
            statement.bind_null(position);
    });
    return *this;
}

Query& Query::bind_null(const char* name) {
    auto& statement = *m_leased->statement;
    guarded(*m_leased->path, [&] { statement.bind_null(statement.place_of(name)); });
    return *this;
}

Query& Query::bind_blob(const char* name, std::string_view bytes) {
    auto& statement = *m_leased->statement;
    guarded(*m_leased->path, [&] { statement.bind_blob(statement.place_of(name), bytes); });
    return *this;
}

bool Query::next() {
    return guarded(*m_leased->path, [&] { return m_leased->statement->step(); });
}

void Query::run() {
    while (next()) {
    }
}

bool Query::is_null(int column) const {
    return m_leased->statement->is_null(column);
}
std::int64_t Query::integer(int column) const {
    return m_leased->statement->integer(column);
}
std::string Query::text(int column) const {
    return m_leased->statement->text(column);
}

std::string Query::text_if_any(int column) const {
    auto found = text(column);
    if (!found.empty() || is_null(column)) return found;
    throw StoreError(
        ErrorKind::damaged,
        fmt::format("{} is damaged (it holds an empty text where none belongs); restore a backup",
                    *m_leased->path));
}

complaint::Value Query::value(int column) const {
    return guarded(*m_leased->path, [&] { return m_leased->statement->value(column); });
}

time::Instant Query::instant(int column) const {
    const time::Instant at{time::Seconds{integer(column)}};
    if (is_in_calendar(at)) return at;
    throw StoreError(ErrorKind::damaged,
                     fmt::format("{} is damaged (it holds a time that is in no calendar); "
                                 "restore a backup",
                                 *m_leased->path));
}

int Query::small_integer(int column) const {
    const auto number = integer(column);
    if (std::in_range<int>(number)) return static_cast<int>(number);
    throw StoreError(ErrorKind::damaged,
                     fmt::format("{} is damaged (it holds the number {} where few are); restore a backup",
                                 *m_leased->path, number));
}

std::optional<time::Instant> Query::instant_or_none(int column) const {
    if (is_null(column)) return std::nullopt;
    return instant(column);
}

std::optional<std::int64_t> Query::integer_or_none(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

std::optional<time::Seconds> Query::seconds_or_none(int column) const {
    if (is_null(column)) return std::nullopt;
    return time::Seconds{integer(column)};
}

} // namespace reklamaatio::store
