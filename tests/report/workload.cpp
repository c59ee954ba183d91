// SPDX-License-Identifier: GPL-3.0-or-later
// Who has how much to do, against a look at every complaint and all that its log tells, and by hand.
#include "complaint/standing.hpp"
#include "render/writer.hpp"
#include "report/random_office.hpp"
#include "store/events.hpp"
#include "store/random_team.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using complaint::Complaint;
using std::chrono::days;

const ReportRow& k_row = *std::ranges::find(k_reports, "workload", &ReportRow::name);

using Found = std::map<std::string, std::string>; // "section group measure": value

Found found(const render::Table& table) {
    Found all;
    for (const auto& row : table.rows) {
        const auto in = [&](const char* key) { return render::plain_text(cell(table, row, key)); };
        all[fmt::format("{} {} {}", in("section"), in("group"), in("measure"))] = in("value");
    }
    CHECK(all.size() == table.rows.size());
    return all;
}

struct Load {
    std::int64_t open = 0, overdue = 0, at_risk = 0, received = 0, resolved = 0, handed_on = 0,
                 taken_over = 0;
    std::optional<Instant> oldest;
};

// Who had it, as the log says: a person, and the team.
struct Owner {
    std::string person, team;
};

void follow(Owner& owner, const complaint::Event& event) {
    const auto take = [&](const char* field, std::string& value) {
        if (const auto* change = complaint::change_of(event.changes, field))
            value = std::holds_alternative<std::string>(change->after) ? std::get<std::string>(change->after)
                                                                       : "";
    };
    take("assignee", owner.person);
    take("team", owner.team);
}

Owner owner_at(const std::vector<complaint::Event>& events, Instant at) {
    Owner owner;
    for (const auto& event : events)
        if (event.happened_at <= at) follow(owner, event);
    return owner;
}

std::set<std::int64_t> numbers(store::Database& database, const std::string& sql) {
    std::set<std::int64_t> ids;
    auto query = database.query_once(sql);
    while (query.next())
        ids.insert(query.integer(0));
    return ids;
}

using Loads = std::map<std::string, Load>; // by "section group"

Loads counted(store::Database& database, const Question& q) {
    constexpr const char* k_owed = "SELECT complaint_id FROM deadline WHERE met_at IS NULL AND cancelled_at "
                                   "IS NULL AND missed_at IS NULL AND ";
    const auto now = q.now.time_since_epoch().count();
    const auto overdue = numbers(database, fmt::format("{} due_at < {}", k_owed, now));
    const auto at_risk =
        numbers(database, fmt::format("{} due_at >= {} AND warn_at <= {}", k_owed, now, now));
    const auto within = [&](Instant at) { return q.period.from <= at && at < q.period.until; };
    Loads loads;
    if (q.by.is_none()) loads["all "];
    for (std::int64_t id = 1; id < store::next_complaint_id(database).number; ++id) {
        const auto c = *store::find_complaint(database, {id});
        if (c.status == complaint::Status::void_) continue;
        const auto events = complaint::standing(store::events_of(database, complaint::Id{id}));
        const auto kind = q.by.is_none() ? "" : std::string(complaint::word(c.kind));
        const auto count = [&](const Owner& owner, auto add) {
            add(loads["all " + kind]);
            if (!q.by.is_none()) return;
            add(loads["team " + owner.team]);
            add(loads["person " + owner.person]);
        };
        const Owner owner{c.assignee, c.team};
        if (complaint::is_unresolved(c.status))
            count(owner, [&](Load& load) {
                ++load.open;
                load.oldest = std::min(load.oldest.value_or(c.received_at), c.received_at);
                if (overdue.contains(id))
                    ++load.overdue;
                else if (at_risk.contains(id))
                    ++load.at_risk;
            });
        if (within(c.received_at)) count(owner, [](Load& load) { ++load.received; });
        auto ends = complaint::reopenings(events);
        if (c.resolved_at) ends.push_back({*c.resolved_at, Instant::max()});
        for (const auto& end : ends)
            if (within(end.resolved_at))
                count({owner_at(events, end.resolved_at).person, c.team},
                      [](Load& load) { ++load.resolved; });
        if (c.resolved_at && *c.resolved_at < q.period.from) continue;
        Owner before;
        for (const auto& event : events) {
            auto after = before;
            follow(after, event);
            if (within(event.happened_at) && before.person != "" && after.person != ""
                && before.person != after.person) {
                if (!q.by.is_none()) {
                    ++loads["all " + kind].handed_on;
                    ++loads["all " + kind].taken_over;
                } else {
                    count(before, [](Load& load) { ++load.handed_on; });
                    count(after, [](Load& load) { ++load.taken_over; });
                }
            }
            before = after;
        }
    }
    return loads;
}

