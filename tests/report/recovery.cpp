// SPDX-License-Identifier: GPL-3.0-or-later
// How customers are afterwards, against SQL that was written by hand over the public views, and against a few cases.
#include "report/found.hpp"
#include "store/random_team.hpp"

namespace reklamaatio::report::tests {
namespace {

using std::chrono::days;

const ReportRow& k_row = report_named("recovery");

// {0} the group, {1} the first instant, {2} the first one after the period, {3} now.
constexpr std::string_view k_sql = R"(
WITH judged AS (
  SELECT c.number, c.id, c.customer_number AS who, {0} AS grp, c.followed_up_at, c.csat, c.nps, c.retained, c.reached,
         EXISTS (SELECT 1 FROM deadlines AS d WHERE d.complaint_number = c.number AND d.cancelled_at IS NULL
                 AND d.clock NOT IN ('followup', 'answer', 'task', 'legal')
                 AND (d.missed_at IS NOT NULL OR d.met_at > d.due_at OR (d.met_at IS NULL AND d.due_at < '{3}'))) AS late,
         EXISTS (SELECT 1 FROM deadlines AS d WHERE d.complaint_number = c.number AND d.cancelled_at IS NULL
                 AND d.clock NOT IN ('followup', 'answer', 'task', 'legal') AND d.met_at <= d.due_at) AS met
  FROM complaints AS c WHERE c.status <> 'void'),
asked AS (SELECT * FROM judged WHERE followed_up_at >= '{1}' AND followed_up_at < '{2}'),
resolved AS (SELECT {0} AS grp, * FROM complaints AS c
             WHERE resolved_at >= '{1}' AND resolved_at < '{2}' AND status <> 'void'),
grps AS ({4}),
spoke AS (SELECT who, max(followed_up_at || printf(' %09d', number)) AS last FROM asked
          WHERE who IS NOT NULL AND nps IS NOT NULL GROUP BY who),
friends AS (SELECT a.* FROM asked AS a JOIN spoke AS s ON s.who = a.who
              AND s.last = a.followed_up_at || printf(' %09d', a.number)
            WHERE a.nps > 8 AND (SELECT b.retained FROM asked AS b WHERE b.who = a.who AND b.retained IS NOT NULL
                                 ORDER BY b.followed_up_at DESC, b.number DESC LIMIT 1) IS NOT 'no'),
parts AS (SELECT 'all' AS section, * FROM asked
          UNION ALL SELECT CASE WHEN late THEN 'late' WHEN met THEN 'in_time' ELSE 'untimed' END, * FROM asked),
lines AS (SELECT s.column1 AS section, g.grp FROM (VALUES ('all'), ('in_time'), ('late'), ('untimed')) AS s, grps AS g)
SELECT 'cohort', g.grp, 'followed_up', (SELECT count(*) FROM asked AS a WHERE a.grp IS g.grp), NULL, NULL FROM grps AS g
UNION ALL SELECT l.section, l.grp, 'followed_up', count(p.id), NULL, NULL
  FROM lines AS l LEFT JOIN parts AS p ON p.section = l.section AND p.grp IS l.grp GROUP BY l.section, l.grp
UNION ALL SELECT l.section, l.grp, 'reached', '', sum(p.reached IS 'yes'), count(p.reached)
  FROM lines AS l LEFT JOIN parts AS p ON p.section = l.section AND p.grp IS l.grp GROUP BY l.section, l.grp
UNION ALL SELECT l.section, l.grp, 'csat', '', coalesce(sum(p.csat), 0), count(p.csat)
  FROM lines AS l LEFT JOIN parts AS p ON p.section = l.section AND p.grp IS l.grp GROUP BY l.section, l.grp
UNION ALL SELECT l.section, l.grp, 'satisfied', '', sum(p.csat IN (4, 5) AND p.csat IS NOT NULL), count(p.csat)
  FROM lines AS l LEFT JOIN parts AS p ON p.section = l.section AND p.grp IS l.grp GROUP BY l.section, l.grp
UNION ALL SELECT l.section, l.grp, 'nps', '', coalesce(sum(CASE WHEN p.nps > 8 THEN 1 WHEN p.nps < 7 THEN -1 END), 0), count(p.nps)
  FROM lines AS l LEFT JOIN parts AS p ON p.section = l.section AND p.grp IS l.grp GROUP BY l.section, l.grp
UNION ALL SELECT l.section, l.grp, 'promoters', '', count(CASE WHEN p.nps > 8 THEN 1 END), count(p.nps)
  FROM lines AS l LEFT JOIN parts AS p ON p.section = l.section AND p.grp IS l.grp GROUP BY l.section, l.grp
UNION ALL SELECT l.section, l.grp, 'detractors', '', count(CASE WHEN p.nps < 7 THEN 1 END), count(p.nps)
  FROM lines AS l LEFT JOIN parts AS p ON p.section = l.section AND p.grp IS l.grp GROUP BY l.section, l.grp
UNION ALL SELECT l.section, l.grp, 'retained', '', sum(p.retained IS 'yes'), count(p.retained)
  FROM lines AS l LEFT JOIN parts AS p ON p.section = l.section AND p.grp IS l.grp GROUP BY l.section, l.grp
UNION ALL SELECT 'asked', g.grp, 'asked', '', count(r.followed_up_at), count(r.id)
  FROM grps AS g LEFT JOIN resolved AS r ON r.grp IS g.grp GROUP BY g.grp
UNION ALL SELECT 'asked', g.grp, 'undated',
                 count(CASE WHEN r.followed_up_at IS NULL AND coalesce(r.csat, r.nps, r.retained) IS NOT NULL THEN 1 END), NULL, NULL
  FROM grps AS g LEFT JOIN resolved AS r ON r.grp IS g.grp GROUP BY g.grp
UNION ALL SELECT 'promoters', id, 'nps', nps, NULL, NULL FROM friends
UNION ALL SELECT 'promoters', id, 'csat', coalesce(csat, ''), NULL, NULL FROM friends
)";

Found by_hand(store::Database& database, const Question& q, const std::string& group) {
    const bool is_grouped = !q.by.is_none();
    const std::string groups =
        is_grouped ? "SELECT grp FROM asked UNION SELECT grp FROM resolved" : "SELECT '' AS grp";
    return found_by_sql(database, fmt::format(fmt::runtime(k_sql), is_grouped ? group : "''",
                                              time::to_iso(q.period.from), time::to_iso(q.period.until),
                                              time::to_iso(q.now), groups));
}

} // namespace

