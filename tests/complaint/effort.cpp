// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/effort.hpp"

#include "complaint/builders.hpp"
#include "complaint/handling.hpp"

#include <numeric>

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {

using std::chrono::minutes;

TEST_CASE("an event says how long the complaint took before and after") {
    Complaint c = draft();
    c.effort_minutes = 20;
    const Occasion now{c.received_at, c.received_at};
    const auto said = with_effort(note(c, "looked it up", now), c.effort_minutes, minutes{15});
    CHECK(effort_of(said) == 15);
    apply(c, said);
    CHECK(c.effort_minutes == 35);
    apply(c, inverse(said));
    CHECK(c.effort_minutes == 20);
    CHECK(effort_of(with_effort(note(c, "looked it up", now), c.effort_minutes, minutes{0})) == 0);
}

TEST_CASE("work is added to the sum that the event itself says") {
    Complaint c = draft();
    c.effort_minutes = 20;
    Event said;
    said.kind = EventKind::edited;
    said.changes.push_back({k_effort, std::int64_t{20}, std::int64_t{5}});
    said = with_effort(said, c.effort_minutes, minutes{15});
    CHECK(said.changes.size() == 1);
    apply(c, said);
    CHECK(c.effort_minutes == 20);
    CHECK(effort_of(said) == 0);
}

TEST_CASE("an event that says nothing but its work is a note") {
    const Complaint c = draft();
    Event nothing;
    nothing.kind = EventKind::assigned;
    CHECK(with_effort(nothing, c.effort_minutes, minutes{5}).kind == EventKind::noted);
    Event assigned = nothing;
    assigned.changes.push_back({"assignee", {}, std::string("maria")});
    CHECK(with_effort(assigned, c.effort_minutes, minutes{5}).kind == EventKind::assigned);
    Event told = nothing;
    told.kind = EventKind::contacted;
    told.message = Message{Direction::out, "phone", false, ""};
    CHECK(with_effort(told, c.effort_minutes, minutes{5}).kind == EventKind::contacted);
}

TEST_CASE("several share the work in whole minutes that add up to it") {
    CHECK(shared(minutes{20}, 3) == std::vector{minutes{7}, minutes{7}, minutes{6}});
    CHECK(shared(minutes{2}, 3) == std::vector{minutes{1}, minutes{1}, minutes{0}});
    CHECK(shared(minutes{20}, 1) == std::vector{minutes{20}});
    CHECK(shared(minutes{20}, 0).empty());
    for (int took = 0; took < 60; ++took)
        for (std::size_t among = 1; among < 12; ++among) {
            const auto shares = shared(minutes{took}, among);
            REQUIRE(shares.size() == among);
            CHECK(std::accumulate(shares.begin(), shares.end(), minutes{0}) == minutes{took});
            CHECK(shares.front() - shares.back() <= minutes{1});
            CHECK(std::ranges::is_sorted(shares, std::greater<>()));
        }
}

} // namespace reklamaatio::complaint::tests
