// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/retention.hpp"

#include "complaint/refusal.hpp"
#include "store/complainants.hpp"
#include "store/complaints.hpp"
#include "store/customer_scope.hpp"
#include "store/erasure.hpp"
#include "store/taken_back.hpp"

#include <algorithm>
#include <set>

namespace reklamaatio::casework {

namespace {

class Age {
  public:
    Age(Desk& desk, rulebook::Age most) : m_desk(desk), m_most(most) {}

    bool is_reached(time::Instant last) const {
        return rulebook::date_at_age(m_desk.zone().date_at(last), m_most) <= m_desk.today();
    }

    bool is_reached(const store::CustomerScope& undone) const { return is_reached(last_of(undone)); }

    time::Instant last_of(const store::CustomerScope& undone) const {
        time::Instant last{};
        for (const auto id : undone.customers)
            last = std::max(last, store::last_touched(m_desk.database(), id));
        for (const auto id : undone.complaints)
            last = std::max(last, store::last_touched(m_desk.database(), id));
        return last;
    }

    bool is_reached(complaint::Id id) const {
        return complaint::is_over(store::known_complaint(m_desk.database(), id).status)
               && is_reached(store::last_touched(m_desk.database(), id));
    }

  private:
    Desk& m_desk;
    rulebook::Age m_most;
};

// What was undone is in the log alone, and nobody would come upon it. With a customer go the complaints that were theirs.
void add_taken_back(Desk& desk, const Age& age, std::vector<store::Lapsed>& found) {
    auto& database = desk.database();
    const auto undone = store::undone_complaints(database);
    std::set<complaint::Id> theirs;
    const auto note = [&](const store::CustomerScope& scope) {
        theirs.insert(scope.complaints.begin(), scope.complaints.end());
    };
    for (const auto& each : found)
        if (each.customer) note(store::scope_of(database, *each.customer, undone));
    for (const auto id : store::customers_taken_back(database)) {
        const auto scope = store::scope_of(database, id, undone);
        note(scope);
        if (age.is_reached(scope) && store::has_personal_data(database, scope))
            found.push_back({id, {}, std::ssize(scope.complaints), age.last_of(scope)});
    }
    for (const auto id : store::complaints_taken_back(database)) {
        if (theirs.contains(id)) continue;
        const auto scope = store::scope_of(database, id);
        if (age.is_reached(scope) && store::has_personal_data(database, scope))
            found.push_back({{}, id, 1, age.last_of(scope)});
    }
}

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
    add_taken_back(desk, age, found);
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
