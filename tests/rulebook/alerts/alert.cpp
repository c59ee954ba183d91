// SPDX-License-Identifier: GPL-3.0-or-later
// Helsinki, open Monday to Friday 08:00-16:00; winter time, so that 06:00Z is eight o'clock. R-7 is received
// on Monday 12 January 2026 at eight; a response is due after 8 h (16:00), and at risk from 14:24 (0.8).
#include "rulebook/alerts/alert.hpp"

#include "rulebook/alerts/addressee.hpp"
#include "rulebook/history.hpp"

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

Person person(std::string key, std::string email, std::vector<Away> away = {}) {
    return {key, "", std::move(email), {}, std::move(away)};
}

Away away_on(std::string_view date) {
    const auto day = time::date_from_iso(date).value();
    return {day, day};
}

Policy firm(std::vector<Escalation> escalations = {}) {
    Policy made = policy({sla("all", "8h", "5bd")});
    made.organisation.owner = "olga";
    made.people = {person("maria", "maria@x.fi"), person("pekka", "pekka@x.fi"),
                   person("liisa", "liisa@x.fi"), person("olga", "olga@x.fi"), person("nomail", "")};
    made.teams = {{"returns", "liisa", {"maria", "pekka"}}};
    made.escalations = std::move(escalations);
    return made;
}

Recipient role(Role role) {
    Recipient made;
    made.role = role;
    return made;
}

Escalation escalation(Clock clock, std::string_view at, std::vector<Recipient> notify) {
    return {clock, parse_escalation_point(at), std::move(notify)};
}

OwedDeadline response(std::string assignee = "maria", std::string team = "returns") {
    OwedDeadline made;
    made.complaint = {7};
    made.started_at = utc(k_received);
    made.due_at = utc("2026-01-12T14:00:00Z");
    made.warn_at = utc("2026-01-12T12:24:00Z");
    made.target = time::Target{8, time::Unit::hours};
    made.calendar = "office";
    made.team = std::move(team);
    made.assignee = std::move(assignee);
    return made;
}

AlertFacts only(OwedDeadline owed) {
    AlertFacts facts;
    facts.owed.push_back(std::move(owed));
    return facts;
}

// "maria: response overdue; liisa: response escalated (due)"
std::string told_at(const Policy& policy, const AlertFacts& facts, std::string_view now) {
    const Instant at = utc(now);
    const auto date = policy.organisation.zone.date_at(at);
    std::string text;
    for (const auto& each : addressed(policy, raised_alerts(policy, facts, at), date))
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", each.to.key, alert_text(each.alert.what));
    return text;
}

} // namespace

//   08:00                       14:24    16:00
//   received ------------------- warn --- due ------>
//            nothing             due soon  overdue
TEST_CASE("a deadline is due soon from its warning on, and overdue after it, not at it") {
    const auto facts = only(response());
    CHECK(told_at(firm(), facts, "2026-01-12T12:23:59Z").empty());
    CHECK(told_at(firm(), facts, "2026-01-12T12:24:00Z") == "maria: response due soon");
    CHECK(told_at(firm(), facts, "2026-01-12T14:00:00Z") == "maria: response due soon");
    CHECK(told_at(firm(), facts, "2026-01-12T14:00:01Z") == "maria: response overdue");
    CHECK(told_at(firm(), facts, "2026-03-01T00:00:00Z") == "maria: response overdue");
}

//   Mon 08:00   12:00     14:24    16:00 | Tue 08:00   12:00
//   received -- 0.5 ----- warn --- due --|------------ due + 4h
TEST_CASE("escalations come at their points in working time, to those whom they name") {
    const Policy policy =
        firm({escalation(Clock::response, "0.5", {role(Role::lead)}),
              escalation(Clock::response, "due + 4h", {role(Role::assignee), role(Role::owner)}),
              escalation(Clock::resolution, "due - 4h", {role(Role::owner)})});
    const auto facts = only(response());
    CHECK(told_at(policy, facts, "2026-01-12T09:59:59Z").empty());
    CHECK(told_at(policy, facts, "2026-01-12T10:00:00Z") == "liisa: response escalated (0.5)");
    CHECK(told_at(policy, facts, "2026-01-13T09:59:59Z")
          == "liisa: response escalated (0.5); maria: response overdue");
    // One line for each of them: the level that came last.
    CHECK(told_at(policy, facts, "2026-01-13T10:00:00Z")
          == "liisa: response escalated (0.5); maria: response escalated (due + 4h); "
             "olga: response escalated (due + 4h)");
}

