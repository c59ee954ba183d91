// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/file_customers.hpp"

#include "complaint/customer.hpp"
#include "rulebook/policy.hpp"
#include "store/customers.hpp"

#include <algorithm>

namespace reklamaatio::casework {

using complaint::Customer;
using complaint::CustomerId;

// Another number of the file means them.
bool FileCustomers::is_of_file(const Customer& known) const {
    return m_theirs.find(known.id).has_value();
}

void FileCustomers::remember(CustomerId theirs, CustomerId ours) {
    m_ours.add(theirs, ours);
    m_theirs.add(ours, theirs);
}

// Of several who share a telephone number, strangers to the file may be meant: the ledger asks which.
store::CustomerMatch FileCustomers::match(const Customer& facts, const Customer& bare) {
    auto& ledger = m_desk.ledger();
    const auto [known, sharing] =
        store::recognise(m_desk.database(), bare, m_desk.policy().organisation.country);
    if (known && !is_of_file(*known)) return ledger.register_customer(*known, bare);
    const bool is_new = std::ranges::all_of(sharing, [&](const Customer& c) { return is_of_file(c); });
    return is_new ? ledger.register_newcomer(facts) : ledger.register_customer(bare).value();
}

std::optional<store::CustomerMatch> FileCustomers::meet(const Customer& facts) {
    auto& ledger = m_desk.ledger();
    Customer bare = facts;
    bare.id = {};
    if (facts.id == CustomerId{} || !complaint::names_somebody(facts)) return ledger.register_customer(bare);
    if (const auto ours = m_ours.find(facts.id))
        return ledger.register_customer(store::known_staying(m_desk.database(), *ours), bare);
    auto met = match(facts, bare);
    remember(facts.id, met.customer.id);
    return met;
}

} // namespace reklamaatio::casework
