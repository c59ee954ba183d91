// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/alert.hpp"

#include "rulebook/alerts/told.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

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
    CHECK(told_at(policy, facts, "2026-01-13T09:59:59Z") == "maria: response overdue");
    // One line for each of them: the level that came last.
    CHECK(told_at(policy, facts, "2026-01-13T10:00:00Z")
          == "maria: response escalated (due + 4h); olga: response escalated (due + 4h)");
}

//   Mon 08:00        15:00      16:00   after
//   received ------- due - 1h - due --- nothing of before
TEST_CASE("an escalation before a deadline is not told once the deadline has passed") {
    const auto before = [](std::string_view point) {
        return firm({escalation(Clock::response, point, {role(Role::lead)})});
    };
    for (const std::string_view point : {"due - 1h", "0.5"}) {
        CAPTURE(point);
        const auto escalated = fmt::format("liisa: response escalated ({})", point);
        CHECK(told_at(before(point), only(response()), "2026-01-12T14:00:00Z").find(escalated)
              != std::string::npos);
        CHECK(told_at(before(point), only(response()), "2026-01-12T14:00:01Z") == "maria: response overdue");
    }
    CHECK(told_at(before("due"), only(response()), "2026-01-12T14:00:01Z").find("escalated (due)")
          != std::string::npos);
}

//   Mon 08:00                        16:00   after
//   received, and at once the owner - due --- the owner still
TEST_CASE("an escalation at once comes as the clock starts, is told when that is long past, and at any hour "
          "if it says so") {
    auto at_once = escalation(Clock::response, "at once", {role(Role::owner)});
    const auto told = [&](std::string_view now) { return told_at(firm({at_once}), only(response()), now); };
    CHECK(told("2026-01-12T05:59:59Z").empty());
    CHECK(told("2026-01-12T06:00:00Z") == "olga: response escalated (at once)");
    CHECK(told("2026-01-12T14:00:01Z") == "maria: response overdue; olga: response escalated (at once)");
    const auto is_for_any_hour = [&] {
        return raised_alerts(firm({at_once}), only(response()), utc("2026-01-12T06:00:00Z"))
            .at(0)
            .is_for_any_hour;
    };
    CHECK_FALSE(is_for_any_hour());
    at_once.always = true;
    CHECK(is_for_any_hour());
}

TEST_CASE("a customer who has not answered in time raises an alert, and none before") {
    auto owed = response();
    owed.clock = Clock::answer;
    owed.warn_at.reset();
    CHECK(told_at(firm(), only(owed), "2026-01-12T14:00:00Z").empty());
    CHECK(told_at(firm(), only(owed), "2026-01-12T14:00:01Z") == "maria: the customer has not answered");
}

//   Mon 12 Jan      Wed 21            Fri 23     Mon 26 | Tue 27       Wed 28, Thu 29...
//   received ------ 5d before ------- 1bd ------ due ---| passed ----- every working day
TEST_CASE("a statutory term is told at each of its warnings, and on every working day after it") {
    Policy policy = firm();
    LegalTerm goods;
    goods.name = "goods";
    goods.warn = {{5, TermUnit::days}, {1, TermUnit::working_days}};
    policy.legal.push_back(goods);
    auto owed = response();
    owed.clock = Clock::legal;
    owed.term = "goods";
    owed.target.reset();
    owed.due_at = utc("2026-01-26T21:59:59Z");
    owed.warn_at = utc("2026-01-20T22:00:00Z");
    const auto raised = [&](std::string_view now) {
        std::vector<std::string> told;
        for (const auto& each : raised_alerts(policy, only(owed), utc(now)))
            told.push_back(fmt::format("{} {} {}{}", complaint::word(*each.what.level), each.what.detail,
                                       time::to_iso(*each.what.raised_at),
                                       each.is_for_any_hour ? " any" : ""));
        return told;
    };
    using Told = std::vector<std::string>;
    CHECK(raised("2026-01-20T21:59:59Z").empty());
    const std::string first = "due_soon due - 5d 2026-01-20T22:00:00Z";
    const std::string last = "due_soon due - 1bd 2026-01-22T22:00:00Z";
    const std::string passed = "overdue  2026-01-26T22:00:00Z";
    CHECK(raised("2026-01-21T08:00:00Z") == Told{first});
    CHECK(raised("2026-01-26T21:59:59Z") == Told{first, last});
    CHECK(raised("2026-01-27T08:00:00Z") == Told{first, last, passed});
    CHECK(raised("2026-01-28T05:59:59Z") == Told{first, last, passed});
    CHECK(raised("2026-01-28T06:00:00Z")
          == Told{first, last, "overdue 2026-01-28 2026-01-28T06:00:00Z", passed});
    // A Saturday is told nothing new.
    CHECK(raised("2026-01-31T12:00:00Z")
          == Told{first, last, "overdue 2026-01-30 2026-01-30T06:00:00Z", passed});
    CHECK(told_at(policy, only(owed), "2026-01-21T08:00:00Z") == "maria: by law due soon");
    CHECK(told_at(policy, only(owed), "2026-01-28T08:00:00Z") == "maria: by law overdue");
    policy.legal.front().always = true;
    CHECK(raised("2026-01-21T08:00:00Z") == Told{first + " any"});
}

