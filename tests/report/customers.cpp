// SPDX-License-Identifier: GPL-3.0-or-later
// Who complained, against SQL that was written by hand over the public views, and against a few cases.
#include "store/customers.hpp"

#include "report/found.hpp"
#include "store/random_team.hpp"
#include "text/fold.hpp"

namespace reklamaatio::report::tests {
namespace {

using std::chrono::days;

const ReportRow& k_row = report_named("customers");

// {0} the group, {1} the first instant, {2} the first one after the period, {3} the groups that there are. What is open
// counts whenever it was received.
constexpr std::string_view k_sql = R"(
WITH had AS (SELECT {0} AS grp, c.*, c.status IN ('new', 'open', 'waiting') AS is_open
             FROM complaints AS c WHERE c.received_at >= '{1}' AND c.received_at < '{2}' AND c.status <> 'void'
             AND c.kind IN ('complaint', 'claim')),
held AS (SELECT {0} AS grp, c.customer_number, (SELECT u.value_cents FROM customers AS u WHERE u.number = c.customer_number) AS worth
         FROM complaints AS c WHERE c.status IN ('new', 'open', 'waiting') AND c.kind IN ('complaint', 'claim')),
grps AS ({3}),
stakes AS (SELECT DISTINCT grp, customer_number, worth FROM held WHERE customer_number IS NOT NULL),
who AS (SELECT grp, customer_number, count(*) AS n, sum(is_open) AS open, count(public) AS posts,
               sum(outcome IN ('upheld', 'partly')) AS right, sum(outcome IN ('upheld', 'partly', 'rejected')) AS decided,
               (SELECT u.value_cents FROM customers AS u WHERE u.number = customer_number) AS worth
        FROM had WHERE customer_number IS NOT NULL GROUP BY grp, customer_number),
overall AS (SELECT customer_number, count(*) AS n, sum(is_open) AS open,
                   coalesce(sum(outcome IN ('upheld', 'partly')), 0) AS right,
                   coalesce(sum(outcome IN ('upheld', 'partly', 'rejected')), 0) AS decided
            FROM had WHERE customer_number IS NOT NULL GROUP BY customer_number HAVING count(*) > 1)
SELECT 'cohort', grp, 'received', (SELECT count(*) FROM had AS h WHERE h.grp IS g.grp), NULL, NULL FROM grps AS g
UNION ALL SELECT 'customers', grp, 'customers', (SELECT count(*) FROM who AS w WHERE w.grp IS g.grp), NULL, NULL FROM grps AS g
UNION ALL SELECT 'customers', grp, 'repeat_customers', '', (SELECT count(*) FROM who AS w WHERE w.grp IS g.grp AND n >= 2),
                 (SELECT count(*) FROM who AS w WHERE w.grp IS g.grp) FROM grps AS g
UNION ALL SELECT 'customers', grp, 'repeat_complaints', '',
                 (SELECT coalesce(sum(n), 0) FROM who AS w WHERE w.grp IS g.grp AND n >= 2),
                 (SELECT coalesce(sum(n), 0) FROM who AS w WHERE w.grp IS g.grp) FROM grps AS g
UNION ALL SELECT 'customers', grp, 'unknown',
                 (SELECT count(*) FROM had AS h WHERE h.grp IS g.grp AND customer_number IS NULL), NULL, NULL FROM grps AS g
UNION ALL SELECT s.column1, grp, 'complaints',
                 (SELECT coalesce(sum(n), 0) FROM who AS w WHERE w.grp IS g.grp AND (n >= 2) = (s.column1 = 'repeat')), NULL, NULL
  FROM grps AS g, (VALUES ('repeat'), ('once')) AS s
UNION ALL SELECT s.column1, grp, 'upheld_share', '',
                 (SELECT coalesce(sum(right), 0) FROM who AS w WHERE w.grp IS g.grp AND (n >= 2) = (s.column1 = 'repeat')),
                 (SELECT coalesce(sum(decided), 0) FROM who AS w WHERE w.grp IS g.grp AND (n >= 2) = (s.column1 = 'repeat'))
  FROM grps AS g, (VALUES ('repeat'), ('once')) AS s
UNION ALL SELECT 'open', grp, 'customers', (SELECT count(*) FROM stakes AS s WHERE s.grp IS g.grp), NULL, NULL FROM grps AS g
UNION ALL SELECT 'open', grp, 'value_known', '', (SELECT count(worth) FROM stakes AS s WHERE s.grp IS g.grp),
                 (SELECT count(*) FROM stakes AS s WHERE s.grp IS g.grp) FROM grps AS g
UNION ALL SELECT 'open', grp, 'value_{4}', (SELECT printf('%.2f', total(worth) / 100) FROM stakes AS s WHERE s.grp IS g.grp),
                 NULL, NULL FROM grps AS g
UNION ALL SELECT 'public', grp, 'customers', (SELECT count(*) FROM who AS w WHERE w.grp IS g.grp AND posts > 0), NULL, NULL
  FROM grps AS g
UNION ALL SELECT 'public', grp, 'value_known', '', (SELECT count(worth) FROM who AS w WHERE w.grp IS g.grp AND posts > 0),
                 (SELECT count(*) FROM who AS w WHERE w.grp IS g.grp AND posts > 0) FROM grps AS g
UNION ALL SELECT 'public', grp, 'value_{4}',
                 (SELECT printf('%.2f', total(worth) / 100) FROM who AS w WHERE w.grp IS g.grp AND posts > 0), NULL, NULL
  FROM grps AS g
UNION ALL SELECT 'audience', grp, 'complaints', (SELECT count(public) FROM had AS h WHERE h.grp IS g.grp), NULL, NULL FROM grps AS g
UNION ALL SELECT 'audience', grp, 'audience', (SELECT coalesce(sum(public), 0) FROM had AS h WHERE h.grp IS g.grp), NULL, NULL
  FROM grps AS g
UNION ALL SELECT 'audience', grp, 'largest', (SELECT coalesce(max(public), '') FROM had AS h WHERE h.grp IS g.grp), NULL, NULL
  FROM grps AS g
UNION ALL SELECT 'repeaters', 'C-' || customer_number, 'complaints', n, NULL, NULL FROM overall
UNION ALL SELECT 'repeaters', 'C-' || customer_number, 'open', open, NULL, NULL FROM overall
UNION ALL SELECT 'repeaters', 'C-' || customer_number, 'upheld_share', '', right, decided FROM overall
)";

Found by_hand(store::Database& database, const Question& q, const std::string& group,
              const std::string& currency) {
    const bool is_grouped = !q.by.is_none();
    return found_by_sql(database, fmt::format(fmt::runtime(k_sql), is_grouped ? group : "''",
                                              time::to_iso(q.period.from), time::to_iso(q.period.until),
                                              is_grouped ? "SELECT grp FROM had UNION SELECT grp FROM held"
                                                         : "SELECT '' AS grp",
                                              text::lower(currency)));
}

} // namespace

