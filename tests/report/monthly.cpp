// SPDX-License-Identifier: GPL-3.0-or-later
// The month on a page, against SQL typed by hand, the reports that it is gathered from, and by hand.
#include "report/found.hpp"
#include "store/random_team.hpp"
#include "store/volumes.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using complaint::tests::below;
using std::chrono::days;

const ReportRow& k_row = report_named("monthly");
const auto k_helsinki = *time::Zone::named("Europe/Helsinki");

// How many complaints and claims that are not void fulfil it.
std::int64_t counted(store::Database& database, const Question& q, const std::string& condition) {
    auto query = database.query_once(fmt::format(
        "SELECT count(*) FROM complaint WHERE kind IN ('complaint', 'claim') AND status <> 'void'"
        " AND received_at >= {} AND received_at < {} AND {}",
        q.period.from.time_since_epoch().count(), q.period.until.time_since_epoch().count(), condition));
    REQUIRE(query.next());
    return query.integer(0);
}

// The two kinds that it is about, asked of a report that is about all.
Answer of_complaints(const char* report, store::Database& database, const rulebook::Policy& policy,
                     Question q) {
    q.where.fields.ask("kind", {"complaint", "claim"});
    return answer_to(report_named(report), database, policy, q);
}

void check_deadlines(const Found& month, store::Database& database, const rulebook::Policy& policy,
                     const Question& q) {
    const auto told = of_complaints("sla", database, policy, q).data;
    std::int64_t clocks = 0;
    for (const auto& row : told.rows) {
        const Pair met{number(told, row, "met"), number(told, row, "due")};
        CHECK(month.at(fmt::format("in_time  {}", text(told, row, "clock"))) == met.text());
        if (text(told, row, "clock") != "appeal") ++clocks; // has a row where one was due
    }
    CHECK(clocks
          == 6 + std::int64_t{!policy.legal.empty()} + std::int64_t{policy.safety.authority.has_value()});
}

// Nobody has what a team has.
void check_people(const Found& month, store::Database& database, const rulebook::Policy& policy, Question q) {
    q.by = {store::GroupField::assignee_then, {}};
    const auto told = of_complaints("sla", database, policy, q).data;
    std::map<std::string, std::int64_t> late;
    for (const auto& row : told.rows) {
        const auto who = text(told, row, "group");
        late[who.starts_with("team:") ? "" : who] += number(told, row, "breached");
    }
    for (const auto& [name, breached] : late) {
        const auto& who = name;
        CAPTURE(who);
        const auto found = month.find(fmt::format("person {} late", who));
        CHECK((found == month.end() ? "0" : found->second) == std::to_string(breached));
    }
}

void check_outcomes(const Found& month, store::Database& database, const rulebook::Policy& policy,
                    const Question& q) {
    const auto told = found(answer_to(report_named("outcomes"), database, policy, q).data);
    CHECK(month.at("outcome  resolved") == told.at("outcome  resolved"));
    CHECK(month.at("outcome  upheld_share") == told.at("outcome  upheld_share"));
    for (const auto* measure : {"first_contact", "settled", "reopened_30_days"})
        CHECK(month.at(fmt::format("outcome  {}", measure)) == told.at(fmt::format("quality  {}", measure)));
}

void check_answers_and_costs(const Found& month, store::Database& database, const rulebook::Policy& policy,
                             const Question& q) {
    auto of_two_kinds = q;
    of_two_kinds.where.fields.ask("kind", {"complaint", "claim"});
    const auto told = found(answer_to(report_named("recovery"), database, policy, of_two_kinds).data);
    for (const auto* measure : {"csat", "nps", "retained"})
        CHECK(month.at(fmt::format("afterwards  {}", measure)) == told.at(fmt::format("all  {}", measure)));
    const auto costs = found(answer_to(report_named("remedies"), database, policy, q).data);
    CHECK(month.at("cost  remedies") == costs.at("given  remedies"));
    CHECK(month.at("cost  effort_minutes") == costs.at("handling  effort_minutes"));
    std::size_t sums = 0;
    for (const auto& [key, value] : costs) {
        const auto amount = std::string_view(key).starts_with("amount  sum_");
        if (amount) CHECK(month.at("cost  remedy_cost_" + key.substr(12)) == value);
        if (key.starts_with("handling  handling_cost_")) CHECK(month.at("cost  " + key.substr(10)) == value);
        sums += amount ? 1 : 0;
    }
    for (const auto& [key, value] : month)
        sums -= key.starts_with("cost  remedy_cost_") ? 1 : 0;
    CHECK(sums == 0); // none besides
}

} // namespace

