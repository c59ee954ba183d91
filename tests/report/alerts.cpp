// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts, against SQL that was typed by hand, and by hand.
#include "render/writer.hpp"
#include "report/random_office.hpp"
#include "store/random_team.hpp"
#include "store/standing_alerts.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using std::chrono::days;

const ReportRow& k_row = *std::ranges::find(k_reports, "alerts", &ReportRow::name);

// Tells everybody of what is news, as alerts --new does.
void tell_all(store::Store& store, store::Ledger ledger) {
    const auto& policy = *store.policies().current().policy;
    std::vector<store::StandingAlert> news;
    store::read_standing_alerts(store.database(), policy, ledger.now(), [&](store::StandingAlert alert) {
        if (alert.is_news()) news.push_back(std::move(alert));
    });
    for (const auto& alert : news) {
        auto record = alert.alert.what;
        record.sent_at = ledger.now();
        record.sent_to = alert.to.key;
        ledger.record_alert(alert.alert.complaint, record);
    }
}

using Lines = std::map<std::string, std::string>; // "level person group": its numbers

Lines lines_of(const render::Table& table, const std::vector<const char*>& keys) {
    Lines lines;
    for (const auto& row : table.rows) {
        const auto in = [&](const char* key) { return render::plain_text(cell(table, row, key)); };
        auto& line = lines[fmt::format("{} {} {}", in("level"), in("person"), in("group"))];
        for (const char* key : keys)
            line += (line.empty() ? "" : " ") + std::string(key) + "=" + in(key);
    }
    CHECK(lines.size() == table.rows.size());
    return lines;
}

// Of what was sent: the same figures in SQL. What follows an alert is in the log behind it, or happened after it.
constexpr const char* k_sent = R"(
WITH told AS (
  SELECT a.level, a.sent_to AS person, {group} AS part, a.sent_at, d.due_at, d.met_at, d.cancelled_at,
         (SELECT count(*) > 0 FROM event e WHERE e.complaint_id = a.complaint_id AND e.happened_at >= a.sent_at
            AND e.kind NOT IN ('alerted', 'acknowledged')) AS acted
  FROM alert a JOIN complaint c ON c.id = a.complaint_id
  LEFT JOIN deadline d ON d.complaint_id = a.complaint_id AND d.clock = a.clock AND d.ordinal = a.ordinal
  WHERE a.sent_at BETWEEN {from} AND {to} - 1 AND c.status NOT IN ('void'))
SELECT level, person, part, count(*),
       sum(CASE WHEN cancelled_at IS NULL AND due_at >= sent_at AND (met_at > 0 OR due_at <= {now}) THEN 1 ELSE 0 END),
       sum(CASE WHEN cancelled_at IS NULL AND due_at >= sent_at AND (met_at > due_at OR (met_at IS NULL AND due_at <= {now}))
           THEN 1 ELSE 0 END),
       sum(acted)
FROM told GROUP BY 1, 2, 3)";

constexpr const char* k_unalerted = R"(
SELECT count(*) FROM deadline d JOIN complaint c ON c.id = d.complaint_id
WHERE d.due_at BETWEEN {from} AND min({to} - 1, {now}) AND d.cancelled_at IS NULL AND d.clock NOT IN ('answer', 'task')
  AND coalesce(d.met_at, 9e9) > d.due_at AND c.status <> 'void'
  AND (SELECT count(*) FROM alert a WHERE a.complaint_id = d.complaint_id AND a.clock = d.clock AND a.ordinal = d.ordinal
       AND a.sent_at > 0 AND a.sent_at <= d.due_at) = 0
  AND d.due_at > (SELECT min(h.recorded_at) FROM event e JOIN change h ON h.id = e.change_id WHERE e.complaint_id = d.complaint_id))";

std::string with(const char* sql, const Question& q, const std::string& group) {
    const auto seconds = [](Instant at) { return at.time_since_epoch().count(); };
    return fmt::format(fmt::runtime(sql), fmt::arg("group", group), fmt::arg("from", seconds(q.period.from)),
                       fmt::arg("to", seconds(q.period.until)), fmt::arg("now", seconds(q.now)));
}