Found expected(const Loads& loads, Instant now) {
    Found all;
    for (const auto& [of, load] : loads) {
        const auto put = [&](const char* measure, const std::string& value) {
            all[of + " " + measure] = value;
        };
        put("open", std::to_string(load.open));
        put("overdue", std::to_string(load.overdue));
        put("at_risk", std::to_string(load.at_risk));
        put("oldest_minutes", load.oldest ? std::to_string((now - *load.oldest).count() / 60) : "");
        put("received", std::to_string(load.received));
        put("resolved", std::to_string(load.resolved));
        put("handed_on", std::to_string(load.handed_on));
        put("taken_over", std::to_string(load.taken_over));
    }
    return all;
}

constexpr std::string_view k_utc = "[organisation]\ntimezone = \"UTC\"\n";

// A complaint goes from hand to hand, every fourth time.
Instant fill(store::Store& store, unsigned seed) {
    store::tests::RandomTeam team(store, seed);
    for (int i = 0; i < 400; ++i) {
        team.work();
        if (i % 4 != 0) continue;
        auto ledger = team.ledger("assign");
        const auto last = store::next_complaint_id(store.database()).number - 1;
        const auto c = store::find_complaint(
            store.database(),
            {last - static_cast<std::int64_t>(team.choose(static_cast<std::size_t>(last)))});
        const std::array people{"maria", "pekka", "liisa"};
        const complaint::Assignment to{team.choose(2) == 0 ? "returns" : "", people[team.choose(3)]};
        try {
            ledger.record(*c, complaint::assign(*c, to, {ledger.now(), ledger.now()}));
        } catch (const complaint::Refusal&) {
        }
    }
    const auto now = team.ledger("look").now();
    // What is due tomorrow, and was warned of today.
    store.database().execute(fmt::format("UPDATE deadline SET due_at = {0} + 86400, warn_at = {0} WHERE "
                                         "complaint_id % 3 = 0 AND met_at IS NULL"
                                         " AND due_at IS NOT NULL",
                                         now.time_since_epoch().count()));
    return now;
}

} // namespace

TEST_CASE("what people have to do is what a look at every complaint says") {
    std::int64_t hand_overs = 0, overdue = 0, at_risk = 0;
    for (const unsigned seed : {71U, 72U, 73U}) {
        store::Store store = store::Store::in_memory(store::tests::founding());
        const auto now = fill(store, seed);
        auto& database = store.database();
        const auto& policy = *store.policies().current().policy;
        for (const auto& period :
             {time::Period{now - days{28}, now + days{1}}, time::Period{now - days{100}, now - days{20}}})
            for (const auto& by : {Grouping{}, Grouping{store::GroupField::kind, {}}}) {
                CAPTURE(seed);
                const Question q{period, by, now, time::Zone::utc()};
                const auto loads = counted(database, q);
                const auto figures = found(answer_to(k_row, database, policy, q).data);
                for (const auto& [what, value] : expected(loads, now)) {
                    CAPTURE(what);
                    CHECK((figures.contains(what) ? figures.at(what) : "not there") == value);
                }
                for (const auto& [what, load] : loads) {
                    hand_overs += load.handed_on;
                    overdue += load.overdue;
                    at_risk += load.at_risk;
                }
            }
    }
    CHECK(hand_overs > 0);
    CHECK(overdue > 0);
    CHECK(at_risk > 0);
}

