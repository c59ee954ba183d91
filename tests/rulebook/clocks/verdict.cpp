// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/verdict.hpp"

#include "complaint/builders.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

// January, in UTC.
const time::Period k_period{utc("2026-01-01T00:00:00Z"), utc("2026-02-01T00:00:00Z")};
constexpr std::string_view k_long_after = "2026-06-01T00:00:00Z";
constexpr Seconds k_second{1};

Deadline due(Instant at, Clock clock = Clock::response) {
    Deadline made;
    made.clock = clock;
    made.started_at = at - std::chrono::hours{4};
    made.due_at = at;
    return made;
}

Deadline met(Deadline deadline, Instant at) {
    deadline.met_at = at;
    return deadline;
}

Verdict verdict(const Deadline& deadline, std::string_view now = k_long_after) {
    return verdict_on(deadline, k_period, utc(now));
}

} // namespace

TEST_CASE("a deadline counts in the period in which it fell due") {
    CHECK(verdict(due(k_period.from)) == Verdict::breached);
    CHECK(verdict(due(k_period.from - k_second)) == Verdict::none);
    CHECK(verdict(due(k_period.until - k_second)) == Verdict::breached);
    CHECK(verdict(due(k_period.until)) == Verdict::none);
    // Whenever it was met.
    CHECK(verdict(met(due(k_period.until), k_period.from)) == Verdict::none);
    CHECK(verdict(met(due(k_period.from), k_period.until)) == Verdict::breached);
}

TEST_CASE("a deadline is met up to its due time and breached behind it") {
    const auto noon = utc("2026-01-12T12:00:00Z");
    CHECK(verdict(met(due(noon), noon)) == Verdict::met);
    CHECK(verdict(met(due(noon), noon + k_second)) == Verdict::breached);
    CHECK(verdict(due(noon)) == Verdict::breached);
}

TEST_CASE("what is not due yet or paused or cancelled does not count even where it was met") {
    const auto noon = utc("2026-01-12T12:00:00Z");
    CHECK(verdict(met(due(noon), noon), "2026-01-12T11:59:59Z") == Verdict::none);
    Deadline paused = due(noon);
    paused.due_at.reset();
    CHECK(verdict(paused) == Verdict::none);
    Deadline cancelled = met(due(noon), noon);
    cancelled.cancelled_at = noon;
    CHECK(verdict(cancelled) == Verdict::none);
}

TEST_CASE("two plans are compared by clock and start whatever else differs") {
    const auto noon = utc("2026-01-12T12:00:00Z");
    const auto later = utc("2026-01-13T12:00:00Z");
    // The second plan gives more time to the same response, has no reply, and an update besides.
    const std::vector<Deadline> before{met(due(noon), later), due(noon, Clock::reply)};
    std::vector<Deadline> after{due(noon, Clock::update), met(due(noon), later)};
    after[1].due_at = later;
    after[1].ordinal = 7;
    const auto judged = judge_again(before, after, k_period, utc(k_long_after));
    REQUIRE(judged.size() == 3);
    CHECK(judged[0].before == &before[0]);
    CHECK(judged[0].after == &after[1]);
    CHECK(judged[0].was == Verdict::breached);
    CHECK(judged[0].is == Verdict::met);
    CHECK(judged[1].before == &before[1]);
    CHECK(judged[1].after == nullptr);
    CHECK(judged[1].is == Verdict::none);
    CHECK(judged[2].before == nullptr);
    CHECK(&judged[2].either() == &after[0]);
    CHECK(judged[2].was == Verdict::none);
    CHECK(judged[2].is == Verdict::breached);
}

TEST_CASE("what counts in neither plan is left out and each deadline is compared once") {
    const auto noon = utc("2026-01-12T12:00:00Z");
    const auto march = utc("2026-03-12T12:00:00Z");
    const std::vector<Deadline> outside{due(march)};
    CHECK(judge_again(outside, outside, k_period, utc(k_long_after)).empty());
    // Two promises that were given at once.
    const std::vector<Deadline> promises{due(noon, Clock::promise), met(due(noon, Clock::promise), noon)};
    const auto judged = judge_again(promises, promises, k_period, utc(k_long_after));
    REQUIRE(judged.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(judged[i].before == &promises[i]);
        CHECK(judged[i].after == &promises[i]);
    }
}

} // namespace reklamaatio::rulebook::tests
