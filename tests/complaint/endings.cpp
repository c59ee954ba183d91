// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/endings.hpp"

#include "complaint/builders.hpp"
#include "complaint/handling.hpp"
#include "complaint/resolution.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

// A complaint and all that happened to it.
struct Life {
    Complaint complaint;
    std::vector<Event> events;

    Life() {
        Complaint made = draft();
        made.id = {7};
        add(open(made, true, on("2026-01-12T09:00:00Z")));
    }
    void add(Event event) {
        event.actor = "maria";
        apply(complaint, event);
        events.push_back(event);
    }
    void resolve(std::string_view at, const Resolution& to) {
        add(complaint::resolve(complaint, {}, to, {{}, true}, on(at)));
    }
};

Resolution refund(std::int64_t cents) {
    Resolution to;
    to.outcome = Outcome::upheld;
    to.remedy = "refund";
    to.amount = cents;
    to.currency = "EUR";
    return to;
}

} // namespace

TEST_CASE("what one end granted is not the next one's") {
    Life life;
    life.resolve("2026-01-13T09:00:00Z", refund(2'000));
    FollowUp asked;
    asked.csat = 2;
    life.add(follow_up(life.complaint, asked, on("2026-01-14T09:00:00Z")));
    life.add(reopen(life.complaint, "broke again", on("2026-01-15T09:00:00Z")));
    CHECK_FALSE(life.complaint.csat);
    CHECK_FALSE(life.complaint.amount); // it stands in the first end
    CHECK(life.complaint.remedy.empty());
    CHECK(life.complaint.currency.empty());
    Resolution rejected;
    rejected.outcome = Outcome::rejected;
    life.resolve("2026-01-16T09:00:00Z", rejected);
    const auto found = endings(life.events);
    REQUIRE(found.size() == 2);
    CHECK(found[0].outcome == Outcome::upheld);
    CHECK(found[0].remedy == "refund");
    CHECK(found[0].amount == 2'000);
    CHECK(found[0].by == "maria");
    REQUIRE(found[0].followups.size() == 1);
    CHECK(found[0].followups[0].csat == 2);
    CHECK(found[0].reopened_at == utc("2026-01-15T09:00:00Z"));
    CHECK(found[0].reopened_why == "broke again");
    CHECK(found[1].outcome == Outcome::rejected);
    CHECK(found[1].remedy.empty());
    CHECK_FALSE(found[1].amount);
    CHECK(found[1].followups.empty());
    CHECK_FALSE(found[1].reopened_at);
}

TEST_CASE("the same granted once more is granted twice") {
    Life life;
    life.resolve("2026-01-13T09:00:00Z", refund(2'000));
    life.add(reopen(life.complaint, "", on("2026-01-15T09:00:00Z")));
    life.resolve("2026-01-16T09:00:00Z", refund(2'000));
    const auto found = endings(life.events);
    REQUIRE(found.size() == 2);
    CHECK(found[1].amount == 2'000);
}

TEST_CASE("another remedy does not keep the price of the one before") {
    Life life;
    life.resolve("2026-01-13T09:00:00Z", refund(2'000));
    life.add(reopen(life.complaint, "", on("2026-01-15T09:00:00Z")));
    Resolution to;
    to.remedy = "replacement";
    life.resolve("2026-01-16T09:00:00Z", to);
    CHECK_FALSE(life.complaint.amount);
    CHECK(life.complaint.currency.empty());
    CHECK(endings(life.events)[0].amount == 2'000);
}

TEST_CASE("a merge does not change when a complaint came itself") {
    Life life;
    Event merged;
    merged.kind = EventKind::merged;
    Complaint older = life.complaint;
    older.received_at = utc("2026-01-10T09:00:00Z");
    merged.changes = differences(life.complaint, older);
    const auto own = life.complaint.received_at;
    life.add(merged);
    CHECK(life.complaint.received_at == older.received_at);
    CHECK(opening_of(life.events).received_at == own);
}

TEST_CASE("why something was left undone is told by the note, not by what the customer was told") {
    Procedure open_promise;
    Promise promise;
    promise.number = 1;
    promise.due_at = on("2026-02-01T09:00:00Z").now;
    open_promise.promises.push_back(promise);
    for (const bool is_told : {false, true}) {
        Life life;
        Resolution to = refund(2'000);
        to.force = true;
        to.text = "she does not mind";
        if (is_told) to.channel = "email";
        life.add(resolve(life.complaint, open_promise, to, {{}, true}, on("2026-01-13T09:00:00Z")));
        REQUIRE(endings(life.events).size() == 1);
        CHECK(endings(life.events)[0].left_undone == "promise:1");
        CHECK(endings(life.events)[0].left_undone_why == (is_told ? "" : "she does not mind"));
    }
    // Where nothing was left, a note is no reason.
    Life life;
    Resolution to = refund(2'000);
    to.text = "as agreed";
    life.resolve("2026-01-13T09:00:00Z", to);
    CHECK(endings(life.events)[0].left_undone_why.empty());
}

} // namespace reklamaatio::complaint::tests
