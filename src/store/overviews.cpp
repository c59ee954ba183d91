// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/overviews.hpp"

#include "store/customers.hpp"
#include "store/filter_conditions.hpp"

#include <array>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

#define REKLAMAATIO_OF_NEXT_DUE(column)                                                                      \
    " CASE WHEN " REKLAMAATIO_MAY_OWE " THEN (SELECT " column " FROM deadline AS d"                          \
    " WHERE d.complaint_id = c.id AND d.due_at IS NOT NULL AND " REKLAMAATIO_DUE                             \
    " ORDER BY d.due_at, d.clock LIMIT 1) END"

constexpr std::string_view k_around = R"(,
 (SELECT d.due_at FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'response'
  ORDER BY d.ordinal DESC LIMIT 1),
 (SELECT CASE WHEN d.met_at IS NULL OR c.status NOT IN ('new', 'open', 'waiting') THEN d.due_at END
  FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'resolution' ORDER BY d.ordinal DESC LIMIT 1),
)" REKLAMAATIO_NEXT_DUE "," REKLAMAATIO_OF_NEXT_DUE("d.warn_at") "," REKLAMAATIO_OF_NEXT_DUE("d.clock") R"(,
 CASE WHEN c.status = 'waiting' THEN
  (SELECT max(d.left_seconds) FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'resolution'
   AND d.met_at IS NULL AND d.cancelled_at IS NULL) END,
 c.unanswered_since)" REKLAMAATIO_COMPLAINT_AND_CUSTOMER;

// Only what decides which complaints come first; the others are then not read at all.
constexpr std::string_view k_first_of_all =
    "SELECT c.id," REKLAMAATIO_NEXT_DUE REKLAMAATIO_COMPLAINT_AND_CUSTOMER;
#undef REKLAMAATIO_OF_NEXT_DUE

// When the most urgent open promise is due.
#define REKLAMAATIO_PROMISED_BY                                                                              \
    "(SELECT min(d.due_at) FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'promise'"           \
    " AND " REKLAMAATIO_OWED ")"
#define REKLAMAATIO_HARM "instr('injury safety none', c.harm)"
#define REKLAMAATIO_OWN_KEY                                                                                  \
    "(SELECT o.key FROM own_value AS o WHERE o.complaint_id = c.id AND o.name = :sorted_by)"
// By Order; each ends with the id, so that the order is always the same.
constexpr std::array<std::array<std::string_view, 2>, 10> k_orders{{
    {" ORDER BY c.id", " ORDER BY c.id DESC"},
    {" ORDER BY next_due_at NULLS LAST, " REKLAMAATIO_HARM ", c.id",
     " ORDER BY next_due_at DESC NULLS FIRST, " REKLAMAATIO_HARM " DESC, c.id DESC"},
    {" ORDER BY c.received_at, c.id", " ORDER BY c.received_at DESC, c.id DESC"},
    {" ORDER BY c.logged_at, c.id", " ORDER BY c.logged_at DESC, c.id DESC"},
    {" ORDER BY c.resolved_at NULLS LAST, c.id", " ORDER BY c.resolved_at DESC NULLS LAST, c.id DESC"},
    {" ORDER BY instr('urgent high normal low', c.priority), c.id",
     " ORDER BY instr('urgent high normal low', c.priority) DESC, c.id DESC"},
    {" ORDER BY " REKLAMAATIO_PROMISED_BY " NULLS LAST, c.id",
     " ORDER BY " REKLAMAATIO_PROMISED_BY " DESC NULLS FIRST, c.id DESC"},
    {" ORDER BY " REKLAMAATIO_HARM ", next_due_at NULLS LAST, c.id",
     " ORDER BY " REKLAMAATIO_HARM " DESC, next_due_at DESC NULLS FIRST, c.id DESC"},
    {" ORDER BY " REKLAMAATIO_OWN_KEY " NULLS LAST, c.id",
     " ORDER BY " REKLAMAATIO_OWN_KEY " DESC NULLS LAST, c.id DESC"},
    {" ORDER BY CAST(" REKLAMAATIO_OWN_KEY " AS REAL) NULLS LAST, c.id",
     " ORDER BY CAST(" REKLAMAATIO_OWN_KEY " AS REAL) DESC NULLS LAST, c.id DESC"},
}};
#undef REKLAMAATIO_OWN_KEY
#undef REKLAMAATIO_HARM
#undef REKLAMAATIO_PROMISED_BY

