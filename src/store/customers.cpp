// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customers.hpp"

#include "complaint/customer_read.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "store/rows.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::Customer;
using complaint::CustomerId;

#define REKLAMAATIO_CUSTOMER                                                                                 \
    "SELECT " REKLAMAATIO_CUSTOMER_COLUMNS " "                                                               \
    "FROM customer AS u WHERE "
constexpr const char* k_by_id = REKLAMAATIO_CUSTOMER "u.id = :id";
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

constexpr const char* k_put = R"(
INSERT INTO customer (id, name, email, phone, value_cents, prefers, merged_into, email_key, phone_key, ref, source, type)
VALUES (:id, :name, :email, :phone, :value_cents, :prefers, :merged_into, :email_key, :phone_key, :ref, :source, :type)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone,
    value_cents = excluded.value_cents, prefers = excluded.prefers, merged_into = excluded.merged_into,
    email_key = excluded.email_key, phone_key = excluded.phone_key, ref = excluded.ref, source = excluded.source,
    type = excluded.type)";
constexpr const char* k_phones = "SELECT id, phone FROM customer WHERE phone IS NOT NULL ORDER BY id";
constexpr const char* k_put_phone_key = "UPDATE customer SET phone_key = :phone_key WHERE id = :id";
constexpr const char* k_remove = "DELETE FROM customer WHERE id = :id";
constexpr const char* k_complaints_of = "SELECT id FROM complaint WHERE customer_id = :id ORDER BY id";
constexpr const char* k_neighbours = R"(
SELECT id, received_at, outcome FROM complaint
WHERE customer_id = :customer_id AND id <> :id AND status <> 'void' AND kind IN ('complaint', 'claim')
  AND received_at > :since
ORDER BY received_at, id)";

constexpr const char* k_highest_id =
    "SELECT coalesce((SELECT max(customer_id) FROM event WHERE customer_id IS NOT NULL), 0)";

constexpr const char* k_id_in_log = "SELECT 1 FROM event WHERE customer_id = :id LIMIT 1";

constexpr std::string_view k_email_key = "email_key";
constexpr std::string_view k_phone_key = "phone_key";

// The keys, and all fields.
std::string row_sql() {
    std::string columns = fmt::format("{}, {}", k_email_key, k_phone_key);
    for (const auto& field : complaint::customer_fields())
        columns += fmt::format(", {}", field.name);
    return fmt::format("SELECT {} FROM customer WHERE id = :id", columns);
}

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
        customer = find_customer(database, *customer->merged_into);
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

Customer customer_from(const Query& row, int first_column) {
    Customer customer;
    customer.id = {row.integer(first_column)};
    customer.name = row.text(first_column + 1);
    customer.email = row.text(first_column + 2);
    customer.phone = row.text(first_column + 3);
    customer.value = row.integer_or_none(first_column + 4);
    customer.prefers = row.text(first_column + 5);
    if (const auto into = row.integer_or_none(first_column + 6)) customer.merged_into = CustomerId{*into};
    customer.ref = row.text(first_column + 7);
    customer.source = row.text(first_column + 8);
    if (!row.is_null(first_column + 9))
        customer.type = stored_word<complaint::CustomerType>(row.text(first_column + 9));
    return customer;
}

std::optional<std::vector<std::string_view>> differing_fields(Database& database, const Customer& customer,
                                                              const std::string& country) {
    static const std::string sql = row_sql();
    auto query = database.query(sql);
    query.bind(":id", customer.id.number);
    if (!query.next()) return std::nullopt;
    auto differing = differing_fields(query, 2, customer);
    const std::array keys{std::pair{k_email_key, complaint::email_key(customer.email)},
                          std::pair{k_phone_key, complaint::phone_key(customer.phone, country)}};
    for (int column = 0; const auto& [name, key] : keys)
        if (query.is_null(column) != key.empty() || query.text(column++) != key) differing.push_back(name);
    return differing;
}

std::optional<Customer> find_customer(Database& database, CustomerId id) {
    auto query = database.query(k_by_id);
    query.bind(":id", id.number);
    return one(query);
}

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

std::vector<Customer> also_known_as(Database& database, CustomerId id) {
    auto query = database.query(k_also_known);
    query.bind(":id", id.number);
    return all(query);
}

void put_customer(Database& database, const Customer& customer, const std::string& country) {
    auto query = database.query(k_put);
    query.bind(":id", customer.id.number).bind_or_null(":name", customer.name);
    query.bind_or_null(":email", customer.email).bind_or_null(":phone", customer.phone);
    query.bind(":value_cents", customer.value).bind_or_null(":prefers", customer.prefers);
    query.bind(":merged_into",
               customer.merged_into ? std::optional(customer.merged_into->number) : std::nullopt);
    query.bind_or_null(":ref", customer.ref).bind_or_null(":source", customer.source);
    query.bind_or_null(":type", customer.type ? complaint::word(*customer.type) : std::string_view());
    query.bind_or_null(":email_key", complaint::email_key(customer.email));
    query.bind_or_null(":phone_key", complaint::phone_key(customer.phone, country));
    query.run();
}

void read_phones_anew(Database& database, const std::string& country) {
    std::vector<std::pair<std::int64_t, std::string>> phones;
    {
        auto query = database.query(k_phones);
        while (query.next())
            phones.emplace_back(query.integer(0), query.text(1));
    }
    for (const auto& [id, phone] : phones) {
        auto query = database.query(k_put_phone_key);
        query.bind(":id", id).bind_or_null(":phone_key", complaint::phone_key(phone, country)).run();
    }
}

void remove_customer(Database& database, CustomerId id) {
    database.query(k_remove).bind(":id", id.number).run();
}

std::vector<complaint::Id> complaints_of(Database& database, CustomerId id) {
    auto query = database.query(k_complaints_of);
    query.bind(":id", id.number);
    std::vector<complaint::Id> found;
    while (query.next())
        found.push_back({query.integer(0)});
    return found;
}

std::vector<Neighbour> neighbours_of(Database& database, const complaint::Complaint& complaint,
                                     time::Instant since) {
    std::vector<Neighbour> found;
    if (!complaint.customer) return found;
    auto query = database.query(k_neighbours);
    query.bind(":customer_id", complaint.customer->number).bind(":id", complaint.id.number);
    query.bind(":since", since);
    while (query.next()) {
        std::optional<complaint::Outcome> outcome;
        if (!query.is_null(2)) outcome = stored_word<complaint::Outcome>(query.text(2));
        found.push_back({{query.integer(0)}, query.instant(1), outcome});
    }
    return found;
}

bool customer_id_is_free(Database& database, CustomerId id) {
    auto query = database.query(k_id_in_log);
    query.bind(":id", id.number);
    return !query.next();
}

CustomerId next_customer_id(Database& database) {
    auto query = database.query(k_highest_id);
    query.next();
    return {query.integer(0) + 1};
}

} // namespace reklamaatio::store