TEST_CASE("who complained is what SQL by hand finds in the views") {
    std::int64_t repeaters = 0;
    for (const unsigned seed : {71U, 72U, 73U, 74U}) {
        store::Store store = store::Store::in_memory(store::tests::founding());
        store::tests::RandomTeam team(store, seed);
        for (int i = 0; i < 500; ++i)
            team.work();
        auto& database = store.database();
        // Nobody decides in a hurry as RandomTeam does.
        database.execute(
            "UPDATE complaint SET outcome = CASE id % 5 WHEN 0 THEN 'upheld' WHEN 1 THEN 'partly'"
            " WHEN 2 THEN 'rejected' WHEN 3 THEN 'withdrawn' END WHERE resolved_at IS NOT NULL");
        const auto& policy = *store.policies().current().policy;
        const auto now = team.ledger("look").now();
        for (const auto* period : {"2026-03", "2026-03-10..2026-05-20", "2026", "2020"})
            for (const auto& [field, column] :
                 {std::pair{store::GroupField::none, ""}, std::pair{store::GroupField::kind, "c.kind"},
                  std::pair{store::GroupField::team, "coalesce(c.team, '')"}}) {
                CAPTURE(seed);
                CAPTURE(std::string(period));
                const std::string_view shown = column; // what a lambda takes cannot be a binding
                CAPTURE(std::string(shown));
                const auto zone = *time::Zone::named("Europe/Helsinki");
                const Question q{time::parse_period(period, now, zone), {field, {}}, now, zone};
                const auto figures = found(answer_to(k_row, database, policy, q));
                CHECK(figures == by_hand(database, q, column, policy.organisation.currency));
                for (const auto& [key, value] : figures)
                    repeaters += key.starts_with("repeaters ") ? 1 : 0;
            }
    }
    CHECK(repeaters > 0); // else nothing was looked at
}

