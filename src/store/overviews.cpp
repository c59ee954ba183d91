// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/overviews.hpp"

#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "store/full_text.hpp"
#include "store/rows.hpp"
#include "text/fold.hpp"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store {

namespace {

// Whether anything can be owed: word for word the condition of the index complaint_at_hand.
#define REKLAMAATIO_AT_HAND "(c.status NOT IN ('closed', 'void') OR c.unanswered_since IS NOT NULL)"
#define REKLAMAATIO_DUE "((" REKLAMAATIO_OWED ") OR (" REKLAMAATIO_ANSWER_OWED "))"

// One condition for each filter; only those that are asked for go into the statement, so that each keeps its
// index. Values are bound, never written in.
class Conditions {
  public:
    void add(std::string fragment) { m_fragments.push_back(std::move(fragment)); }

    template <typename T, typename Convert>
    void any_of(std::string fragment, std::string name, const std::vector<T>& values, Convert convert) {
        if (values.empty()) return;
        nlohmann::json list = nlohmann::json::array();
        for (const auto& value : values)
            list.push_back(convert(value));
        add(std::move(fragment));
        m_texts.emplace_back(std::move(name), list.dump());
    }

    void text(std::string fragment, std::string name, std::string value) {
        add(std::move(fragment));
        m_texts.emplace_back(std::move(name), std::move(value));
    }

    void instant(std::string fragment, std::string name, const std::optional<time::Instant>& value) {
        if (!value) return;
        add(std::move(fragment));
        m_instants.emplace_back(std::move(name), *value);
    }

    std::string where() const {
        return m_fragments.empty() ? "" : fmt::format(" WHERE {}", fmt::join(m_fragments, " AND "));
    }

    void bind(Query& query) const {
        for (const auto& [name, value] : m_texts)
            query.bind(name.c_str(), value);
        for (const auto& [name, value] : m_instants)
            query.bind(name.c_str(), value);
    }

    void also_bind(std::string name, std::string value) {
        m_texts.emplace_back(std::move(name), std::move(value));
    }

