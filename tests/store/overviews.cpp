// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of complaints, against the same complaints looked at one by one.
#include "complaint/appeal.hpp"
#include "store/complaints.hpp"
#include "store/deadlines.hpp"
#include "store/matches.hpp"
#include "store/random_desk.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::Kind;
using complaint::Overview;
using complaint::Priority;
using complaint::Status;
using Ids = std::vector<std::int64_t>;

const Instant k_now = utc("2026-01-12T07:00:00Z");

} // namespace

TEST_CASE("every filter admits what its words say and nothing else") {
    Store store = Store::in_memory(founding());
    RandomDesk random_desk(31);
    for (int i = 0; i < 250; ++i)
        random_desk.work(store);
    auto& db = store.database();
    // Few go so far by chance.
    int appeals = 0;
    for (std::int64_t id = 1; appeals < 4; ++id) {
        const auto status = find_complaint(db, {id})->status;
        if (status != Status::resolved && status != Status::closed) continue;
        const bool is_third = ++appeals == 3;
        Desk(store).act_earlier(
            {id}, random_desk.now(), random_desk.now(), [&](const Complaint& c, const Occasion& then) {
                return complaint::appeal(c, procedure_of(db, c.id), {is_third ? "kril" : "kkv"}, "", then);
            });
    }
    std::vector<Complaint> all;
    for (std::int64_t i = 1; i < next_complaint_id(db).number; ++i)
        all.push_back(*find_complaint(db, {i}));
    REQUIRE(all.size() > 30);

    const auto check = [&](const std::string& what, const Filter& filter,
                           const std::function<bool(const Complaint&)>& fits) {
        CAPTURE(what);
        Ids expected;
        for (const Complaint& c : all)
            if (fits(c)) expected.push_back(c.id.number);
        CHECK_FALSE(expected.empty());
        CHECK(ids_found(db, filter) == expected);
        std::ranges::reverse(expected);
        CHECK(ids_found(db, filter, Order::id, true) == expected);
    };
    const auto unmet_before = [&](const Complaint& c, Instant at, bool with_answers = false) {
        return std::ranges::any_of(deadlines_of(db, c.id), [&](const rulebook::Deadline& d) {
            const bool is_asked_again = with_answers && unanswered_since(db, c.id)
                                        && d.clock == complaint::Clock::reply
                                        && d.started_at >= *c.resolved_at;
            const bool is_owed =
                complaint::is_unresolved(c.status) || outlives_resolution(d.clock) || is_asked_again;
            return is_owed && !d.met_at && !d.cancelled_at && !d.missed_at && d.due_at && *d.due_at < at;
        });
    };
    const auto at_hand = [&](const Complaint& c) {
        const bool wants_word = std::ranges::any_of(deadlines_of(db, c.id), [](const rulebook::Deadline& d) {
            // Tasks have a list of their own.
            return outlives_resolution(d.clock) && d.clock != complaint::Clock::task && !d.met_at
                   && !d.cancelled_at && !d.missed_at;
        });
        return (c.status != Status::closed && c.status != Status::void_) || unanswered_since(db, c.id)
               || wants_word;
    };
    Filter f;
    check("everything", f, [](const Complaint&) { return true; });
    const auto is_with = [&](const Complaint& c, const std::vector<std::string>& bodies) {
        return std::ranges::any_of(procedure_of(db, c.id).appeals, [&](const complaint::Appeal& appeal) {
            return bodies.empty() || std::ranges::find(bodies, appeal.body) != bodies.end();
        });
    };
    f.appealed = true;
    check("appealed", f, [&](const Complaint& c) { return is_with(c, {}); });
    f = {};
    f.appealed_to = {"kkv", "law"};
    check("appealed to", f, [&](const Complaint& c) { return is_with(c, {"kkv", "law"}); });
    f = {};
    f.audience = 3'000;
    check("public", f, [](const Complaint& c) { return c.audience.value_or(0) >= 3'000; });
    f = {};
    f.ids = {{3}, {1}, {999}};
    check("ids", f, [](const Complaint& c) { return c.id.number == 1 || c.id.number == 3; });
    f = {};
    f.status = {Status::new_, Status::closed};
    check("status", f,
          [](const Complaint& c) { return c.status == Status::new_ || c.status == Status::closed; });
    f = {};
    f.at_hand = true;
    check("at hand", f, at_hand);
    f = {};
    f.fields.ask("kind", {"claim"});
    f.fields.ask("priority", {"low", "high"});
    check("kind and priority", f, [](const Complaint& c) {
        return c.kind == Kind::claim && (c.priority == Priority::low || c.priority == Priority::high);
    });
    f = {};
    f.fields.ask("category", {"damage"});
    check("category", f, [](const Complaint& c) { return c.category == "damage"; });
    f = {};
    f.team = {"returns", "sales"};
    check("team", f, [](const Complaint& c) { return c.team == "returns"; });
    f = {};
    f.fields.ask("channel", {"email"});
    check("channel", f, [](const Complaint& c) { return c.channel == "email"; });
    f = {};
    f.tag = {{"tag 1"}};
    check("tag", f, [](const Complaint& c) { return std::ranges::find(c.tags, "tag 1") != c.tags.end(); });
    f = {};
    const auto two = std::ranges::find_if(all, [](const Complaint& c) { return c.tags.size() == 2; })->tags;
    f.tag = {{two[0]}, {two[1]}};
    check("tags", f, [&](const Complaint& c) {
        return std::ranges::includes(c.tags, two); // both are sorted
    });
    f = {};
    f.tag = {two};
    check("spellings of a tag", f,
          [&](const Complaint& c) { return std::ranges::find_first_of(c.tags, two) != c.tags.end(); });
    f = {};
    std::vector<Instant> ends;
    for (const Complaint& c : all)
        if (c.resolved_at) ends.push_back(*c.resolved_at);
    std::ranges::sort(ends);
    f.resolved_since = ends[ends.size() / 3];
    check("resolved since", f,
          [&](const Complaint& c) { return c.resolved_at && *c.resolved_at >= *f.resolved_since; });
    f.resolved_until = ends[ends.size() / 3 * 2];
    check("resolved until", f, [&](const Complaint& c) {
        return c.resolved_at && *c.resolved_at >= *f.resolved_since && *c.resolved_at < *f.resolved_until;
    });
    f = {};
    f.unassigned = true;
    check("unassigned", f, [](const Complaint& c) { return c.assignee.empty(); });
    const Instant middle = all[all.size() / 2].received_at;
    f = {};
    f.since = middle;
    check("since", f, [&](const Complaint& c) { return c.received_at >= middle; });
    f = {};
    f.until = middle;
    check("until", f, [&](const Complaint& c) { return c.received_at < middle; });
    f = {};
    f.overdue_at = random_desk.now();
    check("overdue", f, [&](const Complaint& c) { return unmet_before(c, random_desk.now()); });
    f = {};
    f.due_before = random_desk.now() + std::chrono::hours{48};
    f.at_hand = true;
    check("due before", f, [&](const Complaint& c) { return unmet_before(c, *f.due_before, true); });
}

TEST_CASE("an overview tells the most urgent deadline of what is unresolved") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("unanswered"), k_now, customer("Maija"));
    desk.open(about("answered"), k_now, customer("Maija"));
    desk.open(about("waiting"), k_now, customer("Maija"));
    desk.open(about("resolved"), k_now, customer("Maija"));
    desk.act({2}, k_now, saying(complaint::tests::outbound()));
    desk.act({3}, k_now, saying(complaint::tests::awaiting("a photo")));
    desk.act({4}, k_now, resolving());
    std::vector<Overview> rows;
    read_overviews(db, {}, {}, [&](const Overview& row) { rows.push_back(row); });
    REQUIRE(rows.size() == 4);
    const auto rows_of = [&](std::int64_t id) { return deadlines_of(db, {id}); };
    CHECK(rows[0].due_clock == complaint::Clock::response);
    CHECK(rows[0].due_at == rows_of(1)[0].due_at);
    CHECK(rows[0].warn_at == rows_of(1)[0].warn_at);
    CHECK(rows[0].response_due_at == rows_of(1)[0].due_at);
    CHECK(rows[0].resolution_due_at == rows_of(1)[1].due_at);
    CHECK(rows[1].due_clock == complaint::Clock::resolution);
    CHECK(rows[1].due_at == rows_of(2)[1].due_at);
    CHECK_FALSE(rows[2].due_at);
    CHECK_FALSE(rows[2].resolution_due_at);
    CHECK(rows[2].left == rows_of(3)[1].left);
    CHECK_FALSE(rows[3].due_at); // its response is unmet and nothing is owed any more
    CHECK_FALSE(rows[3].due_clock);
    CHECK(rows[3].response_due_at);
}