//   C-1  worth 1200.00, R-1 upheld, R-2 open, in public for 300   complained twice
//   C-2  worth nothing known, R-3 rejected, R-4 rejected          twice
//   C-3  worth 50.00, R-5 open, in public for 7                   once
//   nobody: R-6 in public for 1000
//   C-1  R-7 the month before, R-8 praise: not counted
//   C-4  worth 700.00, R-9 the month before: at stake all the same, since it is open
TEST_CASE("who complains again and is right is told from who is not") {
    using namespace store::tests;
    store::Store store = store::Store::in_memory(founding());
    store::tests::Desk desk(store);
    const auto day = [](int number) { return utc("2026-02-01T09:00:00Z") + days{number}; };
    const auto open = [&](int number, const std::string& who, std::optional<std::int64_t> worth,
                          std::optional<std::int64_t> audience, Kind kind = Kind::complaint) {
        auto draft = about("x");
        draft.received_at = day(number);
        draft.kind = kind;
        draft.audience = audience;
        complaint::Customer somebody;
        somebody.name = who;
        if (!who.empty()) somebody.email = who + "@example.fi";
        somebody.value = worth;
        desk.open(draft, day(std::max(number, 0)), somebody);
    };
    const auto decide = [&](std::int64_t id, complaint::Outcome outcome) {
        desk.act({id}, day(9), [&](const complaint::Complaint& c, const complaint::Occasion& then) {
            complaint::Resolution decided;
            decided.outcome = outcome;
            return complaint::resolve(c, decided, then);
        });
    };
    open(1, "ann", 120'000, {});
    open(2, "ann", {}, 300);
    open(3, "bob", {}, {});
    open(4, "bob", {}, {});
    open(5, "eve", 5'000, 7);
    open(6, "", {}, 1000);
    open(-9, "ann", {}, {});
    open(7, "ann", {}, 5, Kind::praise);
    open(-9, "zoe", 70'000, 20);
    decide(1, complaint::Outcome::upheld);
    decide(3, complaint::Outcome::rejected);
    decide(4, complaint::Outcome::rejected);
    const auto& policy = *store.policies().current().policy;
    const Question q{{day(0), day(20)}, {}, day(30), time::Zone::utc()};
    const auto answer = answer_to(k_row, store.database(), policy, q);
    auto figures = found(answer);
    CHECK(figures["cohort  received"] == "6");
    CHECK(figures["customers  customers"] == "3");
    CHECK(figures["customers  repeat_customers"] == "2/3");
    CHECK(figures["customers  repeat_complaints"] == "4/5");
    CHECK(figures["customers  unknown"] == "1");
    CHECK(figures["repeat  upheld_share"] == "1/3");
    CHECK(figures["once  upheld_share"] == "0/0");
    CHECK(figures["open  customers"] == "3");
    CHECK(figures["open  value_eur"] == "1950.00");
    CHECK(figures["open  value_known"] == "3/3");
    CHECK(figures["public  value_eur"] == "1250.00");
    CHECK(figures["audience  audience"] == "1307");
    CHECK(figures["audience  largest"] == "1000");
    CHECK(figures["repeaters C-1 upheld_share"] == "1/1");
    CHECK(figures["repeaters C-2 upheld_share"] == "0/2");
    CHECK(answer.cohort == "what was received in the period; complaints and claims alone");
}

} // namespace reklamaatio::report::tests
