// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/merge.hpp"

#include "complaint/acts.hpp"
#include "complaint/error.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

template <typename Number>
void check_differ(Number duplicate, Number survivor) {
    if (duplicate == survivor)
        throw Refusal(
            fmt::format("{} cannot be merged into itself; name another one last", to_string(survivor)));
}

template <typename Owner>
void check(const Owner& owner) {
    if (owner.merged_into)
        throw Refusal(fmt::format("{} was merged into {}; use that one", to_string(owner.id),
                                  to_string(*owner.merged_into)));
}

} // namespace

void check_not_merged(const Customer& customer) {
    check(customer);
}

void check_not_merged(const Complaint& complaint) {
    check(complaint);
}

Event merge_away(const Complaint& duplicate, Id survivor, const std::string& text, const Occasion& occasion) {
    check_differ(duplicate.id, survivor);
    Complaint after = moved(duplicate, Act::merge, occasion);
    after.voided_at = occasion.happened_at;
    after.merged_into = survivor;
    return with_note(made_event(EventKind::voided, duplicate, after, occasion), text);
}

Event merge_in(const Complaint& survivor, const std::vector<Complaint>& duplicates,
               const Occasion& occasion) {
    check_not_merged(survivor);
    status_after(survivor.id, survivor.status, Act::merge);
    Complaint after = survivor;
    for (const auto& duplicate : duplicates) {
        if (after.status_at == after.received_at && duplicate.received_at < after.received_at)
            after.status_at = duplicate.received_at;
        after.received_at = std::min(after.received_at, duplicate.received_at);
        if (duplicate.responded_at) answer(after, *duplicate.responded_at);
        if (!after.customer) after.customer = duplicate.customer;
    }
    return made_event(EventKind::merged, survivor, after, occasion);
}

Event move_to(const Complaint& complaint, CustomerId customer, const Occasion& occasion) {
    Complaint after = complaint;
    after.customer = customer;
    return made_event(EventKind::customer_moved, complaint, after, occasion);
}

Customer with_gaps_filled(Customer customer, const Customer& facts) {
    for (const auto field : {&Customer::name, &Customer::email, &Customer::phone, &Customer::prefers})
        if ((customer.*field).empty()) customer.*field = facts.*field;
    if (!customer.value) customer.value = facts.value;
    return customer;
}

Customer merge_away(const Customer& duplicate, CustomerId survivor) {
    check_differ(duplicate.id, survivor);
    check_not_merged(duplicate);
    Customer after = duplicate;
    after.merged_into = survivor;
    return after;
}

} // namespace reklamaatio::complaint
