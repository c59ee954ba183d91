// SPDX-License-Identifier: GPL-3.0-or-later
// The flow of complaints against a count over the lives of all of them.
#include "report/random_office.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

struct Count {
    std::int64_t opening = 0, received = 0, reopened = 0, resolved = 0, voided = 0, closing = 0;
    std::vector<Seconds> ages;
};

using Counts = std::map<std::string, Count>;

Count& add_life(Count& count, const Life& life, const time::Period& period, Instant now) {
    const auto within = [&](Instant at) { return period.from <= at && at < period.until; };
    if (life.was_open_before(period.from)) ++count.opening;
    if (within(life.received)) ++count.received;
    count.reopened += std::ranges::count_if(life.reopened, within);
    count.resolved += std::ranges::count_if(life.resolved, within);
    // One that was resolved when it was voided had left already.
    if (life.voided && within(*life.voided) && life.resolved.size() == life.reopened.size()) ++count.voided;
    if (life.was_open_before(period.until)) {
        ++count.closing;
        count.ages.push_back(std::min(period.until, now) - life.received);
    }
    return count;
}

bool is_nothing(const Count& c) {
    return c.opening + c.received + c.reopened + c.resolved + c.voided + c.closing == 0;
}

Counts by_field(const std::vector<Life>& lives, const Question& q) {
    Counts counts;
    if (q.by.is_none()) counts[""];
    for (const Life& life : lives)
        add_life(counts[group_of(life, q.by, life.received)], life, q.period, q.now);
    if (!q.by.is_none()) std::erase_if(counts, [](const auto& item) { return is_nothing(item.second); });
    return counts;
}

void check_row(const render::Table& table, const render::Row& row, const std::optional<std::string>& group,
               const Count& count) {
    CAPTURE(group.value_or("no group"));
    CHECK(cell(table, row, "group") == (group ? render::Value{*group} : render::Value{}));
    CHECK(number(table, row, "opening") == count.opening);
    CHECK(number(table, row, "received") == count.received);
    CHECK(number(table, row, "reopened") == count.reopened);
    CHECK(number(table, row, "resolved") == count.resolved);
    CHECK(number(table, row, "void") == count.voided);
    CHECK(number(table, row, "closing") == count.closing);
    CHECK(length(table, row, "median_age_minutes") == ranked(count.ages, 50, 1));
    CHECK(length(table, row, "oldest_age_minutes") == ranked(count.ages, 100, 1));
    CHECK(count.opening + count.received + count.reopened - count.resolved - count.voided == count.closing);
}

Answer flow_of(RandomOffice& office, const Question& q) {
    const Answer answer = flow(office.database(), office.policy(), q);
    CHECK(answer.fault == "");
    return answer;
}

} // namespace

TEST_CASE("the flow is that of a count over all complaints and adds up") {
    for (unsigned seed = 21; seed <= 23; ++seed) {
        RandomOffice office(seed);
        CAPTURE(seed);
        for (int i = 0; i < 25; ++i) {
            const auto period = office.random_stretch();
            CAPTURE(time::to_iso(period.from));
            CAPTURE(time::to_iso(period.until));
            for (const Grouping& by : k_groupings_tried) {
                if (by.bucket) continue;
                const Question q = office.question(period, by);
                const auto table = flow_of(office, q).data;
                const Counts expected = by_field(office.lives(), q);
                REQUIRE(table.rows.size() == expected.size());
                std::size_t row = 0;
                for (const auto& [group, count] : expected)
                    check_row(table, table.rows[row++], by.is_none() ? std::nullopt : std::optional(group),
                              count);
            }
        }
    }
}

