// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customers.hpp"

#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "store/rows.hpp"
#include "store/shared_phones.hpp"

#include <array>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::Customer;
using complaint::CustomerId;

constexpr const char* k_by_id = "SELECT " REKLAMAATIO_CUSTOMER_COLUMNS " FROM customer AS u WHERE u.id = :id";

// To add costs half of what it costs to put: that is a statement which can be taken back alone.
constexpr std::string_view k_add = R"(
INSERT INTO customer (id, name, email, phone, value_cents, prefers, merged_into, email_key, phone_key, ref, source, type,
                      erased_at)
VALUES (:id, :name, :email, :phone, :value_cents, :prefers, :merged_into, :email_key, :phone_key, :ref, :source, :type,
        :erased_at))";
constexpr std::string_view k_or_update = R"(
ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone,
    value_cents = excluded.value_cents, prefers = excluded.prefers, merged_into = excluded.merged_into,
    email_key = excluded.email_key, phone_key = excluded.phone_key, ref = excluded.ref, source = excluded.source,
    type = excluded.type, erased_at = excluded.erased_at)";
constexpr const char* k_phone_key_of = "SELECT phone_key FROM customer WHERE id = :id";
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

// Returns the key of their number.
std::string write(Query query, const Customer& customer, const std::string& country) {
    auto phone_key = complaint::phone_key(customer.phone, country);
    query.bind(":id", customer.id.number).bind_or_null(":name", customer.name);
    query.bind_or_null(":email", customer.email).bind_or_null(":phone", customer.phone);
    query.bind(":value_cents", customer.value).bind_or_null(":prefers", customer.prefers);
    query.bind(":merged_into",
               customer.merged_into ? std::optional(customer.merged_into->number) : std::nullopt);
    query.bind_or_null(":ref", customer.ref).bind_or_null(":source", customer.source);
    query.bind_or_null(":type", customer.type ? complaint::word(*customer.type) : std::string_view());
    query.bind(":erased_at", customer.erased_at);
    query.bind_or_null(":email_key", complaint::email_key(customer.email));
    query.bind_or_null(":phone_key", phone_key);
    query.run();
    return phone_key;
}

// Empty without, and of nobody.
std::string phone_key_of(Database& database, CustomerId id) {
    auto query = database.query(k_phone_key_of);
    query.bind(":id", id.number);
    return query.next() ? query.text(0) : "";
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
    customer.erased_at = row.instant_or_none(first_column + 10);
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
    if (!query.next()) return std::nullopt;
    return customer_from(query, 0);
}

Customer known_customer(Database& database, CustomerId id) {
    if (auto customer = find_customer(database, id)) return *std::move(customer);
    throw_gone(database, to_string(id));
}

void add_customer(Database& database, const Customer& customer, const std::string& country) {
    take_phone(database, write(database.query(k_add), customer, country));
}

void put_customer(Database& database, const Customer& customer, const std::string& country) {
    static const std::string sql = fmt::format("{}{}", k_add, k_or_update);
    const auto before = phone_key_of(database, customer.id);
    const auto now = write(database.query(sql), customer, country);
    if (now == before) return;
    drop_phone(database, before);
    take_phone(database, now);
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
    share_phones_anew(database);
}

void remove_customer(Database& database, CustomerId id) {
    const auto before = phone_key_of(database, id);
    database.query(k_remove).bind(":id", id.number).run();
    drop_phone(database, before);
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
