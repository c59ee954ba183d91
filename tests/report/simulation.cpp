// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/simulation.hpp"

#include "complaint/standing.hpp"
#include "policy/policy.hpp"
#include "report/random_office.hpp"
#include "rulebook/clocks/verdict.hpp"
#include "store/events.hpp"
#include "store/planning.hpp"
#include "store/replanned.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using rulebook::Verdict;

std::shared_ptr<const rulebook::Policy> read_policy(const std::string& toml) {
    return std::make_shared<const rulebook::Policy>(policy::read(toml, "p.toml"));
}

std::int64_t number(const render::Table& table, std::size_t row, std::string_view column) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].key == column) return std::get<std::int64_t>(table.rows.at(row)[i].value);
    throw std::runtime_error("no column " + std::string(column));
}

// Short days and long ones, a lunch break, waits over weekends.
constexpr std::string_view k_other_policy = R"(
[organisation]
timezone = "Europe/Helsinki"
reopen = "{}"
[calendar.odd]
hours.mon = ["00:00-24:00"]
hours.tue = ["08:00-09:00"]
hours.thu = ["08:00-12:00", "13:00-16:00"]
holidays = ["2026-01-06"]
[calendar.other]
timezone = "Europe/Warsaw"
hours.wed = ["10:00-14:00"]
hours.sun = ["00:00-24:00"]
[[sla]]
name = "claim"
kind = ["claim"]
response = "{}"
resolution = "{}"
update = "2bd"
[[sla]]
name = "rest"
kind = ["complaint", "remark"]
calendar = "other"
response = "{}"
resolution = "{}"
followup = "1w"
)";

std::string random_target(Random& random) {
    constexpr std::array<std::string_view, 5> k_units{"m", "h", "bd", "d", "w"};
    constexpr std::array<std::size_t, 5> k_most{900, 40, 5, 12, 2};
    const auto unit = below(random, k_units.size());
    return fmt::format("{}{}", 1 + below(random, k_most[unit]), k_units[unit]);
}

std::string random_policy(Random& random) {
    constexpr std::array<std::string_view, 3> k_ways{"continue", "restart", "exclude"};
    return fmt::format(fmt::runtime(k_other_policy), k_ways[below(random, 3)], random_target(random),
                       random_target(random), random_target(random), random_target(random));
}

// Of all complaints, whatever their reach.
std::map<Clock, std::pair<int, int>> due_and_met(RandomOffice& office, const rulebook::Policy& policy,
                                                 const Question& question) {
    const rulebook::PolicyVersion alone{0, 0, {}, std::make_shared<const rulebook::Policy>(policy)};
    std::map<Clock, std::pair<int, int>> found;
    for (const Life& life : office.lives()) {
        if (life.voided) continue;
        const complaint::Id id{life.id};
        const auto events = complaint::standing(store::events_of(office.database(), id));
        for (const auto& deadline : rulebook::plan(events, {}, {&alone, 1}).deadlines) {
            if (!deadline.due_at || deadline.cancelled_at || *deadline.due_at > question.now) continue;
            if (*deadline.due_at < question.period.from || *deadline.due_at >= question.period.until)
                continue;
            ++found[deadline.clock].first;
            found[deadline.clock].second += deadline.met_at && *deadline.met_at <= *deadline.due_at ? 1 : 0;
        }
    }
    return found;
}

} // namespace

TEST_CASE("the policy in force, tried on what was planned under it alone, changes nothing") {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        RandomOffice office(seed);
        for (const auto& by : {Grouping{}, Grouping{store::GroupField::team, {}},
                               Grouping{store::GroupField::none, time::Bucket::week}}) {
            const auto question = office.question(office.random_period(), by);
            const auto found = simulate(office.database(), read_policy(std::string(k_policy)), question);
            CHECK(found.changes.rows.empty());
            CHECK(found.summary.empty());
            for (std::size_t row = 0; row < found.figures.rows.size(); ++row)
                for (const std::string what : {"due", "met", "breached"})
                    CHECK(number(found.figures, row, what + "_before")
                          == number(found.figures, row, what + "_after"));
        }
    }
}

TEST_CASE("what was before is what the report on service levels says") {
    Random random(77);
    for (unsigned seed = 21; seed <= 26; ++seed) {
        CAPTURE(seed);
        RandomOffice office(seed);
        const auto question = office.question(office.random_period());
        const auto found = simulate(office.database(), read_policy(random_policy(random)), question);
        const auto report = sla(office.database(), office.policy(), question).data;
        REQUIRE(report.rows.size() == found.figures.rows.size());
        for (std::size_t row = 0; row < report.rows.size(); ++row)
            for (const std::string what : {"due", "met", "breached"})
                CHECK(number(found.figures, row, what + "_before") == number(report, row, what));
    }
}

TEST_CASE("what would have been is what planning every complaint again gives, near the period or far") {
    Random random(78);
    std::int64_t compared = 0;
    for (unsigned seed = 31; seed <= 40; ++seed) {
        CAPTURE(seed);
        RandomOffice office(seed);
        const auto question = office.question(office.random_stretch());
        const auto policy = read_policy(random_policy(random));
        const auto found = simulate(office.database(), policy, question);
        auto expected = due_and_met(office, *policy, question);
        for (std::size_t row = 0; row < found.figures.rows.size(); ++row) {
            const auto& [due, met] = expected[static_cast<Clock>(row)];
            CHECK(number(found.figures, row, "due_after") == due);
            CHECK(number(found.figures, row, "met_after") == met);
            compared += due;
        }
    }
    CHECK(compared > 100);
}

//  from        every deadline due then or later started, or was paused, at its reach or later
TEST_CASE("what lies before the reach of a period cannot fall due in it") {
    const auto policy = read_policy(R"(
[organisation]
timezone = "Europe/Helsinki"
[calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-09:00"]
[[sla]]
name = "all"
response = "4h"
resolution = "3bd"
followup = "2w"
)");
    const auto from = utc("2026-06-01T00:00:00Z");
    const auto reach = store::reach_of(*policy, from);
    CHECK(reach < from - std::chrono::weeks{2});
    for (const auto& target : policy->slas[0].targets)
        if (target) CHECK(time::due_without_pauses(reach, *target, policy->default_calendar()) < from);
}

TEST_CASE("a deadline of both plans is compared with itself, whatever its number") {
    const time::Period period{utc("2026-02-01T00:00:00Z"), utc("2026-03-01T00:00:00Z")};
    const auto at = [](std::string_view start, std::string_view due, int ordinal) {
        rulebook::Deadline made;
        made.clock = Clock::reply;
        made.ordinal = ordinal;
        made.started_at = utc(start);
        made.due_at = utc(due);
        made.met_at = utc("2026-02-11T00:00:00Z");
        return made;
    };
    const std::vector before{at("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z", 1),
                             at("2026-02-09T00:00:00Z", "2026-02-12T00:00:00Z", 2)};
    const std::vector after{at("2026-02-09T00:00:00Z", "2026-02-10T00:00:00Z", 1)};
    const auto judged = rulebook::judge_again(before, after, period, utc("2026-02-20T00:00:00Z"));
    REQUIRE(judged.size() == 2);
    CHECK(judged[0].after == nullptr);
    CHECK(judged[0].was == Verdict::breached);
    CHECK(judged[0].is == Verdict::none);
    CHECK(judged[1].was == Verdict::met);
    CHECK(judged[1].is == Verdict::breached);
    CHECK(judge_again(before, after, period, utc("2026-01-20T00:00:00Z")).empty());
}

} // namespace reklamaatio::report::tests
