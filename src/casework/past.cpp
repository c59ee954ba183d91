// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/past.hpp"

#include "complaint/customer.hpp"
#include "complaint/standing.hpp"
#include "store/customers.hpp"
#include "store/events.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::casework {

namespace {

using complaint::Complaint;
using complaint::Customer;
using complaint::Event;

// What a file says of a customer, and which field of the complaint has it where the customer has it otherwise.
struct Column {
    std::string_view of_customer;
    std::string_view of_complaint;
};
constexpr std::array<Column, 6> k_columns{{{"name", "gave_name"},
                                           {"email", "gave_email"},
                                           {"phone", "gave_phone"},
                                           {"value_cents", ""},
                                           {"ref", ""},
                                           {"source", ""}}};

bool changes(const Event& event, std::string_view field) {
    return std::ranges::any_of(event.changes, [&](const auto& change) { return change.field == field; });
}

// A customer as whoever gave these facts would describe it.
Customer overlaid(Customer customer, const Complaint& complaint) {
    const auto gave = complaint::given(complaint);
    if (!gave.name.empty()) customer.name = gave.name;
    if (!gave.email.empty()) customer.email = gave.email;
    if (!gave.phone.empty()) customer.phone = gave.phone;
    return customer;
}

// Of what was logged here the policy plans them; the file repeats the plan.
bool is_due(std::string_view field) {
    return field == "given_response_due_at" || field == "given_resolution_due_at";
}

} // namespace

Past::Past(store::Database& database, complaint::Id id)
    : m_database(database), m_events(complaint::standing(store::events_of(database, id))) {
    const auto is_import = [](const Event& event) { return event.kind == complaint::EventKind::imported; };
    m_is_ours = std::ranges::none_of(m_events, is_import) || !is_import(m_events.front());
    Complaint then;
    for (const auto& event : m_events) {
        complaint::apply(then, event);
        if (is_import(event)) follow(event, then);
        if (!m_is_ours || !then.customer) continue;
        Customer customer;
        for (const auto& change : complaint::standing(store::events_of(database, *then.customer))) {
            complaint::apply(customer, change);
            m_customers.push_back(overlaid(customer, then));
        }
    }
}

// What the first file that tells of a complaint of ours does not change it repeats.
void Past::follow(const Event& imported, const Complaint& then) {
    if (m_is_ours && !m_was_told)
        m_imported = then;
    else
        complaint::apply(m_imported, imported);
    m_was_told = true;
    follow_customer(imported);
}

// What people made of the customer between two imports is not what the file told.
void Past::follow_customer(const Event& imported) {
    if (!m_imported.customer) return;
    Customer customer;
    std::vector<Event> together; // in one change with it
    for (const auto& event : complaint::standing(store::events_of(m_database, *m_imported.customer))) {
        if (event.number > imported.number) break;
        complaint::apply(customer, event);
        if (event.change == imported.change) together.push_back(event);
    }
    const Customer now = overlaid(customer, m_imported);
    const bool is_other = changes(imported, "customer_id");
    for (const auto& [of_customer, of_complaint] : k_columns) {
        const auto is_told = [&, of_customer = of_customer](const Event& event) {
            return changes(event, of_customer);
        };
        if (!is_other && !changes(imported, of_complaint) && std::ranges::none_of(together, is_told))
            continue;
        const auto& field = complaint::known_field<Customer>(of_customer);
        field.set(m_told, field.get(now));
    }
}

bool Past::has_told(const complaint::Field<Complaint>& field, const complaint::Value& value) const {
    if (!m_is_ours) return field.get(m_imported) == value;
    Complaint then;
    for (const auto& event : m_events) {
        complaint::apply(then, event);
        if (field.get(then) == value) return true;
    }
    return is_due(field.name);
}

bool Past::has_told(const complaint::Field<Customer>& field, const complaint::Value& value) const {
    if (!m_is_ours) return field.get(m_told) == value;
    return std::ranges::any_of(m_customers, [&](const Customer& c) { return field.get(c) == value; });
}

bool Past::is_decided_here(std::string_view name, const Complaint& known) const {
    return is_decided_here(complaint::known_field<Complaint>(name), known);
}

bool Past::is_decided_here(const complaint::Field<Complaint>& field, const Complaint& known) const {
    return m_was_told && field.get(known) != field.get(m_imported);
}

bool Past::has_other_customer(const Complaint& known) const {
    return m_was_told && staying(known.customer) != staying(m_imported.customer);
}

std::optional<complaint::CustomerId> Past::staying(std::optional<complaint::CustomerId> id) const {
    if (!id) return std::nullopt;
    const auto customer = store::find_staying(m_database, *id);
    return customer ? std::optional(customer->id) : std::nullopt;
}

} // namespace reklamaatio::casework