Lines typed(store::Database& database, const Question& q) {
    Lines lines;
    auto query = database.query_once(with(k_sent, q, q.by.is_none() ? "''" : "c.kind"));
    while (query.next())
        lines[fmt::format("{} {} {}", query.text(0), query.text(1), query.text(2))] =
            fmt::format("sent={} in_time={} breached={} acted={}", query.integer(3), query.integer(4),
                        query.integer(5), query.integer(6));
    return lines;
}

const std::vector<const char*> k_counted{"sent", "in_time", "breached", "acted", "unalerted_breaches"};

// What is told beside a period is what the report of that period tells.
void check_compared(store::Store& store, Question q, Lines expected_now, const time::Period& other) {
    const auto& policy = *store.policies().current().policy;
    q.compared = other;
    const auto table = answer_to(k_row, store.database(), policy, q).data;
    q.compared.reset();
    q.period = other;
    const auto alone = lines_of(answer_to(k_row, store.database(), policy, q).data, k_counted);
    auto now = lines_of(table, k_counted);
    auto before = lines_of(table, {"previous_sent", "previous_in_time", "previous_breached", "previous_acted",
                                   "previous_unalerted_breaches"});
    const auto is_blank = [](const auto& line) {
        return line.second.find_first_of("123456789") == std::string::npos;
    };
    for (auto* lines : {&now, &expected_now})
        std::erase_if(*lines, is_blank);
    CHECK(now == expected_now);
    Lines renamed;
    for (auto [key, text] : before) {
        for (auto at = text.find("previous_"); at != std::string::npos; at = text.find("previous_"))
            text.erase(at, std::string_view("previous_").size());
        renamed[key] = text;
    }
    auto expected_before = alone;
    for (auto* lines : {&renamed, &expected_before})
        std::erase_if(*lines, is_blank);
    CHECK(renamed == expected_before);
}

} // namespace

TEST_CASE("what was told, and what came of it, is what SQL finds") {
    std::int64_t sent = 0, breached = 0, unalerted = 0;
    for (const unsigned seed : {81U, 82U, 83U}) {
        store::Store store = store::Store::in_memory(store::tests::founding());
        store::tests::RandomTeam team(store, seed);
        for (int i = 0; i < 400; ++i) {
            team.work();
            if (i % 9 == 0) tell_all(store, team.ledger("alerts"));
        }
        const auto now = team.ledger("look").now();
        auto& database = store.database();
        for (const auto& period :
             {time::Period{now - days{60}, now + days{1}}, time::Period{now - days{120}, now - days{40}}})
            for (const auto& by : {Grouping{}, Grouping{store::GroupField::kind, {}}}) {
                CAPTURE(seed);
                const Question q{period, by, now, time::Zone::utc()};
                const auto table = answer_to(k_row, database, *store.policies().current().policy, q).data;
                auto lines = lines_of(table, {"sent", "in_time", "breached", "acted"});
                std::erase_if(lines, [](const auto& line) { return line.second.starts_with("sent=0"); });
                CHECK(lines == typed(database, q));
                std::int64_t missed = 0;
                for (const auto& row : table.rows) {
                    missed += number(table, row, "unalerted_breaches");
                    sent += number(table, row, "sent");
                    breached += number(table, row, "breached");
                }
                auto query = database.query_once(with(k_unalerted, q, ""));
                REQUIRE(query.next());
                CHECK(missed == query.integer(0));
                unalerted += missed;
                check_compared(store, q, lines_of(table, k_counted), {now - days{160}, period.from});
            }
    }
    CHECK(sent > 0);
    CHECK(breached > 0);
    CHECK(unalerted > 0);
}

