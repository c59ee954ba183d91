// SPDX-License-Identifier: GPL-3.0-or-later
// Whom facts mean, and who stays for whom.
#include "complaint/customer_read.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "store/customers.hpp"
#include "store/rows.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::Customer;
using complaint::CustomerId;

#define REKLAMAATIO_CUSTOMER                                                                                 \
    "SELECT " REKLAMAATIO_CUSTOMER_COLUMNS " "                                                               \
    "FROM customer AS u WHERE "
constexpr const char* k_by_ref = REKLAMAATIO_CUSTOMER
    "u.ref = :ref AND ifnull(u.source, '') = :source ORDER BY u.merged_into IS NOT NULL, u.id";
constexpr const char* k_by_email =
    REKLAMAATIO_CUSTOMER "u.email_key = :key ORDER BY u.merged_into IS NOT NULL, u.id";
// The number may belong to several, who have different addresses.
constexpr const char* k_by_phone =
    REKLAMAATIO_CUSTOMER "u.phone_key = :key ORDER BY u.merged_into IS NOT NULL, u.id";
constexpr const char* k_also_known =
    "WITH RECURSIVE gone (id) AS (SELECT k.id FROM customer AS k WHERE k.merged_into = :id UNION "
    "SELECT k.id FROM gone AS g JOIN customer AS k ON k.merged_into = g.id) " REKLAMAATIO_CUSTOMER
    "u.id IN (SELECT id FROM gone) ORDER BY u.id";
#undef REKLAMAATIO_CUSTOMER

std::optional<Customer> one(Query& query) {
    if (!query.next()) return std::nullopt;
    return customer_from(query, 0);
}

[[noreturn]] void throw_merged_in_a_ring(const Database& database, CustomerId id) {
    throw StoreError(ErrorKind::damaged,
                     fmt::format("{} is damaged ({} was merged into one that was merged into it); "
                                 "restore a backup",
                                 database.path(), to_string(id)));
}

// Who was merged is known by the address of old; whom that is now stands at the end of the chain.
std::optional<Customer> staying(Database& database, std::optional<Customer> customer) {
    std::set<CustomerId> passed;
    while (customer && customer->merged_into) {
        if (!passed.insert(customer->id).second) throw_merged_in_a_ring(database, customer->id);
        customer = known_customer(database, *customer->merged_into);
    }
    return customer;
}

std::vector<Customer> all(Query& query) {
    std::vector<Customer> found;
    while (query.next())
        found.push_back(customer_from(query, 0));
    return found;
}

// Those who have an address or a number, each as the one who stays for it; several times, perhaps.
std::vector<Customer> with_key(Database& database, const char* sql, const std::string& key) {
    if (key.empty()) return {};
    auto query = database.query(sql);
    query.bind(":key", key);
    return all(query);
}

std::vector<Customer> staying(Database& database, std::vector<Customer> found) {
    std::vector<Customer> who_stay;
    for (auto& customer : found)
        if (auto stays = staying(database, std::optional(std::move(customer))))
            who_stay.push_back(*std::move(stays));
    return who_stay;
}

std::vector<Customer> with_email(Database& database, const Customer& customer) {
    return staying(database, with_key(database, k_by_email, complaint::email_key(customer.email)));
}

std::vector<Customer> with_phone(Database& database, const std::string& phone, const std::string& country) {
    auto found = with_key(database, k_by_phone, complaint::phone_key(phone, country));
    std::erase_if(
        found, [&](const Customer& one) { return !complaint::may_be_one_phone(one.phone, phone, country); });
    return staying(database, std::move(found));
}

std::optional<Customer> with_ref(Database& database, const Customer& customer) {
    if (customer.ref.empty()) return std::nullopt;
    std::optional<Customer> found;
    {
        auto query = database.query(k_by_ref);
        query.bind(":ref", customer.ref).bind(":source", customer.source);
        found = one(query);
    }
    return staying(database, std::move(found));
}

// Whom the system that gives these facts calls otherwise. Nobody is by the reference that is given, or that one would
// have been found by it.
bool is_called_otherwise(Database& database, const Customer& known, const Customer& facts) {
    if (facts.ref.empty()) return false;
    const auto is_of_that_system = [&](const Customer& one) {
        return !one.ref.empty() && one.source == facts.source;
    };
    return is_of_that_system(known)
           || std::ranges::any_of(also_known_as(database, known.id), is_of_that_system);
}

bool is_called_alike(const Customer& known, const Customer& facts) {
    return !known.name.empty() && !facts.name.empty() && complaint::may_be_one(known.name, facts.name);
}

bool contains(const std::vector<Customer>& customers, const Customer& customer) {
    return std::ranges::find(customers, customer.id, &Customer::id) != customers.end();
}

bool have_different_emails(const Customer& a, const Customer& b) {
    const auto key = complaint::email_key(a.email);
    const auto other = complaint::email_key(b.email);
    return !key.empty() && !other.empty() && key != other;
}

} // namespace

Recognition recognise(Database& database, const Customer& customer, const std::string& country) {
    if (auto same = with_ref(database, customer)) return {std::move(same), {}};
    // Several have one address where a system tells them apart.
    auto having_email = with_email(database, customer);
    std::erase_if(having_email,
                  [&](const Customer& c) { return is_called_otherwise(database, c, customer); });
    const auto alike =
        std::ranges::find_if(having_email, [&](const Customer& c) { return is_called_alike(c, customer); });
    if (alike != having_email.end()) return {*alike, {}};
    if (!having_email.empty()) return {having_email.front(), {}};
    std::vector<Customer> sharing;
    for (const auto& found : with_phone(database, customer.phone, country))
        if (!have_different_emails(found, customer) && !is_called_otherwise(database, found, customer)
            && !contains(sharing, found))
            sharing.push_back(found);
    if (sharing.size() < 2) return {sharing.empty() ? std::nullopt : std::optional(sharing.front()), {}};
    std::vector<Customer> called_so;
    for (const auto& found : sharing)
        if (is_called_alike(found, customer)) called_so.push_back(found);
    if (called_so.size() != 1) return {std::nullopt, sharing};
    return {called_so.front(), {}};
}

std::optional<Mistakable> mistakable_for(Database& database, const Customer& customer,
                                         const std::string& country) {
    for (const auto& found : with_email(database, customer))
        if (found.id != customer.id) return Mistakable{found, customer.email};
    for (const auto& found : with_phone(database, customer.phone, country))
        if (found.id != customer.id && !have_different_emails(found, customer))
            return Mistakable{found, customer.phone};
    return std::nullopt;
}

std::vector<Customer> others_with_phone(Database& database, const Customer& customer,
                                        const std::string& phone, const std::string& country) {
    std::vector<Customer> others;
    for (const auto& found : with_phone(database, phone, country))
        if (found.id != customer.id && !contains(others, found)) others.push_back(found);
    std::ranges::sort(others, {}, &Customer::id);
    return others;
}

std::optional<Customer> find_staying(Database& database, CustomerId id) {
    return staying(database, find_customer(database, id));
}

Customer known_staying(Database& database, CustomerId id) {
    return *staying(database, known_customer(database, id));
}

std::vector<Customer> also_known_as(Database& database, CustomerId id) {
    auto query = database.query(k_also_known);
    query.bind(":id", id.number);
    return all(query);
}

} // namespace reklamaatio::store
