// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of a query says.
#include "store/error.hpp"
#include "store/leased.hpp"
#include "store/rows.hpp"

#include <utility>

#include <fmt/format.h>

namespace reklamaatio::store {

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
    return m_leased->statement->value(column);
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
