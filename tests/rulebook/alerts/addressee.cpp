// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/addressee.hpp"

#include "rulebook/alerts/told.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

TEST_CASE("who cannot hear of it is stood in for by the lead and the lead by the owner") {
    struct Case {
        const char* what;
        std::string assignee;
        std::string team;
        std::vector<Away> maria_away;
        std::vector<Away> liisa_away;
        std::string to;
    };
    const auto today = away_on("2026-01-13");
    const Case cases[] = {
        {"in charge", "maria", "returns", {}, {}, "maria"},
        {"away", "maria", "returns", {today}, {}, "liisa"},
        {"both away", "maria", "returns", {today}, {today}, "olga"},
        {"away yesterday", "maria", "returns", {away_on("2026-01-12")}, {}, "maria"},
        {"away, the complaint in no team", "maria", "", {today}, {}, "liisa"},
        {"in no team, nor the complaint", "nomail", "", {}, {}, "olga"},
        {"without e-mail", "nomail", "returns", {}, {}, "liisa"},
        {"not in the policy", "sirpa", "returns", {}, {}, "liisa"},
        {"only a team", "", "returns", {}, {}, "liisa"},
        {"nobody", "", "", {}, {}, "olga"},
        {"a team that is not there", "", "gone", {}, {}, "olga"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.what));
        Policy policy = firm();
        policy.people[0].away = c.maria_away;
        policy.people[2].away = c.liisa_away;
        CHECK(told_at(policy, only(response(c.assignee, c.team)), "2026-01-13T08:00:00Z")
              == c.to + ": response overdue");
    }
}

TEST_CASE("a firm without addresses tells who is named and nobody is called nobody") {
    const Policy bare = policy({sla("all", "8h", "5bd")});
    CHECK(told_at(bare, only(response("sirpa")), "2026-01-13T08:00:00Z") == "sirpa: response overdue");
    CHECK(told_at(bare, only(response("")), "2026-01-13T08:00:00Z") == "nobody: response overdue");
    Policy alone = bare;
    alone.people = {person("maria", "maria@x.fi", {away_on("2026-01-13")})};
    CHECK(told_at(alone, only(response("maria")), "2026-01-13T08:00:00Z") == "maria: response overdue");
}

// What was sent or acknowledged is matched by deadline, due time and level.
TEST_CASE("an alert is told once and acknowledged until a later level comes") {
    const Policy policy = firm({escalation(Clock::response, "due + 4h", {role(Role::assignee)})});
    const auto first_at = [&](const OwedDeadline& owed, std::string_view now) {
        const Instant at = utc(now);
        return addressed(policy, raised_alerts(policy, only(owed), at), policy.organisation.zone.date_at(at))
            .front();
    };
    const auto soon = first_at(response(), "2026-01-12T13:00:00Z");
    const auto late = first_at(response(), "2026-01-12T15:00:00Z");
    const auto escalated = first_at(response(), "2026-01-13T10:00:00Z");
    const auto sent = [](const AddressedAlert& alert) {
        AlertRecord record = alert.alert.what;
        record.sent_at = record.raised_at;
        record.sent_to = alert.to.key;
        return std::vector{record};
    };
    const auto acknowledged = [](const AddressedAlert& alert) {
        AlertRecord record = alert.alert.what;
        record.acknowledged_at = record.raised_at;
        return std::vector{record};
    };
    CHECK(history_of(soon, {}).is_news());
    CHECK_FALSE(history_of(soon, sent(soon)).is_news());
    CHECK(history_of(late, sent(soon)).is_news());
    CHECK_FALSE(history_of(soon, sent(late)).is_news());
    CHECK(history_of(escalated, sent(late)).is_news());
    CHECK_FALSE(history_of(late, sent(escalated)).is_news());
    CHECK_FALSE(history_of(late, acknowledged(late)).is_news());
    CHECK_FALSE(history_of(soon, acknowledged(late)).is_news());
    CHECK(history_of(escalated, acknowledged(late)).is_news());

    // Somebody else has it now: it was sent all the same.
    CHECK_FALSE(history_of(first_at(response("pekka"), "2026-01-12T15:00:00Z"), sent(late)).is_news());
    CHECK_FALSE(history_of(first_at(response("pekka"), "2026-01-13T10:00:00Z"), sent(escalated)).is_news());
    // Planned again it is another due time, and the next deadline of the clock is another one.
    auto moved = response();
    moved.due_at += time::Seconds{60};
    CHECK(history_of(first_at(moved, "2026-01-12T15:00:00Z"), sent(late)).is_news());
    auto next = response();
    next.ordinal = 2;
    CHECK(history_of(first_at(next, "2026-01-12T15:00:00Z"), sent(late)).is_news());
    auto other = response();
    other.clock = Clock::reply;
    CHECK(history_of(first_at(other, "2026-01-12T15:00:00Z"), sent(late)).is_news());
}

TEST_CASE("of the alerts of one deadline the highest is acknowledged for all recipients") {
    const Policy policy = firm({escalation(Clock::response, "due", {role(Role::lead)})});
    const Instant now = utc("2026-01-12T15:00:00Z");
    const auto alerts = addressed(policy, raised_alerts(policy, only(response()), now),
                                  policy.organisation.zone.date_at(now));
    REQUIRE(alerts.size() == 2);
    const auto records = to_acknowledge(std::vector{alerts[0].alert.what, alerts[1].alert.what});
    REQUIRE(records.size() == 1);
    CHECK(records.front().level == AlertLevel::overdue); // behind an escalation of the due time
}

} // namespace reklamaatio::rulebook::tests
