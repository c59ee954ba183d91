// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/past_grants.hpp"

namespace reklamaatio::store {

namespace {

using complaint::Event;
using complaint::Value;

constexpr const char* k_of_complaint = R"(
SELECT event_id, resolved_at, remedy, amount_cents, currency, approved_by, paid_at FROM past_grant
WHERE complaint_id = :complaint_id ORDER BY event_id)";
constexpr const char* k_clear = "DELETE FROM past_grant WHERE complaint_id = :complaint_id";
constexpr const char* k_put = R"(
INSERT INTO past_grant (event_id, complaint_id, resolved_at, remedy, amount_cents, currency, approved_by, paid_at)
VALUES (:event_id, :complaint_id, :resolved_at, :remedy, :amount_cents, :currency, :approved_by, :paid_at))";

// What the event took away of that field.
Value taken(const Event& event, std::string_view field) {
    const auto* change = complaint::change_of(event.changes, field);
    const bool is_gone = change != nullptr && std::holds_alternative<std::monostate>(change->after);
    return is_gone ? change->before : Value{};
}

std::optional<std::int64_t> number_taken(const Event& event, std::string_view field) {
    const auto value = taken(event, field);
    const auto* number = std::get_if<std::int64_t>(&value);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

std::optional<time::Instant> instant_taken(const Event& event, std::string_view field) {
    const auto seconds = number_taken(event, field);
    return seconds ? std::optional(time::Instant{time::Seconds{*seconds}}) : std::nullopt;
}

} // namespace

std::vector<PastGrant> past_grants_of(Database& database, complaint::Id complaint) {
    auto query = database.query(k_of_complaint);
    query.bind(":complaint_id", complaint.number);
    std::vector<PastGrant> found;
    while (query.next())
        found.push_back({query.integer(0), query.instant(1), query.text_if_any(2), query.integer_or_none(3),
                         query.text_if_any(4), query.text_if_any(5), query.instant_or_none(6)});
    return found;
}

std::vector<PastGrant> past_grants_in(const std::vector<Event>& standing) {
    std::vector<PastGrant> found;
    for (const auto& event : standing) {
        const auto resolved_at = instant_taken(event, "resolved_at");
        const auto remedy = complaint::text_of(taken(event, "remedy"));
        const auto amount = number_taken(event, "amount_cents");
        if (resolved_at && (!remedy.empty() || amount))
            found.push_back(
                {event.number, *resolved_at, remedy, amount, complaint::text_of(taken(event, "currency")),
                 complaint::text_of(taken(event, "approved_by")), instant_taken(event, "paid_at")});
    }
    return found;
}

void put_past_grants(Database& database, complaint::Id complaint, const std::vector<PastGrant>& grants) {
    if (grants == past_grants_of(database, complaint)) return;
    database.query(k_clear).bind(":complaint_id", complaint.number).run();
    for (const auto& grant : grants) {
        auto query = database.query(k_put);
        query.bind(":event_id", grant.event).bind(":complaint_id", complaint.number);
        query.bind(":resolved_at", grant.resolved_at).bind_or_null(":remedy", grant.remedy);
        query.bind(":amount_cents", grant.amount).bind_or_null(":currency", grant.currency);
        query.bind_or_null(":approved_by", grant.approved_by).bind(":paid_at", grant.paid_at).run();
    }
}

} // namespace reklamaatio::store
