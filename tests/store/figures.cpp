// SPDX-License-Identifier: GPL-3.0-or-later
// What reports count, against all complaints and deadlines read one by one.
#include "store/figures.hpp"

#include "store/deadlines.hpp"
#include "store/figures_received.hpp"
#include "store/figures_resolved.hpp"
#include "store/figures_workload.hpp"
#include "store/random_team.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::Clock;
using complaint::Status;
using rulebook::Deadline;
using std::chrono::days;

struct Case {
    Complaint complaint;
    std::vector<Deadline> deadlines;
    std::vector<complaint::Reopening> reopenings;

    bool is_owed(const Deadline& d) const {
        if (!d.due_at || d.met_at || d.cancelled_at || d.missed_at) return false;
        if (outlives_resolution(d.clock)) return true;
        if (complaint.status == Status::resolved) return d.clock == Clock::followup;
        return complaint::is_unresolved(complaint.status);
    }
    std::vector<Instant> resolved() const {
        std::vector<Instant> times;
        for (const auto& each : reopenings)
            times.push_back(each.resolved_at);
        if (complaint.resolved_at) times.push_back(*complaint.resolved_at);
        return times;
    }
    // Just before that time.
    bool was_open(Instant at) const {
        const auto is_before = [&](Instant time) { return time < at; };
        const auto is_reopened = [&](const auto& each) { return each.reopened_at < at; };
        return complaint.received_at < at && !(complaint.voided_at && *complaint.voided_at < at)
               && std::ranges::count_if(resolved(), is_before)
                      == std::ranges::count_if(reopenings, is_reopened);
    }
};

// Two people worked for some weeks.
struct Office {
    Store store = Store::in_memory(founding());
    std::vector<Case> cases;
    std::set<Instant> moments; // at which something is due, to be warned of, received, or over

    explicit Office(unsigned seed) {
        RandomTeam team(store, seed);
        for (int i = 0; i < 250; ++i)
            team.work();
        for (std::int64_t id = 1; id < next_complaint_id(database()).number; ++id) {
            cases.push_back({*find_complaint(database(), {id}), deadlines_of(database(), {id}),
                             reopenings_of(database(), {id})});
            add_moments(cases.back());
        }
    }
    Database& database() { return store.database(); }

  private:
    void add_moments(const Case& each) {
        for (const auto& d : each.deadlines)
            for (const auto& time : {d.due_at, d.warn_at})
                if (time) moments.insert(*time);
        for (const auto time : each.resolved())
            moments.insert(time);
        for (const auto& time : {each.complaint.voided_at, std::optional(each.complaint.received_at)})
            if (time) moments.insert(*time);
    }
};

// "due complaint clock ordinal", in order.
using Rows = std::multiset<std::string>;

std::string row(Instant due, std::int64_t complaint, Clock clock, std::int64_t ordinal) {
    return fmt::format("{} {} {} {}", time::to_iso(due), complaint, complaint::word(clock), ordinal);
}

template <typename Counts>
Rows expected(const Office& office, Counts counts) {
    Rows rows;
    for (const auto& each : office.cases)
        for (const auto& d : each.deadlines)
            if (d.due_at && counts(each, d))
                rows.insert(row(*d.due_at, each.complaint.id.number, d.clock, d.ordinal));
    return rows;
}

template <typename Read>
Rows rows_of(Read read) {
    Rows rows;
    std::optional<Instant> last;
    read([&](const DueRow& each) {
        CHECK((!last || *last <= each.due_at));
        last = each.due_at;
        rows.insert(row(each.due_at, each.complaint, each.clock, each.ordinal));
    });
    return rows;
}

} // namespace