TEST_CASE("an escalation tells everybody once, and roles that nobody has are left out") {
    const auto at_due = [](std::vector<Recipient> notify) {
        return firm({escalation(Clock::response, "due", std::move(notify))});
    };
    const auto now = "2026-01-12T14:00:00Z";
    const auto both = at_due({role(Role::assignee), role(Role::lead)});
    CHECK(told_at(both, only(response("liisa")), now) == "liisa: response escalated (due)");
    CHECK(told_at(both, only(response("", "returns")), now) == "liisa: response escalated (due)");
    CHECK(told_at(both, only(response("maria", "")), now)
          == "liisa: response escalated (due); maria: response escalated (due)");
    CHECK(told_at(both, only(response("sirpa", "")), now) == "olga: response escalated (due)");
    // Nobody at all is named: the owner of the process hears of it.
    CHECK(told_at(both, only(response("", "")), now) == "olga: response escalated (due)");
    Recipient team;
    team.team = "returns";
    CHECK(told_at(at_due({team}), only(response("", "")), now)
          == "liisa: response escalated (due); olga: response due soon");
    Policy leaderless = at_due({team});
    leaderless.teams.front().lead = "";
    CHECK(told_at(leaderless, only(response()), now)
          == "maria: response escalated (due); pekka: response escalated (due)");
}

//   due ---- imported ------>      nothing, ever;      imported ---- due ------> alerts
TEST_CASE("what was past when it was imported raises nothing, whatever comes after it") {
    const Policy policy = firm({escalation(Clock::response, "due + 4h", {role(Role::lead)})});
    auto owed = response();
    owed.imported_at = owed.due_at;
    CHECK(told_at(policy, only(owed), "2026-02-12T14:00:00Z").empty());
    owed.imported_at = owed.due_at - Seconds{1};
    CHECK_FALSE(told_at(policy, only(owed), "2026-02-12T14:00:00Z").empty());
}

//   Fri 12:00 ---- 16:00 |   weekend   | Mon 08:00 -- 10:24 -- 12:00
//   received             |             |              warn     due
TEST_CASE("nights, weekends and holidays use up nothing of a target") {
    History history(firm());
    history.open(draft("2026-01-16T10:00:00Z"));
    const auto row = history.deadlines(Clock::response).front();
    auto owed = response();
    owed.started_at = row.started_at;
    owed.due_at = row.due_at.value();
    owed.warn_at = row.warn_at;
    CHECK(told_at(firm(), only(owed), "2026-01-18T20:00:00Z").empty());
    CHECK(told_at(firm(), only(owed), "2026-01-19T08:24:00Z") == "maria: response due soon");
    CHECK(told_at(firm(), only(owed), "2026-01-19T10:00:01Z") == "maria: response overdue");
}