TEST_CASE("the flow along time has a row for each stretch and each begins as the one before ended") {
    RandomOffice office(31);
    for (const auto bucket : {time::Bucket::day, time::Bucket::month}) {
        const auto period =
            time::parse_period("2026-01-05..2026-02-14", office.now(), office.policy().organisation.zone);
        const Question q = office.question(period, {store::GroupField::none, bucket});
        const auto table = flow_of(office, q).data;
        CHECK(table.rows.size() == (bucket == time::Bucket::day ? 41 : 2));
        Instant from = period.from;
        std::int64_t open = -1;
        for (const auto& row : table.rows) {
            const time::Period part{std::get<Instant>(cell(table, row, "period_from")),
                                    std::get<Instant>(cell(table, row, "period_until"))};
            CHECK(part.from == from);
            from = part.until;
            Count count;
            for (const Life& life : office.lives())
                add_life(count, life, part, q.now);
            check_row(table, row, label(part.from, bucket), count);
            if (open >= 0) CHECK(count.opening == open);
            open = count.closing;
        }
        CHECK(from == period.until);
    }
}

TEST_CASE("a stretch that has not begun has no row and the one of now ends the flow") {
    RandomOffice office(31);
    const auto& zone = office.policy().organisation.zone;
    const auto this_month = label(office.now(), time::Bucket::month);
    const Question q = office.question(time::parse_period("2026-01..2199", office.now(), zone),
                                       {store::GroupField::none, time::Bucket::month});
    const auto table = flow_of(office, q).data;
    REQUIRE_FALSE(table.rows.empty());
    CHECK(cell(table, table.rows.back(), "group") == render::Value{this_month});
    const Question ahead = office.question(time::parse_period("2199", office.now(), zone), q.by);
    CHECK(flow_of(office, ahead).data.rows.empty());
}

//   received  resolved   reopened   resolved
//   Mon 06    Tue 06     Wed 06     Thu 06
TEST_CASE("what was opened again came in once and left twice") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    store::tests::Desk desk(store);
    desk.open(store::tests::about("x"), utc("2026-01-12T06:00:00Z"));
    desk.act({1}, utc("2026-01-13T06:00:00Z"), store::tests::resolving());
    desk.act({1}, utc("2026-01-14T06:00:00Z"), store::tests::reopening());
    desk.act({1}, utc("2026-01-15T06:00:00Z"), store::tests::resolving());
    const auto& policy = *store.policies().current().policy;
    const Instant now = utc("2026-02-01T00:00:00Z");
    using Six = std::array<std::int64_t, 6>;
    const auto figures = [&](std::string_view from, std::string_view until) {
        const Answer answer =
            flow(store.database(), policy, {{utc(from), utc(until)}, {}, now, time::Zone::utc()});
        CHECK(answer.fault == "");
        const auto& table = answer.data;
        const auto of = [&](const char* key) { return number(table, table.rows.front(), key); };
        return Six{of("opening"), of("received"), of("reopened"), of("resolved"), of("void"), of("closing")};
    };
    CHECK(figures("2026-01-12T00:00:00Z", "2026-01-16T00:00:00Z") == Six{0, 1, 1, 2, 0, 0});
    CHECK(figures("2026-01-12T06:00:00Z", "2026-01-13T06:00:00Z") == Six{0, 1, 0, 0, 0, 1});
    CHECK(figures("2026-01-13T06:00:00Z", "2026-01-14T06:00:00Z") == Six{1, 0, 0, 1, 0, 0});
    CHECK(figures("2026-01-14T06:00:00Z", "2026-01-15T06:00:00Z") == Six{0, 0, 1, 0, 0, 1});
    CHECK(figures("2026-01-15T06:00:00Z", "2026-01-16T06:00:00Z") == Six{1, 0, 0, 1, 0, 0});
    CHECK(figures("2026-01-16T06:00:00Z", "2026-01-17T06:00:00Z") == Six{0, 0, 0, 0, 0, 0});
    CHECK(figures("2026-01-01T00:00:00Z", "2026-01-12T06:00:00Z") == Six{0, 0, 0, 0, 0, 0});
    CHECK(figures("2026-01-01T00:00:00Z", "2026-01-12T06:00:01Z") == Six{0, 1, 0, 0, 0, 1});
}

