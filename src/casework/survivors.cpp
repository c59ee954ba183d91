// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/survivors.hpp"

#include "store/complaints.hpp"

#include <set>

namespace reklamaatio::casework {

using complaint::Id;

Survivors::Survivors(store::Database& database, const std::function<bool(std::string_view)>& file_has)
    : m_database(database), m_are_ours(file_has("uid")),
      m_keeps_names(!m_are_ours && file_has("ref") && file_has("merged_into")),
      m_takes_references(!m_are_ours && !(file_has("id") && file_has("ref"))) {}

std::optional<Id> Survivors::find(const exchange::Draft& draft,
                                  const std::optional<complaint::Complaint>& known) const {
    const auto& label = draft.survivor;
    auto survivor = called(label);
    if (!survivor && m_takes_references)
        if (const auto other = store::find_by_ref(m_database, draft.complaint.source, label.text))
            survivor = other->id;
    // A part of an export may tell of a known complaint without the one that it went on in.
    if (!survivor && known && is_ours(label) && known->merged_into && known->merged_into == label.number)
        survivor = known->merged_into;
    if (survivor && known && goes_on_in(*survivor, known->id)) return std::nullopt;
    return survivor;
}

// R-7 is a number of ours in any file.
bool Survivors::is_ours(const exchange::Label& label) const {
    return m_are_ours || label.text.starts_with('R') || label.text.starts_with('r');
}

std::optional<Id> Survivors::called(const exchange::Label& label) const {
    if (label.number) return m_numbers.find(*label.number);
    const auto found = m_names.find(label.text);
    return found == m_names.end() ? std::nullopt : std::optional(found->second);
}

bool Survivors::goes_on_in(Id survivor, Id id) const {
    std::set<Id> passed; // of a damaged database they may go round
    for (std::optional<Id> next = survivor; next && passed.insert(*next).second;) {
        if (*next == id) return true;
        const auto complaint = store::find_complaint(m_database, *next);
        next = complaint ? complaint->merged_into : std::nullopt;
    }
    return false;
}

void Survivors::remember(const exchange::Draft& draft, Id id) {
    const auto& label = draft.label;
    if (label.number)
        m_numbers.add(*label.number, id);
    else if (m_keeps_names && !label.text.empty())
        m_names.try_emplace(label.text, id);
}

} // namespace reklamaatio::casework
