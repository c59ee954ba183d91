// SPDX-License-Identifier: GPL-3.0-or-later
// The SLA report against a count over the lives of all complaints.
#include "render/writer.hpp"
#include "report/random_office.hpp"
#include "store/deadlines.hpp"
#include "time/display.hpp"
#include "time/working_day.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

struct Count {
    std::int64_t due = 0, met = 0, overdue = 0, at_risk = 0, not_yet = 0, no_target = 0;
    std::vector<Seconds> taken, overrun;
};

constexpr std::size_t k_clocks = complaint::Vocabulary<Clock>::k_words.size();
// Those that every firm has.
constexpr std::size_t k_usual_clocks = 6;

using Counts = std::map<std::pair<Clock, std::string>, Count>;

// Elapsed time from receipt to the end without what the customer was waited for: a wait moves the deadline by
// as much, unless it began after the deadline.
Counts counted(const std::vector<Life>& lives, const Question& q) {
    Counts counts;
    const auto within = [&](Instant at) { return q.period.from <= at && at < q.period.until; };
    for (std::size_t i = 0; i < k_clocks; ++i) {
        const auto clock = static_cast<Clock>(i);
        if (!is_reported(clock) || is_of_some(clock)) continue; // no service that everybody has
        if (q.by.is_none()) counts[{clock, ""}];
        for (const Life& life : lives) {
            if (life.voided) continue;
            const auto found = life.promises.find(clock);
            if (found == life.promises.end()) {
                // Every promise has its day: there is none without.
                if (within(life.received) && clock != Clock::promise)
                    ++counts[{clock, group_of(life, q.by, life.received)}].no_target;
                continue;
            }
            const Promise& promise = found->second;
            if (!promise.due) continue;
            const auto count = [&]() -> Count& {
                return counts[{clock, group_of(life, q.by, *promise.due)}];
            };
            if (within(*promise.due) && *promise.due > q.now) ++count().not_yet;
            if (within(*promise.due) && *promise.due <= q.now) {
                ++count().due;
                if (promise.met && *promise.met <= *promise.due)
                    ++count().met;
                else
                    count().overrun.push_back(promise.met.value_or(q.now) - *promise.due);
            }
            if (promise.met || !life.is_open()) continue;
            // Of stretches only those of the period have a line.
            if (q.by.bucket && !within(*promise.due)) continue;
            if (*promise.due < q.now)
                ++count().overdue;
            else if (promise.warn <= q.now)
                ++count().at_risk;
        }
    }
    return counts;
}

void check_report(RandomOffice& office, const Question& q) {
    const Answer answer = sla(office.database(), office.policy(), q);
    const render::Table& table = answer.data;
    const Counts expected = counted(office.lives(), q);
    REQUIRE(table.rows.size() == expected.size());
    std::size_t row_number = 0;
    std::int64_t breached = 0;
    for (const auto& [key, count] : expected) {
        const render::Row& row = table.rows[row_number++];
        const std::string& group = key.second;
        CAPTURE(group);
        CHECK(cell(table, row, "period_from") == render::Value{q.period.from});
        CHECK(cell(table, row, "period_until") == render::Value{q.period.until});
        CHECK(text(table, row, "clock") == complaint::word(key.first));
        CHECK(cell(table, row, "group") == (q.by.is_none() ? render::Value{} : render::Value{group}));
        CHECK(number(table, row, "due") == count.due);
        CHECK(number(table, row, "met") == count.met);
        CHECK(number(table, row, "breached") == count.due - count.met);
        CHECK(cell(table, row, "attainment") == render::Value{render::Share{count.met, count.due}});
        CHECK(number(table, row, "overdue_now") == count.overdue);
        CHECK(number(table, row, "at_risk") == count.at_risk);
        CHECK(number(table, row, "not_yet_due") == count.not_yet);
        CHECK(number(table, row, "no_target") == count.no_target);
        CHECK(length(table, row, "median_overrun_minutes") == ranked(count.overrun, 50, 1));
        CHECK(length(table, row, "p90_overrun_minutes") == ranked(count.overrun, 90, 10));
        breached += count.due - count.met;
    }
    // The complaints behind the numbers.
    const auto section = std::ranges::find_if(
        answer.sections, [](const Section& s) { return s.heading.starts_with("Breached"); });
    if (breached == 0) {
        CHECK(section == answer.sections.end());
    } else {
        REQUIRE(section != answer.sections.end());
        CHECK(section->heading == fmt::format("Breached ({})", breached));
        CHECK(section->table.rows.size() == std::min<std::size_t>(20, static_cast<std::size_t>(breached)));
    }
}

