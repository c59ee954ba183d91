// SPDX-License-Identifier: GPL-3.0-or-later
// What a filter asks of complaints, in SQL; for this room alone.
#pragma once

#include "store/overviews.hpp"
#include "store/rows.hpp"
#include "time/instant.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store {

// Whether anything can be owed: word for word the condition of the index complaint_at_hand.
#define REKLAMAATIO_AT_HAND "(c.status NOT IN ('closed', 'void') OR c.unanswered_since IS NOT NULL)"
// What is over is at hand all the same while the law requires its decision told.
#define REKLAMAATIO_TERM_RUNS                                                                                \
    "EXISTS (SELECT 1 FROM deadline AS l WHERE l.complaint_id = c.id AND " REKLAMAATIO_UNMET_TERM ")"
// What is not at hand owes nothing but the tasks that go on.
#define REKLAMAATIO_OPEN_TASK "t.done_at IS NULL AND t.dropped_at IS NULL"
#define REKLAMAATIO_MAY_OWE                                                                                  \
    "(" REKLAMAATIO_AT_HAND " OR " REKLAMAATIO_TERM_RUNS                                                     \
    " OR EXISTS (SELECT 1 FROM task AS t WHERE t.complaint_id = c.id AND " REKLAMAATIO_OPEN_TASK "))"
// The same, by way of the indexes that have them.
#define REKLAMAATIO_NUMBERS_AT_HAND                                                                          \
    "SELECT c.id FROM complaint AS c WHERE " REKLAMAATIO_AT_HAND                                             \
    " UNION ALL SELECT l.complaint_id FROM deadline AS l WHERE " REKLAMAATIO_UNMET_TERM
#define REKLAMAATIO_AMONG_WHAT_IS_AT_HAND "c.id IN (" REKLAMAATIO_NUMBERS_AT_HAND ")"
#define REKLAMAATIO_AMONG_WHAT_MAY_OWE                                                                       \
    "c.id IN (" REKLAMAATIO_NUMBERS_AT_HAND                                                                  \
    " UNION ALL SELECT t.complaint_id FROM task AS t WHERE " REKLAMAATIO_OPEN_TASK ")"
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

    std::size_t count() const { return m_fragments.size(); }

    std::string where() const {
        return m_fragments.empty() ? "" : fmt::format(" WHERE {}", fmt::join(m_fragments, " AND "));
    }

    // Behind conditions of the statement's own.
    std::string further() const {
        return m_fragments.empty() ? "" : fmt::format(" AND {}", fmt::join(m_fragments, " AND "));
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
    void also_bind(std::string name, time::Instant value) { m_instants.emplace_back(std::move(name), value); }

  private:
    std::vector<std::string> m_fragments;
    std::vector<std::pair<std::string, std::string>> m_texts;
    std::vector<std::pair<std::string, time::Instant>> m_instants;
};

// Where it is asked what is due, all that is due is meant: also the tasks of what is closed.
inline bool asks_what_is_due(const Filter& filter) {
    return filter.overdue_at || filter.due_before;
}

// Whether all that it admits is at hand.
bool is_at_hand(const Filter& filter);

// Of a complaint `c`.
Conditions conditions_of(const Filter& filter);

} // namespace reklamaatio::store
