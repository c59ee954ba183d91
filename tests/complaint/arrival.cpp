// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in from other systems.
#include "complaint/arrival.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"
#include "complaint/handling.hpp"

#include <functional>

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

constexpr std::string_view k_now = "2026-02-01T00:00:00Z";

Complaint imported(const Complaint& draft) {
    return after({}, import(draft, on(k_now)));
}

Complaint with_status(Status status) {
    Complaint made = draft();
    made.status = status;
    return made;
}

} // namespace

TEST_CASE("what a file says of an open complaint stands as it is") {
    Complaint said = with_status(Status::open);
    said.responded_at = utc("2026-01-12T08:00:00Z");
    const Event event = import(said, on(k_now));
    CHECK(event.kind == EventKind::imported);
    CHECK(event.complaint == said.id);
    CHECK(event.happened_at == said.received_at);
    CHECK(event.recorded_at == utc(k_now));
    const Complaint c = imported(said);
    CHECK(c.status == Status::open);
    CHECK(c.status_at == said.received_at);
    CHECK(c.responded_at == said.responded_at);
    CHECK(c.logged_at == utc(k_now));
}

TEST_CASE("the file may know when it was logged") {
    Complaint said = with_status(Status::new_);
    said.logged_at = utc("2026-01-12T06:30:00Z");
    CHECK(imported(said).logged_at == utc("2026-01-12T06:30:00Z"));
}

TEST_CASE("a file that knows one of the two times of the end knows both") {
    Complaint closed = with_status(Status::closed);
    closed.closed_at = utc("2026-01-15T08:00:00Z");
    CHECK(imported(closed).resolved_at == closed.closed_at);
    CHECK(imported(closed).status_at == closed.closed_at);

    closed.closed_at.reset();
    closed.resolved_at = utc("2026-01-14T08:00:00Z");
    CHECK(imported(closed).closed_at == closed.resolved_at);

    closed.closed_at = utc("2026-01-15T08:00:00Z");
    CHECK(imported(closed).resolved_at == utc("2026-01-14T08:00:00Z"));
    CHECK(imported(closed).status_at == utc("2026-01-15T08:00:00Z"));

    Complaint resolved = with_status(Status::resolved);
    resolved.resolved_at = utc("2026-01-14T08:00:00Z");
    CHECK_FALSE(imported(resolved).closed_at);
    CHECK(imported(resolved).status_at == resolved.resolved_at);
}

TEST_CASE("a complaint that comes in waiting waits from now on") {
    const Complaint c = imported(with_status(Status::waiting));
    CHECK(c.waiting_since == utc(k_now));
    CHECK(c.status_at == utc(k_now));
    CHECK(c.waited == Seconds{0});
}

TEST_CASE("an empty due time of one that waits is a clock that is paused since the first answer") {
    Complaint c = with_status(Status::waiting);
    c.responded_at = utc("2026-01-13T08:00:00Z");
    c.given_resolution_due = GivenDue{};
    Complaint told = c;
    stop_the_clock(told);
    CHECK_FALSE(told.given_resolution_due);
    CHECK(told.waiting_since == c.responded_at);

    Complaint since = c;
    since.waiting_since = utc("2026-01-14T08:00:00Z");
    stop_the_clock(since);
    CHECK(since.waiting_since == utc("2026-01-14T08:00:00Z"));

    for (auto* due : {"at", "left", "open"}) {
        Complaint other = c;
        if (due == std::string_view("at")) other.given_resolution_due->at = utc("2026-01-20T08:00:00Z");
        if (due == std::string_view("left")) other.given_resolution_due->left = std::chrono::minutes{90};
        if (due == std::string_view("open")) other.status = Status::open;
        const Complaint before = other;
        stop_the_clock(other);
        CHECK(other == before);
    }
}

TEST_CASE("a complaint that comes in void is void from its end or from its receipt") {
    CHECK(imported(with_status(Status::void_)).voided_at == utc(k_received));
    Complaint said = with_status(Status::void_);
    said.resolved_at = utc("2026-01-14T08:00:00Z");
    CHECK(imported(said).voided_at == said.resolved_at);
    said.closed_at = utc("2026-01-15T08:00:00Z");
    CHECK(imported(said).voided_at == said.closed_at);
}

