// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/loads.hpp"

#include "store/builders.hpp"
#include "store/random_desk.hpp"

#include <algorithm>

namespace reklamaatio::store::tests {
namespace {

using rulebook::Load;

void check_same(const Load& load, const Load& expected) {
    CAPTURE(expected.person);
    CHECK(load.person == expected.person);
    CHECK(load.unresolved == expected.unresolved);
    CHECK(load.last_assigned_at == expected.last_assigned_at);
}

} // namespace

TEST_CASE("a load is what somebody has on the desk and when the last of it came") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    const Instant begin = utc("2026-03-02T06:00:00Z");
    const auto at = [&](int hours) { return begin + std::chrono::hours{hours}; };
    const auto give = [&](std::int64_t id, int hours, const std::string& who) {
        desk.act({id}, at(hours), [&](const Complaint& c, const Occasion& then) {
            return complaint::assign(c, {"returns", who}, then);
        });
    };
    for (int i = 0; i < 4; ++i)
        desk.open(about("x"), at(0));
    give(1, 1, "maria");
    give(2, 2, "maria");
    give(3, 3, "pekka");
    give(4, 4, "maria");
    // What is done counts no more; but it was given to them then.
    desk.act({4}, at(5), resolving());
    const std::vector<std::string> people{"pekka", "nobody", "maria"};
    auto loads = loads_of(store.database(), people);
    REQUIRE(loads.size() == 3);
    check_same(loads[0], {"pekka", 1, at(3)});
    check_same(loads[1], {"nobody", 0, {}});
    check_same(loads[2], {"maria", 2, at(4)});

    // What was taken away was never theirs.
    give(3, 6, "");
    give(4, 6, "pekka");
    loads = loads_of(store.database(), people);
    check_same(loads[0], {"pekka", 0, at(6)});
    check_same(loads[2], {"maria", 2, at(2)});
}

TEST_CASE("loads are what a count of all complaints says") {
    Store store = Store::in_memory(founding());
    RandomDesk random_desk(83);
    Random random(5);
    Desk desk(store);
    const std::vector<std::string> people{"anna", "maria", "pekka"};
    for (int i = 0; i < 300; ++i) {
        random_desk.work(store);
        const auto known = next_complaint_id(store.database()).number - 1;
        if (known == 0) continue;
        try {
            desk.act({random_number(random, known) + 1}, random_desk.now(),
                     [&](const Complaint& c, const Occasion& then) {
                         return complaint::assign(c, {"", people[below(random, 3)]}, then);
                     });
        } catch (const complaint::Refusal&) {
        }
    }
    const auto loads = loads_of(store.database(), people);
    for (std::size_t i = 0; i < people.size(); ++i) {
        Load expected{people[i], 0, {}};
        for (std::int64_t id = 1; id < next_complaint_id(store.database()).number; ++id) {
            const auto c = find_complaint(store.database(), {id}).value();
            if (c.assignee != people[i]) continue;
            if (complaint::is_unresolved(c.status)) ++expected.unresolved;
            if (c.status != complaint::Status::void_)
                expected.last_assigned_at = std::max(expected.last_assigned_at, c.assigned_at);
        }
        CHECK(expected.unresolved > 0);
        check_same(loads[i], expected);
    }
}

} // namespace reklamaatio::store::tests
