// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks of the conversation, the promises and the follow-up: drawings, then random conversations against
// a count of our own.
#include "complaint/commitments.hpp"
#include "complaint/merge.hpp"
#include "complaint/random_complaint.hpp"
#include "complaint/resolution.hpp"
#include "rulebook/history.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using time::Instant;

// Open round the clock, so that a working hour is an hour.
time::Calendar always() {
    time::CalendarRules rules;
    rules.name = "always";
    for (auto& day : rules.hours)
        day = {{minutes{0}, minutes{24 * 60}}};
    return time::Calendar(rules);
}

Policy conversing(std::string_view reply, std::string_view update, std::string_view followup = "") {
    Policy made;
    made.calendars.push_back(always());
    Sla all;
    all.name = "all";
    const auto set = [&](Clock clock, std::string_view target) {
        if (!target.empty()) all.targets[static_cast<std::size_t>(clock)] = time::parse_target(target);
    };
    set(Clock::reply, reply);
    set(Clock::update, update);
    set(Clock::followup, followup);
    made.slas.push_back(all);
    return made;
}

struct Row {
    Instant started_at;
    std::optional<Instant> due_at;
    std::optional<Instant> met_at;
    std::optional<Instant> cancelled_at;
    friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> rows(const History& history, Clock clock) {
    std::vector<Row> found;
    for (const auto& d : history.deadlines(clock))
        found.push_back({d.started_at, d.due_at, d.met_at, d.cancelled_at});
    return found;
}

Instant at(std::string_view time) {
    return utc("2026-01-12T" + std::string(time) + ":00Z");
}

History begun(std::string_view reply, std::string_view update, std::string_view followup = "") {
    History history(conversing(reply, update, followup));
    history.open(draft("2026-01-12T06:00:00Z"));
    return history;
}

std::string t(std::string_view time) {
    return "2026-01-12T" + std::string(time) + ":00Z";
}

constexpr std::optional<Instant> k_none;

} // namespace

//   in       out      in       in       out
//   06:00    07:00    08:00    09:00    11:00
//                     [=================] reply, due 10:00
TEST_CASE("a reply is owed from the oldest message that nobody answered") {
    History history = begun("2h", "");
    history.hear(t("06:30")); // not yet answered: the response clock sees to that
    history.answer(t("07:00")).hear(t("08:00")).hear(t("09:00"));
    CHECK(rows(history, Clock::reply) == std::vector<Row>{{at("08:00"), at("10:00"), k_none, k_none}});
    history.answer(t("11:00")).hear(t("12:00"));
    CHECK(rows(history, Clock::reply)
          == std::vector<Row>{{at("08:00"), at("10:00"), at("11:00"), k_none},
                              {at("12:00"), at("14:00"), k_none, k_none}});
    CHECK(history.deadlines(Clock::reply)[0].overrun == time::Seconds{3600});
}

TEST_CASE("what is written down late was said when it was said") {
    History history = begun("2h", "");
    history.answer(t("07:00")).answer(t("09:00"));
    history.add(contact(history.state(), inbound(), {at("08:00"), at("10:00")}));
    CHECK(rows(history, Clock::reply) == std::vector<Row>{{at("08:00"), at("10:00"), at("09:00"), k_none}});
}

TEST_CASE("a machine's receipt and a note answer nothing") {
    History history = begun("2h", "3h");
    history.answer(t("07:00")).hear(t("08:00")).contact(t("08:01"), receipt());
    history.add(note(history.state(), "calls back", on(t("08:30"))));
    CHECK(rows(history, Clock::reply)[0].met_at == k_none);
    CHECK(rows(history, Clock::update).size() == 1);
}

//   out      out      resolve      in
//   07:00    09:00    10:00        11:00
//   [========] met
//            [========x cancelled, due 12:00
//                                  [ reply after the end
TEST_CASE("resolving cancels what is not yet due and a later message starts a reply") {
    History history = begun("2h", "3h");
    history.answer(t("07:00")).answer(t("09:00")).resolve(t("10:00")).hear(t("11:00"));
    CHECK(rows(history, Clock::update)
          == std::vector<Row>{{at("07:00"), at("10:00"), at("09:00"), k_none},
                              {at("09:00"), at("12:00"), k_none, at("10:00")}});
    CHECK(rows(history, Clock::reply) == std::vector<Row>{{at("11:00"), at("13:00"), k_none, k_none}});
}

