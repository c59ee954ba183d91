// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing, forgotten or in a muddle, against SQL that was typed by hand for each check.
#include "render/writer.hpp"
#include "report/hygiene_findings.hpp"
#include "report/random_office.hpp"
#include "store/random_team.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using std::chrono::days;

const ReportRow& k_row = *std::ranges::find(k_reports, "hygiene", &ReportRow::name);

// The complaint's columns are those of `c`; :now, :from and :to are what they say, and :kind is a condition.
struct Typed {
    const char* check;
    const char* sql; // id, who, since, kind
};

#define OWNER "coalesce(c.assignee, 'team:' || c.team, '')"
#define AT_HAND "c.status IN ('new', 'open', 'waiting')"
#define ENDED "c.status IN ('resolved', 'closed') AND c.resolved_at BETWEEN {from} AND {to} - 1"
#define DECIDED "c.kind IN ('complaint', 'claim')"
#define OF_COMPLAINTS "SELECT 'R-' || c.id, " OWNER ", "

const std::vector<Typed> k_typed{
    {"no_owner",
     OF_COMPLAINTS "c.received_at, c.kind FROM complaint c WHERE " AT_HAND " AND c.assignee IS NULL {kind}"},
    {"owner_away", OF_COMPLAINTS "CAST(strftime('%s', a.first_day) AS INTEGER), c.kind FROM complaint c JOIN "
                                 "absence a ON a.person = c.assignee "
                                 "WHERE " AT_HAND
                                 " AND date({now}, 'unixepoch') BETWEEN a.first_day AND a.last_day {kind}"},
    {"no_category", OF_COMPLAINTS "c.received_at, c.kind FROM complaint c WHERE (" AT_HAND " OR " ENDED
                                  ") AND c.category IS NULL {kind}"},
    {"no_cause", OF_COMPLAINTS "c.resolved_at, c.kind FROM complaint c WHERE " ENDED " AND " DECIDED
                               " AND c.cause IS NULL {kind}"},
    {"no_outcome", OF_COMPLAINTS "c.resolved_at, c.kind FROM complaint c WHERE " ENDED " AND " DECIDED
                                 " AND c.outcome IS NULL {kind}"},
    {"no_target", OF_COMPLAINTS
     "c.received_at, c.kind FROM complaint c WHERE " AT_HAND " AND " DECIDED
     " AND c.targeted / 1 % 2 = 0 AND c.targeted / 8 % 2 = 0"
     " AND c.id NOT IN (SELECT complaint_id FROM deadline WHERE clock NOT IN ('answer', 'task', "
     "'appeal', 'authority')"
     " AND coalesce(met_at, cancelled_at, missed_at) IS NULL) {kind}"},
    {"not_told", OF_COMPLAINTS
     "c.resolved_at, c.kind FROM complaint c WHERE " ENDED " AND " DECIDED
     " AND coalesce(c.customer_id, c.responded_at) IS NOT NULL AND coalesce(c.reached, 'no') = 'no'"
     " AND (c.responded_at IS NULL OR c.responded_at < c.resolved_at - 24 * 60 * 60)"
     " AND 0 = (SELECT count(*) FROM message m WHERE m.complaint_id = c.id AND m.direction = 'out' AND "
     "m.automatic = 0"
     " AND m.happened_at >= c.resolved_at - 24 * 60 * 60)"
     " AND (c.row_digest IS NULL OR 0 < (SELECT count(*) FROM message m WHERE m.complaint_id = c.id AND"
     " m.direction = 'out' AND m.automatic = 0)) {kind}"},
    {"late_logging", OF_COMPLAINTS
     "c.received_at, c.kind FROM complaint c WHERE c.status <> 'void' AND c.row_digest IS NULL"
     " AND c.received_at >= {from} AND c.received_at < {to} AND c.logged_at > 16 * 3600 + strftime('%s',"
     " date(c.received_at, 'unixepoch', CASE strftime('%w', c.received_at, 'unixepoch') WHEN '5' THEN '+3 "
     "days'"
     " WHEN '6' THEN '+2 days' ELSE '+1 day' END)) {kind}"},
    {"waiting_long", OF_COMPLAINTS
     "w.since, c.kind FROM complaint c JOIN (SELECT k.id, coalesce((SELECT min(due_at) FROM deadline d WHERE"
     " d.complaint_id = k.id AND d.clock = 'answer' AND coalesce(met_at, cancelled_at) IS NULL),"
     " 7 * 86400 + max(k.waiting_since, coalesce((SELECT max(happened_at) FROM message m WHERE"
     " m.complaint_id = k.id AND m.direction = 'out' AND m.automatic = 0), 0))) AS late,"
     " coalesce((SELECT min(due_at) FROM deadline d WHERE d.complaint_id = k.id AND d.clock = 'answer' AND"
     " coalesce(met_at, cancelled_at) IS NULL), max(k.waiting_since, coalesce((SELECT max(happened_at) FROM "
     "message m"
     " WHERE m.complaint_id = k.id AND m.direction = 'out' AND m.automatic = 0), 0))) AS since,"
     " EXISTS (SELECT 1 FROM deadline d WHERE d.complaint_id = k.id AND d.clock = 'answer' AND"
     " coalesce(met_at, cancelled_at) IS NULL) AS is_said"
     " FROM complaint k WHERE k.status = 'waiting') w ON w.id = c.id"
     " WHERE (w.late < {now} OR (w.late = {now} AND NOT w.is_said)) {kind}"},
    {"unpaid", OF_COMPLAINTS
     "o.accepted_at, c.kind FROM offer o JOIN complaint c ON c.id = o.complaint_id WHERE c.status <> 'void'"
     " AND o.accepted_at > 0 AND o.paid_at IS NULL AND (o.amount_cents > 0 OR o.remedy IN ('refund', "
     "'credit',"
     " 'discount')) {kind} UNION ALL " OF_COMPLAINTS "c.owed_since, c.kind FROM complaint c WHERE c.status "
     "<> 'void' AND c.owed_since > 0 AND c.paid_at IS NULL"
     " AND (c.remedy IN ('refund', 'credit', 'discount') OR (c.amount_cents > 0 AND coalesce(c.remedy, '') "
     "NOT IN"
     " ('replacement', 'repair', 'upgrade', 'gift', 'apology', 'listening', 'none'))) {kind}"},
    {"nobody_to_answer", OF_COMPLAINTS "c.received_at, c.kind FROM complaint c WHERE " AT_HAND
                                       " AND coalesce(c.customer_id, c.responded_at) IS NULL {kind}"},
    {"injury_without_action",
     OF_COMPLAINTS "c.received_at, c.kind FROM complaint c WHERE (" AT_HAND " OR " ENDED
                   ") AND c.harm = 'injury' AND c.id NOT IN (SELECT complaint_id FROM action "
                   "WHERE complaint_id IS NOT NULL) {kind}"},
    {"no_recourse",
     OF_COMPLAINTS "c.resolved_at, c.kind FROM complaint c WHERE " ENDED " AND " DECIDED
                   " AND c.outcome IN ('partly', 'rejected') AND c.recourse_told_at IS NULL {kind}"},
    {"unreported",
     OF_COMPLAINTS "c.received_at, c.kind FROM complaint c WHERE " AT_HAND
                   " AND c.harm IN ('safety', 'injury') AND coalesce(c.reported_at, c.not_reportable) "
                   "IS NULL {kind}"}};

