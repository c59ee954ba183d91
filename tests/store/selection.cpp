// SPDX-License-Identifier: GPL-3.0-or-later
// Which complaints figures are about, and whose they were, against a look at every one of them.
#include "store/selection.hpp"

#include "complaint/appeal.hpp"
#include "complaint/standing.hpp"
#include "store/events.hpp"
#include "store/figures.hpp"
#include "store/figures_alerts.hpp"
#include "store/figures_complained.hpp"
#include "store/figures_followed.hpp"
#include "store/figures_hygiene.hpp"
#include "store/figures_money.hpp"
#include "store/figures_received.hpp"
#include "store/figures_resolved.hpp"
#include "store/figures_workload.hpp"
#include "store/random_team.hpp"

#include <functional>
#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

const Instant k_from = utc("2026-03-01T00:00:00Z");
const Instant k_until = utc("2027-03-01T00:00:00Z");
const Instant k_middle = utc("2026-04-10T00:00:00Z");

using Lines = std::multiset<std::string>;

// What each reader tells, as text. Without a filter, and with one that admits a single complaint, which says of whom
// each line is told.
Lines told(Database& database, const Filter& where) {
    Lines lines;
    const Selection which{GroupField::kind, where};
    const auto add = [&](std::string_view reader, Instant at, const std::string& group) {
        lines.insert(fmt::format("{} {} {}", reader, time::to_iso(at), group));
    };
    const auto due = [&](std::string_view reader) {
        return [&add, reader](const DueRow& row) { add(reader, row.due_at, row.group); };
    };
    read_due(database, k_from, k_until, which, due("due"));
    read_overdue(database, k_middle, which, due("overdue"));
    read_at_risk(database, k_middle, which, due("at_risk"));
    read_due_soon(database, k_middle, k_until, which, due("due_soon"));
    read_targets(database, k_from, k_until, which,
                 [&](const Targets& row) { add("targets", row.received_at, row.group); });
    for (const auto movement : {Movement::received, Movement::reopened, Movement::resolved, Movement::voided})
        read_movements(database, movement, k_from, k_until, which,
                       [&](const Moved& moved) { add("moved", moved.at, moved.group); });
    read_open_at(database, k_middle, which,
                 [&](Instant received_at, const std::string& group) { add("open", received_at, group); });
    read_received(database, k_from, k_until, which,
                  [&](const Received& row) { add("received", row.received_at, row.group); });
    read_ended(database, k_from, k_until, which,
               [&](const Ended& row) { add("ended", row.resolved_at, row.group); });
    read_resolutions(database, k_from, k_until, which,
                     [&](const Resolution& row) { add("resolution", row.resolved_at, row.group); });
    read_at_hand(database, k_middle, which, [&](const AtHand& row) {
        add("at_hand", row.noted.complaint.received_at, row.noted.group);
    });
    read_concluded(database, k_from, k_until, which, [&](const Concluded& row) {
        add("concluded", *row.noted.complaint.resolved_at, row.noted.group);
    });
    read_logged_later(database, k_from, k_until, which,
                      [&](const Noted& row) { add("logged_later", row.complaint.received_at, row.group); });
    read_unpaid(database, which, [&](const Unpaid& row) { add("unpaid", row.since, row.noted.group); });
    read_held(database, k_middle, which, [&](const Held& row) { add("held", row.received_at, row.group); });
    read_taken_in(database, k_from, k_until, which,
                  [&](const TakenIn& row) { add("taken in", row.received_at, row.group); });
    read_hand_overs(database, k_from, k_until, which,
                    [&](const HandOver& row) { add("hand_over", row.at, row.group); });
    read_sent_alerts(database, k_from, k_until, k_middle, which,
                     [&](const SentAlert& row) { add("sent", row.sent_at, row.group); });
    read_unalerted(database, k_from, k_until, which, due("unalerted"));
    read_given(database, k_from, k_until, which,
               [&](const Given& row) { add("given", row.resolved_at, row.group); });
    read_payments(database, k_from, k_until, which,
                  [&](const Payment& row) { add("payment", row.paid_at, row.group); });
    read_handled(database, k_from, k_until, which,
                 [&](const Handled& row) { add("handled", row.resolved_at, row.group); });
    read_followed_up(database, k_from, k_until, k_middle, which,
                     [&](const FollowedUp& row) { add("followed up", row.followed_up_at, row.group); });
    read_asked(database, k_from, k_until, which,
               [&](const Asked& row) { add("asked", row.resolved_at, row.group); });
    read_complained(database, k_from, k_until, which,
                    [&](const Complained& row) { add("complained", row.received_at, row.group); });
    read_unresolved(database, k_middle, which,
                    [&](const Complained& row) { add("unresolved", row.received_at, row.group); });
    read_appeals(database, k_from, k_until, which,
                 [&](const Appealed& row) { add("appealed", row.at, row.group); });
    return lines;
}

Filter only(Id id) {
    Filter filter;
    filter.ids = {id};
    return filter;
}

struct Office {
    Store store = Store::in_memory(founding());
    explicit Office(unsigned seed, int acts = 250) {
        RandomTeam team(store, seed);
        for (int i = 0; i < acts; ++i)
            team.work();
        appeal_some(team.ledger("look").now());
    }
    // Few go so far by chance.
    void appeal_some(Instant now) {
        int appeals = 0;
        for (std::int64_t id = 1; id <= count() && appeals < 4; ++id) {
            const auto status = find_complaint(database(), {id})->status;
            if (status != complaint::Status::resolved && status != complaint::Status::closed) continue;
            ++appeals;
            Desk(store).act_earlier({id}, now, now, [&](const Complaint& c, const Occasion& then) {
                return complaint::appeal(c, procedure_of(database(), c.id), {appeals == 3 ? "kril" : "kkv"},
                                         "", then);
            });
        }
    }
    Database& database() { return store.database(); }
    std::int64_t count() { return next_complaint_id(database()).number - 1; }
};

