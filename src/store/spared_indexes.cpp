// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spared_indexes.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

// None with personal data: what is sorted may go through a file.
constexpr std::array k_spared{
    "complaint_at_hand",     "complaint_by_receipt",    "complaint_by_resolution", "complaint_by_voiding",
    "complaint_of_assignee", "complaint_of_category",   "complaint_of_cause",      "complaint_of_channel",
    "complaint_of_product",  "complaint_by_followup",   "complaint_by_public",     "complaint_of_remedy",
    "complaint_of_source",   "complaint_of_team",       "complaint_with_tags",     "deadline_by_due",
    "deadline_unmet",        "reopening_by_resolution", "reopening_by_time"};

constexpr const char* k_sql = "SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND name = :name";

struct Definition {
    std::string table;
    std::string sql; // empty: there is no such index
};

Definition definition_of(Database& database, const char* name) {
    auto query = database.query(k_sql);
    query.bind(":name", name);
    return query.next() ? Definition{query.text(0), query.text(1)} : Definition{};
}

bool is_empty(Database& database, const char* name, const Definition& index) {
    const auto condition = index.sql.substr(std::min(index.sql.find("WHERE "), index.sql.size()));
    return !database
                .query_once(
                    fmt::format("SELECT 1 FROM {} INDEXED BY {} {} LIMIT 1", index.table, name, condition))
                .next();
}

} // namespace

SparedIndexes::SparedIndexes(Database& database) : m_database(database) {
    for (const auto* name : k_spared) {
        auto index = definition_of(database, name);
        // To keep one that stays empty costs less than to read the whole table for it in the end.
        if (index.sql.empty() || is_empty(database, name, index)) continue;
        database.execute(fmt::format("DROP INDEX {}", name));
        m_sql.push_back(std::move(index.sql));
    }
}

void SparedIndexes::make_again() {
    // Sorted in memory, those of a million complaints would take more of it than all the rest.
    m_database.sort_in(Sorting::file);
    for (const auto& sql : m_sql)
        m_database.execute(sql);
    m_database.sort_in(Sorting::memory);
    m_sql.clear();
}

} // namespace reklamaatio::store