TEST_CASE("an escalation with conditions is for the complaints alone in which they hold") {
    auto of_injuries = escalation(Clock::response, "0.5", {role(Role::owner)});
    of_injuries.when.ask("harm", {"injury"});
    const Policy policy = firm({of_injuries});
    const auto told = [&](Harm harm) {
        Complaint about;
        about.harm = harm;
        auto owed = response();
        owed.about = std::make_shared<const Complaint>(about);
        return told_at(policy, only(owed), "2026-01-12T10:00:00Z");
    };
    CHECK(told(Harm::injury) == "olga: response escalated (0.5)");
    CHECK(told(Harm::safety).empty());
    CHECK(told(Harm::none).empty());
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

// An action of the stock's, begun on Monday at eight and due on Friday at 16:00: 40 hours of work, of which four fifths
// are used when Thursday's work ends.
TEST_CASE("a preventive action is due soon, overdue and escalated as a task of its owner's") {
    Action action;
    action.id = {3};
    action.owner = "pekka";
    action.opened_at = utc("2026-01-12T06:00:00Z");
    action.due_at = utc("2026-01-16T14:00:00Z");
    const Policy policy =
        firm({escalation(Clock::task, "due + 4h", {role(Role::assignee), role(Role::owner)}),
              escalation(Clock::resolution, "due", {role(Role::owner)})});
    const auto told = [&](std::string_view now) {
        return told_at(policy, only(owed_deadline(policy, action)), now);
    };
    CHECK(told("2026-01-15T13:59:59Z").empty());
    CHECK(told("2026-01-15T14:00:00Z") == "pekka: action due soon");
    CHECK(told("2026-01-16T14:00:00Z") == "pekka: action due soon");
    CHECK(told("2026-01-16T14:00:01Z") == "pekka: action overdue");
    CHECK(told("2026-01-19T10:00:00Z")
          == "olga: action escalated (due + 4h); pekka: action escalated (due + 4h)");
    action.owner = "team:returns";
    CHECK(told("2026-01-16T06:00:00Z") == "liisa: action due soon");
}

TEST_CASE("two actions that are due at the same time are two alerts") {
    const Policy policy = firm();
    Action action;
    action.owner = "pekka";
    action.opened_at = utc("2026-01-12T06:00:00Z");
    action.due_at = utc("2026-01-16T14:00:00Z");
    AlertFacts facts;
    for (const std::int64_t number : {1, 2}) {
        action.id = {number};
        facts.owed.push_back(owed_deadline(policy, action));
    }
    CHECK(told_at(policy, facts, "2026-01-16T06:00:00Z") == "pekka: action due soon; pekka: action due soon");
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

} // namespace reklamaatio::rulebook::tests
