// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/retention.hpp"

#include "complaint/refusal.hpp"
#include "store/complainants.hpp"
#include "store/complaints.hpp"

#include <algorithm>

namespace reklamaatio::casework {

namespace {

class Age {
  public:
    Age(Desk& desk, rulebook::Age most) : m_desk(desk), m_most(most) {}

    bool is_reached(time::Instant last) const {
        return rulebook::date_at_age(m_desk.zone().date_at(last), m_most) <= m_desk.today();
    }

    bool is_reached(complaint::Id id) const {
        return complaint::is_over(store::known_complaint(m_desk.database(), id).status)
               && is_reached(store::last_touched(m_desk.database(), id));
    }

  private:
    Desk& m_desk;
    rulebook::Age m_most;
};

} // namespace

std::vector<store::Lapsed> lapsed(Desk& desk) {
    const auto most = desk.policy().erase_after;
    if (!most) complaint::refuse<complaint::Reason::no_retention>();
    const Age age(desk, *most);
    std::vector<store::Lapsed> found;
    store::read_lapsed(desk.database(), [&](const store::Lapsed& each) {
        if (age.is_reached(each.last)) found.push_back(each);
    });
    std::erase_if(found, [&](const store::Lapsed& each) {
        return each.customer
               && !std::ranges::all_of(store::cases_of(desk.database(), *each.customer),
                                       [&](auto id) { return age.is_reached(id); });
    });
    return found;
}

Erasing erase_lapsed(Desk& desk, const std::vector<store::Lapsed>& lapsed) {
    std::vector<complaint::CustomerId> customers;
    std::vector<complaint::Id> complaints;
    for (const auto& each : lapsed) {
        if (each.customer) customers.push_back(*each.customer);
        if (each.complaint) complaints.push_back(*each.complaint);
    }
    return erase(desk, customers, complaints);
}

} // namespace reklamaatio::casework
