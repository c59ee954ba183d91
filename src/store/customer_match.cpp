// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customer_match.hpp"

#include "complaint/customer.hpp"
#include "complaint/customer_read.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "complaint/refusal.hpp"
#include "store/customers.hpp"
#include "text/plural.hpp"

#include <algorithm>

namespace reklamaatio::store {

namespace {

using complaint::Customer;

using What = CustomerHint::What;

void take_name(CustomerMatch& made, const Customer& facts) {
    if (!complaint::may_be_one(made.customer.name, facts.name)) {
        made.hints.push_back({What::other_name, facts.name, made.customer, {}});
    } else if (made.customer.name.empty() && !facts.name.empty()) {
        made.customer.name = facts.name;
        made.hints.push_back({What::first_name, facts.name, made.customer, {}});
    }
}

bool is_known(Database& database, const Customer& customer, const std::string& phone,
              const std::string& country) {
    const auto has = [&](const Customer& c) {
        return c.phone == phone || complaint::may_be_one_phone(c.phone, phone, country);
    };
    return std::ranges::any_of(also_known_as(database, customer.id), has);
}

Customer& further(CustomerMatch& made) {
    if (!made.further) made.further.emplace().merged_into = made.customer.id;
    return *made.further;
}

bool is_called_so(const Customer& customer, const Customer& facts) {
    return !facts.ref.empty() && customer.ref == facts.ref && customer.source == facts.source;
}

// Nobody has it yet, or it would have told whose the facts are; so it is free, or the customer's already. Whoever has
// another name and shares no more than a telephone keeps an address for himself.
void take_email(Database& database, CustomerMatch& made, const Customer& facts) {
    const auto key = complaint::email_key(facts.email);
    const auto has = [&](const Customer& c) { return complaint::email_key(c.email) == key; };
    if (!complaint::may_be_one(made.customer.name, facts.name) && !is_called_so(made.customer, facts)) {
        if (!has(made.customer)) made.hints.back().address = facts.email;
        return;
    }
    if (made.customer.email.empty())
        made.customer.email = facts.email;
    else if (!key.empty() && !has(made.customer)
             && std::ranges::none_of(also_known_as(database, made.customer.id), has))
        further(made).email = facts.email;
}

void take_ref(Database& database, CustomerMatch& made, const Customer& facts) {
    const auto has = [&](const Customer& c) { return c.ref == facts.ref && c.source == facts.source; };
    if (facts.ref.empty() || has(made.customer)) return;
    Customer* whose = nullptr;
    if (made.customer.ref.empty())
        whose = &made.customer;
    else if (std::ranges::none_of(also_known_as(database, made.customer.id), has))
        whose = &further(made);
    if (whose == nullptr) return;
    whose->ref = facts.ref;
    whose->source = facts.source;
}

void take_phone(Database& database, CustomerMatch& made, const Customer& facts, const std::string& country) {
    const bool is_same = made.customer.phone == facts.phone
                         || complaint::may_be_one_phone(made.customer.phone, facts.phone, country);
    if (facts.phone.empty() || is_same) return;
    if (is_known(database, made.customer, facts.phone, country)) return;
    if (const auto others = others_with_phone(database, made.customer, facts.phone, country); !others.empty())
        made.hints.push_back({What::number_of_other, facts.phone, others.front(), {}});
    else if (made.customer.phone.empty() && complaint::may_be_one(made.customer.name, facts.name))
        made.customer.phone = facts.phone; // not that of a colleague, who is recognised by it all the same
    else if (complaint::is_phone(facts.phone))
        further(made).phone = facts.phone;
}

[[noreturn]] void refuse_to_guess(const std::string& phone, const std::vector<Customer>& sharing) {
    std::vector<std::string> each, numbers;
    for (const auto& customer : sharing) {
        each.push_back(complaint::introduced(customer));
        numbers.push_back(to_string(customer.id));
    }
    complaint::refuse<complaint::Reason::number_of_several>(phone, text::listed(each, "and"), numbers);
}

CustomerMatch newcomer(Database& database, const Customer& facts, const std::string& country) {
    auto made = match_newcomer(database, facts);
    const auto others = others_with_phone(database, made.customer, facts.phone, country);
    if (!others.empty()) made.hints.push_back({What::number_shared, facts.phone, others.front(), {}});
    return made;
}

} // namespace

CustomerMatch match_newcomer(Database& database, const Customer& facts) {
    CustomerMatch made;
    made.customer = facts;
    if (facts.id == complaint::CustomerId{} || !customer_id_is_free(database, facts.id))
        made.customer.id = next_customer_id(database);
    return made;
}

CustomerMatch match_customer(Database& database, const Customer& facts, const std::string& country) {
    const auto [known, sharing] = recognise(database, facts, country);
    if (!sharing.empty()) refuse_to_guess(facts.phone, sharing);
    return known ? match_customer(database, *known, facts, country) : newcomer(database, facts, country);
}

CustomerMatch match_customer(Database& database, const Customer& known, const Customer& facts,
                             const std::string& country) {
    CustomerMatch made;
    made.known = known;
    made.customer = known;
    take_name(made, facts);
    take_email(database, made, facts);
    take_ref(database, made, facts);
    take_phone(database, made, facts, country);
    if (made.customer.prefers.empty()) made.customer.prefers = facts.prefers;
    if (!made.customer.value) made.customer.value = facts.value;
    if (!made.customer.type) made.customer.type = facts.type;
    made.gave = complaint::differing(facts, made.customer);
    return made;
}

} // namespace reklamaatio::store