TEST_CASE("what was past due when it was resolved stays unmet until we speak") {
    History history = begun("1h", "1h");
    history.answer(t("07:00")).hear(t("08:00")).resolve(t("10:00"));
    CHECK(rows(history, Clock::reply) == std::vector<Row>{{at("08:00"), at("09:00"), k_none, k_none}});
    CHECK(rows(history, Clock::update) == std::vector<Row>{{at("07:00"), at("08:00"), k_none, k_none}});
    history.answer(t("11:00"));
    CHECK(rows(history, Clock::reply)[0].met_at == at("11:00"));
    CHECK(rows(history, Clock::update) == std::vector<Row>{{at("07:00"), at("08:00"), at("11:00"), k_none}});
}

//   out      await      in         out
//   07:00    08:00      11:00      13:00
//   [========] met
//            [..........====] due 08:00 + 3 h of waiting + 3 h
TEST_CASE("the update clock is paused while the customer is waited for and the reply clock is not") {
    History history = begun("2h", "3h");
    history.answer(t("07:00")).await(t("08:00"));
    CHECK(rows(history, Clock::update)[1].due_at == k_none);
    CHECK(history.deadlines(Clock::update)[1].left == time::Seconds{3 * 3600});
    history.hear(t("11:00"));
    CHECK(rows(history, Clock::update)[1].due_at == at("14:00"));
    CHECK(rows(history, Clock::reply)[0].due_at == at("13:00"));
}

//   await    out
//   07:00    09:00
//   [========] met while the clock was paused, due 09:00 + 3 h
TEST_CASE("news during a wait are in time, however long the wait lasts") {
    History history = begun("", "3h");
    history.await(t("07:00")).answer(t("17:00"));
    REQUIRE(history.state().status == Status::waiting);
    CHECK(rows(history, Clock::update)
          == std::vector<Row>{{at("07:00"), at("20:00"), at("17:00"), k_none},
                              {at("17:00"), k_none, k_none, k_none}});
    CHECK(is_met(history.deadlines(Clock::update)[0]));
    CHECK(history.deadlines(Clock::update)[0].taken == time::Seconds{0});
    history.hear(t("19:00"));
    CHECK(is_met(history.deadlines(Clock::update)[0]));
    CHECK(rows(history, Clock::update)[1].due_at == at("22:00"));
}

TEST_CASE("whoever answers as they log starts the update clock") {
    History history(conversing("2h", "3h"));
    history.open(draft("2026-01-12T06:00:00Z"), true);
    CHECK(rows(history, Clock::update) == std::vector<Row>{{at("06:00"), at("09:00"), k_none, k_none}});
    CHECK(rows(history, Clock::reply).empty());
    history.answer(t("08:00"));
    CHECK(rows(history, Clock::update)[0].met_at == at("08:00"));
}

namespace {

// After our answer at 07:00 and an offer at 08:00, what became of it at 09:00.
History offered(OfferTurn turn, const std::string& wish) {
    History history = begun("2h", "");
    history.answer(t("07:00"));
    Procedure procedure;
    history.add(offer(history.state(), procedure, {"gift", {}, "", {}, "", "", "", {}}, on(t("08:00"))));
    apply(procedure, history.events().back());
    OfferNews news;
    news.turn = turn;
    news.wish = wish;
    history.add(turn_offer(history.state(), procedure, news, on(t("09:00"))));
    return history;
}

} // namespace

TEST_CASE("who accepts an offer asks nothing and who declines it is owed an answer") {
    CHECK(rows(offered(OfferTurn::accepted, ""), Clock::reply).empty());
    CHECK(rows(offered(OfferTurn::declined, "money"), Clock::reply)
          == std::vector<Row>{{at("09:00"), at("11:00"), k_none, k_none}});
    CHECK(rows(offered(OfferTurn::declined, ""), Clock::reply).size() == 1);
}

TEST_CASE("who accepts an offer still waits for the answer to what they asked before") {
    History history = begun("2h", "");
    history.answer(t("07:00"));
    Procedure procedure;
    history.add(offer(history.state(), procedure, {"gift", {}, "", {}, "", "", "", {}}, on(t("07:30"))));
    apply(procedure, history.events().back());
    history.hear(t("08:00"));
    history.add(turn_offer(history.state(), procedure, OfferNews{}, on(t("09:00"))));
    CHECK(rows(history, Clock::reply) == std::vector<Row>{{at("08:00"), at("10:00"), k_none, k_none}});
}

