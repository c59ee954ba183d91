// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/owed.hpp"

#include "complaint/builders.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

Deadline of(Clock clock, std::optional<Instant> due = utc("2026-01-12T12:00:00Z")) {
    Deadline made;
    made.clock = clock;
    made.started_at = utc("2026-01-12T06:00:00Z");
    made.due_at = due;
    return made;
}

} // namespace

TEST_CASE("of what is unresolved everything is owed that has not ended") {
    for (const auto status : {Status::new_, Status::open, Status::waiting})
        for (const auto clock : values<Clock>()) {
            CHECK(is_owed(of(clock), status, false));
            CHECK(is_owed(of(clock, std::nullopt), status, false));
            for (const auto end : {&Deadline::met_at, &Deadline::cancelled_at, &Deadline::missed_at}) {
                Deadline ended = of(clock);
                ended.*end = utc("2026-01-12T08:00:00Z");
                CHECK_FALSE(is_owed(ended, status, true));
            }
        }
}

TEST_CASE("of what is resolved the follow-up is owed, the tasks, what the law requires, and the answer to "
          "whoever wrote then") {
    for (const auto clock : values<Clock>()) {
        const bool goes_on = clock == Clock::followup || outlives_resolution(clock);
        CHECK(is_owed(of(clock), Status::resolved, false) == goes_on);
        CHECK(is_owed(of(clock), Status::resolved, true) == (goes_on || clock == Clock::reply));
    }
}

TEST_CASE("the most urgent comes first and what is paused comes last and equals keep their order") {
    const auto noon = utc("2026-01-12T12:00:00Z"), one = utc("2026-01-12T13:00:00Z");
    Deadline met = of(Clock::response, noon);
    met.met_at = noon;
    const auto rows =
        owed({of(Clock::update, std::nullopt), of(Clock::resolution, one), met,
              of(Clock::promise, std::nullopt), of(Clock::followup, noon), of(Clock::reply, one)},
             Status::open, false);
    std::vector<Clock> order;
    for (const auto& row : rows)
        order.push_back(row.clock);
    CHECK(order
          == std::vector{Clock::followup, Clock::resolution, Clock::reply, Clock::update, Clock::promise});
}

} // namespace reklamaatio::rulebook::tests
