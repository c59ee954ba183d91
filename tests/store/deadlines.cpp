// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/deadlines.hpp"

#include "store/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::Clock;
using complaint::Reopening;
using rulebook::Deadline;
using std::chrono::hours;
using Plan = std::vector<Deadline>;

const Instant k_begin = utc("2026-01-12T06:00:00Z");

// Of a paused one nothing but its beginning and what is left is known.
Deadline deadline(Clock clock, int ordinal) {
    Deadline made;
    made.clock = clock;
    made.ordinal = ordinal;
    made.started_at = k_begin + hours{ordinal};
    made.left = hours{3};
    made.policy = 1;
    return made;
}

// Every field has a value of its own, so that none can be taken for another.
Deadline whole(Clock clock, int ordinal) {
    Deadline made = deadline(clock, ordinal);
    made.due_at = k_begin + hours{10};
    made.warn_at = k_begin + hours{11};
    made.met_at = k_begin + hours{12};
    made.cancelled_at = k_begin + hours{13};
    made.missed_at = k_begin + hours{14};
    made.left = hours{15};
    made.taken = hours{16};
    made.overrun = hours{17};
    made.target = "5bd";
    made.sla = "all";
    made.calendar = "office";
    made.policy = 2;
    return made;
}

// without deadlines.
struct Office {
    Store store = Store::in_memory(founding());
    Office() {
        for (const auto* subject : {"a", "b"})
            Desk(store).open(about(subject), k_begin);
        for (const std::int64_t id : {1, 2})
            put_deadlines(store.database(), {id}, {});
    }
    Database& database() { return store.database(); }
    Plan plan(std::int64_t id) { return deadlines_of(database(), {id}); }
    // How many rows a plan writes or takes away.
    std::int64_t written(const Plan& plan) {
        const auto count = [&] {
            auto query = database().query_once("SELECT total_changes()");
            query.next();
            return query.integer(0);
        };
        const auto before = count();
        put_deadlines(database(), {1}, plan);
        return count() - before;
    }
};

} // namespace

TEST_CASE("a deadline is read as it was written, field by field, in the order of clocks and ordinals") {
    Office office;
    CHECK(office.plan(1).empty());
    add_deadlines(office.database(), {1},
                  {deadline(Clock::promise, 10), whole(Clock::resolution, 1), deadline(Clock::promise, 9),
                   whole(Clock::response, 1)});
    CHECK(office.plan(1)
          == Plan{whole(Clock::response, 1), whole(Clock::resolution, 1), deadline(Clock::promise, 9),
                  deadline(Clock::promise, 10)});
    CHECK(office.plan(2).empty());
}

TEST_CASE("a plan takes the place of the one before and only what differs is written") {
    Office office;
    const Plan first{whole(Clock::response, 1), deadline(Clock::reply, 1), deadline(Clock::resolution, 1)};
    put_deadlines(office.database(), {2}, first);
    CHECK(office.written(first) == 3);
    CHECK(office.written(first) == 0);
    Plan second{first[0], deadline(Clock::reply, 2), first[2]};
    second[2].due_at = k_begin + hours{1};
    CHECK(office.written(second) == 3); // one gone, one new, one changed
    CHECK(office.plan(1) == second);
    second[0].met_at.reset();
    CHECK(office.written(second) == 1);
    CHECK(office.plan(1) == second);
    CHECK(office.written({}) == 3);
    CHECK(office.plan(1).empty());
    CHECK(office.plan(2) == first);
}

TEST_CASE("times of being resolved and opened again are kept in order, and replaced as a whole") {
    Office office;
    const auto stretch = [](int from, int to) {
        return Reopening{k_begin + hours{from}, k_begin + hours{to}};
    };
    const std::vector later{stretch(5, 6), stretch(1, 2), stretch(8, 9)};
    put_reopenings(office.database(), {2}, {stretch(3, 4)});
    put_reopenings(office.database(), {1}, {stretch(1, 2), stretch(3, 4)});
    put_reopenings(office.database(), {1}, later);
    CHECK(reopenings_of(office.database(), {1}) == later);
    put_reopenings(office.database(), {1}, {});
    CHECK(reopenings_of(office.database(), {1}).empty());
    CHECK(reopenings_of(office.database(), {2}) == std::vector{stretch(3, 4)});
}

TEST_CASE("a clock that nobody knows is damage") {
    Office office;
    add_deadlines(office.database(), {1}, {deadline(Clock::reply, 1)});
    office.database().execute("UPDATE deadline SET clock = 'moon'");
    const auto failure = failure_of([&] { office.plan(1); });
    CHECK(failure.kind == ErrorKind::damaged);
    CHECK(failure.message.find("'moon'") != std::string::npos);
}

} // namespace reklamaatio::store::tests