TEST_CASE("a promise is kept, broken or withdrawn, and no other clock knows of it") {
    History history = begun("", "");
    const auto make = [&](std::string_view when, std::string_view due) {
        Procedure procedure;
        for (const auto& event : history.events())
            apply(procedure, event);
        history.add(promise(history.state(), procedure, {"a new leg", at(due), "", ""}, on(t(when))));
    };
    const auto end = [&](std::string_view when, PromiseState state, std::int64_t number) {
        Procedure procedure;
        for (const auto& event : history.events())
            apply(procedure, event);
        history.add(end_promise(history.state(), procedure, state, number, "", on(t(when))));
    };
    make("07:00", "09:00");
    make("07:30", "12:00");
    make("07:40", "13:00");
    make("07:50", "23:00");
    end("10:00", PromiseState::kept, 1);
    end("11:00", PromiseState::broken, 2);
    end("11:30", PromiseState::withdrawn, 3);
    const auto promises = history.deadlines(Clock::promise);
    REQUIRE(promises.size() == 4);
    CHECK(promises[0].met_at == at("10:00"));
    CHECK(promises[0].overrun == time::Seconds{3600});
    CHECK(promises[1].missed_at == at("11:00"));
    CHECK(promises[2].cancelled_at == at("11:30"));
    CHECK(promises[3].warn_at == at("07:50") + minutes{728}); // 0.8 of 15 h 10 min
    history.resolve(t("15:00"));                              // by force, as it were
    CHECK(history.deadlines(Clock::promise)[3].cancelled_at == at("15:00"));
    history.reopen(t("16:00"));
    CHECK(history.deadlines(Clock::promise)[3].cancelled_at == k_none);
}

TEST_CASE("a follow-up is owed from the resolution until it is made or the complaint is opened again") {
    History history = begun("", "", "2d");
    const auto resolve_owing = [&](std::string_view when) {
        history.add(resolve(history.state(), Procedure{}, Resolution{}, EndRules{{}, true}, on(when)));
    };
    resolve_owing(t("10:00"));
    CHECK(history.state().status == Status::resolved);
    CHECK(rows(history, Clock::followup)
          == std::vector<Row>{{at("10:00"), at("10:00") + hours{48}, k_none, k_none}});
    history.reopen("2026-01-13T10:00:00Z");
    CHECK(rows(history, Clock::followup)[0].cancelled_at == utc("2026-01-13T10:00:00Z"));
    resolve_owing("2026-01-13T12:00:00Z");
    FollowUp well;
    well.csat = 5;
    history.add(follow_up(history.state(), well, on("2026-01-16T12:00:00Z")));
    CHECK(history.state().status == Status::closed);
    const auto followups = history.deadlines(Clock::followup);
    REQUIRE(followups.size() == 2);
    CHECK(followups[1].met_at == utc("2026-01-16T12:00:00Z"));
    CHECK(followups[1].overrun == time::Seconds{24 * 3600});
}

//   in       out      in (needs none)   in       nothing needed
//   06:00    07:00    08:00             09:00    10:00
//                                       [========x cancelled, due 11:00
TEST_CASE("what needs no answer starts no clock and ends one that runs") {
    History history = begun("2h", "");
    Contact thanks = inbound("Thanks, bye.");
    thanks.needs_no_answer = true;
    history.answer(t("07:00")).contact(t("08:00"), thanks);
    CHECK(rows(history, Clock::reply).empty());
    history.hear(t("09:00")).contact(t("10:00"), asks_nothing());
    CHECK(rows(history, Clock::reply) == std::vector<Row>{{at("09:00"), at("11:00"), k_none, at("10:00")}});
    history.hear(t("12:00"));
    CHECK(rows(history, Clock::reply)[1] == Row{at("12:00"), at("14:00"), k_none, k_none});
    // The next message of ours is an answer to nothing of before.
    CHECK(rows(history.answer(t("13:00")), Clock::reply)[0].met_at == k_none);
}

TEST_CASE("an answer that was due is not forgotten because none is needed any more") {
    History history = begun("2h", "");
    history.answer(t("07:00")).hear(t("08:00")).contact(t("11:00"), asks_nothing());
    const auto row = history.deadlines(Clock::reply)[0];
    CHECK(row.due_at == at("10:00"));
    CHECK(row.missed_at == at("11:00"));
    CHECK(row.met_at == k_none);
    CHECK(row.cancelled_at == k_none);
}

TEST_CASE("a machine of the customer's starts no clock") {
    History history = begun("2h", "");
    Contact away = inbound("I am on holiday.");
    away.automatic = true;
    history.answer(t("07:00")).contact(t("08:00"), away);
    CHECK(rows(history, Clock::reply).empty());
    history.resolve(t("09:00")).contact(t("10:00"), away);
    CHECK(plan(history.events(), {}, history.policies()).unanswered_since == k_none);
}

