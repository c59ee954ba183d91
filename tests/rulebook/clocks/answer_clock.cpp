// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of the customer whom we wait for: drawings, then random waits against a count of our own.
#include "complaint/random_complaint.hpp"
#include "complaint/refusal.hpp"
#include "rulebook/history.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using time::Instant;

struct Row {
    Instant started_at;
    std::optional<Instant> due_at;
    std::optional<Instant> met_at;
    std::optional<Instant> cancelled_at;
    friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> rows(const History& history) {
    std::vector<Row> found;
    for (const auto& d : history.deadlines(Clock::answer))
        found.push_back({d.started_at, d.due_at, d.met_at, d.cancelled_at});
    return found;
}

// Empty: the policy gives nobody a time.
Policy patient(std::string_view remind_after) {
    Policy made = policy({sla("all", "8h", "5bd")});
    if (!remind_after.empty()) made.remind_after = time::parse_target(remind_after);
    return made;
}

History opened(std::string_view remind_after = "") {
    History history(patient(remind_after));
    history.open(draft("2026-01-12T06:00:00Z"));
    return history;
}

Instant at(std::string_view day_and_time) {
    return utc("2026-01-" + std::string(day_and_time) + ":00Z");
}

Contact asking(std::string reason, std::optional<Instant> until = {}) {
    Contact made = awaiting(std::move(reason));
    made.until = until;
    return made;
}

std::string t(std::string_view day_and_time) {
    return "2026-01-" + std::string(day_and_time) + ":00Z";
}

constexpr std::optional<Instant> k_none;

} // namespace

//   12 Jan 07:00            14 Jan 12:00       16 Jan 12:00
//   asked                   heard              until
TEST_CASE("an answer that comes in time meets the time that was said") {
    History history = opened();
    history.contact(t("12T07:00"), asking("a photo", at("16T12:00")));
    CHECK(rows(history) == std::vector<Row>{{at("12T07:00"), at("16T12:00"), k_none, k_none}});
    CHECK(history.deadlines(Clock::answer).front().warn_at == k_none);
    CHECK(history.deadlines(Clock::answer).front().target.empty());
    history.hear(t("14T12:00"));
    CHECK(rows(history) == std::vector<Row>{{at("12T07:00"), at("16T12:00"), at("14T12:00"), k_none}});
}

TEST_CASE("any other end of the wait cancels the time") {
    const auto after = [](auto end) {
        History history = opened();
        history.contact(t("12T07:00"), asking("a photo", at("16T12:00")));
        end(history);
        return rows(history);
    };
    const std::vector<Row> cancelled{{at("12T07:00"), at("16T12:00"), k_none, at("13T09:00")}};
    CHECK(after([](History& h) { h.contact(t("13T09:00"), no_longer_awaiting()); }) == cancelled);
    CHECK(after([](History& h) { h.resolve(t("13T09:00")); }) == cancelled);
    CHECK(after([](History& h) { h.void_entry(t("13T09:00")); }) == cancelled);
    // Whoever is told something is waited for all the same, and a machine's word is nobody's.
    const std::vector<Row> running{{at("12T07:00"), at("16T12:00"), k_none, k_none}};
    CHECK(after([](History& h) { h.answer(t("13T09:00")); }) == running);
    CHECK(after([](History& h) {
              Contact away = inbound("I am on holiday.");
              away.automatic = true;
              h.contact(t("13T09:00"), away);
          })
          == running);
}

//   Mon 07:00    Wed 09:00                Fri 12:00   Mon 19
//   asked        asked again (the same)   first time  second time
TEST_CASE("asking again gives a new time, also with the same words") {
    History history = opened();
    history.contact(t("12T07:00"), asking("a photo", at("16T12:00")));
    history.contact(t("14T09:00"), asking("a photo", at("19T12:00")));
    CHECK(rows(history)
          == std::vector<Row>{{at("12T07:00"), at("16T12:00"), k_none, at("14T09:00")},
                              {at("14T09:00"), at("19T12:00"), k_none, k_none}});
    // By the policy as well: two days from the second asking.
    History reminded = opened("2d");
    reminded.await(t("12T07:00")).await(t("13T09:00"));
    CHECK(rows(reminded)
          == std::vector<Row>{{at("12T07:00"), at("14T07:00"), k_none, at("13T09:00")},
                              {at("13T09:00"), at("15T09:00"), k_none, k_none}});
}

TEST_CASE("a time that is not said comes from the policy, in the hours of the calendar") {
    // Monday 12 January 15:00 in Helsinki, an hour before closing: the second working day after it is Wednesday.
    History history = opened("2bd");
    history.await(t("12T13:00"));
    CHECK(rows(history) == std::vector<Row>{{at("12T13:00"), at("14T14:00"), k_none, k_none}});
    CHECK(history.deadlines(Clock::answer).front().target == "2bd");
    CHECK(rows(opened("").await(t("12T13:00"))).empty());
    // What was said wins.
    CHECK(rows(opened("2bd").contact(t("12T13:00"), asking("a photo", at("30T12:00")))).front().due_at
          == at("30T12:00"));
}

