// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/taken_back.hpp"

#include "complaint/event.hpp"
#include "store/events.hpp"

namespace reklamaatio::store {

namespace {

constexpr const char* k_customers = R"(
SELECT DISTINCT e.customer_id FROM event AS e
WHERE e.customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM customer AS u WHERE u.id = e.customer_id)
ORDER BY e.customer_id)";

constexpr const char* k_complaints = R"(
SELECT DISTINCT e.complaint_id FROM event AS e
WHERE e.complaint_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM complaint AS c WHERE c.id = e.complaint_id)
ORDER BY e.complaint_id)";

template <typename Number>
std::vector<Number> numbers(Database& database, const char* sql) {
    std::vector<Number> found;
    auto query = database.query(sql);
    while (query.next())
        found.push_back({query.integer(0)});
    return found;
}

} // namespace

std::vector<complaint::CustomerId> customers_taken_back(Database& database) {
    return numbers<complaint::CustomerId>(database, k_customers);
}

std::vector<complaint::Id> complaints_taken_back(Database& database) {
    return numbers<complaint::Id>(database, k_complaints);
}

void read_taken_back(Database& database, complaint::CustomerId id,
                     const std::function<void(const complaint::Customer&)>& take) {
    complaint::Customer customer;
    customer.id = id;
    for (const auto& event : events_of(database, id)) {
        if (event.undoes != 0) continue;
        complaint::apply(customer, event);
        take(customer);
    }
}

} // namespace reklamaatio::store