TEST_CASE("thanks after the end keep nobody waiting and end what was waited for") {
    History history = begun("2h", "");
    Contact thanks = inbound("Thanks, bye.");
    thanks.needs_no_answer = true;
    const auto since = [&] { return plan(history.events(), {}, history.policies()).unanswered_since; };
    history.answer(t("07:00")).resolve(t("08:00")).contact(t("09:00"), thanks);
    CHECK(since() == k_none);
    history.hear(t("10:00"));
    CHECK(since() == at("10:00"));
    history.contact(t("11:00"), thanks);
    CHECK(since() == at("10:00")); // what was asked at ten is asked still
    history.contact(t("11:30"), asks_nothing());
    CHECK(since() == k_none);
}

TEST_CASE("what a duplicate heard counts for the one that it was merged into") {
    const auto first = begun("2h", "");
    auto events = first.events();
    History other = begun("2h", "");
    other.answer(t("07:00")).hear(t("08:00"));
    auto heard = other.events();
    std::erase_if(heard, [](const Event& event) { return !event.message; });
    for (auto& event : heard)
        event.number += 10;
    auto into = merge_in(first.state(), {{other.state()}}, on(t("09:00")));
    into.number = 100;
    into.change = 100;
    events.push_back(into);
    const auto made = plan(events, heard, first.policies()).deadlines;
    const auto reply = std::ranges::find(made, Clock::reply, &Deadline::clock);
    REQUIRE(reply != made.end());
    CHECK(reply->started_at == at("08:00"));
}

namespace {

// The survivor's plan after a merge with what was opened at 08:00 and then ended so.
std::vector<Deadline> merged_with(const History& first, const History& other) {
    auto events = first.events();
    auto heard = other.events();
    heard.front().message = Message{Direction::in, "email", false, ""};
    for (auto& event : heard) {
        event.number += 10;
        event.complaint = Id{99};
    }
    auto into = merge_in(first.state(), {{other.state()}}, on(t("20:00")));
    into.number = 100;
    into.change = 100;
    events.push_back(into);
    return plan(events, heard, first.policies()).deadlines;
}

} // namespace

//   08:00 received A ---- 16:00 due ----          (8 h, round the clock)
//                                   17:00 received B, answered 18:00
TEST_CASE("the first answer is judged from the earliest receipt, whichever is merged into the other") {
    Policy eight = conversing("", "");
    eight.slas[0].targets[static_cast<std::size_t>(Clock::response)] = time::parse_target("8h");
    const auto opened = [&](std::string_view time) {
        History history(eight);
        history.open(draft(t(time)));
        return history;
    };
    const History first = opened("08:00");
    History second = opened("17:00");
    second.answer(t("18:00"));
    for (const auto& made : {merged_with(first, second), merged_with(second, first)}) {
        const auto row = std::ranges::find(made, Clock::response, &Deadline::clock);
        REQUIRE(row != made.end());
        CHECK(row->started_at == at("08:00"));
        CHECK(row->due_at == at("16:00"));
        CHECK(row->met_at == at("18:00"));
        CHECK(row->overrun == time::Seconds{2 * 3600});
    }
    // One that was answered in time has been answered in time.
    History answered = opened("08:00");
    answered.answer(t("09:00"));
    for (const auto& made : {merged_with(answered, second), merged_with(second, answered)})
        CHECK(is_met(*std::ranges::find(made, Clock::response, &Deadline::clock)));
}

TEST_CASE("an end without a message answers nothing of what a duplicate asked") {
    History first = begun("2h", "");
    first.answer(t("07:00"));
    History silent(conversing("2h", ""));
    silent.open(draft("2026-01-12T08:00:00Z")).resolve(t("09:00"));
    const auto unanswered = merged_with(first, silent);
    const auto reply = std::ranges::find(unanswered, Clock::reply, &Deadline::clock);
    REQUIRE(reply != unanswered.end());
    CHECK(reply->due_at == at("10:00"));
    CHECK(reply->met_at == k_none);
    CHECK(reply->cancelled_at == k_none);

    History told(conversing("2h", ""));
    told.open(draft("2026-01-12T08:00:00Z"));
    Resolution by_mail;
    by_mail.channel = "email";
    told.add(resolve(told.state(), by_mail, on(t("09:00"))));
    const auto answered = merged_with(first, told);
    CHECK(std::ranges::find(answered, Clock::reply, &Deadline::clock)->met_at == at("09:00"));
}

namespace {

// What happened, by minutes, and the rows that follow, counted without the planner: each question is asked of
// the whole list.
struct Happening {
    enum class Kind { in, out, await, resolve, reopen } kind;
    Instant at;
};

class Count {
  public:
    Count(std::vector<Happening> list, time::Seconds target) : m_list(std::move(list)), m_target(target) {}