complaint::Overview overview_from(const Query& row, int customer_column) {
    complaint::Overview overview;
    overview.complaint = complaint_from(row, 0);
    if (!row.is_null(customer_column)) overview.customer = customer_from(row, customer_column);
    int column = customer_column + k_customer_column_count;
    overview.response_due_at = row.instant_or_none(column++);
    overview.resolution_due_at = row.instant_or_none(column++);
    overview.due_at = row.instant_or_none(column++);
    overview.warn_at = row.instant_or_none(column++);
    if (!row.is_null(column)) overview.due_clock = stored_word<complaint::Clock>(row.text(column));
    ++column;
    if (!row.is_null(column)) overview.left = time::Seconds{row.integer(column)};
    overview.unanswered_since = row.instant_or_none(column + 1);
    return overview;
}

constexpr const char* k_any_reference = "SELECT 1 FROM customer WHERE ref IS NOT NULL LIMIT 1";

// Each system has its own reference for a customer; the last one that it gave is that of the complaints from there.
void take_reference(Database& database, complaint::Overview& overview) {
    auto& customer = overview.customer;
    const auto& source = overview.complaint.source;
    if (customer.id.number == 0 || (!customer.ref.empty() && customer.source == source)) return;
    customer.ref.clear();
    for (const auto& other : also_known_as(database, customer.id))
        if (other.source == source && !other.ref.empty()) customer.ref = other.ref;
    customer.source = customer.ref.empty() ? "" : source;
}

// Most firms have none.
constexpr const char* k_any_term = "SELECT 1 FROM deadline AS l WHERE " REKLAMAATIO_UNMET_LAW " LIMIT 1";
constexpr const char* k_next_term =
    "SELECT l.due_at, coalesce(l.warn_at, l.started_at), l.silence FROM deadline AS l"
    " WHERE l.complaint_id = :id AND l.due_at IS NOT NULL AND " REKLAMAATIO_UNMET_LAW
    " ORDER BY l.due_at, l.ordinal LIMIT 1";

void take_term(Database& database, complaint::Overview& overview) {
    auto query = database.query(k_next_term);
    query.bind(":id", overview.complaint.id.number);
    if (query.next())
        overview.by_law = {query.instant(0), query.instant(1),
                           stored_word<complaint::Silence>(query.text(2))};
}

std::string selecting() {
    return fmt::format("SELECT {}, {}{}", complaint_columns("c."), k_customer_columns, k_around);
}

// Of rows that selecting() selects.
class OverviewReader {
  public:
    explicit OverviewReader(Database& database)
        : m_database(database), m_has_references(database.query(k_any_reference).next()),
          m_has_terms(database.query(k_any_term).next()) {}

    complaint::Overview read(const Query& row) {
        auto overview = overview_from(row, 1 + static_cast<int>(complaint::complaint_fields().size()));
        if (m_has_references) take_reference(m_database, overview);
        if (m_has_terms) take_term(m_database, overview);
        return overview;
    }

    std::optional<complaint::Overview> find(complaint::Id id) {
        static const std::string sql = selecting() + " WHERE c.id = :id";
        auto query = m_database.query(sql);
        query.bind(":id", id.number);
        return query.next() ? std::optional(read(query)) : std::nullopt;
    }

  private:
    Database& m_database;
    bool m_has_references;
    bool m_has_terms;
};

void read_by_id(Database& database, const Filter& filter, std::string_view order,
                const std::function<void(const complaint::Overview&)>& take) {
    const Conditions conditions = conditions_of(filter);
    auto query = database.query_once(fmt::format("{}{}{}", selecting(), conditions.where(), order));
    conditions.bind(query);
    OverviewReader reader(database);
    while (query.next())
        take(reader.read(query));
}