TEST_CASE("orders are total and a limit and the counts agree with them") {
    Store store = Store::in_memory(founding());
    RandomDesk random_desk(41);
    for (int i = 0; i < 120; ++i)
        random_desk.work(store);
    auto& db = store.database();
    std::vector<Overview> all;
    read_overviews(db, {}, {}, [&](const Overview& row) { all.push_back(row); });
    const auto sorted = [&](const auto& key) {
        auto rows = all;
        std::ranges::stable_sort(rows, {}, key);
        Ids ids;
        for (const Overview& row : rows)
            ids.push_back(row.complaint.id.number);
        return ids;
    };
    const auto check = [&](Order order, const auto& key) {
        Ids ids = sorted(key);
        CHECK(ids_found(db, {}, order) == ids);
        std::ranges::reverse(ids);
        CHECK(ids_found(db, {}, order, true) == ids);
    };
    constexpr std::int64_t k_last = std::numeric_limits<std::int64_t>::max();
    const auto seconds = [](const std::optional<Instant>& at) {
        return at ? at->time_since_epoch().count() : k_last;
    };
    check(Order::id, [](const Overview& o) { return o.complaint.id.number; });
    const auto safety = [](const Overview& o) { return -static_cast<std::int64_t>(o.complaint.harm); };
    check(Order::urgency, [&](const Overview& o) { return std::pair(seconds(o.due_at), safety(o)); });
    check(Order::harm, [&](const Overview& o) { return std::pair(safety(o), seconds(o.due_at)); });
    check(Order::received_at, [&](const Overview& o) { return seconds(o.complaint.received_at); });
    check(Order::logged_at, [&](const Overview& o) { return seconds(o.complaint.logged_at); });
    check(Order::priority,
          [](const Overview& o) { return -static_cast<std::int64_t>(o.complaint.priority); });

    // What has no such time comes last in both directions.
    CHECK(ids_found(db, {}, Order::resolved_at)
          == sorted([&](const Overview& o) { return seconds(o.complaint.resolved_at); }));
    std::ranges::reverse(all);
    CHECK(ids_found(db, {}, Order::resolved_at, true) == sorted([&](const Overview& o) {
              return o.complaint.resolved_at ? -seconds(o.complaint.resolved_at) : k_last;
          }));

    // A limit gives the first ones of the same order, be there enough to which something is owed or not.
    const Ids by_urgency = ids_found(db, {}, Order::urgency);
    for (const std::size_t limit :
         {std::size_t{1}, std::size_t{7}, by_urgency.size() - 1, by_urgency.size() + 1}) {
        CAPTURE(limit);
        Ids first;
        read_overviews(db, {}, {Order::urgency, false, static_cast<std::int64_t>(limit)},
                       [&](const Overview& row) { first.push_back(row.complaint.id.number); });
        const auto end = std::min(limit, by_urgency.size());
        CHECK(first == Ids(by_urgency.begin(), by_urgency.begin() + static_cast<std::ptrdiff_t>(end)));
    }

    const Instant now = utc("2026-03-12T12:00:00Z");
    const Instant tomorrow = utc("2026-03-13T00:00:00Z");
    const auto matches = count_overviews(db, {}, now, tomorrow);
    const auto count = [&](auto&& is_so) {
        return static_cast<std::int64_t>(std::ranges::count_if(all, is_so));
    };
    CHECK(matches.all == static_cast<std::int64_t>(all.size()));
    CHECK(matches.overdue == count([&](const Overview& o) { return o.due_at && *o.due_at < now; }));
    CHECK(matches.due_today
          == count([&](const Overview& o) { return o.due_at && *o.due_at >= now && *o.due_at < tomorrow; }));
    CHECK(matches.injuries
          == count([](const Overview& o) { return o.complaint.harm == complaint::Harm::injury; }));
    CHECK(matches.waiting
          == count([](const Overview& o) { return o.complaint.status == complaint::Status::waiting; }));
}

