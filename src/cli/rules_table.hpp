// SPDX-License-Identifier: GPL-3.0-or-later
// What each rule did, complaint by complaint.
#pragma once

#include "cli/sorting.hpp"

namespace reklamaatio::cli {

class RulesTable {
  public:
    explicit RulesTable(Session& session);

    void add(complaint::Id id, const Sorting& sorting);
    // A sentence for each rule in text, a row in the other formats.
    void show();

  private:
    Session& m_session;
    std::vector<std::string> m_lines;
    render::Table m_table;
};

} // namespace reklamaatio::cli