#undef OF_COMPLAINTS
#undef DECIDED
#undef ENDED
#undef AT_HAND
#undef OWNER

using Rows = std::multiset<std::string>; // "check id who since group"

Rows typed(store::Database& database, const Question& q, const std::string& kind) {
    const auto seconds = [](Instant at) { return at.time_since_epoch().count(); };
    Rows rows;
    for (const auto& [check, sql] : k_typed) {
        auto query = database.query_once(
            fmt::format(fmt::runtime(sql), fmt::arg("now", seconds(q.now)),
                        fmt::arg("from", seconds(q.period.from)), fmt::arg("to", seconds(q.period.until)),
                        fmt::arg("kind", kind.empty() ? "" : fmt::format(" AND c.kind = '{}'", kind))));
        while (query.next())
            rows.insert(fmt::format("{} {} {} {} {}", check, query.text(0), query.text(1),
                                    time::to_iso(query.instant(2)), q.by.is_none() ? "" : query.text(3)));
    }
    return rows;
}

Rows found(const render::Table& table, bool of_customers) {
    Rows rows;
    for (const auto& row : table.rows) {
        const auto in = [&](const char* key) { return render::plain_text(cell(table, row, key)); };
        if (in("id").starts_with("C-") != of_customers) continue;
        rows.insert(
            fmt::format("{} {} {} {} {}", in("check"), in("id"), in("who"), in("since"), in("group")));
    }
    return rows;
}