TEST_CASE("the month says what a count of rows says, and the reports that it is gathered from") {
    for (const unsigned seed : {71U, 72U}) {
        store::Store store = store::Store::in_memory(store::tests::founding());
        store::tests::RandomTeam team(store, seed);
        for (int i = 0; i < 400; ++i)
            team.work();
        auto& database = store.database();
        const auto& policy = *store.policies().current().policy;
        const auto now = team.ledger("look").now();
        for (const auto* period : {"2026-03", "2026-03-10..2026-05-20", "2026", "2027-07"}) {
            CAPTURE(seed);
            CAPTURE(std::string(period));
            const Question q{time::parse_period(period, now, k_helsinki), {}, now, k_helsinki};
            const auto month = found(answer_to(k_row, database, policy, q).data);
            CHECK(month.at("received  received") == std::to_string(counted(database, q, "true")));
            CHECK(month.at("received  injuries") == std::to_string(counted(database, q, "harm = 'injury'")));
            const auto flow = of_complaints("flow", database, policy, q).data;
            CHECK(month.at("received  open_at_end")
                  == std::to_string(number(flow, flow.rows.front(), "closing")));
            check_deadlines(month, database, policy, q);
            check_people(month, database, policy, q);
            check_outcomes(month, database, policy, q);
            check_answers_and_costs(month, database, policy, q);
        }
    }
}

// Ten of each of two categories in each of twelve months, of a volume of 1000: the upper limit is 10 + 3 * sqrt(10) = 19.5
// in a category, and 20 + 3 * sqrt(20) = 33.4 of all.
struct Year {
    store::Store store = store::Store::in_memory(store::tests::founding());

    Year() {
        for (int month = 1; month <= 12; ++month)
            for (const auto* category : {"damage", "delay"})
                receive(fmt::format("2026-{:02}-10T09:00:00Z", month).c_str(), category, 10);
        for (int month = 1; month <= 13; ++month) {
            const auto label = month == 13 ? std::string("2027-01") : fmt::format("2026-{:02}", month);
            store::put_volume(store.database(), {{label, "", ""}, 1000});
        }
    }
    void receive(const char* at, const char* category, int number) {
        store::tests::Desk desk(store);
        for (int i = 0; i < number; ++i) {
            auto draft = complaint_at(utc(at));
            draft.category = category;
            desk.open(draft, utc(at));
        }
    }
    Answer january() {
        const Question q{time::parse_period("2027-01", utc("2027-02-10T00:00:00Z"), k_helsinki),
                         {},
                         utc("2027-02-10T00:00:00Z"),
                         k_helsinki};
        return answer_to(k_row, store.database(), *store.policies().current().policy, q);
    }
};

TEST_CASE("what is systemic stands in the sentence at the head, by name") {
    Year year;
    year.receive("2027-01-10T09:00:00Z", "damage", 20);
    year.receive("2027-01-10T09:00:00Z", "delay", 12);
    const auto answer = year.january();
    CHECK(answer.lead.find("32 complaints came in (32.00 per 1000)") == 0);
    CHECK(
        answer.lead.find(" The category damage is systemic: 20.00 per 1000 is above 19.49, the upper limit.")
        != std::string::npos);
    CHECK(answer.lead.find("delay") == std::string::npos);
    const auto verdicts = found_as(answer.data, [](const auto& in) { return in("verdict"); });
    CHECK(verdicts.at("signal category: damage received") == "systemic");
    CHECK(verdicts.at("signal  received") == "watch"); // 32 is above 20 + 2 * sqrt(20) = 28.9
    CHECK(!verdicts.contains("signal category: delay received"));
}

TEST_CASE("a month that is no worse than others has nothing to say of its rates") {
    Year year;
    year.receive("2027-01-10T09:00:00Z", "damage", 12);
    year.receive("2027-01-10T09:00:00Z", "delay", 9);
    const auto answer = year.january();
    CHECK(answer.lead.find("systemic") == std::string::npos);
    for (const auto& row : answer.data.rows)
        CHECK(text(answer.data, row, "section") != "signal");
}

} // namespace reklamaatio::report::tests