// A single complaint that is due at that time, and answered then or not.
struct OneClaim {
    store::Store store = store::Store::in_memory(store::tests::founding());
    Instant due;

    OneClaim(Instant due_at, std::optional<Instant> answered) : due(due_at) {
        auto row = store::tests::about("x", "2026-01-01T00:00:00Z");
        row.status = complaint::Status::open;
        row.responded_at = answered;
        row.given_response_due = complaint::GivenDue{due};
        row.given_resolution_due = complaint::GivenDue{};
        store::tests::Desk(store).import(row, utc("2026-02-01T00:00:00Z"));
    }

    // Of the response: due, met, not_yet_due, overdue_now.
    std::array<std::int64_t, 4> report(const time::Period& period, Instant now) {
        const auto& policy = *store.policies().current().policy;
        const auto data = sla(store.database(), policy, {period, {}, now, time::Zone::utc()}).data;
        const auto of = [&](const char* key) { return number(data, data.rows.front(), key); };
        return {of("due"), of("met"), of("not_yet_due"), of("overdue_now")};
    }
};

using Four = std::array<std::int64_t, 4>;

} // namespace

TEST_CASE("the figures are those of a count over all complaints") {
    for (unsigned seed = 1; seed <= 3; ++seed) {
        RandomOffice office(seed);
        CAPTURE(seed);
        for (int i = 0; i < 12; ++i) {
            const auto period = i % 2 == 0 ? office.random_period() : office.random_stretch();
            CAPTURE(time::to_iso(period.from));
            CAPTURE(time::to_iso(period.until));
            for (const Grouping& by : k_groupings_tried)
                check_report(office, office.question(period, by));
        }
    }
}

namespace {

Instant started_at(store::Database& database, const store::DueRow& row) {
    for (const auto& deadline : store::deadlines_of(database, {row.complaint}))
        if (deadline.clock == row.clock && deadline.due_at == row.due_at) return deadline.started_at;
    FAIL("no such deadline");
    return {};
}

} // namespace

// Counted by hand once more from the rows as they are stored.
TEST_CASE("the time taken is that of the deadlines that were met in time") {
    RandomOffice office(5);
    const auto q =
        office.question(time::parse_period("2026-01", office.now(), office.policy().organisation.zone));
    std::map<Clock, std::vector<Seconds>> taken;
    store::read_due(office.database(), q.period.from, q.period.until, store::GroupField::none,
                    [&](const store::DueRow& row) {
                        if (!row.met_at || *row.met_at > row.due_at || row.due_at > q.now) return;
                        REQUIRE(row.taken);
                        const Seconds elapsed = *row.met_at - started_at(office.database(), row);
                        CHECK(*row.taken <= elapsed);
                        if (row.clock == Clock::response) CHECK(*row.taken == elapsed);
                        taken[row.clock].push_back(*row.taken);
                    });
    const auto table = sla(office.database(), office.policy(), q).data;
    REQUIRE(table.rows.size() == k_usual_clocks);
    for (const std::size_t i :
         {static_cast<std::size_t>(Clock::response), static_cast<std::size_t>(Clock::resolution)}) {
        const auto& values = taken[static_cast<Clock>(i)];
        REQUIRE(values.size() >= 10);
        CHECK(length(table, table.rows[i], "median_minutes") == ranked(values, 50, 1));
        CHECK(length(table, table.rows[i], "p90_minutes") == ranked(values, 90, 10));
    }
}

//      from                until
//  ------[--------------------)------
//        due: counted         due: not counted
TEST_CASE("a period has its beginning and not its end") {
    const Instant due = utc("2026-01-10T00:00:00Z");
    OneClaim claim(due, std::nullopt);
    const Instant now = utc("2026-02-01T00:00:00Z");
    CHECK(claim.report({due, due + hours{24}}, now) == Four{1, 0, 0, 1});
    CHECK(claim.report({due - hours{24}, due}, now) == Four{0, 0, 0, 1});
    CHECK(claim.report({due - hours{24}, due + Seconds{1}}, now) == Four{1, 0, 0, 1});
    CHECK(claim.report({due + Seconds{1}, due + hours{24}}, now) == Four{0, 0, 0, 1});
}

