// SPDX-License-Identifier: GPL-3.0-or-later
// What each rule did, complaint by complaint.
#pragma once

#include "casework/triage.hpp"
#include "render/table.hpp"

namespace reklamaatio::view {

std::vector<render::Column> rules_columns();

class RulesTable {
  public:
    explicit RulesTable(const rulebook::Policy& policy);

    void add(complaint::Id id, const casework::Triage& sorting);
    // A sentence for each rule, harmless for a terminal; and a row for each.
    const std::vector<std::string>& lines() const { return m_lines; }
    const render::Table& table() const { return m_table; }

  private:
    const rulebook::Policy& m_policy;
    std::vector<std::string> m_lines;
    render::Table m_table;
};

} // namespace reklamaatio::view