// When the law ends what it has warned of.
#define REKLAMAATIO_WARNED_BY_LAW                                                                            \
    "(SELECT min(l.due_at) FROM deadline AS l WHERE l.complaint_id = c.id AND " REKLAMAATIO_UNMET_LAW        \
    " AND coalesce(l.warn_at, l.started_at) <= :now)"
std::string with_law_first(Database& database, const Sequence& sequence, std::string_view order) {
    const bool is_asked = sequence.order == Order::urgency && sequence.now;
    if (!is_asked || !database.query(k_any_term).next()) return std::string(order);
    constexpr std::string_view k_by = " ORDER BY ";
    return fmt::format("{}" REKLAMAATIO_WARNED_BY_LAW "{}, {}", k_by,
                       sequence.descending ? " DESC NULLS FIRST" : " NULLS LAST", order.substr(k_by.size()));
}
#undef REKLAMAATIO_WARNED_BY_LAW

// Only what decides which complaints come first is sorted: however many there are, their rows need no room.
std::vector<complaint::Id> ids_in_order(Database& database, Conditions conditions, const Sequence& sequence,
                                        std::string_view order) {
    const auto with_law = with_law_first(database, sequence, order);
    if (with_law.size() > order.size()) conditions.also_bind(":now", *sequence.now);
    std::string sql = fmt::format("{}{}{}", k_first_of_all, conditions.where(), with_law);
    if (sequence.limit) {
        sql += " LIMIT :limit";
        conditions.also_bind(":limit", std::to_string(*sequence.limit));
    }
    if (!sequence.own.empty()) conditions.also_bind(":sorted_by", sequence.own);
    auto query = database.query_once(sql);
    conditions.bind(query);
    std::vector<complaint::Id> ids;
    while (query.next())
        ids.push_back({query.integer(0)});
    return ids;
}

// The most urgent of many are among the few that something may be owed to, as long as there are enough of these: all others
// come behind them.
std::vector<complaint::Id> ids_in_order(Database& database, const Filter& filter, const Sequence& sequence,
                                        std::string_view order) {
    const bool few_come_first = sequence.order == Order::urgency && !sequence.descending && sequence.limit;
    if (few_come_first && few_of(filter).empty()) {
        auto conditions = conditions_of(filter, k_numbers_that_may_owe);
        conditions.add("next_due_at IS NOT NULL");
        auto ids = ids_in_order(database, std::move(conditions), sequence, order);
        if (ids.size() == static_cast<std::size_t>(*sequence.limit)) return ids;
    }
    return ids_in_order(database, conditions_of(filter), sequence, order);
}

} // namespace

void read_overviews(Database& database, const Filter& filter, const Sequence& sequence,
                    const std::function<void(const complaint::Overview&)>& take) {
    const auto order = k_orders[static_cast<std::size_t>(sequence.order)][sequence.descending ? 1 : 0];
    if (sequence.order == Order::id && !sequence.limit) return read_by_id(database, filter, order, take);
    OverviewReader reader(database);
    for (const auto id : ids_in_order(database, filter, sequence, order))
        if (const auto overview = reader.find(id)) take(*overview);
}

std::optional<complaint::Overview> find_overview(Database& database, complaint::Id id) {
    return OverviewReader(database).find(id);
}

std::map<complaint::Id, SharedOverview> overviews_of(Database& database,
                                                     const std::vector<complaint::Id>& ids) {
    std::map<complaint::Id, SharedOverview> read;
    OverviewReader reader(database);
    for (const auto id : ids) {
        auto& overview = read[id];
        if (overview) continue;
        auto found = reader.find(id);
        if (!found) throw_gone(database, to_string(id));
        overview = std::make_shared<const complaint::Overview>(*std::move(found));
    }
    return read;
}

} // namespace reklamaatio::store