    std::vector<Row> replies() const {
        std::vector<Row> found;
        const auto answered = first(Instant::min(), is_ours);
        for (const auto& h : m_list) {
            if (h.kind != Happening::Kind::in || !answered || h.at < *answered) continue;
            if (!found.empty() && is_pending(found.back(), h.at)) continue;
            found.push_back(ended({h.at, h.at + m_target, {}, {}}));
        }
        return found;
    }

    std::vector<Row> updates() const {
        std::vector<Row> found;
        for (const auto& h : m_list) {
            const bool reopened = h.kind == Happening::Kind::reopen && first(Instant::min(), is_ours)
                                  && *first(Instant::min(), is_ours) < h.at
                                  && (found.empty() || !is_pending(found.back(), h.at));
            if (reopened || (is_ours(h) && !is_resolved(h.at)))
                found.push_back(ended({h.at, due(h.at), {}, {}}));
        }
        return found;
    }

  private:
    static bool is_ours(const Happening& h) {
        return h.kind == Happening::Kind::out || h.kind == Happening::Kind::await;
    }

    template <typename Is>
    std::optional<Instant> first(Instant after, Is is) const {
        for (const auto& h : m_list)
            if (h.at > after && is(h)) return h.at;
        return std::nullopt;
    }

    bool is_resolved(Instant when) const {
        bool resolved = false;
        for (const auto& h : m_list) {
            if (h.at > when) break;
            if (h.kind == Happening::Kind::resolve) resolved = true;
            if (h.kind == Happening::Kind::reopen) resolved = false;
        }
        return resolved;
    }

    // Of an update: asking the customer is a message, too, so that only a wait that began no later than the
    // row counts. A wait ends with the customer's message or with the resolution; of one that lasts, what
    // counts is the part before we spoke again.
    std::optional<Instant> due(Instant start) const {
        Instant due = start + m_target;
        const auto met = first(start, is_ours);
        std::optional<Instant> waiting_since;
        for (const auto& h : m_list) {
            if (h.kind == Happening::Kind::await && !waiting_since) waiting_since = h.at;
            const bool ends = h.kind == Happening::Kind::in || h.kind == Happening::Kind::resolve;
            if (!ends || !waiting_since) continue;
            if (*waiting_since <= start && h.at > start) due += h.at - start;
            waiting_since.reset();
        }
        if (!waiting_since || *waiting_since > start) return due;
        return met ? std::optional(due + (*met - start)) : std::nullopt;
    }

    Row ended(Row row) const {
        const auto met = first(row.started_at, is_ours);
        for (const auto& h : m_list) {
            if (h.at <= row.started_at || h.kind != Happening::Kind::resolve || (met && h.at > *met))
                continue;
            if (row.due_at && *row.due_at < h.at) continue;
            row.cancelled_at = h.at;
            return row;
        }
        row.met_at = met;
        return row;
    }

    static bool is_pending(const Row& row, Instant when) {
        return (!row.met_at || *row.met_at >= when) && (!row.cancelled_at || *row.cancelled_at >= when);
    }

    std::vector<Happening> m_list;
    time::Seconds m_target;
};

} // namespace

TEST_CASE("random conversations have the replies and updates that a count by hand finds") {
    for (unsigned seed = 1; seed <= 400; ++seed) {
        Random random(seed);
        CAPTURE(seed);
        History history = begun("5h", "5h");
        std::vector<Happening> list;
        Instant now = at("06:00");
        for (int i = 0; i < 14; ++i) {
            now += minutes{1 + random_number(random, 420)};
            const std::string when = time::to_iso(now);
            const bool unresolved = is_unresolved(history.state().status);
            switch (random_number(random, 6)) {
            case 0:
            case 1:
                history.hear(when);
                list.push_back({Happening::Kind::in, now});
                break;
            case 2:
                if (!unresolved) break;
                history.await(when);
                list.push_back({Happening::Kind::await, now});
                break;
            case 3:
                if (unresolved)
                    history.resolve(when);
                else
                    history.reopen(when);
                list.push_back({unresolved ? Happening::Kind::resolve : Happening::Kind::reopen, now});
                break;
            default:
                history.answer(when);
                list.push_back({Happening::Kind::out, now});
            }
        }
        const Count count(list, hours{5});
        CHECK(rows(history, Clock::reply) == count.replies());
        CHECK(rows(history, Clock::update) == count.updates());
    }
}

} // namespace reklamaatio::rulebook::tests