TEST_CASE("only what was open when it was voided counts as void") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    store::tests::Desk desk(store);
    for (int i = 0; i < 2; ++i)
        desk.open(store::tests::about("x"), utc("2026-01-12T06:00:00Z"));
    desk.act({1}, utc("2026-01-13T06:00:00Z"), store::tests::resolving());
    desk.act({1}, utc("2026-01-14T06:00:00Z"), store::tests::voiding());
    desk.act({2}, utc("2026-01-14T06:00:00Z"), store::tests::voiding());
    const auto& policy = *store.policies().current().policy;
    const Question q{{utc("2026-01-12T00:00:00Z"), utc("2026-01-16T00:00:00Z")},
                     {},
                     utc("2026-02-01T00:00:00Z"),
                     time::Zone::utc()};
    const auto answer = flow(store.database(), policy, q);
    CHECK(number(answer.data, answer.data.rows[0], "received") == 2);
    CHECK(number(answer.data, answer.data.rows[0], "resolved") == 1);
    CHECK(number(answer.data, answer.data.rows[0], "void") == 1);
    CHECK(number(answer.data, answer.data.rows[0], "closing") == 0);
    CHECK(answer.fault == "");
}

TEST_CASE("beside another period stands how complaints came and went in that") {
    RandomOffice office(62);
    for (const auto& by :
         {Grouping{}, Grouping{store::GroupField::kind, {}}, Grouping{store::GroupField::category, {}}}) {
        auto q = office.question(office.random_stretch(), by);
        q.compared = office.random_period();
        const auto both = flow(office.database(), office.policy(), q).data;
        q.period = *q.compared;
        q.compared.reset();
        const auto other = flow(office.database(), office.policy(), q).data;
        REQUIRE(both.rows.size() >= other.rows.size());
        for (const auto& before : other.rows) {
            const auto row = std::ranges::find_if(both.rows, [&](const render::Row& each) {
                return cell(both, each, "group") == cell(other, before, "group");
            });
            REQUIRE(row != both.rows.end());
            for (const std::string key : {"opening", "received", "reopened", "resolved", "void", "closing"})
                CHECK(number(both, *row, "previous_" + key) == number(other, before, key));
        }
    }
}

TEST_CASE("ages are told as of now when the period has not ended") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    store::tests::Desk(store).open(store::tests::about("x"), utc("2026-01-12T06:00:00Z"));
    const auto& policy = *store.policies().current().policy;
    const Instant now = utc("2026-01-12T09:00:00Z");
    const auto table =
        flow(store.database(), policy,
             {time::parse_period("2026-01", now, time::Zone::utc()), {}, now, time::Zone::utc()})
            .data;
    CHECK(length(table, table.rows[0], "oldest_age_minutes") == hours{3});
}

TEST_CASE("a flow of nothing is empty and a flow that does not add up says so") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    const auto& policy = *store.policies().current().policy;
    const Question q{{utc("2026-01-01T00:00:00Z"), utc("2026-02-01T00:00:00Z")},
                     {},
                     utc("2026-02-01T00:00:00Z"),
                     time::Zone::utc()};
    const Answer nothing = flow(store.database(), policy, q);
    CHECK(nothing.is_empty);
    CHECK(nothing.data.rows.size() == 1);
    CHECK(nothing.fault == "");

    store::tests::Desk desk(store);
    desk.open(store::tests::about("x"), utc("2026-01-12T06:00:00Z"));
    CHECK_FALSE(flow(store.database(), policy, q).is_empty);
    // Behind the program's back: resolved before it was received.
    store.database().execute("UPDATE complaint SET resolved_at = 0");
    const Answer wrong = flow(store.database(), policy, q);
    CHECK(wrong.fault == "the flow does not add up: 0 + 1 + 0 - 0 - 0 is not 0");
}

} // namespace reklamaatio::report::tests