TEST_CASE("what matches is counted, and of one kind or of several, whatever is asked for") {
    Store store = Store::in_memory(founding());
    RandomDesk random_desk(37);
    for (int i = 0; i < 400; ++i)
        random_desk.work(store);
    auto& db = store.database();
    const Instant now = random_desk.now() - std::chrono::days{3};
    const Instant tomorrow = now + std::chrono::days{1};
    std::vector<Filter> filters(5);
    filters[1].at_hand = true;
    filters[2].status = {Status::resolved, Status::closed};
    filters[3].status = {Status::open, Status::waiting};
    filters[4].fields.ask("kind", {"claim"});
    int of_one_kind = 0;
    for (const auto& filter : filters) {
        std::vector<Overview> found;
        read_overviews(db, filter, {}, [&](const Overview& each) { found.push_back(each); });
        REQUIRE(found.size() > 3);
        const auto number = [&](auto is_so) {
            return static_cast<std::int64_t>(std::ranges::count_if(found, is_so));
        };
        CHECK(count_complaints(db, filter) == static_cast<std::int64_t>(found.size()));
        const auto matches = count_overviews(db, filter, now, tomorrow);
        CHECK(matches.all == static_cast<std::int64_t>(found.size()));
        CHECK(matches.due_today == number([&](const Overview& o) {
                  return o.due_at && *o.due_at >= now && *o.due_at < tomorrow;
              }));
        CHECK(matches.waiting
              == number([](const Overview& o) { return o.complaint.status == Status::waiting; }));
        CHECK(matches.unanswered == number([](const Overview& o) { return o.unanswered_since.has_value(); }));
        CHECK(matches.injuries
              == number([](const Overview& o) { return o.complaint.harm == complaint::Harm::injury; }));
        std::set<Kind> kinds;
        for (const auto& each : found)
            kinds.insert(each.complaint.kind);
        CHECK(matches.only_kind == (kinds.size() == 1 ? std::optional(*kinds.begin()) : std::nullopt));
        of_one_kind += kinds.size() == 1;
    }
    CHECK(of_one_kind == 1);
    Filter of_nothing;
    of_nothing.assignee = {"nobody at all"};
    CHECK(count_complaints(db, of_nothing) == 0);
    CHECK_FALSE(count_overviews(db, of_nothing, now, tomorrow).only_kind);
}

} // namespace reklamaatio::store::tests
