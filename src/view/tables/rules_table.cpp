// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/rules_table.hpp"

#include "text/visible.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

// Whether it did something; one that matched stands when the complaint has all that it sets already, and lost
// when that had been decided otherwise.
std::string_view result_of(const rulebook::Rule& rule, const rulebook::RuleVerdict& verdict) {
    if (!verdict.matched()) return "unmatched";
    if (!verdict.set.empty() || !rule.set.tags.empty()) return "fired";
    return verdict.too_late.empty() ? "stands" : "lost";
}

} // namespace

std::vector<render::Column> rules_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"complaint", "Complaint"}.holding(Kind::text, "R-124"),
            Column{"rule", "Rule"}.holding(Kind::text, "name of the rule"),
            Column{"result", "Result"}.holding(Kind::text, "fired, stands, lost or unmatched"),
            Column{"explanation", "Explanation"}.holding(Kind::text, "what it set, or why not")};
}

RulesTable::RulesTable(const rulebook::Policy& policy) : m_policy(policy), m_table{rules_columns(), {}} {}

void RulesTable::add(complaint::Id id, const casework::Triage& sorting) {
    const auto& rules = m_policy.rules;
    if (rules.empty())
        m_lines.push_back(text::visible_line(fmt::format("{}: the policy has no rules", to_string(id))));
    const auto explanations = sorting.explanations();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        m_lines.push_back(
            text::visible_line(fmt::format("{}: {}: {}", to_string(id), rules[i].name, explanations[i])));
        const auto result = result_of(rules[i], sorting.ruling().verdicts[i]);
        m_table.rows.push_back({render::Value{to_string(id)}, render::Value{rules[i].name},
                                render::Value{std::string(result)}, render::Value{explanations[i]}});
    }
}

} // namespace reklamaatio::view