TEST_CASE("what is due now is due and not yet overdue") {
    const Instant due = utc("2026-01-10T00:00:00Z");
    OneClaim claim(due, std::nullopt);
    const time::Period period{due - hours{24}, due + hours{24}};
    CHECK(claim.report(period, due - Seconds{1}) == Four{0, 0, 1, 0});
    CHECK(claim.report(period, due) == Four{1, 0, 0, 0});
    CHECK(claim.report(period, due + Seconds{1}) == Four{1, 0, 0, 1});
}

TEST_CASE("what happens at the due time is in time") {
    const Instant due = utc("2026-01-10T00:00:00Z");
    const time::Period period{due - hours{24}, due + hours{24}};
    const Instant now = utc("2026-02-01T00:00:00Z");
    CHECK(OneClaim(due, due).report(period, now) == Four{1, 1, 0, 0});
    CHECK(OneClaim(due, due + Seconds{1}).report(period, now) == Four{1, 0, 0, 0});
    CHECK(OneClaim(due, due - hours{9}).report(period, now) == Four{1, 1, 0, 0});
}

TEST_CASE("a period in which nothing fell due has no attainment") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    const auto& policy = *store.policies().current().policy;
    const Instant now = utc("2026-02-01T00:00:00Z");
    const Question q{{now - hours{24}, now}, {}, now, time::Zone::utc()};
    const Answer answer = sla(store.database(), policy, q);
    CHECK(answer.is_empty);
    REQUIRE(answer.data.rows.size() == k_usual_clocks);
    for (const auto& row : answer.data.rows) {
        CHECK(cell(answer.data, row, "attainment") == render::Value{render::Share{0, 0}});
        CHECK_FALSE(length(answer.data, row, "median_minutes"));
        CHECK_FALSE(length(answer.data, row, "p90_overrun_minutes"));
    }
    // Grouped, there is no group to tell of.
    const Question grouped{q.period, {store::GroupField::team, {}}, now, q.zone};
    CHECK(sla(store.database(), policy, grouped).data.rows.empty());
    CHECK(answer.sections.size() == 1);
}

TEST_CASE("beside another period stands what the report says of that period itself") {
    RandomOffice office(61);
    for (const auto& by :
         {Grouping{}, Grouping{store::GroupField::kind, {}}, Grouping{store::GroupField::team, {}}}) {
        auto q = office.question(office.random_period(), by);
        q.compared = office.random_stretch();
        const auto both = sla(office.database(), office.policy(), q).data;
        q.period = *q.compared;
        q.compared.reset();
        const auto other = sla(office.database(), office.policy(), q).data;
        std::map<std::pair<std::string, std::string>, const render::Row*> there;
        const auto group = [](const render::Table& table, const render::Row& row) {
            return render::plain_text(cell(table, row, "group"));
        };
        for (const auto& row : other.rows)
            there[{text(other, row, "clock"), group(other, row)}] = &row;
        std::size_t found = 0;
        for (const auto& row : both.rows) {
            const auto same = there.find({text(both, row, "clock"), group(both, row)});
            if (same == there.end()) {
                CHECK(number(both, row, "previous_due") == 0);
                continue;
            }
            ++found;
            const auto& before = *same->second;
            CHECK(number(both, row, "previous_due") == number(other, before, "due"));
            CHECK(number(both, row, "previous_met") == number(other, before, "met"));
            CHECK(length(both, row, "previous_median_minutes") == length(other, before, "median_minutes"));
            CHECK(length(both, row, "previous_median_overrun_minutes")
                  == length(other, before, "median_overrun_minutes"));
        }
        CHECK(found == there.size());
    }
}

TEST_CASE("the columns that scripts rely on stand in their order") {
    RandomOffice office(7, 5);
    const Answer answer = sla(office.database(), office.policy(), office.question(office.random_period()));
    std::string keys;
    for (const auto& column : answer.data.columns)
        keys += (keys.empty() ? "" : ",") + column.key;
    CHECK(keys.starts_with(
        "period_from,period_until,clock,group,due,met,breached,attainment,overdue_now,at_risk,"
        "not_yet_due,no_target,median_minutes,p90_minutes,median_overrun_minutes,"
        "p90_overrun_minutes"));
}

