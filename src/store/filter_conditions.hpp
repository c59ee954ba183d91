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
// The same, by way of the indexes that have them: a SELECT of ids each.
#define REKLAMAATIO_NUMBERS_AT_HAND                                                                          \
    "SELECT c.id FROM complaint AS c WHERE " REKLAMAATIO_AT_HAND                                             \
    " UNION ALL SELECT l.complaint_id FROM deadline AS l WHERE " REKLAMAATIO_UNMET_TERM
constexpr std::string_view k_numbers_at_hand = REKLAMAATIO_NUMBERS_AT_HAND;
constexpr std::string_view k_numbers_that_may_owe = REKLAMAATIO_NUMBERS_AT_HAND
    " UNION ALL SELECT t.complaint_id FROM task AS t WHERE " REKLAMAATIO_OPEN_TASK;
#undef REKLAMAATIO_NUMBERS_AT_HAND
#define REKLAMAATIO_DUE "((" REKLAMAATIO_OWED ") OR (" REKLAMAATIO_ANSWER_OWED "))"
// When the most urgent deadline is due that is still owed.
#define REKLAMAATIO_NEXT_DUE                                                                                 \
    " CASE WHEN " REKLAMAATIO_MAY_OWE " THEN (SELECT min(d.due_at) FROM deadline AS d"                       \
    " WHERE d.complaint_id = c.id AND " REKLAMAATIO_DUE ") END AS next_due_at"
#define REKLAMAATIO_COMPLAINT_AND_CUSTOMER                                                                   \
    " FROM complaint AS c LEFT JOIN customer AS u ON u.id = c.customer_id"

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

    // Only what this SELECT of ids finds, each once.
    void found_by(std::string ids) { m_found = std::move(ids); }

    std::size_t count() const { return m_fragments.size() + (m_found.empty() ? 0 : 1); }

    std::string where() const {
        const auto all = all_of_them();
        return all.empty() ? "" : fmt::format(" WHERE {}", fmt::join(all, " AND "));
    }

    // FROM and WHERE of what is to be counted.
    std::string counted() const {
        return m_found.empty() || !m_fragments.empty() ? one_by_one() : fmt::format(" FROM ({})", m_found);
    }

    // FROM and WHERE: what is found comes one after the other, for whoever needs but the first of many.
    std::string one_by_one() const {
        const auto found = m_found.empty() ? "" : fmt::format("({}) AS f CROSS JOIN ", m_found);
        return fmt::format(" FROM {}complaint AS c{}{}{}", found, m_found.empty() ? "" : " ON c.id = f.id",
                           m_fragments.empty() ? "" : " WHERE ", fmt::join(m_fragments, " AND "));
    }

    // Behind conditions of the statement's own.
    std::string further() const {
        const auto all = all_of_them();
        return all.empty() ? "" : fmt::format(" AND {}", fmt::join(all, " AND "));
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
    std::vector<std::string> all_of_them() const {
        auto all = m_fragments;
        if (!m_found.empty()) all.push_back(fmt::format("c.id IN ({})", m_found));
        return all;
    }

    std::vector<std::string> m_fragments;
    std::string m_found;
    std::vector<std::pair<std::string, std::string>> m_texts;
    std::vector<std::pair<std::string, time::Instant>> m_instants;
};

// Where it is asked what is due, all that is due is meant: also the tasks of what is closed.
inline bool asks_what_is_due(const Filter& filter) {
    return filter.overdue_at || filter.due_before;
}

// Whether all that it admits is at hand.
bool is_at_hand(const Filter& filter);

// A SELECT of the ids of few, among which is all that it admits, and of each of which the rest is asked: what is at hand, or may
// owe something. Empty where it may admit any.
std::string_view few_of(const Filter& filter);

// Of a complaint `c`. The second one admits only what `among` has, a SELECT of ids that are few, or all where it is empty.
Conditions conditions_of(const Filter& filter);
Conditions conditions_of(const Filter& filter, std::string_view among);

} // namespace reklamaatio::store