  private:
    std::vector<std::string> m_fragments;
    std::vector<std::pair<std::string, std::string>> m_texts;
    std::vector<std::pair<std::string, time::Instant>> m_instants;
};

// Names are folded once a customer, not once a complaint; case and accents make no other name. Who was merged
// into another means that one.
void add_customer(Conditions& conditions, const Filter& filter) {
    conditions.text(
        "c.customer_id IN (WITH RECURSIVE meant (id) AS"
        " (SELECT u.id FROM customer AS u WHERE u.id = :customer_number"
        " OR u.email_key = :customer_email OR (u.phone_key = :customer_phone"
        " AND (:customer_extension = '' OR phone_extension(u.phone) IN ('', :customer_extension)))"
        " OR (:customer_name <> '' AND instr(folded(u.name), :customer_name) > 0)"
        " UNION SELECT u.merged_into FROM meant AS m JOIN customer AS u ON u.id = m.id"
        " WHERE u.merged_into IS NOT NULL) SELECT id FROM meant)",
        ":customer_name", text::folded(filter.customer.empty() ? filter.customer_name : filter.customer));
    conditions.also_bind(":customer_number",
                         filter.customer_id ? std::to_string(filter.customer_id->number) : "");
    conditions.also_bind(":customer_email", complaint::email_key(filter.customer));
    conditions.also_bind(":customer_phone", complaint::phone_key(filter.customer, filter.country));
    conditions.also_bind(":customer_extension", complaint::phone_extension(filter.customer));
}

// Word by word: one may stand in the complaint, another one be the customer's name.
void add_words(Conditions& conditions, const std::string& words) {
    int number = 0;
    for (auto& expression : match_expressions(words)) {
        const auto name = fmt::format("words{}", ++number);
        conditions.text(fmt::format("c.id IN ({})", ids_with_words(name)), ':' + name, std::move(expression));
    }
}

// A tag is one of its spellings, and each tag must be there.
void add_tags(Conditions& conditions, const std::vector<std::vector<std::string>>& tags) {
    int number = 0;
    for (const auto& spellings : tags) {
        const auto name = fmt::format(":tag{}", ++number);
        conditions.any_of(
            fmt::format("EXISTS (SELECT 1 FROM json_each({}) AS t WHERE instr(';' || c.tags || ';',"
                        " ';' || t.value || ';') > 0)",
                        name),
            name, spellings, [](const std::string& text) { return text; });
    }
}

Conditions conditions_of(const Filter& filter) {
    const auto same = [](const std::string& text) { return text; };
    const auto word = [](auto value) { return std::string(complaint::word(value)); };
    Conditions c;
    c.any_of("c.id IN (SELECT value FROM json_each(:ids))", ":ids", filter.ids,
             [](complaint::Id id) { return id.number; });
    c.any_of("c.status IN (SELECT value FROM json_each(:status))", ":status", filter.status, word);
    if (filter.at_hand) c.add(REKLAMAATIO_AT_HAND);
    for (const auto& [field, words] : filter.fields)
        c.any_of(fmt::format("c.{0} IN (SELECT value FROM json_each(:{0}))", field->name),
                 fmt::format(":{}", field->name), words, same);
    c.any_of("c.team IN (SELECT value FROM json_each(:team))", ":team", filter.team, same);
    c.any_of("c.assignee IN (SELECT value FROM json_each(:assignee))", ":assignee", filter.assignee, same);
    add_tags(c, filter.tag);
    if (filter.customer_id || !filter.customer_name.empty() || !filter.customer.empty())
        add_customer(c, filter);
    if (filter.unassigned) c.add("c.assignee IS NULL");
    if (filter.promised)
        c.add("EXISTS (SELECT 1 FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'promise' "
              "AND " REKLAMAATIO_OWED ")");
    c.instant("c.received_at >= :since", ":since", filter.since);
    c.instant("c.received_at < :until", ":until", filter.until);
    c.instant("c.resolved_at >= :resolved_since", ":resolved_since", filter.resolved_since);
    c.instant("c.resolved_at < :resolved_until", ":resolved_until", filter.resolved_until);
    // By way of the deadlines, which are few; the rest of the condition is asked of each.
    if (filter.overdue_at || filter.due_before) c.add(REKLAMAATIO_AT_HAND);
    c.instant("EXISTS (SELECT 1 FROM deadline AS d WHERE d.complaint_id = c.id AND d.due_at < :overdue_at "
              "AND " REKLAMAATIO_OWED ")",
              ":overdue_at", filter.overdue_at);
    c.instant("EXISTS (SELECT 1 FROM deadline AS d WHERE d.complaint_id = c.id AND d.due_at < :due_before "
              "AND " REKLAMAATIO_DUE ")",
              ":due_before", filter.due_before);
    if (!filter.words.empty()) add_words(c, filter.words);
    return c;
}

// When the most urgent deadline is due that is still owed.
#define REKLAMAATIO_NEXT_DUE                                                                                 \
    " CASE WHEN " REKLAMAATIO_AT_HAND " THEN (SELECT min(d.due_at) FROM deadline AS d"                       \
    " WHERE d.complaint_id = c.id AND " REKLAMAATIO_DUE ") END AS next_due_at"
#define REKLAMAATIO_OF_NEXT_DUE(column)                                                                      \
    " CASE WHEN " REKLAMAATIO_AT_HAND " THEN (SELECT " column " FROM deadline AS d"                          \
    " WHERE d.complaint_id = c.id AND d.due_at IS NOT NULL AND " REKLAMAATIO_DUE                             \
    " ORDER BY d.due_at, d.clock LIMIT 1) END"
#define REKLAMAATIO_COMPLAINT_AND_CUSTOMER                                                                   \
    " FROM complaint AS c LEFT JOIN customer AS u ON u.id = c.customer_id"

constexpr std::string_view k_around = R"(,
 (SELECT d.due_at FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'response'
  ORDER BY d.ordinal DESC LIMIT 1),
 (SELECT d.due_at FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'resolution'
  ORDER BY d.ordinal DESC LIMIT 1),
)" REKLAMAATIO_NEXT_DUE "," REKLAMAATIO_OF_NEXT_DUE("d.warn_at") "," REKLAMAATIO_OF_NEXT_DUE("d.clock") R"(,
 CASE WHEN c.status = 'waiting' THEN
  (SELECT max(d.left_seconds) FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'resolution'
   AND d.met_at IS NULL AND d.cancelled_at IS NULL) END,
 c.unanswered_since)" REKLAMAATIO_COMPLAINT_AND_CUSTOMER;

// Only what decides which complaints come first; the others are then not read at all.
constexpr std::string_view k_first_of_all =
    "SELECT c.id," REKLAMAATIO_NEXT_DUE REKLAMAATIO_COMPLAINT_AND_CUSTOMER;
