// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/action.hpp"

#include "complaint/builders.hpp"
#include "complaint/refusal.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

Action draft_action() {
    Action made;
    made.id = {1};
    made.text = "wrap the glass";
    return made;
}

} // namespace

TEST_CASE("an action is open from its beginning until it is done") {
    const Action open = begun(draft_action(), on("2026-01-12T12:00:00Z"));
    CHECK(open.opened_at == utc("2026-01-12T12:00:00Z"));
    CHECK(state_of(open) == ActionState::open);
    const Action ended = done(open, "no broken glass since", on("2026-01-13T12:00:00Z"));
    CHECK(state_of(ended) == ActionState::done);
    CHECK(ended.done_at == utc("2026-01-13T12:00:00Z"));
    CHECK(ended.effect == "no broken glass since");
}

TEST_CASE("an action has words and a time to come") {
    Action silent = draft_action();
    silent.text.clear();
    CHECK(message_of<Refusal>([&] { begun(silent, on("2026-01-12T12:00:00Z")); }) == "action_without_words");
    Action late = draft_action();
    late.due_at = utc("2026-01-12T12:00:00Z");
    CHECK(message_of<Refusal>([&] { begun(late, on("2026-01-12T12:00:00Z")); })
          == "action_due_in_the_past: due 2026-01-12 12:00");
    CHECK_NOTHROW(begun(late, on("2026-01-12T11:59:59Z")));
}

TEST_CASE("an action is done once and not before it was begun") {
    const Action open = begun(draft_action(), on("2026-01-12T12:00:00Z"));
    CHECK(message_of<Refusal>([&] { done(open, "", on("2026-01-12T11:00:00Z", "2026-01-13T12:00:00Z")); })
          == "action_done_before_begun: action A-1; at 2026-01-12 12:00");
    const Action ended = done(open, "", on("2026-01-13T12:00:00Z"));
    CHECK(message_of<Refusal>([&] { done(ended, "", on("2026-01-14T12:00:00Z")); })
          == "action_done: action A-1; at 2026-01-13 12:00");
}

} // namespace reklamaatio::complaint::tests
