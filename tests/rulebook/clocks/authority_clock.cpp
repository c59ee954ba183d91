// SPDX-License-Identifier: GPL-3.0-or-later
// By when an authority is told of a danger to people.
#include "complaint/arrival.hpp"
#include "complaint/builders.hpp"
#include "complaint/danger.hpp"
#include "complaint/merge.hpp"
#include "rulebook/clocks/owed.hpp"
#include "rulebook/history.hpp"

#include <optional>

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

constexpr std::string_view k_received = "2026-11-02T08:00:00Z"; // Monday

Policy within(std::optional<std::string_view> target) {
    Policy made = policy({sla("all", "8h", "5bd")});
    if (target) made.safety.authority = time::parse_target(*target);
    return made;
}

History opened(Harm harm, std::optional<std::string_view> target = "2bd") {
    History history(within(target));
    auto first = draft(std::string(k_received));
    first.harm = harm;
    history.open(first);
    return history;
}

History& harms(History& history, std::string_view at, Harm harm) {
    Classification to;
    to.values.set("harm", std::string(word(harm)));
    return history.classify(at, to);
}

History& report(History& history, std::string_view at, const DangerReport& how) {
    return history.add(report_danger(history.state(), how, "", on(at)));
}

Deadline only(const History& history) {
    const auto rows = history.deadlines(Clock::authority);
    REQUIRE(rows.size() == 1);
    return rows.front();
}

} // namespace

TEST_CASE("a danger starts the clock with the receipt where the policy gives one") {
    for (const auto harm : {Harm::safety, Harm::injury}) {
        const auto row = only(opened(harm));
        CHECK(row.started_at == utc(k_received));
        CHECK(row.due_at == utc("2026-11-04T14:00:00Z"));
        CHECK(row.target == "2bd");
        CHECK_FALSE(row.met_at);
    }
    CHECK(opened(Harm::none).deadlines(Clock::authority).empty());
    CHECK(opened(Harm::injury, std::nullopt).deadlines(Clock::authority).empty());
}

TEST_CASE("a danger that is found out later starts it then") {
    auto history = opened(Harm::none);
    harms(history, "2026-11-03T09:00:00Z", Harm::safety);
    CHECK(only(history).started_at == utc("2026-11-03T09:00:00Z"));
    harms(history, "2026-11-04T09:00:00Z", Harm::injury); // the same danger
    CHECK(only(history).started_at == utc("2026-11-03T09:00:00Z"));
}

TEST_CASE("a report meets it, and a reason why none is needed ends it") {
    auto history = opened(Harm::injury);
    report(history, "2026-11-04T08:00:00Z", {"Tukes", ""});
    CHECK(is_met(only(history)));
    report(history, "2026-11-09T08:00:00Z", {"another", ""});
    CHECK(only(history).met_at == utc("2026-11-04T08:00:00Z"));
    auto other = opened(Harm::injury);
    report(other, "2026-11-04T08:00:00Z", {"", "it was sawn off"});
    CHECK(only(other).cancelled_at == utc("2026-11-04T08:00:00Z"));
    report(other, "2026-11-05T08:00:00Z", {"Tukes", ""});
    CHECK_FALSE(only(other).cancelled_at);
    CHECK(only(other).met_at == utc("2026-11-05T08:00:00Z"));
    CHECK_FALSE(is_met(only(other))); // late
}

TEST_CASE("where nobody is in danger after all it is cancelled") {
    auto history = opened(Harm::injury);
    harms(history, "2026-11-03T09:00:00Z", Harm::none);
    CHECK(only(history).cancelled_at == utc("2026-11-03T09:00:00Z"));
    harms(history, "2026-11-05T09:00:00Z", Harm::injury);
    CHECK(only(history).started_at == utc("2026-11-05T09:00:00Z"));
    CHECK_FALSE(only(history).cancelled_at);
}

TEST_CASE("another policy plans again what is neither met nor past due") {
    auto history = opened(Harm::injury, std::nullopt);
    history.put_in_force("2026-11-03T08:00:00Z", within("3bd"));
    CHECK(only(history).due_at == utc("2026-11-05T14:00:00Z"));
    history.put_in_force("2026-11-04T08:00:00Z", within("1bd"));
    CHECK(only(history).due_at == utc("2026-11-03T14:00:00Z"));
    history.put_in_force("2026-11-05T08:00:00Z", within("9bd"));
    CHECK(only(history).due_at == utc("2026-11-03T14:00:00Z")); // it was past by then
    auto gone = opened(Harm::injury);
    gone.put_in_force("2026-11-03T08:00:00Z", within(std::nullopt));
    CHECK(gone.deadlines(Clock::authority).empty());
}

TEST_CASE("what was past due stays missed whatever is said or found out later") {
    auto history = opened(Harm::injury);
    report(history, "2026-11-09T08:00:00Z", {"", "it was sawn off"});
    CHECK(only(history).missed_at == utc("2026-11-09T08:00:00Z"));
    CHECK_FALSE(only(history).cancelled_at);
    harms(history, "2026-11-10T08:00:00Z", Harm::none);
    CHECK(only(history).missed_at);
}

TEST_CASE("a danger is owed to the authority also after the end, but not where it came in with its end") {
    auto history = opened(Harm::none);
    history.resolve("2026-11-03T08:00:00Z");
    harms(history, "2026-11-04T08:00:00Z", Harm::injury);
    CHECK(is_owed(only(history), history.state().status, false));
    History other(within("2bd"));
    auto over = draft(std::string(k_received));
    over.harm = Harm::injury;
    over.status = Status::closed;
    over.resolved_at = over.closed_at = utc("2026-11-03T08:00:00Z");
    other.add(import(over, on("2026-11-05T08:00:00Z")));
    CHECK(other.deadlines(Clock::authority).empty());
}

TEST_CASE("a merge brings the report of its duplicate") {
    auto history = opened(Harm::none);
    Complaint other = draft(std::string(k_received));
    other.id = {8};
    other.status = Status::open;
    other.harm = Harm::injury;
    other.reported_to = "Tukes 1";
    other.reported_at = utc("2026-11-02T12:00:00Z");
    history.add(merge_in(history.state(), {{other}}, on("2026-11-03T09:00:00Z")));
    CHECK(is_met(only(history)));
    CHECK(history.state().reported_to == "Tukes 1");
}

TEST_CASE("a merge brings the danger of its duplicate") {
    auto history = opened(Harm::none);
    Complaint other = draft(std::string(k_received));
    other.id = {8};
    other.status = Status::open;
    other.harm = Harm::safety;
    history.add(merge_in(history.state(), {{other}}, on("2026-11-03T09:00:00Z")));
    CHECK(only(history).started_at == utc("2026-11-03T09:00:00Z"));
}

} // namespace reklamaatio::rulebook::tests
