// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/erasing.hpp"

#include "casework/customer_named.hpp"
#include "complaint/refusal.hpp"
#include "store/complaints.hpp"
#include "store/customer_scope.hpp"
#include "store/customers.hpp"
#include "store/erasure.hpp"

#include <algorithm>

namespace reklamaatio::casework {

namespace {

using complaint::CustomerId;
using complaint::Id;

// Of more nobody looks at each.
constexpr std::int64_t k_most_named = 20;

void check_is_over(Desk& desk, CustomerId customer, const store::CustomerScope& scope) {
    std::vector<std::string> open;
    for (const auto id : scope.complaints)
        if (const auto complaint = store::find_complaint(desk.database(), id);
            complaint && is_unresolved(complaint->status))
            open.push_back(to_string(id));
    if (!open.empty()) complaint::refuse<complaint::Reason::complaints_not_over>(customer, open);
}

template <typename Number>
void add(std::vector<Number>& all, const std::vector<Number>& some) {
    for (const auto& each : some)
        if (std::ranges::find(all, each) == all.end()) all.push_back(each);
}

// Each is erased before the next is looked at: of two who are one, the second is gone with the first.
void erase(Desk& desk, const store::CustomerScope& scope, Erasing& erasing) {
    if (!store::has_personal_data(desk.database(), scope)) return;
    add(erasing.named_in, store::complaints_naming(desk.database(), scope, k_most_named));
    desk.ledger().erase(scope);
    add(erasing.customers, scope.customers);
    add(erasing.complaints, scope.complaints);
}

void finish(Desk& desk, Erasing& erasing) {
    if (erasing.customers.empty() && erasing.complaints.empty()) return;
    store::forget_for_good(desk.database());
    std::erase_if(erasing.named_in, [&](Id id) {
        return std::ranges::find(erasing.complaints, id) != erasing.complaints.end();
    });
}

} // namespace

Erasing erase_customers(Desk& desk, const std::vector<CustomerId>& customers, OpenOnes open) {
    if (open == OpenOnes::refuse)
        for (const auto customer : customers)
            check_is_over(desk, customer, store::scope_of(desk.database(), customer));
    return erase(desk, customers, {});
}

Erasing erase(Desk& desk, const std::vector<CustomerId>& customers, const std::vector<Id>& complaints) {
    Erasing erasing;
    for (const auto customer : customers)
        erase(desk, store::scope_of(desk.database(), customer), erasing);
    for (const auto complaint : complaints)
        erase(desk, store::scope_of(desk.database(), complaint), erasing);
    finish(desk, erasing);
    return erasing;
}

Erasing erase_again(Desk& desk, const std::vector<store::Erased>& erased) {
    const auto kept = store::still_kept(desk.database(), erased);
    return erase(desk, kept.customers, kept.complaints);
}

CustomerId customer_to_erase(Desk& desk, const std::string& text) {
    const auto typed = read_customer(text);
    if (typed.number && !store::customer_id_is_free(desk.database(), *typed.number)) return *typed.number;
    return customer_named_in_full(desk, text).id;
}

} // namespace reklamaatio::casework