TEST_CASE("a new policy moves what is neither answered nor due, and no time that was said") {
    History history = opened("2d");
    history.await(t("12T07:00")).put_in_force(t("13T07:00"), patient("5d"));
    CHECK(rows(history) == std::vector<Row>{{at("12T07:00"), at("17T07:00"), k_none, k_none}});
    history.put_in_force(t("18T07:00"), patient("30d"));
    CHECK(rows(history) == std::vector<Row>{{at("12T07:00"), at("17T07:00"), k_none, k_none}});
    History none = opened("");
    none.await(t("12T07:00")).put_in_force(t("13T07:00"), patient("5d"));
    CHECK(rows(none) == std::vector<Row>{{at("12T07:00"), at("17T07:00"), k_none, k_none}});
    none.put_in_force(t("14T07:00"), patient(""));
    CHECK(rows(none).empty());
    History said = opened("2d");
    said.contact(t("12T07:00"), asking("a photo", at("16T12:00"))).put_in_force(t("13T07:00"), patient("5d"));
    CHECK(rows(said) == std::vector<Row>{{at("12T07:00"), at("16T12:00"), k_none, k_none}});
}

TEST_CASE("an imported wait has been asked for since it began") {
    Complaint said = draft("2026-01-12T06:00:00Z");
    said.status = Status::waiting;
    said.waiting_since = at("12T09:00");
    History history(patient("2d"));
    history.add(import(said, on("2026-01-20T06:00:00Z")));
    CHECK(rows(history) == std::vector<Row>{{at("12T09:00"), at("14T09:00"), k_none, k_none}});
}

namespace {

struct Act {
    enum class Kind { ask, hear, end, policy } kind;
    Instant at;
    std::optional<Instant> until = {};
    std::optional<int> days = {}; // of a policy
};

std::optional<Instant> days_after(Instant at, std::optional<int> days) {
    return days ? std::optional(at + hours{24 * *days}) : std::nullopt;
}

// Each question is asked of the whole list: what ends an asking, and which policy it is under by then.
std::vector<Row> counted(const std::vector<Act>& acts) {
    std::vector<Row> found;
    std::optional<int> in_force;
    for (std::size_t i = 0; i < acts.size(); ++i) {
        if (acts[i].kind == Act::Kind::policy) in_force = acts[i].days;
        if (acts[i].kind != Act::Kind::ask) continue;
        Row row{acts[i].at, acts[i].until, {}, {}};
        if (!row.due_at) row.due_at = days_after(row.started_at, in_force);
        for (std::size_t j = i + 1; j < acts.size() && !row.met_at && !row.cancelled_at; ++j) {
            if (acts[j].kind == Act::Kind::hear) row.met_at = acts[j].at;
            if (acts[j].kind == Act::Kind::end || acts[j].kind == Act::Kind::ask)
                row.cancelled_at = acts[j].at;
            const bool is_due = row.due_at && *row.due_at <= acts[j].at;
            if (acts[j].kind == Act::Kind::policy && !acts[i].until && !is_due)
                row.due_at = days_after(row.started_at, acts[j].days);
        }
        if (row.due_at) found.push_back(row);
    }
    return found;
}

// What is refused is not done, and not counted.
void act(History& history, std::vector<Act>& acts, Random& random, Instant now) {
    const auto then = time::to_iso(now);
    switch (below(random, 6)) {
    case 0:
    case 1: {
        Act ask{Act::Kind::ask, now};
        if (below(random, 2) == 0) ask.until = now + minutes{1 + random_number(random, 9'000)};
        history.contact(then, asking("a photo", ask.until));
        acts.push_back(ask);
        return;
    }
    case 2:
        history.hear(then);
        acts.push_back({Act::Kind::hear, now});
        return;
    case 3:
        history.contact(then, no_longer_awaiting());
        acts.push_back({Act::Kind::end, now});
        return;
    case 4:
        if (below(random, 2) == 0)
            history.resolve(then);
        else
            history.reopen(then);
        acts.push_back({Act::Kind::end, now});
        return;
    default: {
        const auto days =
            below(random, 3) == 0 ? std::nullopt : std::optional(static_cast<int>(1 + below(random, 6)));
        history.put_in_force(then, patient(days ? std::to_string(*days) + "d" : ""));
        // No new policy applies to what is resolved; and what is resolved waits for nobody.
        acts.push_back({Act::Kind::policy, now, {}, days});
    }
    }
}

} // namespace

TEST_CASE("random waits have the times that a count of our own gives them") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Instant now = utc("2026-01-12T06:00:00Z");
        History history = opened();
        std::vector<Act> acts;
        for (int i = 0; i < 14; ++i) {
            now += minutes{1 + random_number(random, 3'000)};
            try {
                act(history, acts, random, now);
            } catch (const Refusal&) {
            }
        }
        CHECK(rows(history) == counted(acts));
    }
}

} // namespace reklamaatio::rulebook::tests
