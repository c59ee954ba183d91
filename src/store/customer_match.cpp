// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customer_match.hpp"

#include "complaint/contact_keys.hpp"
#include "store/customers.hpp"
#include "text/width.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::store {

namespace {

using complaint::Customer;

using What = CustomerHint::What;

void take_name(CustomerMatch& made, const Customer& facts) {
    if (complaint::may_be_one(made.customer.name, facts.name)) {
        if (made.customer.name.empty())
            made.customer.name = facts.name;
        else if (text::width(facts.name) > text::width(made.customer.name)) // a surname that was not known
            made.differing.push_back("the name " + facts.name);
        return;
    }
    made.differing.push_back("the name " + facts.name);
    made.hints.push_back({What::other_name, facts.name, made.customer});
}

bool is_known(Database& database, const Customer& customer, const std::string& phone,
              const std::string& country) {
    const auto key = complaint::phone_key(phone, country);
    const auto has = [&](const Customer& c) {
        return c.phone == phone || (!key.empty() && complaint::phone_key(c.phone, country) == key);
    };
    return std::ranges::any_of(also_known_as(database, customer.id), has);
}

void take_phone(Database& database, CustomerMatch& made, const Customer& facts, const std::string& country) {
    const auto key = complaint::phone_key(facts.phone, country);
    const bool is_same = made.customer.phone == facts.phone
                         || (!key.empty() && key == complaint::phone_key(made.customer.phone, country));
    if (facts.phone.empty() || is_same) return;
    const auto others = others_with_phone(database, made.customer, facts.phone, country);
    if (others.empty() && made.customer.phone.empty()) {
        made.customer.phone = facts.phone;
        return;
    }
    made.differing.push_back("the telephone number " + facts.phone);
    if (!others.empty()) {
        made.hints.push_back({What::number_of_other, facts.phone, others.front()});
    } else if (!key.empty() && !is_known(database, made.customer, facts.phone, country)) {
        made.further.emplace();
        made.further->phone = facts.phone;
        made.further->merged_into = made.customer.id;
    }
}

CustomerMatch newcomer(Database& database, const Customer& facts, const std::string& country) {
    CustomerMatch made;
    made.customer = facts;
    made.customer.id = next_customer_id(database);
    const auto others = others_with_phone(database, made.customer, facts.phone, country);
    if (!others.empty()) made.hints.push_back({What::number_shared, facts.phone, others.front()});
    return made;
}

} // namespace

std::string CustomerMatch::note() const {
    return differing.empty() ? "" : fmt::format("gave {}", fmt::join(differing, ", "));
}

CustomerMatch match_customer(Database& database, const Customer& facts, const std::string& country) {
    const auto known = recognise(database, facts, country);
    return known ? match_customer(database, *known, facts, country) : newcomer(database, facts, country);
}

CustomerMatch match_customer(Database& database, const Customer& known, const Customer& facts,
                             const std::string& country) {
    CustomerMatch made;
    made.known = known;
    made.customer = known;
    take_name(made, facts);
    // Nobody has it yet, or it would have told whose the facts are; so it is free, or known already.
    if (made.customer.email.empty()) made.customer.email = facts.email;
    take_phone(database, made, facts, country);
    if (made.customer.prefers.empty()) made.customer.prefers = facts.prefers;
    if (!made.customer.value) made.customer.value = facts.value;
    return made;
}

} // namespace reklamaatio::store
