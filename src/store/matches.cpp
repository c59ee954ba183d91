// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/matches.hpp"

#include "store/filter_conditions.hpp"

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr std::string_view k_status_and_due =
    "SELECT c.kind AS kind, c.status AS status, c.harm AS harm, c.unanswered_since AS unanswered_since,"
    " (SELECT min(d.due_at) FROM deadline AS d WHERE d.complaint_id = c.id AND " REKLAMAATIO_OWED
    ") AS owed_at," REKLAMAATIO_NEXT_DUE REKLAMAATIO_COMPLAINT_AND_CUSTOMER;

constexpr std::int64_t k_most_of_a_kind = 10'000; // through which is looked
constexpr std::int64_t k_most_hidden = 1001;

std::int64_t count_where(Database& database, const Conditions& conditions) {
    auto query = database.query_once("SELECT count(*)" + conditions.counted());
    conditions.bind(query);
    query.next();
    return query.integer(0);
}

Matches count_due(Database& database, const Conditions& conditions, time::Instant now,
                  time::Instant tomorrow) {
    auto query = database.query_once(
        fmt::format("SELECT count(*), count(*) FILTER (WHERE owed_at < :now),"
                    " count(*) FILTER (WHERE next_due_at >= :now AND next_due_at < :tomorrow),"
                    " count(*) FILTER (WHERE status = 'waiting'),"
                    " count(*) FILTER (WHERE unanswered_since IS NOT NULL),"
                    " count(*) FILTER (WHERE harm = 'injury'),"
                    " CASE WHEN min(kind) = max(kind) THEN min(kind) END FROM ({}{})",
                    k_status_and_due, conditions.where()));
    conditions.bind(query);
    query.bind(":now", now).bind(":tomorrow", tomorrow).next();
    Matches matches{query.integer(0), query.integer(1), query.integer(2),
                    query.integer(3), query.integer(4), query.integer(5)};
    if (!query.is_null(6)) matches.only_kind = stored_word<complaint::Kind>(query.text(6));
    return matches;
}

std::optional<complaint::Kind> only_kind_of(Database& database, const Filter& filter) {
    Conditions conditions = conditions_of(filter);
    const auto first_kind = [&]() -> std::optional<std::string> {
        auto query = database.query_once(fmt::format("SELECT c.kind{} LIMIT 1", conditions.one_by_one()));
        conditions.bind(query);
        return query.next() ? std::optional(query.text(0)) : std::nullopt;
    };
    const auto kind = first_kind();
    if (!kind) return std::nullopt;
    conditions.text("+c.kind <> :first_kind", ":first_kind", *kind);
    return first_kind() ? std::nullopt : std::optional(stored_word<complaint::Kind>(*kind));
}

} // namespace

std::int64_t count_complaints(Database& database, const Filter& filter) {
    return count_where(database, conditions_of(filter));
}

Matches count_overviews(Database& database, const Filter& filter, time::Instant now, time::Instant tomorrow) {
    if (!few_of(filter).empty()) return count_due(database, conditions_of(filter), now, tomorrow);
    // All the rest is true of few, which are looked for where they are.
    auto matches = count_due(database, conditions_of(filter, k_numbers_that_may_owe), now, tomorrow);
    matches.all = count_complaints(database, filter);
    matches.injuries =
        count_where(database, conditions_of(filter, "SELECT id FROM complaint WHERE harm = 'injury'"));
    matches.only_kind = matches.all <= k_most_of_a_kind ? only_kind_of(database, filter) : std::nullopt;
    return matches;
}

Hidden count_hidden(Database& database, const Filter& filter) {
    if (asks_what_is_due(filter)) return {};
    Filter over = filter;
    over.at_hand = false;
    Conditions conditions = conditions_of(over);
    conditions.add("NOT (" REKLAMAATIO_AT_HAND " OR " REKLAMAATIO_TERM_RUNS ")");
    auto query = database.query_once(fmt::format(
        "SELECT count(*) FILTER (WHERE status = 'closed'), count(*) FILTER (WHERE status = 'void')"
        " FROM (SELECT c.status AS status{} LIMIT {})",
        conditions.one_by_one(), k_most_hidden));
    conditions.bind(query);
    query.next();
    const Hidden hidden{query.integer(0), query.integer(1)};
    return {hidden.closed, hidden.void_, hidden.closed + hidden.void_ < k_most_hidden};
}

} // namespace reklamaatio::store
