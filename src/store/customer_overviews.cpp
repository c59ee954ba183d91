// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customer_overviews.hpp"

#include "complaint/contact_keys.hpp"
#include "store/customers.hpp"
#include "store/rows.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace reklamaatio::store {

namespace {

using complaint::Customer;

#define REKLAMAATIO_CUSTOMER_OVERVIEW                                                                        \
    "SELECT u.id, u.name, u.email, u.phone, u.value_cents, u.prefers, u.merged_into, count(c.id),"           \
    " count(c.id) FILTER (WHERE c.status IN ('new', 'open', 'waiting')), max(c.received_at)"                 \
    " FROM customer AS u LEFT JOIN complaint AS c ON c.customer_id = u.id AND c.status <> 'void' "
constexpr const char* k_all =
    REKLAMAATIO_CUSTOMER_OVERVIEW "WHERE u.merged_into IS NULL GROUP BY u.id ORDER BY u.id";
constexpr const char* k_one = REKLAMAATIO_CUSTOMER_OVERVIEW "WHERE u.id = :id GROUP BY u.id";
#undef REKLAMAATIO_CUSTOMER_OVERVIEW

CustomerOverview overview_from(const Query& row) {
    const int next = k_customer_column_count;
    return {customer_from(row, 0), row.integer(next), row.integer(next + 1), row.instant_or_none(next + 2)};
}

// How well a name fits what was said.
enum class Likeness { none, part, whole };

Likeness likeness(const std::string& name, const std::string& text) {
    const auto folded = text::folded(name);
    if (text.empty() || folded.find(text) == std::string::npos) return Likeness::none;
    return folded == text ? Likeness::whole : Likeness::part;
}

} // namespace

void read_customers(Database& database, const std::function<void(const CustomerOverview&)>& take) {
    auto query = database.query(k_all);
    while (query.next())
        take(overview_from(query));
}

std::optional<CustomerOverview> find_customer_overview(Database& database, complaint::CustomerId id) {
    auto query = database.query(k_one);
    query.bind(":id", id.number);
    if (!query.next()) return std::nullopt;
    return overview_from(query);
}

bool is_called(const Customer& customer, const std::string& text, const std::string& country) {
    if (likeness(customer.name, text::folded(text)) != Likeness::none) return true;
    if (complaint::email_key(customer.email).find(complaint::email_key(text)) != std::string::npos)
        return true;
    const auto phone = complaint::phone_key(text, country);
    return !phone.empty() && complaint::phone_key(customer.phone, country) == phone;
}

Called customers_called(Database& database, const std::string& text, const std::string& country) {
    const bool is_email = text.find('@') != std::string::npos;
    if (is_email) {
        Customer facts;
        facts.email = text;
        const auto known = recognise(database, facts, country);
        return {known ? std::vector{*known} : std::vector<Customer>{}, {}};
    }
    const auto phone = complaint::is_phone(text) ? complaint::phone_key(text, country) : "";
    const auto name = text::folded(text);
    Called found;
    read_customers(database, [&](const CustomerOverview& overview) {
        auto names = also_known_as(database, overview.customer.id);
        names.push_back(overview.customer);
        Likeness like = Likeness::none;
        bool by_phone = false;
        for (const auto& one : names) {
            like = std::max(like, likeness(one.name, name));
            by_phone = by_phone || (!phone.empty() && complaint::phone_key(one.phone, country) == phone);
        }
        if (by_phone || like == Likeness::whole)
            found.whole.push_back(overview.customer);
        else if (like == Likeness::part)
            found.part.push_back(overview.customer);
    });
    return found;
}

} // namespace reklamaatio::store