TEST_CASE("which deadlines count is what a look at every one of them says, at any time") {
    for (const unsigned seed : {41U, 42U}) {
        Office office(seed);
        auto& database = office.database();
        std::size_t overdue = 0, at_risk = 0, soon = 0;
        for (const auto now : office.moments) {
            CAPTURE(time::to_iso(now));
            const auto until = now + days{2};
            auto found = rows_of([&](auto take) { read_overdue(database, now, GroupField::kind, take); });
            REQUIRE(found == expected(office, [&](const Case& c, const Deadline& d) {
                        return c.is_owed(d) && *d.due_at < now;
                    }));
            overdue += found.size();
            found = rows_of([&](auto take) { read_at_risk(database, now, GroupField::none, take); });
            REQUIRE(found == expected(office, [&](const Case& c, const Deadline& d) {
                        return c.is_owed(d) && *d.due_at >= now && d.warn_at && *d.warn_at <= now;
                    }));
            at_risk += found.size();
            found = rows_of([&](auto take) { read_due_soon(database, now, until, GroupField::none, take); });
            REQUIRE(found == expected(office, [&](const Case& c, const Deadline& d) {
                        return c.is_owed(d) && *d.due_at >= now && *d.due_at < until;
                    }));
            soon += found.size();
            found = rows_of([&](auto take) { read_due(database, now, until, GroupField::team, take); });
            REQUIRE(found == expected(office, [&](const Case&, const Deadline& d) {
                        return !d.cancelled_at && *d.due_at >= now && *d.due_at < until;
                    }));
        }
        CHECK(overdue > 100);
        CHECK(at_risk > 10);
        CHECK(soon > 10);
    }
}

TEST_CASE("who came, went, and was there is what a look at every complaint says, at any time") {
    Office office(43);
    auto& database = office.database();
    using Times = std::multiset<Instant>;
    const auto moved = [&](Movement movement, Instant from, Instant until) {
        Times times;
        read_movements(database, movement, from, until, GroupField::none,
                       [&](const Moved& each) { times.insert(each.at); });
        return times;
    };
    for (const auto from : office.moments) {
        CAPTURE(time::to_iso(from));
        const auto until = from + days{3};
        Times received, reopened, resolved, voided, open;
        const auto add = [&](Times& to, std::optional<Instant> at) {
            if (at && *at >= from && *at < until) to.insert(*at);
        };
        for (const auto& each : office.cases) {
            add(received, each.complaint.received_at);
            for (const auto& pair : each.reopenings)
                add(reopened, pair.reopened_at);
            for (const auto at : each.resolved())
                add(resolved, at);
            if (!each.complaint.resolved_at) add(voided, each.complaint.voided_at);
            if (each.was_open(from)) open.insert(each.complaint.received_at);
        }
        REQUIRE(moved(Movement::received, from, until) == received);
        REQUIRE(moved(Movement::reopened, from, until) == reopened);
        REQUIRE(moved(Movement::resolved, from, until) == resolved);
        REQUIRE(moved(Movement::voided, from, until) == voided);
        Times found;
        read_open_at(database, from, GroupField::none,
                     [&](Instant at, const std::string&) { found.insert(at); });
        REQUIRE(found == open);
    }
    CHECK(first_receipt(database) == *moved(Movement::received, {}, utc("2100-01-01T00:00:00Z")).begin());
}

TEST_CASE("as many moved and were taken in as a reader of each one tells") {
    Office office(44);
    auto& database = office.database();
    using Numbers = std::map<std::string, std::int64_t>;
    const auto first = *office.moments.begin(), last = *office.moments.rbegin() + days{1};
    const auto middle = first + (last - first) / 2;
    for (const auto field : {GroupField::none, GroupField::team, GroupField::assignee, GroupField::kind})
        for (const auto& [from, until] : {std::pair{first, last}, {first, middle}, {middle, last}}) {
            for (const auto movement :
                 {Movement::received, Movement::reopened, Movement::resolved, Movement::voided}) {
                Numbers numbers;
                read_movements(database, movement, from, until, field,
                               [&](const Moved& moved) { ++numbers[moved.group]; });
                CHECK(count_movements(database, movement, from, until, field) == numbers);
                CHECK((from != first || until != last || !numbers.empty()));
            }
            Numbers taken_in, received;
            read_taken_in(database, from, until, field, [&](const TakenIn& row) { ++taken_in[row.group]; });
            read_received(database, from, until, field, [&](const Received& row) { ++received[row.group]; });
            CHECK(taken_in == received);
            CHECK(count_received(database, from, until, field) == received);
        }
    Numbers received, counted = count_received(database, first, last, GroupField::assignee_then);
    read_received(database, first, last, GroupField::assignee_then,
                  [&](const Received& row) { ++received[row.group]; });
    CHECK(counted == received);
    // The team beside the group is the same as the group by team.
    read_taken_in(database, first, last, GroupField::team,
                  [](const TakenIn& row) { CHECK(row.team == row.group); });
    read_resolutions(database, first, last, GroupField::team,
                     [](const Resolution& row) { CHECK(row.team == row.group); });
}