// What a team leaves out that types nothing but what it must.
void make_untidy(store::Database& database) {
    database.execute(
        "UPDATE complaint SET category = CASE id % 3 WHEN 0 THEN 'damage' END, cause = CASE id % 4 WHEN 1 "
        "THEN 'packing' END,"
        " harm = CASE id % 5 WHEN 2 THEN 'injury' WHEN 3 THEN 'safety' ELSE harm END, targeted = targeted * "
        "(id % 3),"
        " logged_at = received_at + id * 7919 % 300000, row_digest = CASE id % 7 WHEN 3 THEN 'told by a "
        "file' END;"
        "UPDATE complaint SET targeted = 0 WHERE id % 3 = 0;"
        "DELETE FROM deadline WHERE complaint_id % 6 = 0 AND clock <> 'answer';"
        "UPDATE complaint SET outcome = CASE id % 3 WHEN 0 THEN 'upheld' WHEN 1 THEN 'rejected' END WHERE "
        "resolved_at IS NOT NULL;"
        "UPDATE complaint SET recourse_told_at = resolved_at WHERE id % 4 = 1;"
        "UPDATE complaint SET reported_at = received_at WHERE id % 4 = 2;"
        "UPDATE complaint SET not_reportable = 'no' WHERE id % 8 = 3;"
        "UPDATE complaint SET remedy = CASE id % 3 WHEN 0 THEN 'refund' WHEN 1 THEN 'gift' END, owed_since = "
        "resolved_at"
        " WHERE resolved_at IS NOT NULL AND id % 2 = 0;"
        "UPDATE complaint SET reached = 'yes' WHERE followed_up_at IS NOT NULL AND id % 2 = 0;");
}

constexpr std::string_view k_utc_office = "[organisation]\ntimezone = \"UTC\"\n";

struct Untidy {
    store::Store store = store::Store::in_memory(store::tests::founding());
    Instant now;
    explicit Untidy(unsigned seed) {
        store::tests::RandomTeam team(store, seed);
        for (int i = 0; i < 400; ++i)
            team.work();
        now = team.ledger("look").now();
        if (seed % 2 == 0) send_away("maria");
        store::tests::Desk(store).apply_policy(
            std::string(k_utc_office) + std::string(store::tests::k_office_week)
                + "[recourse]\nFI.fi = \"x\"\n[safety]\nauthority = \"2d\"\n",
            now);
        make_untidy(store.database());
    }
    void send_away(const std::string& person) {
        const auto today = time::Zone::utc().date_at(now);
        const auto away = rulebook::with_absence(store::absences_of(store.database(), person),
                                                 {today - days{1}, today + days{2}}, today);
        store::tests::Desk(store).ledger(now).record_absences(complaint::EventKind::went_away,
                                                              {person, away});
    }
    Answer answer(const Question& q) {
        return answer_to(k_row, store.database(), *store.policies().current().policy, q);
    }
};

Instant midnight(Instant at) {
    return std::chrono::floor<days>(at);
}

} // namespace