TEST_CASE("a voided complaint is not counted and a reopened one is unmet again") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    store::tests::Desk desk(store);
    desk.apply_policy(std::string(k_policy), utc("2026-01-01T00:00:00Z"));
    auto claim = store::tests::about("x");
    claim.kind = Kind::claim;
    const auto resolution = [&](Instant now) {
        const auto& policy = *store.policies().current().policy;
        const time::Period january{utc("2026-01-01T00:00:00Z"), utc("2026-02-01T00:00:00Z")};
        const auto data = sla(store.database(), policy, {january, {}, now, time::Zone::utc()}).data;
        const auto of = [&](const char* key) {
            return number(data, data.rows[static_cast<std::size_t>(Clock::resolution)], key);
        };
        return Four{of("due"), of("met"), of("not_yet_due"), of("overdue_now")};
    };
    desk.open(claim, utc("2026-01-12T06:00:00Z")); // due on the 17th
    const Instant later = utc("2026-01-20T00:00:00Z");
    CHECK(resolution(later) == Four{1, 0, 0, 1});
    desk.act({1}, utc("2026-01-14T06:00:00Z"), store::tests::resolving());
    CHECK(resolution(later) == Four{1, 1, 0, 0});
    desk.act({1}, utc("2026-01-15T06:00:00Z"), store::tests::reopening());
    CHECK(resolution(later) == Four{1, 0, 0, 1});
    desk.act({1}, utc("2026-01-19T06:00:00Z"), store::tests::voiding());
    CHECK(resolution(later) == Four{0, 0, 0, 0});
}

TEST_CASE("the daily report names what is overdue and what is due today") {
    RandomOffice office(9);
    const auto zone = office.policy().organisation.zone;
    const Question q = office.question(time::parse_period("yesterday", office.now(), zone));
    std::size_t overdue = 0;
    std::size_t today = 0;
    for (const Life& life : office.lives())
        for (const auto& [clock, promise] : life.promises) {
            if (!promise.due || promise.met || !life.is_open()) continue;
            if (*promise.due < q.now)
                ++overdue;
            else if (label(*promise.due, time::Bucket::day) == label(q.now, time::Bucket::day))
                ++today;
        }
    REQUIRE(overdue > 20);
    REQUIRE(today > 0);
    const Answer answer = daily(office.database(), office.policy(), q);
    const auto heading = [&](const std::string& text) {
        return std::ranges::any_of(answer.sections, [&](const Section& s) { return s.heading == text; });
    };
    CHECK(heading(fmt::format("Overdue ({})", overdue)));
    CHECK(heading(fmt::format("Due today ({})", today)));
    CHECK_FALSE(answer.is_empty);
    // The same figures as the report of its own name.
    const auto plain = sla(office.database(), office.policy(), q);
    REQUIRE(answer.data.rows.size() == plain.data.rows.size());
    CHECK(number(answer.data, answer.data.rows[0], "due") == number(plain.data, plain.data.rows[0], "due"));
}

TEST_CASE("the daily report names each deadline once, where it asks for most") {
    for (unsigned seed = 9; seed < 14; ++seed) {
        CAPTURE(seed);
        RandomOffice office(seed);
        const auto zone = office.policy().organisation.zone;
        const Question q = office.question(time::parse_period("2026-01..yesterday", office.now(), zone));
        std::size_t over = 0;
        std::size_t later = 0;
        for (const Life& life : office.lives())
            for (const auto& [clock, promise] : life.promises) {
                if (life.voided || !promise.due || clock == Clock::answer || clock == Clock::task
                    || clock == Clock::legal)
                    continue;
                const Instant due = *promise.due;
                const bool is_owed = !promise.met && life.is_open();
                const bool is_late = due < q.now && (!promise.met || *promise.met > due);
                if (q.period.from <= due && due < q.period.until && is_late && !is_owed) ++over;
                const bool is_today = label(due, time::Bucket::day) == label(q.now, time::Bucket::day);
                if (is_owed && due >= q.now && promise.warn <= q.now && !is_today) ++later;
            }
        const Answer answer = daily(office.database(), office.policy(), q);
        const auto number_in = [&](const std::string& heading) {
            for (const auto& section : answer.sections)
                if (section.heading.starts_with(heading + " ("))
                    return std::stoul(section.heading.substr(heading.size() + 2));
            return 0UL;
        };
        CHECK(number_in("Breached, and no longer overdue") == over);
        CHECK(number_in("At risk, due later") == later);
        CHECK(number_in("Breached") == 0);
        CHECK(number_in("At risk now") == 0);
        std::set<std::string> named;
        for (const auto& section : answer.sections)
            if (!section.heading.empty())
                for (const auto& row : section.table.rows)
                    CHECK(named
                              .insert(text(section.table, row, "id") + text(section.table, row, "clock")
                                      + time::to_iso(std::get<Instant>(cell(section.table, row, "due_at"))))
                              .second);
    }
}

