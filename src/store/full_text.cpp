// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/full_text.hpp"

#include "store/events.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::store {

namespace {

// An index with the view of its documents, which have a column for each of its own.
struct Index {
    std::string_view table;
    std::string_view document;
    std::string_view columns;  // as they are called
    std::string_view words;    // as they go in
    std::string_view of_event; // whose document an event may change
    std::string_view as_were;  // where documents are kept as they were until their words are forgotten
};

constexpr Index k_complaints{"complaint_text",
                             "complaint_document",
                             "subject, text, wish, notes, parts, terms, waiting, gave",
                             "search_words(d.subject), search_words(d.text), search_words(d.wish), "
                             "search_words(d.notes), search_words(d.parts), search_words(d.terms), "
                             "search_words(d.waiting), search_words(d.gave)",
                             "complaint_id",
                             "temp.complaint_was"};
constexpr Index k_customers{
    "customer_text",      "customer_document",
    "name, email, phone", "search_words(d.name), search_words(d.email), search_words(d.phone)",
    "customer_id",        "temp.customer_was"};

constexpr std::array k_indexes{&k_complaints, &k_customers};

// Fields of complaints and of customers that stand in their documents.
constexpr std::array<std::string_view, 16> k_fields{
    "subject",   "text",       "wish",       "ref",  "category", "product", "tags", "waiting_reason",
    "gave_name", "gave_email", "gave_phone", "name", "email",    "phone",   "own",  "own_personal"};

// Of the documents as they stand in `place`.
std::string forgetting(const Index& index, std::string_view place) {
    return fmt::format("INSERT INTO {0} ({0}, rowid, {1}) SELECT 'delete', d.id, {2} FROM {3} AS d",
                       index.table, index.columns, index.words, place);
}

std::string forgetting_one(const Index& index) {
    return forgetting(index, index.document) + " WHERE d.id = :id";
}

std::string keeping(const Index& index) {
    return fmt::format("INSERT INTO {0} SELECT d.* FROM {1} AS d WHERE d.id = :id", index.as_were,
                       index.document);
}

std::string learning(const Index& index) {
    return fmt::format("INSERT INTO {} (rowid, {}) SELECT d.id, {} FROM {} AS d WHERE d.id = :id",
                       index.table, index.columns, index.words, index.document);
}

int columns_of(const Index& index) {
    return static_cast<int>(std::ranges::count(index.columns, ',')) + 1;
}

std::string documents_since(const Index& index) {
    return fmt::format("SELECT d.id, {0} FROM event AS e CROSS JOIN {1} AS d ON d.id = e.{2}"
                       " WHERE e.id >= :event AND e.{2} IS NOT NULL AND NOT EXISTS ("
                       "SELECT 1 FROM event AS f WHERE f.{2} = e.{2} AND f.id >= :event AND f.id < e.id)",
                       index.words, index.document, index.of_event);
}

std::string learning_given(const Index& index) {
    const std::vector<std::string_view> places(static_cast<std::size_t>(columns_of(index)), ", ?");
    return fmt::format("INSERT INTO {} (rowid, {}) VALUES (?{})", index.table, index.columns,
                       fmt::join(places, ""));
}

constexpr std::string_view k_make_place =
    "CREATE TEMP TABLE IF NOT EXISTS {} AS SELECT * FROM {} WHERE false";

// What is merged once, at the end, costs a third less than what is merged again and again as it grows. Then as FTS5 has
// it of itself.
constexpr std::string_view k_postpone_merging = "INSERT INTO {0} ({0}, rank) VALUES ('automerge', 0);"
                                                "INSERT INTO {0} ({0}, rank) VALUES ('crisismerge', 256)";
constexpr std::string_view k_merge = "INSERT INTO {0} ({0}) VALUES ('optimize');"
                                     "INSERT INTO {0} ({0}, rank) VALUES ('automerge', 4);"
                                     "INSERT INTO {0} ({0}, rank) VALUES ('crisismerge', 16)";

// To merge all pays only where most of it is new.
bool is_most_of_log(Database& database, std::int64_t since) {
    constexpr std::int64_t k_few = 100'000;
    const auto events = last_event(database) + 1 - since;
    return events >= k_few && events >= since;
}

// Row by row: one statement for all would keep every page that it changes in memory, so that it could be taken back
// alone.
void learn_documents(Database& database, const Index& index, std::int64_t since) {
    static const std::map<const Index*, std::string> k_learning{{&k_complaints, learning_given(k_complaints)},
                                                                {&k_customers, learning_given(k_customers)}};
    auto documents = database.query_once(documents_since(index));
    documents.bind(":event", since);
    while (documents.next()) {
        auto learning = database.query(k_learning.at(&index));
        for (int column = 0; column <= columns_of(index); ++column)
            learning.bind_at(column + 1, documents.value(column));
        learning.run();
    }
}

constexpr std::string_view k_afresh = R"(
CREATE VIRTUAL TABLE temp.afresh USING fts5 ({1}, content = '', tokenize = 'ascii', columnsize = 0);
INSERT INTO temp.afresh (rowid, {1}) SELECT d.id, {2} FROM {3} AS d;
CREATE VIRTUAL TABLE temp.words_afresh USING fts5vocab (temp, afresh, col);
CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab (main, {0}, col);
CREATE VIRTUAL TABLE temp.words_kept_rows USING fts5vocab (main, {0}, row))";
constexpr const char* k_forget_afresh = "DROP TABLE temp.words_kept_rows; DROP TABLE temp.words_kept; DROP "
                                        "TABLE temp.words_afresh; DROP TABLE temp.afresh";
