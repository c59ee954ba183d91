// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/soundness.hpp"

#include "store/schema.hpp"

#include <map>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr const char* k_schema =
    "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name";

// What is made, by its name.
struct Made {
    std::string type;
    std::string sql;
    friend bool operator==(const Made&, const Made&) = default;
};

std::map<std::string, Made> schema_in(Database& database) {
    std::map<std::string, Made> made;
    auto row = database.query(k_schema);
    while (row.next())
        made[row.text(1)] = {row.text(0), row.text(2)};
    return made;
}

constexpr const char* k_words_afresh = R"(
CREATE VIRTUAL TABLE temp.afresh USING fts5 (
    subject, text, notes, content = '', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0);
INSERT INTO temp.afresh (rowid, subject, text, notes)
SELECT id, folded(subject), folded(text), folded(notes) FROM complaint_document;
CREATE VIRTUAL TABLE temp.words_afresh USING fts5vocab (temp, afresh, col);
CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab (main, complaint_text, col))";
constexpr const char* k_forget_words =
    "DROP TABLE temp.words_kept; DROP TABLE temp.words_afresh; DROP TABLE temp.afresh";
constexpr const char* k_differing_words = R"(
SELECT count(*) FROM (
    SELECT * FROM (SELECT term, col, doc, cnt FROM temp.words_afresh EXCEPT
                   SELECT term, col, doc, cnt FROM temp.words_kept)
    UNION ALL
    SELECT * FROM (SELECT term, col, doc, cnt FROM temp.words_kept EXCEPT
                   SELECT term, col, doc, cnt FROM temp.words_afresh)))";

} // namespace

std::vector<std::string> faults_of_schema(Database& database) {
    auto fresh = Database::in_memory();
    make(fresh, [] {});
    const auto found = schema_in(database);
    std::vector<std::string> faults;
    for (const auto& [name, made] : schema_in(fresh)) {
        const auto same = found.find(name);
        if (same == found.end())
            faults.push_back(fmt::format("the {} {} is missing", made.type, name));
        else if (same->second != made)
            faults.push_back(fmt::format("the {} {} is not as it was made", made.type, name));
    }
    for (const auto& [name, made] : found)
        if (made.type == "trigger")
            faults.push_back(fmt::format("the trigger {} was added by somebody", name));
    return faults;
}

std::vector<std::string> faults_of_words(Database& database) {
    // Only what is temporary is written, and a reader may do that.
    const bool is_reader = database.pragma("query_only") != 0;
    if (is_reader) database.execute("PRAGMA query_only = OFF");
    database.execute(k_words_afresh);
    std::int64_t differing = 0;
    {
        auto query = database.query_once(k_differing_words);
        query.next();
        differing = query.integer(0);
    }
    database.execute(k_forget_words);
    if (is_reader) database.execute("PRAGMA query_only = ON");
    if (differing == 0) return {};
    return {"the words by which list --text finds complaints differ from their texts"};
}

} // namespace reklamaatio::store
