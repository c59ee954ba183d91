// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words_in_use.hpp"

#include "complaint/tags.hpp"
#include "text/fold.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr std::string_view k_values = R"(
WITH RECURSIVE used (word) AS (
  SELECT min({0}) FROM complaint WHERE {0} > ''
  UNION ALL SELECT (SELECT min(c.{0}) FROM complaint AS c WHERE c.{0} > used.word) FROM used
  WHERE used.word IS NOT NULL)
SELECT word FROM used WHERE word IS NOT NULL)";
constexpr const char* k_with_ref = "SELECT 1 FROM complaint WHERE ref = :ref LIMIT 1";

bool is_reference(Database& database, std::string_view word) {
    auto query = database.query(k_with_ref);
    query.bind(":ref", std::string(word));
    return query.next();
}

} // namespace

std::vector<std::string> spellings_in_use(Database& database, std::string_view field, std::string_view word) {
    std::vector<std::string> found;
    if (field == "ref") {
        if (is_reference(database, word)) found.emplace_back(word);
        return found;
    }
    const bool is_tags = field == "tags";
    const auto wanted = text::lower(word);
    auto query = database.query_once(fmt::format(k_values, field));
    while (query.next()) {
        const auto value = query.text(0);
        for (auto& each : is_tags ? complaint::split_tags(value) : std::vector<std::string>{value})
            if (text::lower(each) == wanted && std::ranges::find(found, each) == found.end())
                found.push_back(std::move(each));
    }
    return found;
}

std::vector<std::string> words_in_use(Database& database, std::string_view field) {
    std::vector<std::string> found;
    auto query = database.query_once(fmt::format(k_values, field));
    while (query.next())
        found.push_back(query.text(0));
    return found;
}

} // namespace reklamaatio::store