//  Office hours are Monday to Friday, 8 to 16. Since Monday 5 January, 20 working days of 8 h have gone.
//  Each of maria and pekka got 20 complaints; she has resolved 8 and he 20.
TEST_CASE("the pace says how long the stock lasts, and who is slow is told from who has too much") {
    using namespace store::tests;
    store::Store store = store::Store::in_memory(founding());
    Desk desk(store);
    desk.apply_policy(std::string(k_utc)
                          + "[person.maria]\nname = \"Maria\"\n[person.pekka]\nname = \"Pekka\"\n"
                          + "[person.liisa]\nname = \"Liisa\"\naway = [\"2026-02-01..2026-02-03\"]\n"
                          + "[team.returns]\nmembers = [\"maria\", \"liisa\"]\n" + std::string(k_office_week),
                      utc("2026-01-04T00:00:00Z"));
    const auto monday = utc("2026-01-05T00:00:00Z");
    const auto now = utc("2026-02-02T00:00:00Z");
    const auto give = [&](const std::string& person, int number, int resolved, const std::string& team = "") {
        for (int i = 0; i < number; ++i) {
            auto draft = about("x");
            draft.received_at = monday;
            draft.assignee = person;
            draft.team = team;
            const auto c = desk.open(draft, monday);
            if (i < resolved) desk.act(c.id, monday + days{1}, resolving());
        }
    };
    give("maria", 20, 8, "returns");
    give("pekka", 20, 20);
    const Question q{{monday, now + days{1}}, {}, now, time::Zone::utc()};
    const auto verdicts = [&] {
        std::map<std::string, std::string> all;
        const auto& table = answer_to(k_row, store.database(), *store.policies().current().policy, q).data;
        for (const auto& row : table.rows)
            if (text(table, row, "measure") == "stock_minutes")
                all[render::plain_text(cell(table, row, "section")) + " "
                    + render::plain_text(cell(table, row, "group"))] =
                    fmt::format("{} {}/{} {}", render::plain_text(cell(table, row, "value")),
                                render::plain_text(cell(table, row, "numerator")),
                                render::plain_text(cell(table, row, "denominator")),
                                render::plain_text(cell(table, row, "verdict")));
        return all;
    };
    auto all = verdicts();
    CHECK(all["person maria"] == "14400 12/8 slow"); // 160 h * 12 / 8 = 240 h, 30 working days
    CHECK(all["person pekka"] == " 0/20 ");
    CHECK(all["person liisa"] == " 0/0 ");
    CHECK(all["team returns"] == "14400 12/8 behind");
    CHECK(all["team "] == " 0/20 ");
    CHECK(all["all "] == "4114 12/28 keeps up"); // 160 h * 12 / 28 = 68.57 h
    // She is given eight that he resolved, and gives him six that are open.
    store.database().execute(
        "UPDATE complaint SET assignee = 'maria' WHERE assignee = 'pekka' AND id > 32;"
        "UPDATE complaint SET assignee = 'pekka' WHERE assignee = 'maria' AND id > 8 AND id < 15");
    const auto& answer = answer_to(k_row, store.database(), *store.policies().current().policy, q);
    const auto figures = found(answer.data);
    CHECK(figures.at("all  away") == "1");
    CHECK(figures.at("team returns away") == "1");
    CHECK(figures.at("person liisa away") == "1");
    CHECK(figures.at("person maria away") == "0");
    CHECK(figures.at("person liisa open") == "0");
    all = verdicts();
    CHECK(all["person maria"] == "3600 6/16 keeps up");
    CHECK(all["person pekka"] == "4800 6/12 keeps up");
}

TEST_CASE("what is the same for all is too much, and what is little says nothing") {
    using namespace store::tests;
    store::Store store = store::Store::in_memory(founding());
    Desk desk(store);
    desk.apply_policy(std::string(k_utc) + std::string(k_office_week), utc("2026-01-04T00:00:00Z"));
    const auto monday = utc("2026-01-05T00:00:00Z");
    const auto now = utc("2026-02-02T00:00:00Z");
    const auto give = [&](const std::string& person, int number, int resolved) {
        for (int i = 0; i < number; ++i) {
            auto draft = about("x");
            draft.received_at = monday;
            draft.assignee = person;
            const auto c = desk.open(draft, monday);
            if (i < resolved) desk.act(c.id, monday + days{1}, resolving());
        }
    };
    give("maria", 20, 8);
    give("pekka", 20, 8);
    give("liisa", 5, 4);
    const Question q{{monday, now}, {}, now, time::Zone::utc()};
    const auto answer = answer_to(k_row, store.database(), *store.policies().current().policy, q);
    REQUIRE(answer.sections.back().heading == "What it means");
    const auto& table = answer.sections.back().table;
    std::map<std::string, std::string> told;
    for (const auto& row : table.rows)
        told[render::plain_text(cell(table, row, "section")) + " "
             + render::plain_text(cell(table, row, "group"))] = text(table, row, "meaning");
    CHECK(told["Person maria"] == "12 open, 30 bd at this pace: overload");
    CHECK(told["Person pekka"] == "12 open, 30 bd at this pace: overload");
    CHECK(told["Person liisa"] == "1 open, 5 bd at this pace: not enough to judge");
    CHECK(told["All "] == "25 open, 25 bd at this pace: behind");
}

TEST_CASE("of nothing there is a line of nothing, and people are there all the same") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    const Question q{{utc("2026-01-01T00:00:00Z"), utc("2026-02-01T00:00:00Z")},
                     {},
                     utc("2026-02-01T00:00:00Z"),
                     time::Zone::utc()};
    const auto answer = answer_to(k_row, store.database(), *store.policies().current().policy, q);
    CHECK(answer.is_empty);
    CHECK(found(answer.data).at("all  open") == "0");
    CHECK(found(answer.data).at("all  stock_minutes") == "");
}

} // namespace reklamaatio::report::tests
