// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_money.hpp"

#include "store/rows.hpp"
#include "store/selected.hpp"

#include <array>

namespace reklamaatio::store {

namespace {

// An end that was taken back stands in past_grant.
constexpr std::array<Pattern, 2> k_given{{{R"(
SELECT c.resolved_at, {0}, c.remedy, c.amount_cents, c.currency, c.approved_by
FROM complaint AS c INDEXED BY complaint_by_resolution
WHERE c.resolved_at >= :from AND c.resolved_at < :to AND c.status <> 'void'{2})",
                                           "c.resolved_at"},
                                          {R"(
SELECT d.resolved_at, {0}, d.remedy, d.amount_cents, d.currency, d.approved_by
FROM past_grant AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id
WHERE d.resolved_at >= :from AND d.resolved_at < :to AND c.status <> 'void'{2})",
                                           "d.resolved_at"}}};

// Offers of a duplicate go on in the one that it was merged into.
constexpr std::array<Pattern, 3> k_payments{{{R"(
SELECT d.paid_at, {0}, d.remedy, d.amount_cents, d.currency
FROM offer AS d INDEXED BY offer_by_payment CROSS JOIN complaint AS c ON c.id = d.complaint_id
WHERE d.paid_at >= :from AND d.paid_at < :to AND c.status <> 'void'{2})",
                                              "d.paid_at"},
                                             {R"(
SELECT c.paid_at, {0}, c.remedy, c.amount_cents, c.currency
FROM complaint AS c INDEXED BY complaint_by_payment
WHERE c.paid_at >= :from AND c.paid_at < :to AND c.status <> 'void'{2})",
                                              "c.paid_at"},
                                             {R"(
SELECT d.paid_at, {0}, d.remedy, d.amount_cents, d.currency
FROM past_grant AS d INDEXED BY past_grant_by_payment CROSS JOIN complaint AS c ON c.id = d.complaint_id
WHERE d.paid_at >= :from AND d.paid_at < :to AND c.status <> 'void'{2})",
                                              "d.paid_at"}}};

// Most complaints have no work to be added up.
constexpr Pattern k_handled{R"(
SELECT c.resolved_at, {0}, c.id,
       c.effort_minutes <> 0 OR EXISTS (SELECT 1 FROM complaint AS m WHERE m.merged_into = c.id),
       c.customer_id,
       CASE WHEN c.retained IS NOT NULL THEN (SELECT k.value_cents FROM customer AS k WHERE k.id = c.customer_id) END,
       c.retained, c.followed_up_at
FROM complaint AS c INDEXED BY complaint_by_resolution
WHERE c.resolved_at >= :from AND c.resolved_at < :to AND c.status <> 'void'{2} ORDER BY c.resolved_at)",
                            "c.resolved_at"};

// Of what a complaint has several of, each is in the group of its own remedy.
std::string group_of(Selected& query, int column, time::Instant at, const Selection& which, const Sum& sum) {
    return which.by.field == GroupField::remedy ? sum.remedy : query.group(column, at);
}

} // namespace

Sum sum_from(const Query& row, int column) {
    return {row.text(column), row.integer_or_none(column + 1), row.text(column + 2)};
}

void read_given(Database& database, time::Instant from, time::Instant until, const Selection& which,
                const std::function<void(const Given&)>& take) {
    for (const auto& pattern : k_given) {
        const bool stands = &pattern == &k_given.front();
        Selected query(database, pattern, which);
        query.bind(":from", from).bind(":to", until);
        while (query.next()) {
            const auto& row = query.row();
            const auto resolved_at = row.instant(0);
            const auto sum = sum_from(row, 2);
            take({resolved_at, group_of(query, 1, resolved_at, which, sum), sum, row.text(5), stands});
        }
    }
}

void read_payments(Database& database, time::Instant from, time::Instant until, const Selection& which,
                   const std::function<void(const Payment&)>& take) {
    for (const auto& pattern : k_payments) {
        Selected query(database, pattern, which);
        query.bind(":from", from).bind(":to", until);
        while (query.next()) {
            const auto paid_at = query.row().instant(0);
            const auto sum = sum_from(query.row(), 2);
            take({paid_at, group_of(query, 1, paid_at, which, sum), sum});
        }
    }
}

void read_handled(Database& database, time::Instant from, time::Instant until, const Selection& which,
                  const std::function<void(const Handled&)>& take) {
    Selected query(database, k_handled, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto& row = query.row();
        Handled handled;
        handled.resolved_at = row.instant(0);
        handled.group = query.group(1, handled.resolved_at);
        if (row.integer(3) != 0) handled.effort = effort_on(database, complaint::Id{row.integer(2)});
        handled.customer = row.integer_or_none(4);
        handled.customer_value = row.integer_or_none(5);
        if (!row.is_null(6)) handled.retained = stored_word<complaint::Retained>(row.text(6));
        handled.followed_up_at = row.instant_or_none(7);
        take(handled);
    }
}

} // namespace reklamaatio::store
