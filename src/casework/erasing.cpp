// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/erasing.hpp"

#include "casework/customer_named.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/refusal.hpp"
#include "host/failure.hpp"
#include "store/complaints.hpp"
#include "store/customer_overviews.hpp"
#include "store/customer_scope.hpp"
#include "store/customers.hpp"
#include "store/erasure.hpp"
#include "store/taken_back.hpp"
#include "text/plural.hpp"

#include <algorithm>

#include <fmt/format.h>

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

bool was_called(Desk& desk, CustomerId id, const std::string& text) {
    bool is_found = false;
    store::read_taken_back(desk.database(), id, [&](const complaint::Customer& customer) {
        is_found = is_found || store::is_called(customer, text, desk.policy().organisation.country);
    });
    return is_found;
}

// Whoever asks what is kept about somebody is told also of what was undone.
void tell_taken_back(Desk& desk, const TypedCustomer& typed) {
    const auto& called = typed.name.empty() ? typed.other : typed.name;
    const auto text =
        called.find('@') == std::string::npos ? called : complaint::read_mailbox(called).address;
    std::vector<std::string> found;
    for (const auto id : store::customers_taken_back(desk.database()))
        if (was_called(desk, id, text)) found.push_back(to_string(id));
    if (found.empty()) return;
    throw host::Failure(
        host::ExitStatus::refused,
        fmt::format("nobody is known as '{}', but the log has {}, whose adding was undone; use "
                    "the number",
                    called, text::listed(found, "and")),
        {.ids = found});
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
    const auto undone = store::undone_complaints(desk.database());
    for (const auto customer : customers)
        erase(desk, store::scope_of(desk.database(), customer, undone), erasing);
    for (const auto complaint : complaints)
        erase(desk, store::scope_of(desk.database(), complaint), erasing);
    finish(desk, erasing);
    return erasing;
}

Erasing erase_again(Desk& desk, const std::vector<store::Erased>& erased) {
    const auto kept = store::still_kept(desk.database(), erased);
    return erase(desk, kept.customers, kept.complaints);
}

CustomerId customer_kept(Desk& desk, const std::string& text) {
    const auto typed = read_customer(text);
    if (typed.number && !store::customer_id_is_free(desk.database(), *typed.number)) return *typed.number;
    try {
        return customer_named_in_full(desk, text).id;
    } catch (const complaint::Refusal& refusal) {
        if (refusal.reason() == complaint::Reason::nobody_called_so) tell_taken_back(desk, typed);
        throw;
    }
}

} // namespace reklamaatio::casework