constexpr std::string_view k_status_and_due =
    "SELECT c.status AS status, c.unanswered_since AS unanswered_since,"
    " (SELECT min(d.due_at) FROM deadline AS d WHERE d.complaint_id = c.id AND " REKLAMAATIO_OWED
    ") AS owed_at," REKLAMAATIO_NEXT_DUE REKLAMAATIO_COMPLAINT_AND_CUSTOMER;

#undef REKLAMAATIO_COMPLAINT_AND_CUSTOMER
#undef REKLAMAATIO_OF_NEXT_DUE
#undef REKLAMAATIO_NEXT_DUE
#undef REKLAMAATIO_DUE

// When the most urgent open promise is due.
#define REKLAMAATIO_PROMISED_BY                                                                              \
    "(SELECT min(d.due_at) FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'promise'"           \
    " AND " REKLAMAATIO_OWED ")"
// By Order; each ends with the id, so that the order is always the same.
constexpr std::array<std::array<std::string_view, 2>, 7> k_orders{{
    {" ORDER BY c.id", " ORDER BY c.id DESC"},
    {" ORDER BY next_due_at NULLS LAST, c.id", " ORDER BY next_due_at DESC NULLS FIRST, c.id DESC"},
    {" ORDER BY c.received_at, c.id", " ORDER BY c.received_at DESC, c.id DESC"},
    {" ORDER BY c.logged_at, c.id", " ORDER BY c.logged_at DESC, c.id DESC"},
    {" ORDER BY c.resolved_at NULLS LAST, c.id", " ORDER BY c.resolved_at DESC NULLS LAST, c.id DESC"},
    {" ORDER BY instr('urgent high normal low', c.priority), c.id",
     " ORDER BY instr('urgent high normal low', c.priority) DESC, c.id DESC"},
    {" ORDER BY " REKLAMAATIO_PROMISED_BY " NULLS LAST, c.id",
     " ORDER BY " REKLAMAATIO_PROMISED_BY " DESC NULLS FIRST, c.id DESC"},
}};
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

} // namespace

void read_overviews(Database& database, const Filter& filter, const Sequence& sequence,
                    const std::function<void(const complaint::Overview&)>& take) {
    Conditions conditions = conditions_of(filter);
    const auto order = k_orders[static_cast<std::size_t>(sequence.order)][sequence.descending ? 1 : 0];
    std::string where = conditions.where();
    if (sequence.limit) {
        where = fmt::format(" WHERE c.id IN (SELECT id FROM ({}{}{} LIMIT :limit))", k_first_of_all, where,
                            order);
        conditions.also_bind(":limit", std::to_string(*sequence.limit));
    }
    auto query = database.query_once(fmt::format("SELECT {}, {}{}{}{}", complaint_columns("c."),
                                                 k_customer_columns, k_around, where, order));
    conditions.bind(query);
    const int customer_column = 1 + static_cast<int>(complaint::complaint_fields().size());
    while (query.next())
        take(overview_from(query, customer_column));
}

std::optional<complaint::Overview> find_overview(Database& database, complaint::Id id) {
    Filter filter;
    filter.ids = {id};
    std::optional<complaint::Overview> found;
    read_overviews(database, filter, {}, [&](const complaint::Overview& overview) { found = overview; });
    return found;
}

Matches count_overviews(Database& database, const Filter& filter, time::Instant now, time::Instant tomorrow) {
    const Conditions conditions = conditions_of(filter);
    auto query = database.query_once(
        fmt::format("SELECT count(*), count(*) FILTER (WHERE owed_at < :now),"
                    " count(*) FILTER (WHERE next_due_at >= :now AND next_due_at < :tomorrow),"
                    " count(*) FILTER (WHERE status = 'waiting'),"
                    " count(*) FILTER (WHERE unanswered_since IS NOT NULL) FROM ({}{})",
                    k_status_and_due, conditions.where()));
    conditions.bind(query);
    query.bind(":now", now).bind(":tomorrow", tomorrow).next();
    return {query.integer(0), query.integer(1), query.integer(2), query.integer(3), query.integer(4)};
}

Hidden count_hidden(Database& database, const Filter& filter) {
    Filter over = filter;
    over.at_hand = false;
    Conditions conditions = conditions_of(over);
    conditions.add("NOT " REKLAMAATIO_AT_HAND);
    auto query = database.query_once(fmt::format(
        "SELECT count(*) FILTER (WHERE c.status = 'closed'), count(*) FILTER (WHERE c.status = 'void')"
        " FROM complaint AS c{}",
        conditions.where()));
    conditions.bind(query);
    query.next();
    return {query.integer(0), query.integer(1)};
}

#undef REKLAMAATIO_AT_HAND

} // namespace reklamaatio::store
