// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/clock_state.hpp"

#include "complaint/builders.hpp"

#include <random>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

Instant at(int minutes) {
    return utc("2026-01-12T06:00:00Z") + std::chrono::minutes{minutes};
}

// Due an hour after its start, at risk from the fiftieth minute on.
Deadline hour(Clock clock = Clock::response) {
    Deadline made;
    made.clock = clock;
    made.started_at = at(0);
    made.due_at = at(60);
    made.warn_at = at(50);
    return made;
}

ClockState state(const Deadline& deadline, int minutes, Status status = Status::open) {
    return state_of(deadline, in_status(status), at(minutes));
}

} // namespace

//   0 ------------ 50 ------- 60
//   due            soon       overdue behind it
TEST_CASE("a deadline is soon from its warning on and overdue behind its due time") {
    CHECK(state(hour(), 49) == ClockState::due);
    CHECK(state(hour(), 50) == ClockState::soon);
    CHECK(state(hour(), 60) == ClockState::soon);
    CHECK(state_of(hour(), in_status(Status::open), at(60) + Seconds{1}) == ClockState::overdue);
    Deadline unwarned = hour();
    unwarned.warn_at.reset();
    CHECK(state(unwarned, 60) == ClockState::due);
    Deadline paused = hour();
    paused.due_at.reset();
    CHECK(state(paused, 600) == ClockState::paused);
}

TEST_CASE("what was met is in time up to its due time and late behind it whenever one looks") {
    Deadline met = hour();
    met.met_at = at(60);
    Deadline late = hour();
    late.met_at = at(60) + Seconds{1};
    for (const int now : {55, 60, 600})
        for (const auto status : values<Status>()) {
            CHECK(state(met, now, status) == ClockState::met);
            CHECK(state(late, now, status) == ClockState::late);
        }
}

TEST_CASE("what was cancelled is nothing else and what was given up is missed") {
    Deadline cancelled = hour();
    cancelled.met_at = at(30);
    cancelled.missed_at = at(70);
    cancelled.cancelled_at = at(80);
    CHECK(state(cancelled, 90) == ClockState::cancelled);
    Deadline given_up = hour();
    given_up.missed_at = at(70);
    CHECK(state(given_up, 90) == ClockState::missed);
}

TEST_CASE("only what somebody still waits for is overdue") {
    for (const auto status : {Status::new_, Status::open, Status::waiting})
        for (const auto clock : values<Clock>())
            CHECK(state(hour(clock), 90, status) == ClockState::overdue);
    // What staff owe each other, and what the law requires, is waited for until it is done, or cancelled with what is void.
    for (const auto clock : values<Clock>()) {
        const bool goes_on = clock == Clock::followup || outlives_resolution(clock);
        CHECK(state(hour(clock), 90, Status::resolved)
              == (goes_on ? ClockState::overdue : ClockState::missed));
    }
    for (const auto status : {Status::closed, Status::void_})
        for (const auto clock : values<Clock>())
            CHECK(state(hour(clock), 90, status)
                  == (outlives_resolution(clock) ? ClockState::overdue : ClockState::missed));
}

// Deadlines that are made to be running, paused, ended or cancelled, and the one that the rule names.
TEST_CASE("of random deadlines the most urgent that runs matters and else the last that was not cancelled") {
    std::mt19937 random(5);
    const auto pick = [&](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    for (int round = 0; round < 2000; ++round) {
        std::vector<Deadline> deadlines;
        std::optional<int> running, paused, ended;
        for (int i = 0; i < 1 + pick(4); ++i) {
            Deadline made = hour();
            made.ordinal = i + 1;
            made.due_at = at(pick(3) * 60);
            const auto earliest = [&](std::optional<int>& known) {
                const auto known_due =
                    known ? deadlines[static_cast<std::size_t>(*known)].due_at : made.due_at;
                if (!known || *made.due_at < *known_due) known = i;
            };
            switch (pick(4)) {
            case 0:
                earliest(running);
                break;
            case 1:
                made.due_at.reset();
                if (!paused) paused = i;
                break;
            case 2:
                made.met_at = at(pick(100));
                ended = i;
                break;
            default:
                made.cancelled_at = at(1);
            }
            deadlines.push_back(made);
        }
        const int expected = running  ? *running
                             : paused ? *paused
                             : ended  ? *ended
                                      : static_cast<int>(deadlines.size()) - 1;
        CHECK(most_relevant(deadlines, in_status(Status::open), at(90)).ordinal == expected + 1);
    }
}

} // namespace reklamaatio::rulebook::tests
