// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customer_overviews.hpp"

#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "store/customers.hpp"
#include "store/rows.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace reklamaatio::store {

namespace {

using complaint::Customer;

#define REKLAMAATIO_CUSTOMER_OVERVIEW                                                                        \
    "SELECT " REKLAMAATIO_CUSTOMER_COLUMNS ", count(c.id),"                                                  \
    " count(c.id) FILTER (WHERE c.status IN ('new', 'open', 'waiting')), max(c.received_at)"                 \
    " FROM customer AS u LEFT JOIN complaint AS c ON c.customer_id = u.id AND c.status <> 'void' "
constexpr const char* k_all =
    REKLAMAATIO_CUSTOMER_OVERVIEW "WHERE u.merged_into IS NULL GROUP BY u.id ORDER BY u.id";
constexpr const char* k_number =
    "SELECT (SELECT count(*) FROM customer) - (SELECT count(*) FROM customer WHERE merged_into IS NOT NULL)";
constexpr const char* k_merged = "SELECT " REKLAMAATIO_CUSTOMER_COLUMNS
                                 " FROM customer AS u WHERE u.merged_into IS NOT NULL ORDER BY u.id";
constexpr const char* k_one = REKLAMAATIO_CUSTOMER_OVERVIEW "WHERE u.id = :id GROUP BY u.id";
#undef REKLAMAATIO_CUSTOMER_OVERVIEW

CustomerOverview overview_from(const Query& row) {
    const int next = k_customer_column_count;
    return {customer_from(row, 0), row.integer(next), row.integer(next + 1), row.instant_or_none(next + 2)};
}

// Who was merged, by the one who stays for them. They are few, and read at once rather than asked for by
// customer.
std::map<complaint::CustomerId, std::vector<Customer>> merged_customers(Database& database) {
    std::map<complaint::CustomerId, Customer> gone;
    auto query = database.query(k_merged);
    while (query.next()) {
        auto customer = customer_from(query, 0);
        gone.emplace(customer.id, std::move(customer));
    }
    std::map<complaint::CustomerId, std::vector<Customer>> by_stayer;
    for (const auto& [id, customer] : gone) {
        auto stays = *customer.merged_into;
        std::set<complaint::CustomerId> passed; // of a damaged database they may go round
        for (auto next = gone.find(stays); next != gone.end() && passed.insert(stays).second;
             next = gone.find(stays))
            stays = *next->second.merged_into;
        by_stayer[stays].push_back(customer);
    }
    return by_stayer;
}

// How well a name fits what was said.
enum class Likeness { none, part, whole };

Likeness likeness(const std::string& name, const std::string& text) {
    const auto folded = text::folded(name);
    if (text.empty() || folded.find(text) == std::string::npos) return Likeness::none;
    return folded == text ? Likeness::whole : Likeness::part;
}

// Whether the text is a part of the telephone number, in whichever way the two are written.
bool has_in_phone(const Customer& customer, const std::string& text, const std::string& country) {
    if (!complaint::is_dialled(text) || !complaint::phone_extension(text).empty()) return false;
    const auto part = text::digits_of(text);
    return text::digits_of(customer.phone).find(part) != std::string::npos
           || complaint::phone_key(customer.phone, country).find(part) != std::string::npos;
}

// A telephone number is a whole name.
Likeness fit(const Customer& customer, const std::string& text, const std::string& country) {
    if (complaint::is_phone(text) && complaint::may_be_one_phone(customer.phone, text, country))
        return Likeness::whole;
    const auto like = likeness(customer.name, text::folded(text));
    return has_in_phone(customer, text, country) ? std::max(like, Likeness::part) : like;
}

// All who may fit, and were merged or not.
constexpr const char* k_candidates =
    "SELECT " REKLAMAATIO_CUSTOMER_COLUMNS " FROM customer AS u"
    " WHERE (:name <> '' AND " REKLAMAATIO_HAS_IN_NAME(
        ":name") ") OR u.phone_key = :phone"
                 " OR (:figures <> '' AND " REKLAMAATIO_HAS_IN_PHONE(":figures") ")";

void read_candidates(Database& database, const std::string& text, const std::string& country,
                     const std::function<void(const Customer&)>& take) {
    auto query = database.query(k_candidates);
    query.bind(":name", text::folded(text));
    query.bind(":phone", complaint::phone_key(text, country));
    query.bind(":figures", complaint::is_dialled(text) ? text::digits_of(text) : "");
    while (query.next())
        take(customer_from(query, 0));
}

Customer staying(Database& database, const Customer& customer) {
    return customer.merged_into ? known_staying(database, customer.id) : customer;
}

} // namespace

void read_customers(Database& database, const std::function<bool(const CustomerOverview&)>& take) {
    const auto merged = merged_customers(database);
    auto query = database.query(k_all);
    while (query.next()) {
        auto overview = overview_from(query);
        if (const auto known = merged.find(overview.customer.id); known != merged.end())
            overview.also_known_as = known->second;
        if (!take(overview)) return;
    }
}

std::int64_t count_customers(Database& database) {
    auto query = database.query(k_number);
    query.next();
    return query.integer(0);
}

std::optional<CustomerOverview> find_customer_overview(Database& database, complaint::CustomerId id) {
    auto query = database.query(k_one);
    query.bind(":id", id.number);
    if (!query.next()) return std::nullopt;
    auto overview = overview_from(query);
    overview.also_known_as = also_known_as(database, id);
    return overview;
}

bool is_called(const Customer& customer, const std::string& text, const std::string& country) {
    if (likeness(customer.name, text::folded(text)) != Likeness::none) return true;
    const auto email = complaint::email_key(text);
    if (!email.empty() && complaint::email_key(customer.email).find(email) != std::string::npos) return true;
    if (complaint::may_be_one_phone(customer.phone, text, country)) return true;
    return has_in_phone(customer, text, country);
}

Called customers_called(Database& database, const std::string& text, const std::string& country) {
    const bool is_email = text.find('@') != std::string::npos;
    if (is_email) {
        Customer facts;
        facts.email = complaint::read_mailbox(text).address;
        const auto known = recognise(database, facts, country).known;
        return {known ? std::vector{*known} : std::vector<Customer>{}, {}};
    }
    // Of each who stays: how well any of the names fits that he is known by.
    std::map<complaint::CustomerId, Likeness> fits;
    read_candidates(database, text, country, [&](const Customer& candidate) {
        const auto like = fit(candidate, text, country);
        if (like == Likeness::none) return;
        auto& best = fits[staying(database, candidate).id];
        best = std::max(best, like);
    });
    Called found;
    for (const auto& [id, like] : fits)
        (like == Likeness::whole ? found.whole : found.part).push_back(known_customer(database, id));
    return found;
}

} // namespace reklamaatio::store