// Office hours are 8 to 16 UTC; an answer is due in 8 h, warned of after 4 h, and told at half past of each hour.
//   R-1  Mon 12th 8:00 maria; due 16:00. She is told at 12:30, answers at 14:30: in time, 2 h after the alert.
//   R-2  Mon 12th 8:00 maria; told at 12:30, it goes to pekka at 13:30, an hour after; late, he is told on Tuesday 8:30.
//   R-3  Tue 13th 8:00 pekka, answered on Wednesday at 9:00; nobody is told anything of it: missed without an alert.
//   R-4  entered on Wed 14th at 9:00, received on Mon 12th at 8:00: it was late already, and nobody could have been told.
TEST_CASE("an alert is of those who were told, and a breach without one of who had it then") {
    using namespace store::tests;
    store::Store store = store::Store::in_memory(founding());
    Desk desk(store);
    desk.apply_policy("[organisation]\ntimezone = \"UTC\"\n" + std::string(k_office_week)
                          + "[[sla]]\nresponse = \"8h\"\nwarn_at = 0.5\n",
                      utc("2026-01-01T00:00:00Z"));
    const auto at = [](int day, int hour, int minute = 0) {
        return utc("2026-01-12T00:00:00Z") + days{day} + hours{hour} + std::chrono::minutes{minute};
    };
    const auto open = [&](Instant received, Instant entered, const std::string& person) {
        auto draft = about("x");
        draft.received_at = received;
        draft.assignee = person;
        desk.open(draft, entered, customer("Maija", "maija@example.fi"));
    };
    const auto give = [](const std::string& person) {
        return [person](const complaint::Complaint& c, const complaint::Occasion& then) {
            return complaint::assign(c, {"", person}, then);
        };
    };
    open(at(0, 8), at(0, 8), "maria");
    open(at(0, 8), at(0, 8), "maria");
    tell_all(store, desk.ledger(at(0, 12, 30), "alerts"));
    desk.act({2}, at(0, 13, 30), give("pekka"));
    desk.act({1}, at(0, 14, 30), saying(complaint::tests::outbound()));
    tell_all(store, desk.ledger(at(1, 8, 30), "alerts"));
    open(at(1, 8), at(1, 8), "pekka");
    desk.act({3}, at(2, 9), saying(complaint::tests::outbound()));
    desk.act({3}, at(2, 9), give("liisa"));
    open(at(0, 8), at(2, 9), "maria");
    const Question q{{at(0, 0), at(7, 0)}, {}, at(2, 10), time::Zone::utc()};
    const auto answer = answer_to(k_row, store.database(), *store.policies().current().policy, q);
    const auto lines = lines_of(answer.data, {"sent", "in_time", "breached", "acted", "median_action_minutes",
                                              "unalerted_breaches", "undelivered"});
    const Lines by_hand{
        {"due_soon maria ",
         "sent=2 in_time=2 breached=1 acted=2 median_action_minutes=60 unalerted_breaches=0 undelivered=0"},
        {"overdue pekka ",
         "sent=1 in_time=0 breached=0 acted=0 median_action_minutes= unalerted_breaches=0 undelivered=0"},
        {"none pekka ",
         "sent=0 in_time=0 breached=0 acted=0 median_action_minutes= unalerted_breaches=1 undelivered=0"},
        {"overdue maria ",
         "sent=0 in_time=0 breached=0 acted=0 median_action_minutes= unalerted_breaches=0 undelivered=1"}};
    CHECK(lines == by_hand);
    auto narrow = q;
    narrow.where.assignee = {"liisa"};
    const auto of_liisa =
        lines_of(answer_to(k_row, store.database(), *store.policies().current().policy, narrow).data,
                 {"unalerted_breaches"});
    CHECK(of_liisa == Lines{{"none pekka ", "unalerted_breaches=1"}});
    const auto& named = answer.sections.back();
    CHECK(named.heading == "Missed without an alert (1)");
}

TEST_CASE("where nothing was told and nothing missed the report is empty, and well formed") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    const Question q{{utc("2026-01-01T00:00:00Z"), utc("2026-02-01T00:00:00Z")},
                     {},
                     utc("2026-02-01T00:00:00Z"),
                     time::Zone::utc()};
    const auto answer = answer_to(k_row, store.database(), *store.policies().current().policy, q);
    CHECK(answer.is_empty);
    CHECK(answer.data.rows.empty());
    CHECK(answer.data.columns.size() == 22);
}

} // namespace reklamaatio::report::tests