TEST_CASE("times that contradict each other or the status are refused by the name of the field") {
    struct Case {
        std::string_view message;
        Status status;
        std::function<void(Complaint&)> change;
    };
    const auto at = [](std::string_view text) { return std::optional(utc(text)); };
    const Case cases[] = {
        {"received_at: 2026-02-01 00:00:01 is in the future", Status::open,
         [&](Complaint& c) { c.received_at = utc("2026-02-01T00:00:01Z"); }},
        {"responded_at: 2026-01-12 05:59 is before the complaint was received (2026-01-12 06:00)",
         Status::open, [&](Complaint& c) { c.responded_at = at("2026-01-12T05:59:59Z"); }},
        {"responded_at: 2026-01-12 05:59:30 is before the complaint was received (2026-01-12 05:59:40)",
         Status::open,
         [&](Complaint& c) {
             c.received_at = utc("2026-01-12T05:59:40Z");
             c.responded_at = at("2026-01-12T05:59:30Z");
         }},
        {"waiting_until: a complaint that is open does not wait for the customer", Status::open,
         [&](Complaint& c) { c.waiting_until = at("2026-02-20T08:00:00Z"); }},
        {"first_outcome: a complaint that was never reopened or appealed has no earlier end", Status::open,
         [&](Complaint& c) { c.first_outcome = Outcome::upheld; }},
        {"first_resolved_at: 2026-02-01 00:00:01 is in the future", Status::open,
         [&](Complaint& c) {
             c.reopened_count = 1;
             c.first_resolved_at = at("2026-02-01T00:00:01Z");
         }},
        {"resolution_left_minutes: the clock of a complaint that is open is not paused", Status::open,
         [&](Complaint& c) {
             c.given_resolution_due = GivenDue{std::nullopt, std::chrono::minutes{90}};
         }},
        {"resolution_left_minutes: what has a due time is not paused", Status::waiting,
         [&](Complaint& c) {
             c.given_resolution_due = GivenDue{at("2026-01-20T08:00:00Z"), std::chrono::minutes{90}};
         }},
        {"responded_at: 2026-02-01 00:00:01 is in the future", Status::open,
         [&](Complaint& c) { c.responded_at = at("2026-02-01T00:00:01Z"); }},
        {"resolved_at: a complaint that is new has no such time", Status::new_,
         [&](Complaint& c) { c.resolved_at = at("2026-01-13T06:00:00Z"); }},
        {"resolved_at: a complaint that is waiting has no such time", Status::waiting,
         [&](Complaint& c) { c.resolved_at = at("2026-01-13T06:00:00Z"); }},
        {"closed_at: a complaint that is open has no such time", Status::open,
         [&](Complaint& c) { c.closed_at = at("2026-01-13T06:00:00Z"); }},
        {"closed_at: a complaint that is resolved has no such time", Status::resolved,
         [&](Complaint& c) {
             c.resolved_at = at("2026-01-13T06:00:00Z");
             c.closed_at = at("2026-01-13T06:00:00Z");
         }},
        {"resolved_at: a complaint that is resolved needs the time", Status::resolved, [](Complaint&) {}},
        {"resolved_at: a complaint that is closed needs the time", Status::closed, [](Complaint&) {}},
        {"resolved_at: 2026-01-12 05:00 is before the complaint was received (2026-01-12 06:00)",
         Status::closed, [&](Complaint& c) { c.resolved_at = at("2026-01-12T05:00:00Z"); }},
        {"closed_at: 2026-01-12 05:00 is before the complaint was received (2026-01-12 06:00)",
         Status::closed, [&](Complaint& c) { c.closed_at = at("2026-01-12T05:00:00Z"); }},
        {"closed_at: 2026-02-01 00:00:01 is in the future", Status::resolved,
         [&](Complaint& c) { c.closed_at = at("2026-02-01T00:00:01Z"); }},
        {"resolved_at: 2026-02-01 00:00:01 is in the future", Status::closed,
         [&](Complaint& c) { c.resolved_at = at("2026-02-01T00:00:01Z"); }},
        {"closed_at: 2026-01-13 06:00 is before it was resolved (2026-01-14 06:00)", Status::closed,
         [&](Complaint& c) {
             c.resolved_at = at("2026-01-14T06:00:00Z");
             c.closed_at = at("2026-01-13T06:00:00Z");
         }},
        {"closed_at: 2026-02-01 00:00:01 is in the future", Status::closed,
         [&](Complaint& c) {
             c.resolved_at = at("2026-01-14T06:00:00Z");
             c.closed_at = at("2026-02-01T00:00:01Z");
         }},
    };
    for (const Case& c : cases) {
        CAPTURE(c.message);
        Complaint said = with_status(c.status);
        c.change(said);
        CHECK(message_of<BadValue>([&] { import(said, on(k_now)); }) == c.message);
    }
}

TEST_CASE("times at the very border are fine") {
    Complaint said = with_status(Status::closed);
    said.responded_at = said.resolved_at = said.closed_at = said.received_at;
    CHECK_NOTHROW(import(said, on(k_now)));
    said.received_at = utc(k_now);
    said.responded_at = said.resolved_at = said.closed_at = utc(k_now);
    CHECK_NOTHROW(import(said, on(k_now)));
    CHECK_NOTHROW(check_state(said, on(k_now)));
}

TEST_CASE("a state that a file changed is judged likewise") {
    Complaint c = in_status(Status::closed);
    CHECK_NOTHROW(check_state(c, on(k_now)));
    c.responded_at = utc("2026-01-12T05:00:00Z");
    CHECK(message_of<BadValue>([&] { check_state(c, on(k_now)); }).starts_with("responded_at: "));
}

} // namespace reklamaatio::complaint::tests
