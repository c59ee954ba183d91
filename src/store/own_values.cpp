// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/own_values.hpp"

#include "complaint/own_field.hpp"
#include "store/error.hpp"
#include "text/fold.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store {

namespace {

using Json = nlohmann::json;

constexpr const char* k_insert =
    "INSERT INTO own_value (complaint_id, name, value, key) VALUES (:complaint_id, :name, :value, :key)";
constexpr const char* k_remove = "DELETE FROM own_value WHERE complaint_id = :complaint_id";

constexpr const char* k_with_value = "SELECT 1 FROM own_value WHERE name = :name AND key = :key LIMIT 1";
// From one name to the next along the index.
constexpr const char* k_names = R"(
WITH RECURSIVE used (name) AS (
  SELECT min(name) FROM own_value
  UNION ALL SELECT (SELECT min(v.name) FROM own_value AS v WHERE v.name > used.name) FROM used
  WHERE used.name IS NOT NULL)
SELECT name FROM used WHERE name IS NOT NULL)";

#define REKLAMAATIO_RENAME(column)                                                                           \
    "UPDATE complaint SET " column " = json_set(json_remove(" column ", '$.' || :name), '$.' || :settled, "  \
    "json_extract(" column ", '$.' || :name)) WHERE json_extract(" column ", '$.' || :name) IS NOT NULL "    \
    "AND id IN (SELECT complaint_id FROM own_value WHERE name = :name)"
constexpr const char* k_rename_open = REKLAMAATIO_RENAME("own");
constexpr const char* k_rename_personal = REKLAMAATIO_RENAME("own_personal");
constexpr const char* k_rename_value = "UPDATE own_value SET name = :settled WHERE name = :name";
#undef REKLAMAATIO_RENAME

void insert(Database& database, complaint::Id id, const complaint::OwnTexts& texts) {
    for (const auto& [name, text] : texts) {
        auto query = database.query(k_insert);
        query.bind(":complaint_id", id.number)
            .bind(":name", name)
            .bind(":value", text)
            .bind(":key", own_key(text))
            .run();
    }
}

#define REKLAMAATIO_SAID                                                                                     \
    "SELECT c.id, o.key, o.value FROM complaint AS c, json_each(coalesce(c.own, '{}')) AS o "                \
    "UNION ALL SELECT c.id, o.key, o.value FROM complaint AS c, json_each(coalesce(c.own_personal, '{}')) "  \
    "AS o"

constexpr const char* k_differing = "SELECT count(*) FROM (SELECT * FROM (" REKLAMAATIO_SAID
                                    " EXCEPT SELECT complaint_id, name, value FROM own_value) UNION ALL"
                                    " SELECT * FROM (SELECT complaint_id, name, value FROM own_value EXCEPT"
                                    " SELECT * FROM (" REKLAMAATIO_SAID ")))";

#undef REKLAMAATIO_SAID

constexpr const char* k_keys = "SELECT key, value FROM own_value";

bool all_keys_hold(Database& database) {
    auto query = database.query(k_keys);
    while (query.next())
        if (query.text(0) != own_key(query.text(1))) return false;
    return true;
}

} // namespace

std::string own_json(const complaint::OwnTexts& texts) {
    Json object = Json::object();
    for (const auto& [name, text] : texts)
        object[name] = text.empty() ? Json() : Json(text);
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

complaint::OwnTexts own_texts_from(const std::string& json) {
    const auto object = nlohmann::ordered_json::parse(json, nullptr, false);
    if (!object.is_object())
        throw StoreError(ErrorKind::damaged, fmt::format("'{}' are no values of own fields", json));
    return own_texts_from(object);
}

complaint::OwnTexts own_texts_from(const nlohmann::ordered_json& object) {
    if (!object.is_object())
        throw StoreError(ErrorKind::damaged, fmt::format("'{}' are no values of own fields", object.dump()));
    complaint::OwnTexts texts;
    for (const auto& [name, value] : object.items()) {
        if (!value.is_null() && !value.is_string())
            throw StoreError(ErrorKind::damaged, fmt::format("the value of {} is no text", name));
        texts.push_back({complaint::settled_own_name(name), value.is_null() ? "" : value.get<std::string>()});
    }
    std::ranges::sort(texts, {}, &complaint::OwnText::name);
    return texts;
}

std::string own_key(std::string_view value) {
    return text::lower(value);
}

bool has_own_value(Database& database, const std::string& name, std::string_view value) {
    auto query = database.query(k_with_value);
    query.bind(":name", name).bind(":key", own_key(value));
    return query.next();
}

std::vector<std::string> own_fields_in_use(Database& database) {
    std::vector<std::string> names;
    auto query = database.query(k_names);
    while (query.next()) {
        const auto& name = names.emplace_back(query.text(0));
        if (!complaint::is_own_name(complaint::settled_own_name(name)))
            throw StoreError(
                ErrorKind::damaged,
                fmt::format("{} is damaged (an own field cannot be called '{}'); restore a backup",
                            database.path(), name));
    }
    return names;
}

std::vector<std::string> settle_own_names(Database& database) {
    std::vector<std::string> renamed;
    for (const auto& name : own_fields_in_use(database)) {
        const auto settled = complaint::settled_own_name(name);
        if (settled == name) continue;
        for (const auto* sql : {k_rename_open, k_rename_personal, k_rename_value}) {
            auto query = database.query(sql);
            query.bind(":name", name).bind(":settled", settled).run();
        }
        renamed.push_back(name);
    }
    return renamed;
}

void put_own_values(Database& database, const complaint::Complaint& complaint) {
    insert(database, complaint.id, complaint.own);
    insert(database, complaint.id, complaint.own_personal);
}

void remove_own_values(Database& database, complaint::Id id) {
    database.query(k_remove).bind(":complaint_id", id.number).run();
}

std::vector<std::string> faults_of_own_values(Database& database) {
    auto query = database.query_once(k_differing);
    query.next();
    if (query.integer(0) == 0 && all_keys_hold(database)) return {};
    return {"the values by which complaints are found by their own fields differ from theirs"};
}

} // namespace reklamaatio::store
