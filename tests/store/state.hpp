// SPDX-License-Identifier: GPL-3.0-or-later
// The whole state as text: two that are equal hold the same, to the byte.
#pragma once

#include "store/builders.hpp"
#include "store/changes.hpp"

#include <set>
#include <sstream>

namespace reklamaatio::store::tests {

// Every row of the state, each value as SQL would write it; the log is left out.
inline std::string state_of(Database& database) {
    std::string dump;
    const std::vector<std::pair<std::string, std::string>> tables{
        {"complaint", "id"},
        {"customer", "id"},
        {"deadline", "complaint_id, clock, ordinal"},
        {"message", "event_id"},
        {"wait", "event_id"},
        {"effort", "event_id"},
        {"past_grant", "event_id"},
        {"reopening", "complaint_id, ordinal"},
        {"step", "complaint_id, number"},
        {"promise", "complaint_id, number"},
        {"task", "complaint_id, number"},
        {"offer", "complaint_id, number"},
        {"appeal", "complaint_id, number"},
        {"extension", "complaint_id, number"},
        {"action", "id"},
        {"absence", "person, first_day"},
        {"volume", "field, period, value"},
        {"policy WHERE undone = 0", "version"}};
    for (const auto& [table, order] : tables) {
        const std::string name = table.substr(0, table.find(' '));
        std::vector<std::string> columns;
        auto info = database.query_once("SELECT name FROM pragma_table_info('" + name + "')");
        while (info.next())
            columns.push_back(info.text(0));
        auto rows = database.query_once(fmt::format("SELECT quote({}) FROM {} ORDER BY {}",
                                                    fmt::join(columns, "), quote("), table, order));
        while (rows.next()) {
            dump += name + ":";
            for (std::size_t i = 0; i < columns.size(); ++i)
                dump += fmt::format(" {}={}", columns[i], rows.text(static_cast<int>(i)));
            dump += '\n';
        }
    }
    for (const char* words : {"stove", "lasku", "R", "decided", "a*", "kkv"})
        dump += fmt::format("{}: {}\n", words, fmt::join(ids_with_words(database, words), " "));
    return dump;
}

// Zero when there is none.
inline std::int64_t last_change(Database& database) {
    std::int64_t last = 0;
    read_changes(database, [&](const Change& change) {
        last = change.number;
        return false;
    });
    return last;
}

// In which lines two states differ.
inline std::string differences(const std::string& before, const std::string& after) {
    const auto lines = [](const std::string& text) {
        std::istringstream in(text);
        std::set<std::string> found;
        for (std::string line; std::getline(in, line);)
            found.insert(line);
        return found;
    };
    const auto was = lines(before);
    const auto is = lines(after);
    std::string text;
    for (const auto& line : was)
        if (!is.contains(line)) text += "- " + line + '\n';
    for (const auto& line : is)
        if (!was.contains(line)) text += "+ " + line + '\n';
    return text;
}

// Whether a full-text index holds every word of its documents in its place, and no other: as one does that is
// made of them now.
inline void check_words(Database& database, const std::string& table, const std::string& document,
                        const std::vector<std::string>& columns) {
    const auto run = [&](const std::string& sql) { database.query_once(sql).run(); };
    run(fmt::format("CREATE VIRTUAL TABLE temp.afresh USING fts5 ({}, content = '', tokenize = 'ascii')",
                    fmt::join(columns, ", ")));
    run(fmt::format("INSERT INTO temp.afresh (rowid, {}) SELECT id, search_words({}) FROM {}",
                    fmt::join(columns, ", "), fmt::join(columns, "), search_words("), document));
    run("CREATE VIRTUAL TABLE temp.words_afresh USING fts5vocab (temp, afresh, instance)");
    run(fmt::format("CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab (main, {}, instance)", table));
    const auto beyond = [&](const std::string& these, const std::string& those) {
        auto query =
            database.query_once("SELECT count(*) FROM (SELECT term, doc, col, \"offset\" FROM temp." + these
                                + " EXCEPT SELECT term, doc, col, \"offset\" FROM temp." + those + ")");
        query.next();
        return query.integer(0);
    };
    CAPTURE(table);
    CHECK(beyond("words_afresh", "words_kept") == 0);
    CHECK(beyond("words_kept", "words_afresh") == 0);
    for (const char* made : {"words_kept", "words_afresh", "afresh"})
        run(fmt::format("DROP TABLE temp.{}", made));
}

inline void check_words(Database& database) {
    check_words(database, "complaint_text", "complaint_document",
                {"subject", "text", "wish", "notes", "parts", "terms", "waiting", "gave"});
    check_words(database, "customer_text", "customer_document", {"name", "email", "phone"});
}

} // namespace reklamaatio::store::tests