std::vector<std::function<void(Filter&)>> filters() {
    return {[](Filter& f) {
                f.fields.ask("kind", {"complaint", "claim"});
            },
            [](Filter& f) { f.fields.ask("channel", {"phone"}); },
            [](Filter& f) { f.team = {"returns"}; },
            [](Filter& f) { f.assignee = {"maria"}; },
            [](Filter& f) { f.unassigned = true; },
            [](Filter& f) {
                f.status = {complaint::Status::resolved, complaint::Status::closed};
            },
            [](Filter& f) { f.words = "stove"; },
            [](Filter& f) { f.customer_name = "maija"; },
            [](Filter& f) { f.tag = {{"tag 1"}}; },
            [](Filter& f) { f.promised = true; },
            [](Filter& f) { f.appealed = true; },
            [](Filter& f) {
                f.appealed_to = {"kkv", "law"};
            },
            [](Filter& f) { f.audience = 300; },
            [](Filter& f) { f.resolved_since = k_middle; },
            [](Filter& f) { f.overdue_at = k_middle; },
            [](Filter& f) { f.due_before = k_middle; },
            [](Filter& f) {
                f.status = {complaint::Status::open};
                f.fields.ask("kind", {"claim"});
                f.fields.ask("channel", {"email"});
            }};
}

auto giving(const std::string& assignee) {
    return [assignee](const Complaint& c, const Occasion& then) {
        return complaint::assign(c, {"", assignee}, then);
    };
}

// By all that was recorded, from the beginning.
std::string owner_by_the_log(Database& database, Id id, Instant at) {
    std::string team, assignee;
    for (const auto& event : complaint::standing(events_of(database, id))) {
        if (event.happened_at > at) continue;
        if (const auto* change = complaint::change_of(event.changes, "team"))
            team = std::holds_alternative<std::string>(change->after) ? std::get<std::string>(change->after)
                                                                      : "";
        if (const auto* change = complaint::change_of(event.changes, "assignee"))
            assignee = std::holds_alternative<std::string>(change->after)
                           ? std::get<std::string>(change->after)
                           : "";
    }
    return assignee.empty() ? team.empty() ? "" : "team:" + team : assignee;
}

} // namespace

TEST_CASE("figures of the complaints that a filter admits are the sum of what each of them has") {
    Office office(76, 400);
    auto& database = office.database();
    std::vector<Lines> of_each;
    Lines sum;
    for (std::int64_t id = 1; id <= office.count(); ++id) {
        of_each.push_back(told(database, only({id})));
        sum.insert(of_each.back().begin(), of_each.back().end());
    }
    CHECK(told(database, {}) == sum);
    std::size_t number = 0;
    for (const auto& change : filters()) {
        Filter filter;
        change(filter);
        Lines expected;
        std::size_t admitted = 0;
        read_overviews(database, filter, {}, [&](const complaint::Overview& overview) {
            const auto& lines = of_each[static_cast<std::size_t>(overview.complaint.id.number) - 1];
            expected.insert(lines.begin(), lines.end());
            ++admitted;
        });
        CAPTURE(++number);
        CHECK((0 < admitted && admitted < of_each.size()));
        CHECK(told(database, filter) == expected);
    }
}

TEST_CASE("whose a complaint was is told by the log, whoever has it now") {
    for (const unsigned seed : {81U, 82U}) {
        Office office(seed);
        auto& database = office.database();
        std::set<std::string> owners;
        std::int64_t moved = 0;
        // Before its first event it was nobody's; no figure asks for that.
        for (std::int64_t id = 1; id <= office.count(); ++id)
            for (auto at = events_of(database, Id{id}).front().happened_at;
                 at < k_from + std::chrono::days{240}; at += std::chrono::hours{24 * 11 + 7}) {
                const auto expected = owner_by_the_log(database, {id}, at);
                CHECK(group_value(database, GroupField::assignee_then, {id}, at) == expected);
                CHECK(owner_at(database, {id}, at) == expected);
                owners.insert(expected);
                if (expected != owner_at(database, {id}, k_from + std::chrono::days{400})) ++moved;
            }
        CHECK(owners == std::set<std::string>{"", "maria", "team:returns"});
        CHECK(moved > 0);
    }
}

//  Mon 12 9:00 opened, due in 8 h of office hours: Tue 9:00, nobody has it
//  Mon 12 10:00 to maria
//  Tue 13 12:00 to pekka, when it is late
TEST_CASE("a deadline belongs to the one who had it when it fell due") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("x"), utc("2026-01-12T07:00:00Z"), customer("Maija"));
    desk.act({1}, utc("2026-01-12T08:00:00Z"), giving("maria"));
    desk.act({1}, utc("2026-01-13T10:00:00Z"), giving("pekka"));
    const auto groups = [&](GroupField field) {
        std::set<std::string> found;
        read_due(store.database(), utc("2026-01-12T00:00:00Z"), utc("2026-01-14T00:00:00Z"), field,
                 [&](const DueRow& row) { found.insert(row.group); });
        return found;
    };
    CHECK(groups(GroupField::assignee) == std::set<std::string>{"pekka"});
    CHECK(groups(GroupField::assignee_then) == std::set<std::string>{"maria"});
    CHECK(owner_at(store.database(), {1}, utc("2026-01-12T07:59:59Z")) == "");
    CHECK(owner_at(store.database(), {1}, utc("2026-01-12T08:00:00Z")) == "maria");
    CHECK(owner_at(store.database(), {1}, utc("2026-01-13T10:00:00Z")) == "pekka");
}

} // namespace reklamaatio::store::tests
