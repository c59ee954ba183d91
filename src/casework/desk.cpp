// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/desk.hpp"

#include "store/complaints.hpp"
#include "store/digest.hpp"

#include <algorithm>

namespace reklamaatio::casework {

Desk::Desk(store::Store& store, const time::Clock& clock, time::Instant now, std::string actor,
           std::string command, complaint::Language language)
    : m_store(store), m_clock(clock), m_now(now), m_actor(std::move(actor)), m_command(std::move(command)),
      m_language(language) {}

store::Ledger& Desk::ledger() {
    if (!m_ledger)
        m_ledger.emplace(database(), m_store.policies(), store::Change{0, m_now, m_actor, m_command});
    return *m_ledger;
}

std::string Desk::new_uid() const {
    return store::new_uid(m_clock.now_in_milliseconds());
}

std::vector<complaint::Complaint> Desk::complaints(const std::vector<std::string>& references) {
    std::vector<complaint::Id> ids;
    for (const auto& argument : references)
        for (const auto& reference : store::references_in(database(), argument))
            for (const auto id : store::ids_of(database(), reference))
                if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    std::vector<complaint::Complaint> found;
    for (const auto id : ids)
        found.push_back(store::known_complaint(database(), id));
    return found;
}

} // namespace reklamaatio::casework
