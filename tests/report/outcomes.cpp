// SPDX-License-Identifier: GPL-3.0-or-later
// How complaints ended, against a count over their events and over the lives of a few.
#include "complaint/standing.hpp"
#include "report/found.hpp"
#include "store/events.hpp"
#include "store/parts.hpp"
#include "store/random_team.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using complaint::Outcome;
using complaint::Settled;
using std::chrono::days;

const ReportRow& k_row = report_named("outcomes");

// All of one group, looked at one by one.
struct Count {
    std::map<std::string, std::int64_t> outcomes;
    Pair first_contact, settled, unknown, first_offer, reopened, received, appealed;
    std::int64_t appeals = 0, decided = 0, settled_appeals = 0;
    Pair overturned;
    std::array<Pair, 5> ages;
};

void count_contact(Count& count, const complaint::Complaint& c, const std::vector<complaint::Event>& events) {
    if (!c.responded_at) return;
    bool is_one = c.reopened_count == 0 && c.stage == 1;
    bool tells = events.front().kind == complaint::EventKind::opened || *c.resolved_at <= *c.responded_at;
    for (const auto& event : events) {
        if (!event.message || event.message->direction == complaint::Direction::note) continue;
        if (event.message->automatic) continue;
        tells = tells || event.message->direction == complaint::Direction::out;
        if (event.message->needs_no_answer) continue;
        if (event.happened_at > *c.responded_at && event.happened_at <= *c.resolved_at) is_one = false;
    }
    if (!is_one || tells) count.first_contact.add(is_one);
}

void count_ended(Count& count, const complaint::Complaint& c, const complaint::Procedure& parts,
                 const std::vector<complaint::Event>& events) {
    ++count.outcomes[c.outcome ? std::string(complaint::word(*c.outcome)) : "no_outcome"];
    const bool is_known = c.settled == Settled::yes || c.settled == Settled::no;
    count.unknown.add(!is_known);
    if (is_known) count.settled.add(c.settled == Settled::yes);
    count_contact(count, c, events);
    for (const auto& offer : parts.offers)
        if (offer.number == 1 && (offer.accepted_at || offer.declined_at))
            count.first_offer.add(offer.accepted_at.has_value());
    const auto age = *c.resolved_at - c.received_at;
    std::array<days, 4> most{days{1}, days{7}, days{30}, days{90}};
    const auto place = std::ranges::count_if(most, [&](days each) { return age > each; });
    for (std::size_t i = 0; i < count.ages.size(); ++i)
        count.ages[i].add(static_cast<std::ptrdiff_t>(i) == place);
}

void count_decided(Count& count, const complaint::Appeal& appeal) {
    using complaint::Decision;
    ++count.decided;
    if (!appeal.decision) return;
    if (*appeal.decision == Decision::settled)
        ++count.settled_appeals;
    else
        count.overturned.add(*appeal.decision != Decision::rejected);
}

const auto k_helsinki = *time::Zone::named("Europe/Helsinki");

std::string group_in(const complaint::Complaint& c, const Grouping& by, Instant at) {
    if (by.bucket) return time::to_iso(k_helsinki.date_at(at)).substr(0, 7); // by month
    if (by.field.field == store::GroupField::kind) return std::string(complaint::word(c.kind));
    if (by.field.field == store::GroupField::assignee) return rulebook::owner_of(c.team, c.assignee);
    return "";
}

std::map<std::string, Count> counted(store::Database& database, const Question& q) {
    std::map<std::string, Count> counts;
    if (q.by.is_none()) counts[""];
    const auto within = [&](Instant at) { return q.period.from <= at && at < q.period.until; };
    for (std::int64_t id = 1; id < store::next_complaint_id(database).number; ++id) {
        const auto c = *store::find_complaint(database, {id});
        if (c.status == complaint::Status::void_) continue;
        if (c.kind != Kind::complaint && c.kind != Kind::claim) continue;
        const auto of = [&](Instant at) -> Count& { return counts[group_in(c, q.by, at)]; };
        const auto events = complaint::standing(store::events_of(database, complaint::Id{id}));
        if (within(c.received_at)) of(c.received_at).received.add(!complaint::is_unresolved(c.status));
        if (c.resolved_at && within(*c.resolved_at))
            count_ended(of(*c.resolved_at), c, store::procedure_of(database, c.id), events);
        for (const auto& appeal : store::procedure_of(database, c.id).appeals) {
            if (within(*appeal.made_at)) ++of(*appeal.made_at).appeals;
            if (appeal.decided_at && within(*appeal.decided_at))
                count_decided(of(*appeal.decided_at), appeal);
        }
        auto ends = complaint::reopenings(events);
        if (c.resolved_at) ends.push_back({*c.resolved_at, Instant::max()});
        for (const auto& end : ends) {
            if (!within(end.resolved_at)) continue;
            auto& count = of(end.resolved_at);
            count.appealed.add(end.by_appeal);
            if (end.resolved_at + days{30} <= q.now)
                count.reopened.add(!end.by_appeal && end.reopened_at <= end.resolved_at + days{30});
        }
    }
    return counts;
}

