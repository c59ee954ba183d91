// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/due_text.hpp"

#include "time/builders.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::view::tests {
namespace {

using complaint::Clock;
using time::tests::utc;

rulebook::Deadline deadline(Clock clock, int ordinal = 1) {
    rulebook::Deadline made;
    made.clock = clock;
    made.ordinal = ordinal;
    return made;
}

} // namespace

TEST_CASE("each clock waits for something of its own, and a promise is called by its number") {
    std::set<std::string> things;
    for (const auto word : complaint::Vocabulary<Clock>::k_words)
        things.insert(owed_thing(deadline(complaint::parse_word<Clock>(word))));
    CHECK(things.size() == complaint::Vocabulary<Clock>::k_words.size());
    CHECK_FALSE(things.contains(""));
    CHECK(owed_thing(deadline(Clock::response)) == "the first answer");
    CHECK(owed_thing(deadline(Clock::promise, 12)) == "promise P12");
}

TEST_CASE("what is owed is due, overdue from the second after, or paused") {
    const auto due = utc("2026-01-12T14:00:00Z");
    auto resolution = deadline(Clock::resolution);
    CHECK(due_text(resolution, due, iso_time) == "resolution is paused");
    CHECK(due_text(resolution, due, iso_time, true) == "resolution would be paused");
    resolution.due_at = due;
    CHECK(due_text(resolution, due, iso_time) == "resolution is due 2026-01-12T14:00:00Z");
    CHECK(due_text(resolution, due, iso_time, true) == "resolution would be due 2026-01-12T14:00:00Z");
    const auto later = due + time::Seconds{1};
    CHECK(due_text(resolution, later, iso_time) == "resolution has been overdue since 2026-01-12T14:00:00Z");
    // It is so already, whatever would be done.
    CHECK(due_text(resolution, later, iso_time, true)
          == "resolution has been overdue since 2026-01-12T14:00:00Z");
}

} // namespace reklamaatio::view::tests