constexpr const char* k_differing_words = R"(
SELECT count(*) FROM (
    SELECT * FROM (SELECT term, col, doc, cnt FROM temp.words_afresh EXCEPT
                   SELECT term, col, doc, cnt FROM temp.words_kept)
    UNION ALL
    SELECT * FROM (SELECT term, col, doc, cnt FROM temp.words_kept EXCEPT
                   SELECT term, col, doc, cnt FROM temp.words_afresh)))";

// By the words themselves, and not from one to the next, as they are compared above.
constexpr std::string_view k_not_found = R"(
SELECT count(*) FROM temp.words_kept_rows AS k
WHERE k.doc <> (SELECT count(*) FROM {0} WHERE {0} MATCH '"' || replace(k.term, '"', '""') || '"'))";
constexpr std::string_view k_other_settings = R"(
SELECT count(*) FROM {}_config WHERE (k, v) NOT IN (VALUES ('version', 4), ('automerge', 4), ('crisismerge', 16)))";

// A segment of which only the first piece would be looked into (fts5 keeps its number above the 37th bit).
constexpr std::string_view k_without_ways = R"(
SELECT count(*) FROM (SELECT id >> 37 FROM {0}_data WHERE id >> 37 > 0 EXCEPT SELECT segid FROM {0}_idx))";

std::int64_t count(Database& database, const std::string& sql) {
    auto query = database.query_once(sql);
    query.next();
    return query.integer(0);
}

std::int64_t differing_words(Database& database, const Index& index) {
    database.execute(fmt::format(k_afresh, index.table, index.columns, index.words, index.document));
    const auto differing = count(database, k_differing_words)
                           + count(database, fmt::format(k_not_found, index.table))
                           + count(database, fmt::format(k_without_ways, index.table))
                           + count(database, fmt::format(k_other_settings, index.table));
    database.execute(k_forget_afresh);
    return differing;
}

} // namespace

bool changes_words(const complaint::Event& event) {
    const auto is_in_document = [](const complaint::FieldChange& change) {
        return std::ranges::find(k_fields, change.field) != k_fields.end();
    };
    const auto says_something = [](const complaint::PartChange& change) {
        return change.part != complaint::Part::alert;
    };
    return event.message || std::ranges::any_of(event.changes, is_in_document)
           || std::ranges::any_of(event.parts, says_something);
}

void forget_words(Database& database, complaint::Id complaint) {
    static const std::string sql = forgetting_one(k_complaints);
    database.query(sql).bind(":id", complaint.number).run();
}

void learn_words(Database& database, complaint::Id complaint) {
    static const std::string sql = learning(k_complaints);
    database.query(sql).bind(":id", complaint.number).run();
}

void forget_words(Database& database, complaint::CustomerId customer) {
    static const std::string sql = forgetting_one(k_customers);
    database.query(sql).bind(":id", customer.number).run();
}

void learn_words(Database& database, complaint::CustomerId customer) {
    static const std::string sql = learning(k_customers);
    database.query(sql).bind(":id", customer.number).run();
}

void ForgottenWords::add(complaint::Id complaint) {
    static const std::string sql = keeping(k_complaints);
    make_room();
    m_database.query(sql).bind(":id", complaint.number).run();
}

void ForgottenWords::add(complaint::CustomerId customer) {
    static const std::string sql = keeping(k_customers);
    make_room();
    m_database.query(sql).bind(":id", customer.number).run();
}

void ForgottenWords::make_room() {
    // They are held in memory.
    constexpr std::size_t k_most = 256;
    if (m_kept == k_most) forget_all();
    if (m_kept++ == 0)
        for (const auto* index : k_indexes)
            m_database.execute(fmt::format(k_make_place, index->as_were, index->document));
}

void ForgottenWords::forget_all() {
    if (m_kept == 0) return;
    for (const auto* index : k_indexes) {
        m_database.execute(forgetting(*index, index->as_were));
        m_database.execute(fmt::format("DELETE FROM {}", index->as_were));
    }
    m_kept = 0;
}

void learn_words_since(Database& database, std::int64_t event) {
    const bool is_most = is_most_of_log(database, event);
    for (const auto* index : k_indexes) {
        if (is_most) database.execute(fmt::format(k_postpone_merging, index->table));
        learn_documents(database, *index, event);
        if (is_most) database.execute(fmt::format(k_merge, index->table));
    }
}

std::vector<std::string> faults_of_words(Database& database) {
    // Only what is temporary is written, and a reader may do that.
    const bool is_reader = database.pragma("query_only") != 0;
    if (is_reader) database.execute("PRAGMA query_only = OFF");
    std::int64_t differing = 0;
    for (const auto* index : k_indexes)
        differing += differing_words(database, *index);
    if (is_reader) database.execute("PRAGMA query_only = ON");
    if (differing == 0) return {};
    return {"the words by which list --text finds complaints differ from their texts"};
}

} // namespace reklamaatio::store