TEST_CASE("those that are named have their customer and what they are about") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    store::tests::Desk desk(store);
    auto about = store::tests::about("Kiuas halkesi", "2026-01-12T06:00:00Z");
    about.given_response_due = complaint::GivenDue{utc("2026-01-13T06:00:00Z")};
    desk.import(about, utc("2026-01-12T07:00:00Z"));
    const Instant now = utc("2026-01-14T06:00:00Z");
    const Question q{time::parse_period("2026-01", now, time::Zone::utc()), {}, now, time::Zone::utc()};
    const auto answer = sla(store.database(), *store.policies().current().policy, q);
    const auto& table = answer.sections.at(1).table;
    CHECK(text(table, table.rows.at(0), "subject") == "Kiuas halkesi");
    CHECK(cell(table, table.rows.at(0), "customer") == render::Value{});
}

//   from          now       until
//   [-------------|---------)        at risk now: named
//   [-------)     |                  of another time: not
TEST_CASE("what is at risk now is named beside figures of now alone") {
    RandomOffice office(9);
    const auto has_risks = [&](std::string_view text) {
        const auto period = time::parse_period(text, office.now(), office.policy().organisation.zone);
        const auto answer = sla(office.database(), office.policy(), office.question(period));
        return std::ranges::any_of(answer.sections,
                                   [](const Section& s) { return s.heading.starts_with("At risk now ("); });
    };
    CHECK(has_risks("today"));
    CHECK(has_risks("2026-01..2199"));
    CHECK_FALSE(has_risks("yesterday"));
    CHECK_FALSE(has_risks("1999"));
}

TEST_CASE("a daily report about nothing is empty") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    const auto& policy = *store.policies().current().policy;
    const Instant now = utc("2026-02-01T12:00:00Z");
    const Question q{time::parse_period("yesterday", now, time::Zone::utc()), {}, now, time::Zone::utc()};
    CHECK(daily(store.database(), policy, q).is_empty);
}

TEST_CASE("the latest are named first and those beyond twenty are counted") {
    RandomOffice office(11);
    const Question q =
        office.question(time::parse_period("2026-01", office.now(), office.policy().organisation.zone));
    const Answer answer = sla(office.database(), office.policy(), q);
    const auto section = std::ranges::find_if(
        answer.sections, [](const Section& s) { return s.heading.starts_with("Breached"); });
    REQUIRE(section != answer.sections.end());
    const auto& table = section->table;
    REQUIRE(table.rows.size() == 20);
    std::vector<std::pair<Seconds, std::string>> late;
    store::read_due(office.database(), q.period.from, q.period.until, store::GroupField::none,
                    [&](const store::DueRow& row) {
                        const auto& calendar = office.policy().calendar_named(row.calendar);
                        const Instant end = row.met_at ? *row.met_at : q.now;
                        if (row.clock == Clock::answer || end <= row.due_at) return;
                        const Seconds by = calendar.working_time(row.due_at, end);
                        late.emplace_back(by, time::display_working_length(by, time::working_day(calendar)));
                    });
    std::ranges::sort(late, std::ranges::greater{}, &std::pair<Seconds, std::string>::first);
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        CHECK(text(table, table.rows[i], "overrun") == late[i].second);
    std::int64_t all = 0;
    for (const auto& row : answer.data.rows)
        all += number(answer.data, row, "breached");
    CHECK(section->note == fmt::format("and {} more", all - 20));
    CHECK(text(table, table.rows[0], "id").starts_with("R-"));
}

} // namespace reklamaatio::report::tests