TEST_CASE("what each check finds is what SQL finds that was typed for it") {
    std::set<std::string> checks;
    for (const unsigned seed : {61U, 62U, 63U, 64U}) {
        Untidy office(seed);
        const auto today = midnight(office.now);
        for (const auto& period : {time::Period{today - days{30}, today + days{1}},
                                   time::Period{today - days{90}, today - days{30}},
                                   time::Period{today + days{1}, today + days{9}}})
            for (const std::string kind : {"", "claim"})
                for (const auto& by : {Grouping{}, Grouping{store::GroupField::kind, {}}}) {
                    CAPTURE(seed);
                    CAPTURE(kind);
                    Question q{period, by, office.now, time::Zone::utc()};
                    if (!kind.empty()) q.where.fields.ask("kind", {kind});
                    const auto rows = found(office.answer(q).data, false);
                    CHECK(rows == typed(office.store.database(), q, kind));
                    for (const auto& row : rows)
                        checks.insert(row.substr(0, row.find(' ')));
                }
    }
    CHECK(checks.size() == k_typed.size()); // none of them was never tried
}

// C-1 and C-2 have one number, C-3 has it with an extension, C-4 with another one.
TEST_CASE("customers who share a telephone are found once each, with whom is known for longer") {
    using namespace store::tests;
    store::Store store = store::Store::in_memory(founding());
    Desk desk(store);
    const auto at = [](int day) { return utc("2026-01-12T09:00:00Z") + days{day}; };
    const auto complain = [&](int day, const complaint::Customer& who, Kind kind = Kind::claim) {
        auto draft = about("x");
        draft.received_at = at(day);
        draft.kind = kind;
        desk.open(draft, at(day), who);
    };
    complain(1, customer("Aino", "aino@example.fi", "09 123 456"));
    complain(3, customer("Bert", "bert@example.fi", "+358 9 123456"));
    complain(2, customer("Cecilia", "cecilia@example.fi", "09 123 456 ext. 1"), Kind::praise);
    complain(5, customer("David", "david@example.fi", "09 123 456 ext. 2"));
    complain(6, customer("Eva", "eva@example.fi", "09 654 321"));
    Question q{{at(0), at(9)}, {}, at(9), time::Zone::utc()};
    const auto rows = [&] {
        return found(answer_to(k_row, store.database(), *store.policies().current().policy, q).data, true);
    };
    CHECK(rows()
          == Rows{"shared_phone C-2 Bert 2026-01-15T09:00:00Z ",
                  "shared_phone C-3 Cecilia 2026-01-14T09:00:00Z ",
                  "shared_phone C-4 David 2026-01-17T09:00:00Z "});
    q.where.fields.ask("kind", {"praise"});
    CHECK(rows() == Rows{"shared_phone C-3 Cecilia 2026-01-14T09:00:00Z "});
    q.by = {store::GroupField::kind, {}};
    CHECK(rows() == Rows{"shared_phone C-3 Cecilia 2026-01-14T09:00:00Z praise"});
    q.where = {};
    // Who was merged into somebody has no number of their own any more, but is reached by it.
    store.database().execute("UPDATE customer SET merged_into = 5 WHERE id = 1");
    q.by = {};
    CHECK(rows().size() == 3);
    CHECK(rows().contains("shared_phone C-5 Eva 2026-01-18T09:00:00Z "));
}

TEST_CASE("with nothing to mend there are no rows, and people are told so") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    const Question q{{utc("2026-01-01T00:00:00Z"), utc("2026-02-01T00:00:00Z")},
                     {},
                     utc("2026-02-01T00:00:00Z"),
                     time::Zone::utc()};
    const auto answer = answer_to(k_row, store.database(), *store.policies().current().policy, q);
    CHECK(answer.is_empty);
    CHECK(answer.data.rows.empty());
    REQUIRE(answer.sections.size() == 1);
    CHECK(answer.sections.front().table.rows.size() == k_checks.size());
    CHECK(answer.sections.front().note == "Nothing to mend.");
}

} // namespace reklamaatio::report::tests