// By body, by who had decided and by cause, whatever the group: by way of the views.
Found with_bodies(Found all, store::Database& database, const Question& q) {
    constexpr std::string_view k_sql = R"(
WITH a AS (SELECT {0} AS of_whom, a.made_at AS made_at, a.decided_at AS decided_at, a.decision AS decision
           FROM appeals AS a JOIN complaints AS c ON c.number = a.complaint_number
           WHERE c.kind IN ('complaint', 'claim') AND c.status <> 'void')
SELECT of_whom, sum(made_at >= '{1}' AND made_at < '{2}'), sum(decided_at >= '{1}' AND decided_at < '{2}'),
       sum(decided_at >= '{1}' AND decided_at < '{2}' AND decision IN ('upheld', 'partly')),
       sum(decided_at >= '{1}' AND decided_at < '{2}' AND decision IN ('upheld', 'partly', 'rejected'))
FROM a WHERE made_at >= '{1}' AND made_at < '{2}' OR decided_at >= '{1}' AND decided_at < '{2}' GROUP BY 1)";
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> k_groups{
        {{"bodies", "a.body"},
         {"deciders", "coalesce(a.decider, '')"},
         {"appeal_causes", "coalesce(c.cause, '')"}}};
    for (const auto& [section, column] : k_groups) {
        auto query = database.query_once(fmt::format(fmt::runtime(k_sql), column, time::to_iso(q.period.from),
                                                     time::to_iso(q.period.until)));
        while (query.next()) {
            const auto put = [&, name = section](const char* measure, const std::string& value) {
                all[fmt::format("{} {} {}", name, query.text(0), measure)] = value;
            };
            const auto number = [&](int column) { return query.is_null(column) ? 0 : query.integer(column); };
            put("appeals", std::to_string(number(1)));
            put("decided", std::to_string(number(2)));
            put("overturned", Pair{number(3), number(4)}.text());
        }
    }
    return all;
}

Found expected(const std::map<std::string, Count>& counts) {
    Found all;
    for (const auto& counted : counts) {
        const auto& group = counted.first;
        const auto& c = counted.second;
        const auto put = [&](const char* section, const char* measure, const std::string& value) {
            all[fmt::format("{} {} {}", section, group, measure)] = value;
        };
        const auto of = [&](const char* word) {
            const auto found = c.outcomes.find(word);
            return found == c.outcomes.end() ? 0 : found->second;
        };
        const auto resolved = std::to_string(c.unknown.whole);
        put("cohort", "resolved", resolved);
        put("outcome", "resolved", resolved);
        for (const auto* word : {"upheld", "partly", "rejected", "withdrawn", "no_outcome"})
            put("outcome", word, std::to_string(of(word)));
        put("outcome", "upheld_share",
            Pair{of("upheld") + of("partly"), of("upheld") + of("partly") + of("rejected")}.text());
        put("quality", "first_contact", c.first_contact.text());
        put("quality", "settled", c.settled.text());
        put("quality", "settled_unknown", c.unknown.text());
        put("quality", "first_offer", c.first_offer.text());
        put("quality", "reopened_30_days", c.reopened.text());
        const std::array names{"within_1_day", "within_7_days", "within_30_days", "within_90_days",
                               "over_90_days"};
        for (std::size_t i = 0; i < names.size(); ++i)
            put("age", names[i], c.ages[i].text());
        put("receipt", "received", std::to_string(c.received.whole));
        put("receipt", "resolution_rate", c.received.text());
        put("appeals", "appeals", std::to_string(c.appeals));
        put("appeals", "appealed", c.appealed.text());
        put("appeals", "decided", std::to_string(c.decided));
        put("appeals", "overturned", c.overturned.text());
        put("appeals", "settled_appeals", std::to_string(c.settled_appeals));
    }
    return all;
}

} // namespace

TEST_CASE("how complaints ended is what a look at every one of them says") {
    for (const unsigned seed : {51U, 52U, 53U}) {
        store::Store store = store::Store::in_memory(store::tests::founding());
        store::tests::RandomTeam team(store, seed);
        for (int i = 0; i < 400; ++i)
            team.work();
        auto& database = store.database();
        // Nobody decides in a hurry as RandomTeam does.
        database.execute(
            "UPDATE complaint SET outcome = CASE id % 5 WHEN 0 THEN 'upheld' WHEN 1 THEN 'partly'"
            " WHEN 2 THEN 'rejected' WHEN 3 THEN 'withdrawn' END,"
            " settled = CASE id % 4 WHEN 0 THEN 'yes' WHEN 1 THEN 'no' WHEN 2 THEN 'unknown' END"
            " WHERE resolved_at IS NOT NULL");
        const auto& policy = *store.policies().current().policy;
        const auto now = team.ledger("look").now();
        for (const auto* period : {"2026-03", "2026-03-10..2026-05-20", "2026", "2026-07"})
            for (const auto& by : {Grouping{}, Grouping{store::GroupField::kind, {}},
                                   Grouping{store::GroupField::assignee, {}},
                                   Grouping{store::GroupField::none, time::Bucket::month}}) {
                CAPTURE(seed);
                CAPTURE(std::string(period));
                Question q{time::parse_period(period, now, k_helsinki), by, now, k_helsinki};
                CHECK(found(answer_to(k_row, database, policy, q).data)
                      == with_bodies(expected(counted(database, q)), database, q));
            }
    }
}

