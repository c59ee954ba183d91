// SPDX-License-Identifier: GPL-3.0-or-later
// In which complaint of ours those rows of a file go on that were merged.
#pragma once

#include "exchange/draft.hpp"
#include "exchange/renumbering.hpp"
#include "store/database.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace reklamaatio::casework {

// A survivor is told by what the file calls it (its label), or else by the reference that it has in the row's source,
// be it from this file or from before.
class Survivors {
  public:
    Survivors(store::Database& database, const std::function<bool(std::string_view)>& file_has);

    // Nothing: nobody knows it yet, or it goes on in the draft's own complaint, which is `known` where it is there
    // already. The draft was merged.
    std::optional<complaint::Id> find(const exchange::Draft& draft,
                                      const std::optional<complaint::Complaint>& known) const;

    // What became of a row.
    void remember(const exchange::Draft& draft, complaint::Id id);

    // What none of the rows was called is a reference from now on, also where the file has both: two complaints may
    // have the other's.
    void no_row_is_left() { m_takes_references = true; }

  private:
    std::optional<complaint::Id> called(const exchange::Label& label) const;
    bool is_ours(const exchange::Label& label) const;
    bool goes_on_in(complaint::Id survivor, complaint::Id id) const;

    store::Database& m_database;
    bool m_are_ours;
    bool m_keeps_names;
    bool m_takes_references;
    exchange::Renumbering<complaint::Id> m_numbers;
    std::unordered_map<std::string, complaint::Id> m_names; // labels that are neither numbers nor references
};

} // namespace reklamaatio::casework