TEST_CASE("what customers said afterwards is what SQL by hand finds in the views") {
    std::int64_t promoters = 0, late = 0, in_time = 0;
    for (const unsigned seed : {61U, 62U, 63U, 64U}) {
        store::Store store = store::Store::in_memory(store::tests::founding());
        store::tests::RandomTeam team(store, seed);
        for (int i = 0; i < 500; ++i)
            team.work();
        auto& database = store.database();
        // Nobody is on time, and few are asked, at the pace of RandomTeam.
        database.execute("UPDATE complaint SET followed_up_at = resolved_at + 86400, nps = (id * 7) % 11"
                         " WHERE resolved_at IS NOT NULL AND id % 4 <> 0");
        database.execute("UPDATE deadline SET met_at = due_at, missed_at = NULL WHERE complaint_id % 3 = 0");
        // What a file told without a day.
        database.execute("UPDATE complaint SET followed_up_at = NULL WHERE id % 7 = 0");
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
                CHECK(figures == by_hand(database, q, column));
                for (const auto& [key, value] : figures)
                    promoters += key.starts_with("promoters ") ? 1 : 0;
                if (field != store::GroupField::none) continue;
                late += std::stoll(figures.at("late  followed_up"));
                in_time += std::stoll(figures.at("in_time  followed_up"));
            }
    }
    CHECK(promoters > 0); // else nothing was looked at
    CHECK(late > 0);
    CHECK(in_time > 0);
}

