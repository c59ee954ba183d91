// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_hygiene.hpp"

#include "complaint/commitments.hpp"
#include "complaint/phone.hpp"
#include "complaint/procedure.hpp"
#include "store/customers.hpp"
#include "store/rows.hpp"
#include "store/selected.hpp"

#include <algorithm>
#include <map>

namespace reklamaatio::store {

namespace {

// What all patterns of complaints begin with; there are few injuries, and few actions.
#define REKLAMAATIO_NOTED                                                                                    \
    "SELECT c.id, {0}, c.kind, c.harm, c.team, c.assignee, c.received_at, c.logged_at, c.resolved_at, "      \
    "c.outcome, c.category IS NOT NULL, c.cause IS NOT NULL, c.harm = 'injury' AND "                         \
    "EXISTS (SELECT 1 FROM action AS a WHERE a.complaint_id = c.id)"
constexpr int k_behind_noted = 13;

// The lowest and the fourth bit are those of the clocks response and resolution. The first condition is that of the index.
constexpr Pattern k_at_hand{REKLAMAATIO_NOTED R"(,
       (c.targeted & 9) <> 0 OR EXISTS (SELECT 1 FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock NOT IN ('answer', 'task', 'appeal', 'authority')
                                          AND )" REKLAMAATIO_OWED R"(),
       c.customer_id IS NOT NULL OR c.responded_at IS NOT NULL,
       CASE WHEN c.status = 'waiting' THEN
         max(c.waiting_since, coalesce((SELECT max(m.happened_at) FROM message AS m WHERE m.complaint_id = c.id
                                        AND m.direction = 'out' AND NOT m.automatic), c.waiting_since)) END,
       CASE WHEN c.status = 'waiting' THEN
         (SELECT min(d.due_at) FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'answer'
            AND d.met_at IS NULL AND d.cancelled_at IS NULL) END,
       c.harm <> 'none' AND c.reported_at IS NULL AND c.not_reportable IS NULL AND c.not_reportable_at IS NULL
FROM complaint AS c INDEXED BY complaint_at_hand
WHERE c.status NOT IN ('closed', 'void') AND c.status IN ('new', 'open', 'waiting'){2} ORDER BY c.received_at, c.id)",
                            ":now"};

constexpr Pattern k_concluded{REKLAMAATIO_NOTED R"(,
       CASE WHEN c.customer_id IS NULL AND c.responded_at IS NULL THEN NULL
            WHEN c.responded_at >= c.resolved_at - 86400 OR c.reached = 'yes'
                 OR EXISTS (SELECT 1 FROM message AS m WHERE m.complaint_id = c.id AND m.happened_at >= c.resolved_at - 86400
                              AND m.direction = 'out' AND NOT m.automatic) THEN 1
            WHEN c.row_digest IS NULL
                 OR EXISTS (SELECT 1 FROM message AS m WHERE m.complaint_id = c.id AND m.direction = 'out'
                              AND NOT m.automatic) THEN 0 END,
       c.recourse_told_at IS NOT NULL
FROM complaint AS c INDEXED BY complaint_by_resolution
WHERE c.resolved_at >= :from AND c.resolved_at < :to AND c.status <> 'void'{2} ORDER BY c.resolved_at, c.id)",
                              "c.resolved_at"};

constexpr Pattern k_logged_later{REKLAMAATIO_NOTED R"(
FROM complaint AS c INDEXED BY complaint_by_receipt
WHERE c.received_at >= :from AND c.received_at < :to AND c.status <> 'void' AND c.logged_at > c.received_at
  AND c.row_digest IS NULL{2} ORDER BY c.received_at, c.id)",
                                 "c.received_at"};

constexpr Pattern k_unpaid_offers{REKLAMAATIO_NOTED
                                  R"(, d.accepted_at, d.number, d.remedy, d.amount_cents, d.currency
FROM offer AS d INDEXED BY offer_unpaid CROSS JOIN complaint AS c ON c.id = d.complaint_id
WHERE d.accepted_at IS NOT NULL AND d.paid_at IS NULL AND c.status <> 'void'{2} ORDER BY d.accepted_at, c.id)",
                                  "d.accepted_at"};

// The conditions are those of the index, which has a few more than are to be paid.
constexpr Pattern k_unpaid_grants{REKLAMAATIO_NOTED
                                  R"(, c.owed_since, NULL, c.remedy, c.amount_cents, c.currency
FROM complaint AS c INDEXED BY complaint_unpaid
WHERE c.owed_since IS NOT NULL AND c.paid_at IS NULL
  AND coalesce(c.remedy, '') NOT IN ('replacement', 'repair', 'upgrade', 'gift', 'apology', 'listening', 'none')
  AND c.status <> 'void'{2} ORDER BY c.owed_since, c.id)",
                                  "c.owed_since"};
#undef REKLAMAATIO_NOTED

// Extensions are told apart afterwards.
constexpr const char* k_shared = R"(
SELECT u.id FROM shared_phone AS shared
CROSS JOIN customer AS u INDEXED BY customer_by_phone ON u.phone_key = shared.phone_key
ORDER BY shared.phone_key, u.id)";

constexpr Pattern k_first_of_customer{R"(
SELECT c.received_at, {0} FROM complaint AS c INDEXED BY complaint_of_customer
WHERE c.customer_id = :customer_of AND c.status <> 'void'{2} ORDER BY c.received_at LIMIT 1)",
                                      "c.received_at"};

