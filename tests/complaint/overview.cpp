// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/overview.hpp"

#include "complaint/builders.hpp"

namespace reklamaatio::complaint::tests {

TEST_CASE("a complaint is overdue behind its due time and not at it") {
    Overview overview;
    const Instant noon = utc("2026-01-12T12:00:00Z");
    CHECK_FALSE(is_overdue(overview, noon)); // nothing is due
    overview.due_at = noon;
    overview.due_clock = Clock::response;
    CHECK_FALSE(is_overdue(overview, noon));
    CHECK(is_overdue(overview, noon + Seconds{1}));
}

TEST_CASE("what is resolved is overdue with its follow-up and never with an answer") {
    Overview overview;
    overview.due_at = utc("2026-01-12T12:00:00Z");
    const Instant later = utc("2026-01-13T12:00:00Z");
    overview.due_clock = Clock::reply;
    CHECK(is_overdue(overview, later)); // of what is unresolved
    overview.unanswered_since = utc("2026-01-12T08:00:00Z");
    CHECK_FALSE(is_overdue(overview, later));
    overview.due_clock = Clock::followup;
    CHECK(is_overdue(overview, later));
}

TEST_CASE("a complaint is called by its subject or else by the first line of its text") {
    Complaint c;
    CHECK(headline(c).empty());
    c.text = "It broke.\nAgain.";
    CHECK(headline(c) == "It broke.");
    c.text = "It broke.";
    CHECK(headline(c) == "It broke.");
    c.subject = "The stove";
    CHECK(headline(c) == "The stove");
}

TEST_CASE("a customer is called by name or else by address or number") {
    Customer c;
    CHECK(called(c).empty());
    c.phone = "+358401234";
    CHECK(called(c) == "+358401234");
    c.email = "maija@example.fi";
    CHECK(called(c) == "maija@example.fi");
    c.name = "Maija";
    CHECK(called(c) == "Maija");
}

} // namespace reklamaatio::complaint::tests