//   resolution target 5 days, response 2 days: see k_policy
//   R-1  answered and resolved on the first day      CSAT 5, NPS 10, stayed      in time
//   R-2  the same                                    CSAT 4, NPS 9, left         in time, and no promoter to be asked
//   R-3  answered on day 3, resolved on day 4        CSAT 2, NPS 6, left         late
//   R-4  answered in time, resolved on day 20        nobody was reached          late
//   R-5  a remark: no resolution target, answered    CSAT 3, NPS 8               in time
//   R-6  praise: nothing is owed                     NPS 9                       without a deadline
//   R-7  as R-1, and nobody asked
TEST_CASE("those whose deadlines were kept are told from the others") {
    using namespace store::tests;
    store::Store store = store::Store::in_memory(founding());
    store::tests::Desk desk(store);
    desk.apply_policy(std::string(k_policy), utc("2026-01-01T00:00:00Z"));
    const auto at = [](int day, int hour = 9) {
        return utc("2026-01-12T00:00:00Z") + days{day} + hours{hour};
    };
    std::int64_t id = 0;
    const auto handle = [&](Kind kind, int answered, int resolved, std::optional<complaint::FollowUp> said) {
        auto draft = about("x");
        draft.kind = kind;
        draft.received_at = at(0);
        ++id;
        desk.open(draft, at(0), customer("Ann", fmt::format("ann{}@example.fi", id)));
        desk.act({id}, at(answered), saying(complaint::tests::outbound()));
        desk.act({id}, at(resolved, 10), resolving());
        if (said)
            desk.act({id}, at(30), [&](const complaint::Complaint& c, const complaint::Occasion& then) {
                return complaint::follow_up(c, *said, then);
            });
    };
    using complaint::Retained;
    handle(Kind::complaint, 0, 0, complaint::FollowUp{5, 10, Retained::yes, false, ""});
    handle(Kind::complaint, 0, 0, complaint::FollowUp{4, 9, Retained::no, false, ""});
    handle(Kind::complaint, 3, 4, complaint::FollowUp{2, 6, Retained::no, false, ""});
    handle(Kind::complaint, 1, 20, complaint::FollowUp{{}, {}, {}, true, ""});
    handle(Kind::remark, 1, 20, complaint::FollowUp{3, 8, {}, false, ""});
    handle(Kind::praise, 1, 20, complaint::FollowUp{{}, 9, {}, false, ""});
    handle(Kind::complaint, 0, 0, std::nullopt);
    const auto& policy = *store.policies().current().policy;
    const Question q{{at(0, 0), at(31, 0)}, {}, at(40), time::Zone::utc()};
    const auto answer = answer_to(k_row, store.database(), policy, q);
    auto figures = found(answer);
    CHECK(figures["cohort  followed_up"] == "6");
    CHECK(figures["in_time  followed_up"] == "3");
    CHECK(figures["late  followed_up"] == "2");
    CHECK(figures["untimed  followed_up"] == "1");
    CHECK(figures["in_time  csat"] == "12/3");
    CHECK(figures["in_time  nps"] == "2/3"); // two promoters, nobody else
    CHECK(figures["late  nps"] == "-1/1");
    CHECK(figures["in_time  retained"] == "1/2");
    CHECK(figures["late  retained"] == "0/1");
    CHECK(figures["late  reached"] == "1/2");
    CHECK(figures["asked  asked"] == "6/7");
    CHECK(figures["promoters R-1 nps"] == "10");
    CHECK(figures["promoters R-6 nps"] == "9");
    CHECK(!figures.contains("promoters R-2 nps"));
    const auto row = std::ranges::find_if(answer.data.rows, [&](const render::Row& each) {
        return text(answer.data, each, "section") == "in_time"
               && text(answer.data, each, "measure") == "csat";
    });
    REQUIRE(row != answer.data.rows.end());
    CHECK(render::plain_text(cell(answer.data, *row, "value")) == "4.00");
    CHECK(text(answer.data, *row, "verdict") == "not enough to judge");
}

//   ann  NPS 10, later 9: asked once, for the later    bob  NPS 10, later 3
//   eve  NPS 10, left later                           zoe  NPS 10, later CSAT 4 and no more
TEST_CASE("of a customer who was asked more than once the last word counts") {
    using namespace store::tests;
    store::Store store = store::Store::in_memory(founding());
    store::tests::Desk desk(store);
    std::int64_t id = 0;
    const auto ask = [&](const std::string& who, const complaint::FollowUp& said) {
        const auto day = utc("2026-02-01T09:00:00Z") + days{++id};
        desk.open(complaint_at(day), day, customer(who, who + "@example.fi"));
        desk.act({id}, day, resolving());
        desk.act({id}, day, [&](const complaint::Complaint& c, const complaint::Occasion& then) {
            return complaint::follow_up(c, said, then);
        });
    };
    for (const auto* who : {"ann", "bob", "eve", "zoe"})
        ask(who, {{}, 10, {}, false, ""});
    ask("ann", {{}, 9, {}, false, ""});
    ask("bob", {{}, 3, {}, false, ""});
    ask("eve", {{}, {}, complaint::Retained::no, false, ""});
    ask("zoe", {4, {}, {}, false, ""});
    const auto& policy = *store.policies().current().policy;
    const auto promoters = [&](int until) {
        const Question q{{utc("2026-02-01T00:00:00Z"), utc("2026-02-01T00:00:00Z") + days{until}},
                         {},
                         utc("2026-03-01T00:00:00Z"),
                         time::Zone::utc()};
        std::vector<std::string> ids;
        for (const auto& [key, value] : found(answer_to(k_row, store.database(), policy, q)))
            if (key.starts_with("promoters ") && key.ends_with(" nps")) ids.push_back(key + " " + value);
        return ids;
    };
    CHECK(promoters(20) == std::vector<std::string>{"promoters R-4 nps 10", "promoters R-5 nps 9"});
    CHECK(promoters(5).size() == 4); // what comes later is of another period
}

TEST_CASE("of no follow-up there is no share and no mean") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    const Question q{{utc("2026-01-01T00:00:00Z"), utc("2026-02-01T00:00:00Z")},
                     {},
                     utc("2026-02-01T00:00:00Z"),
                     time::Zone::utc()};
    const auto answer = answer_to(k_row, store.database(), *store.policies().current().policy, q);
    CHECK(answer.is_empty);
    for (const auto& row : answer.data.rows) {
        const auto value = render::plain_text(cell(answer.data, row, "value"));
        const bool is_count = render::plain_text(cell(answer.data, row, "denominator")).empty();
        CHECK(value == (is_count ? "0" : ""));
    }
}

} // namespace reklamaatio::report::tests