Noted noted_from(Selected& query, time::Instant at) {
    const auto& row = query.row();
    Noted noted;
    auto& c = noted.complaint;
    c.id = {row.integer(0)};
    noted.group = query.group(1, at);
    c.kind = stored_word<complaint::Kind>(row.text(2));
    c.harm = stored_word<complaint::Harm>(row.text(3));
    c.team = row.text(4);
    c.assignee = row.text(5);
    c.received_at = row.instant(6);
    c.logged_at = row.instant(7);
    c.resolved_at = row.instant_or_none(8);
    if (!row.is_null(9)) c.outcome = stored_word<complaint::Outcome>(row.text(9));
    noted.has_category = row.integer(10) != 0;
    noted.has_cause = row.integer(11) != 0;
    noted.has_action = row.integer(12) != 0;
    return noted;
}

bool is_to_pay(const Unpaid& unpaid) {
    if (unpaid.offer) {
        complaint::Offer offer;
        offer.accepted_at = unpaid.since;
        offer.remedy = unpaid.sum.remedy;
        offer.amount = unpaid.sum.cents;
        return complaint::is_to_pay(offer);
    }
    complaint::Complaint granted;
    granted.owed_since = unpaid.since;
    granted.remedy = unpaid.sum.remedy;
    granted.amount = unpaid.sum.cents;
    return complaint::is_to_pay(granted);
}

// The customers of each number that several have, each as the one who stays for it.
std::map<std::string, std::vector<complaint::Customer>> customers_by_phone(Database& database,
                                                                           const std::string& country) {
    std::vector<complaint::CustomerId> ids;
    {
        auto query = database.query(k_shared);
        while (query.next())
            ids.push_back({query.integer(0)});
    }
    std::map<std::string, std::vector<complaint::Customer>> by_phone;
    for (const auto id : ids) {
        const auto known = known_customer(database, id);
        auto stays = known_staying(database, id);
        stays.phone = known.phone;
        by_phone[complaint::phone_key(known.phone, country)].push_back(std::move(stays));
    }
    return by_phone;
}

// Of the first complaint of a customer that was selected.
struct First {
    time::Instant at;
    std::string group;
};

std::optional<First> first_of(Database& database, complaint::CustomerId customer, const Selection& which) {
    Selected query(database, k_first_of_customer, which);
    query.bind(":customer_of", customer.number);
    if (!query.next()) return std::nullopt;
    const auto at = query.row().instant(0);
    return First{at, query.group(1, at)};
}

std::optional<First> later_of(const std::optional<First>& one, const std::optional<First>& other) {
    if (!one || !other) return one ? one : other;
    return one->at < other->at ? other : one;
}

} // namespace

void read_at_hand(Database& database, time::Instant now, const Selection& which,
                  const std::function<void(const AtHand&)>& take) {
    Selected query(database, k_at_hand, which);
    if (which.by.field == GroupField::assignee_then) query.bind(":now", now);
    while (query.next())
        take({noted_from(query, now), query.row().integer(k_behind_noted) != 0,
              query.row().integer(k_behind_noted + 1) != 0, query.row().instant_or_none(k_behind_noted + 2),
              query.row().instant_or_none(k_behind_noted + 3), query.row().integer(k_behind_noted + 4) != 0});
}

void read_concluded(Database& database, time::Instant from, time::Instant until, const Selection& which,
                    const std::function<void(const Concluded&)>& take) {
    Selected query(database, k_concluded, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        Concluded one{noted_from(query, query.row().instant(8)), {}};
        one.has_recourse = query.row().integer(k_behind_noted + 1) != 0;
        if (!query.row().is_null(k_behind_noted)) one.is_told = query.row().integer(k_behind_noted) != 0;
        take(one);
    }
}

void read_logged_later(Database& database, time::Instant from, time::Instant until, const Selection& which,
                       const std::function<void(const Noted&)>& take) {
    Selected query(database, k_logged_later, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next())
        take(noted_from(query, query.row().instant(6)));
}

void read_unpaid(Database& database, const Selection& which, const std::function<void(const Unpaid&)>& take) {
    for (const auto& pattern : {k_unpaid_offers, k_unpaid_grants}) {
        Selected query(database, pattern, which);
        while (query.next()) {
            const auto& row = query.row();
            const auto since = row.instant(k_behind_noted);
            Unpaid unpaid{noted_from(query, since), row.integer_or_none(k_behind_noted + 1),
                          sum_from(row, k_behind_noted + 2), since};
            if (which.by.field == GroupField::remedy) unpaid.noted.group = unpaid.sum.remedy;
            if (is_to_pay(unpaid)) take(unpaid);
        }
    }
}

void read_shared_phones(Database& database, const std::string& country, const Selection& which,
                        const std::function<void(const SharedPhone&)>& take) {
    std::map<complaint::CustomerId, SharedPhone> found;
    for (auto& [key, customers] : customers_by_phone(database, country)) {
        std::ranges::sort(customers, {}, &complaint::Customer::id);
        for (const auto& customer : customers) {
            const auto other = std::ranges::find_if(customers, [&](const complaint::Customer& one) {
                return one.id < customer.id
                       && complaint::may_be_one_phone(one.phone, customer.phone, country);
            });
            if (other == customers.end() || found.contains(customer.id)) continue;
            const auto since =
                later_of(first_of(database, customer.id, which), first_of(database, other->id, which));
            if (since) found.emplace(customer.id, SharedPhone{customer, *other, since->group, since->at});
        }
    }
    for (const auto& [id, shared] : found)
        take(shared);
}

} // namespace reklamaatio::store