TEST_CASE("who cannot hear of it is stood in for by the lead, and the lead by the owner") {
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

TEST_CASE("a firm without addresses tells who is named, and nobody is called nobody") {
    const Policy bare = policy({sla("all", "8h", "5bd")});
    CHECK(told_at(bare, only(response("sirpa")), "2026-01-13T08:00:00Z") == "sirpa: response overdue");
    CHECK(told_at(bare, only(response("")), "2026-01-13T08:00:00Z") == "nobody: response overdue");
    Policy alone = bare;
    alone.people = {person("maria", "maria@x.fi", {away_on("2026-01-13")})};
    CHECK(told_at(alone, only(response("maria")), "2026-01-13T08:00:00Z") == "maria: response overdue");
}

//   08:00 received ---- 12:00 (half of 8 h) ---> unassigned
TEST_CASE("a complaint that no person has is too long so when half of its response target is used") {
    AlertFacts facts;
    facts.unassigned.push_back({draft(), utc(k_received), {}});
    CHECK(told_at(firm(), facts, "2026-01-12T09:59:59Z").empty());
    CHECK(told_at(firm(), facts, "2026-01-12T10:00:00Z") == "olga: nobody in charge");
    // The lead answers for what a team alone has.
    AlertFacts in_team = facts;
    in_team.unassigned.front().complaint.team = "returns";
    CHECK(told_at(firm(), in_team, "2026-01-12T10:00:00Z") == "liisa: nobody in charge");
    // Without a target: by the close of the next working day.
    const Policy aimless = policy({});
    CHECK(told_at(aimless, facts, "2026-01-13T13:59:59Z").empty());
    CHECK(told_at(aimless, facts, "2026-01-13T14:00:00Z") == "nobody: nobody in charge");
    facts.unassigned.front().imported_at = utc("2026-01-12T10:00:00Z");
    CHECK(told_at(firm(), facts, "2026-01-14T10:00:00Z").empty());
}

TEST_CASE("a surge is more than chance explains, and never two complaints or a young record") {
    AlertFacts facts;
    facts.today = utc("2026-01-11T22:00:00Z");
    facts.days = 56;
    facts.categories = {{"damage", {}, 56}}; // one a day: five are chance
    const auto receive = [&](std::int64_t id) {
        facts.categories.front().today.push_back({{id}, utc("2026-01-12T06:00:00Z")});
    };
    for (std::int64_t id = 1; id <= 5; ++id)
        receive(id);
    CHECK(told_at(firm(), facts, "2026-01-12T10:00:00Z").empty());
    receive(6);
    receive(7);
    CHECK(told_at(firm(), facts, "2026-01-12T10:00:00Z") == "olga: surge of damage");
    const auto alerts = raised_alerts(firm(), facts, utc("2026-01-12T10:00:00Z"));
    CHECK(alerts.front().complaint == Id{6}); // the first that is beyond
    CHECK(alerts.front().count == 7);
    CHECK(alerts.front().limit == 5);
    facts.days = 13;
    CHECK(told_at(firm(), facts, "2026-01-12T10:00:00Z").empty());

    facts.days = 56;
    facts.categories = {{"rare", {{{1}, facts.today}, {{2}, facts.today}}, 0}};
    CHECK(told_at(firm(), facts, "2026-01-12T10:00:00Z").empty());
    receive(3);
    CHECK(told_at(firm(), facts, "2026-01-12T10:00:00Z") == "olga: surge of rare");
}

// What was sent or acknowledged is matched by deadline, due time and level.
TEST_CASE("an alert is told once, and acknowledged until a later level comes") {
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

TEST_CASE("of the alerts of one deadline the highest is acknowledged, for all recipients") {
    const Policy policy = firm({escalation(Clock::response, "due", {role(Role::lead)})});
    const Instant now = utc("2026-01-12T15:00:00Z");
    const auto alerts = addressed(policy, raised_alerts(policy, only(response()), now),
                                  policy.organisation.zone.date_at(now));
    REQUIRE(alerts.size() == 2);
    const auto records = to_acknowledge(std::vector{alerts[0].alert.what, alerts[1].alert.what});
    REQUIRE(records.size() == 1);
    CHECK(records.front().level == AlertLevel::overdue); // behind an escalation of the due time
}

TEST_CASE("every level has its words") {
    AlertRecord alert;
    alert.clock = Clock::promise;
    alert.ordinal = 2;
    alert.detail = "due + 4h";
    const auto text_of = [&](AlertLevel level) {
        alert.level = level;
        return alert_text(alert);
    };
    CHECK(text_of(AlertLevel::due_soon) == "promise P2 due soon");
    CHECK(text_of(AlertLevel::overdue) == "promise P2 broken");
    CHECK(text_of(AlertLevel::escalation) == "promise P2 escalated (due + 4h)");
    alert.clock = Clock::followup;
    CHECK(text_of(AlertLevel::overdue) == "follow-up overdue");
    alert.detail = "damage";
    CHECK(text_of(AlertLevel::surge) == "surge of damage");
    CHECK(text_of(AlertLevel::unassigned) == "nobody in charge");
}

} // namespace reklamaatio::rulebook::tests