//   R-1  Mon 9:00 phone, answered and resolved at once             solved at the first contact
//   R-2  Mon 9:00, Tue answered, Wed the customer writes, Thu resolved
//   R-3  Mon 9:00, Tue answered with what solves it and resolved, Wed opened again, Fri resolved
//   R-4  imported as answered on Tuesday and resolved on Thursday  nobody knows how often they talked
//   R-5  imported as answered and resolved on Tuesday              solved at the first contact
//   R-6  Mon 9:00, Tue a receipt of a machine, Thu resolved without an answer
TEST_CASE("one contact was enough where nothing was said between the first answer and the end") {
    using namespace store::tests;
    store::Store store = store::Store::in_memory(founding());
    store::tests::Desk desk(store);
    const auto at = [](int day, int hour = 9) {
        return utc("2026-01-12T00:00:00Z") + days{day} + hours{hour};
    };
    desk.open(complaint_at(at(0)), at(0), {}, true);
    desk.act({1}, at(0), resolving());
    for (int i = 0; i < 2; ++i)
        desk.open(complaint_at(at(0)), at(0));
    desk.act({2}, at(1), saying(complaint::tests::outbound()));
    desk.act({2}, at(2), saying(complaint::tests::inbound()));
    desk.act({2}, at(3), resolving());
    desk.act({3}, at(1), saying(complaint::tests::outbound()));
    desk.act({3}, at(1), resolving());
    desk.act({3}, at(2), reopening());
    desk.act({3}, at(4), resolving());
    for (const int day : {3, 1}) {
        auto row = complaint_at(at(0));
        row.status = complaint::Status::closed;
        row.responded_at = at(1);
        row.resolved_at = at(day);
        row.row_digest = "told by a file";
        desk.import(row, at(5));
    }
    desk.open(complaint_at(at(0)), at(0));
    desk.act({6}, at(1), saying(complaint::tests::receipt()));
    desk.act({6}, at(3), resolving());
    const auto& policy = *store.policies().current().policy;
    Question q{{at(0, 0), at(7, 0)}, {}, at(40), time::Zone::utc()};
    auto figures = found(answer_to(k_row, store.database(), policy, q).data);
    CHECK(figures["quality  first_contact"] == "2/4");    // R-1 and R-5 of R-1, R-2, R-3, R-5
    CHECK(figures["quality  reopened_30_days"] == "1/7"); // R-3 was resolved twice
    CHECK(figures["age  within_1_day"] == "2/6");
    CHECK(figures["age  within_7_days"] == "4/6");
    q.now = at(31); // 30 days after the resolutions of Monday and Tuesday
    figures = found(answer_to(k_row, store.database(), policy, q).data);
    CHECK(figures["quality  reopened_30_days"] == "1/3");
}

TEST_CASE("complaints and claims are counted, and other kinds when they are asked for") {
    RandomOffice office(91, 60);
    auto q = office.question(office.random_period());
    q.period.from = utc("2025-12-01T00:00:00Z");
    q.period.until = office.now();
    const auto resolved = [&](const std::vector<Kind>& kinds) {
        return std::ranges::count_if(office.lives(), [&](const Life& life) {
            return std::ranges::find(kinds, life.kind) != kinds.end() && !life.is_open() && !life.voided;
        });
    };
    const auto counted_as = [&] {
        return found(answer_to(k_row, office.database(), office.policy(), q).data)["cohort  resolved"];
    };
    CHECK(counted_as() == std::to_string(resolved({Kind::complaint, Kind::claim})));
    CHECK(answer_to(k_row, office.database(), office.policy(), q).cohort
          == "what was resolved in the period; complaints and claims alone");
    q.where.fields.ask("kind", {"remark"});
    CHECK(counted_as() == std::to_string(resolved({Kind::remark})));
    CHECK(answer_to(k_row, office.database(), office.policy(), q).cohort
          == "what was resolved in the period");
}

TEST_CASE("of nothing there is a line of nothing, and no share") {
    store::Store store = store::Store::in_memory(store::tests::founding());
    const Question q{{utc("2026-01-01T00:00:00Z"), utc("2026-02-01T00:00:00Z")},
                     {},
                     utc("2026-02-01T00:00:00Z"),
                     time::Zone::utc()};
    const auto answer = answer_to(k_row, store.database(), *store.policies().current().policy, q);
    CHECK(answer.is_empty);
    CHECK(found(answer.data) == expected({{"", Count{}}}));
    auto by_kind = q;
    by_kind.by = {store::GroupField::kind, {}};
    CHECK(answer_to(k_row, store.database(), *store.policies().current().policy, by_kind).data.rows.empty());
}

} // namespace reklamaatio::report::tests