TEST_CASE("a hand-over counts when it happened, also where an earlier one was logged after it") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    const auto day = [](int number) { return utc("2026-01-01T12:00:00Z") + days{number - 1}; };
    const auto to = [](const std::string& person) {
        return [person](const Complaint& c, const Occasion& then) {
            return complaint::assign(c, {"", person}, then);
        };
    };
    auto facts = about("x", "2026-01-01T12:00:00Z");
    facts.assignee = "maria";
    desk.open(facts, day(1));
    desk.act_earlier({1}, day(8), day(20), to("pekka"));
    desk.act_earlier({1}, day(3), day(20), to("liisa"));
    const auto hand_overs = [&](int from, int until) {
        std::vector<std::string> found;
        read_hand_overs(store.database(), day(from), day(until), GroupField::none,
                        [&](const HandOver& one) { found.push_back(one.from + " to " + one.to); });
        return found;
    };
    using Names = std::vector<std::string>;
    CHECK(hand_overs(7, 9) == Names{"maria to pekka"});
    CHECK(hand_overs(2, 4) == Names{"pekka to liisa"});
    CHECK(hand_overs(4, 7).empty());
}

TEST_CASE("the oldest that is open, and the oldest that nobody has, a team or not") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    CHECK_FALSE(unresolved(store.database()).complaint);
    CHECK_FALSE(first_receipt(store.database()));
    const auto of = [](std::int64_t complaint) { return DueRow{complaint, {}, {}, {}, {}, {}, "", ""}; };
    const auto now = utc("2026-01-20T06:00:00Z");
    auto facts = about("x", "2026-01-14T06:00:00Z");
    facts.team = "returns";
    desk.open(facts, now);
    CHECK(owner_of(store.database(), of(1)) == "team:returns");
    facts.assignee = "maria";
    facts.received_at = utc("2026-01-13T06:00:00Z");
    desk.open(facts, now);
    CHECK(owner_of(store.database(), of(2)) == "maria");
    desk.open(about("y", "2026-01-12T06:00:00Z"), now);
    CHECK(owner_of(store.database(), of(3)).empty());
    CHECK(unresolved(store.database()).complaint == 3);
    desk.act({3}, now, resolving());
    CHECK(unresolved(store.database()).number == 2);
    CHECK(unresolved(store.database()).complaint == 2);
    CHECK(unassigned(store.database()).number == 1);
    CHECK(unassigned(store.database()).complaint == 1);
    CHECK(unassigned(store.database()).received_at == utc("2026-01-14T06:00:00Z"));
    CHECK(first_receipt(store.database()) == utc("2026-01-12T06:00:00Z"));
}

TEST_CASE("figures are grouped by the field that is asked for, and void ones have no target") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto facts = about("x");
    facts.kind = complaint::Kind::claim;
    facts.priority = complaint::Priority::high;
    facts.harm = complaint::Harm::safety;
    facts.category = "damage";
    facts.product = "stove";
    facts.channel = "phone";
    facts.team = "returns";
    facts.source = "shop";
    const auto now = utc("2026-01-12T07:00:00Z");
    desk.open(facts, now, customer("Maija"));
    std::vector<std::string> found;
    for (int field = 0; field <= static_cast<int>(GroupField::status); ++field)
        found.push_back(group_value(store.database(), static_cast<GroupField>(field), {1}, now));
    CHECK(fmt::format("{}", fmt::join(found, " "))
          == " claim high safety damage stove phone returns team:returns shop open");

    desk.open(about("y"), now);
    desk.act({2}, now, voiding());
    std::vector<std::string> groups;
    read_targets(store.database(), utc(complaint::tests::k_received), now, GroupField::kind,
                 [&](const Targets& each) {
                     groups.push_back(each.group);
                     for (const auto clock : {Clock::response, Clock::reply, Clock::resolution})
                         CHECK(each.has[static_cast<std::size_t>(clock)] == (clock != Clock::reply));
                 });
    CHECK(groups == std::vector<std::string>{"claim"});
}

} // namespace reklamaatio::store::tests
