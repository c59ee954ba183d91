// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_update.hpp"

#include "complaint/customer.hpp"
#include "complaint/customer_read.hpp"
#include "complaint/field.hpp"
#include "store/customer_match.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"

namespace reklamaatio::casework {

namespace {

using complaint::Complaint;
using complaint::Customer;

// What the file did not say before; the rest is blank.
Customer news_of(const Customer& said, const Past& past) {
    Customer news;
    const Customer blank;
    for (const auto& field : complaint::customer_fields())
        if (!field.same(said, blank) && !past.has_told(field, field.get(said)))
            field.set(news, field.get(said));
    news.source = news.ref.empty() ? "" : said.source;
    return news;
}

bool is_only_a_name(const Customer& customer) {
    return customer.email.empty() && customer.phone.empty() && customer.ref.empty();
}

// Whether the addresses and numbers of the file, as far as they are new, belong to somebody else.
bool is_somebody_else(Desk& desk, const Customer& news, const Customer& said, const Customer& current) {
    const bool is_other_name = !news.name.empty() && !complaint::may_be_one(current.name, said.name);
    Customer address;
    address.email = news.email;
    address.ref = news.ref;
    address.source = said.source;
    // A number alone does not draw anybody away from an address.
    if (is_only_a_name(current)) address.phone = news.phone;
    if (!complaint::names_somebody(address)) return false;
    address.name = said.name;
    const auto [other, sharing] =
        store::recognise(desk.database(), address, desk.policy().organisation.country);
    if (!sharing.empty()) return true; // which of them, match_customer asks
    return other ? other->id != current.id : is_other_name && !is_only_a_name(current);
}

bool is_known_by_nothing_else(Desk& desk, const Customer& current, const Customer& other) {
    return is_only_a_name(current) && complaint::may_be_one(current.name, other.name)
           && store::complaints_of(desk.database(), current.id).size() == 1;
}

CustomerUpdate move_to_other(Desk& desk, const Customer& said, const Customer& current) {
    const auto match = desk.ledger().register_customer(said).value();
    if (match.known && is_known_by_nothing_else(desk, current, match.customer))
        store::merge(desk.database(), desk.ledger(), {current}, match.customer, "",
                     {desk.now(), desk.now(), desk.zone()});
    return {match.customer.id, match.gave, {}, true};
}

// What the file itself said last is the file's to correct, and so is what it can only have from here.
Customer corrected(Customer current, const Customer& news, const Past& past, CustomerUpdate& update) {
    const auto is_told = [&](std::string_view name) {
        const auto& field = complaint::known_field<Customer>(name);
        return past.has_told(field, field.get(current));
    };
    if (!news.name.empty() && is_told("name")) current.name = news.name;
    if (!news.ref.empty() && current.source == news.source && is_told("ref")) current.ref = news.ref;
    if (!news.value) return current;
    if (!current.value || is_told("value_cents"))
        current.value = news.value;
    else
        update.kept.push_back("customer_value");
    return current;
}

// Only what is new is held against the customer; the rest of what was given stays as it was.
void keep_given(Customer& gave, const Customer& news, const Customer& differing) {
    if (!news.name.empty()) gave.name = differing.name;
    if (!news.email.empty()) gave.email = differing.email;
    if (!news.phone.empty()) gave.phone = differing.phone;
}

} // namespace

CustomerUpdate update_customer(Desk& desk, const Customer& said, const Complaint& known, const Past& past) {
    CustomerUpdate update{known.customer, complaint::given(known)};
    const Customer news = news_of(said, past);
    if (news == Customer{}) return update;
    update.has_news = true;
    if (past.has_other_customer(known)) {
        update.kept.push_back("customer");
        return update;
    }
    if (!known.customer) {
        if (const auto match = desk.ledger().register_customer(said))
            return {match->customer.id, match->gave, {}, true};
        return update;
    }
    const Customer current = store::known_staying(desk.database(), *known.customer);
    if (is_somebody_else(desk, news, said, current)) return move_to_other(desk, said, current);
    Customer better = corrected(current, news, past, update);
    desk.ledger().record(current, better);
    if (complaint::names_somebody(news)) {
        const auto match = desk.ledger().register_customer(better, news);
        keep_given(update.gave, news, match.gave);
    }
    return update;
}

} // namespace reklamaatio::casework
