// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rules_table.hpp"

#include "text/visible.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// Whether it did something; one that matched stands when the complaint has all that it sets already, and lost
// when that had been decided otherwise.
std::string_view result_of(const complaint::Rule& rule, const complaint::RuleVerdict& verdict) {
    if (!verdict.matched()) return "unmatched";
    if (!verdict.set.empty() || !rule.set.tags.empty()) return "fired";
    return verdict.too_late.empty() ? "stands" : "lost";
}

} // namespace

RulesTable::RulesTable(Session& session)
    : m_session(session), m_table{{{"complaint", "Complaint"},
                                   {"rule", "Rule"},
                                   {"result", "Result"},
                                   {"explanation", "Explanation"}},
                                  {}} {}

void RulesTable::add(complaint::Id id, const Sorting& sorting) {
    const auto& rules = m_session.policy().rules;
    if (rules.empty()) m_lines.push_back(fmt::format("{}: the policy has no rules", to_string(id)));
    const auto explained = sorting.explained();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        m_lines.push_back(fmt::format("{}: {}", to_string(id), explained[i]));
        // Behind "name: ".
        const auto explanation = explained[i].substr(rules[i].name.size() + 2);
        const auto result = result_of(rules[i], sorting.ruling().verdicts[i]);
        m_table.rows.push_back({render::Value{to_string(id)}, render::Value{rules[i].name},
                                render::Value{std::string(result)}, render::Value{explanation}});
    }
}

void RulesTable::show() {
    if (!m_session.prints_text()) {
        m_session.show(m_table);
        return;
    }
    for (const auto& line : m_lines)
        m_session.out() << text::visible_line(line) << '\n';
}

} // namespace reklamaatio::cli
