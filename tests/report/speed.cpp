// SPDX-License-Identifier: GPL-3.0-or-later
// How long complaints took, against a look at every one of them.
#include "complaint/standing.hpp"
#include "report/found.hpp"
#include "store/events.hpp"
#include "store/random_team.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using std::chrono::days;
using std::chrono::minutes;

const ReportRow& k_row = report_named("speed");
const auto k_helsinki = *time::Zone::named("Europe/Helsinki");

struct Times {
    std::vector<Seconds> working, elapsed;
};

struct Count {
    std::array<Times, 3> times; // response, assignment, resolution
    std::int64_t seconds = 0, waited = 0, hand_overs = 0;
    Pair waiting, handed_over;
};

// By what each event says of the assignee.
std::pair<std::optional<Instant>, std::int64_t> hands_of(store::Database& database, complaint::Id id) {
    std::optional<Instant> first;
    std::vector<std::string> people;
    for (const auto& event : complaint::standing(store::events_of(database, id))) {
        const auto* change = complaint::change_of(event.changes, "assignee");
        const auto* who = change == nullptr ? nullptr : std::get_if<std::string>(&change->after);
        if (who == nullptr) continue;
        const auto* since = complaint::change_of(event.changes, "assigned_at");
        if (people.empty() && since != nullptr)
            first = Instant{Seconds{std::get<std::int64_t>(since->after)}};
        if (people.empty() || people.back() != *who) people.push_back(*who);
    }
    return {first, people.empty() ? 0 : static_cast<std::int64_t>(people.size()) - 1};
}

std::map<std::string, Count> counted(store::Database& database, const Question& q,
                                     const time::Calendar& calendar) {
    std::map<std::string, Count> counts;
    if (q.by.is_none()) counts[""];
    for (std::int64_t id = 1; id < store::next_complaint_id(database).number; ++id) {
        const auto c = *store::find_complaint(database, {id});
        if (c.status == complaint::Status::void_ || !c.resolved_at) continue;
        if (*c.resolved_at < q.period.from || *c.resolved_at >= q.period.until) continue;
        auto& count =
            counts[q.by.bucket ? time::to_iso(k_helsinki.date_at(*c.resolved_at)).substr(0, 7) // by month
                   : q.by.is_none() ? ""
                                    : std::string(complaint::word(c.kind))];
        const auto [assigned, hand_overs] = hands_of(database, c.id);
        std::size_t place = 0;
        for (const auto& end : {c.responded_at, assigned, c.resolved_at}) {
            auto& times = count.times[place++];
            if (!end) continue;
            times.elapsed.push_back(std::max(*end - c.received_at, Seconds{0}));
            times.working.push_back(calendar.working_time(c.received_at, *end));
        }
        count.seconds += (*c.resolved_at - c.received_at).count();
        count.waited += c.waited.count();
        count.waiting.add(c.waited.count() > 0);
        count.handed_over.add(hand_overs > 0);
        count.hand_overs += hand_overs;
    }
    return counts;
}

std::string in_minutes(const std::optional<Seconds>& length) {
    return length ? std::to_string(std::chrono::floor<minutes>(*length).count()) : "";
}

std::string in_share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? "" : fmt::format("{:.4f}", static_cast<double>(part) / static_cast<double>(whole));
}

Found expected(const std::map<std::string, Count>& counts) {
    Found all;
    for (const auto& [group, c] : counts) {
        const auto put = [&](std::string_view section, std::string_view measure, const std::string& value) {
            all[fmt::format("{} {} {}", section, group, measure)] = value;
        };
        const std::array names{"response", "assignment", "resolution"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto& [working, elapsed] = c.times[i];
            put(names[i], "number", std::to_string(elapsed.size()));
            put(names[i], "median_working_minutes", in_minutes(ranked(working, 50, 1)));
            put(names[i], "p90_working_minutes", in_minutes(ranked(working, 90, 10)));
            put(names[i], "longest_working_minutes", in_minutes(ranked(working, 100, 1)));
            put(names[i], "median_minutes", in_minutes(ranked(elapsed, 50, 1)));
            put(names[i], "p90_minutes", in_minutes(ranked(elapsed, 90, 10)));
            put(names[i], "longest_minutes", in_minutes(ranked(elapsed, 100, 1)));
        }
        put("cohort", "resolved", std::to_string(c.waiting.whole));
        put("pauses", "waited_time", in_share(c.waited / 60, c.seconds / 60));
        put("pauses", "waited", in_share(c.waiting.part, c.waiting.whole));
        put("pauses", "handed_over", in_share(c.handed_over.part, c.handed_over.whole));
        put("pauses", "hand_overs", std::to_string(c.hand_overs));
    }
    return all;
}

} // namespace

TEST_CASE("how long complaints took is what a look at every one of them says") {
    for (const unsigned seed : {61U, 62U, 63U}) {
        store::Store store = store::Store::in_memory(store::tests::founding());
        store::tests::RandomTeam team(store, seed);
        for (int i = 0; i < 400; ++i)
            team.work();
        const auto& policy = *store.policies().current().policy;
        const auto now = team.ledger("look").now();
        for (const auto* period : {"2026-03", "2026-03-10..2026-05-20", "2026", "2025"})
            for (const auto& by : {Grouping{}, Grouping{store::GroupField::kind, {}},
                                   Grouping{store::GroupField::none, time::Bucket::month}}) {
                CAPTURE(seed);
                CAPTURE(std::string(period));
                const Question q{time::parse_period(period, now, k_helsinki), by, now, k_helsinki};
                CHECK(values_found(answer_to(k_row, store.database(), policy, q).data)
                      == expected(counted(store.database(), q, policy.default_calendar())));
            }
    }
}

//   R-1  Mon 9:00, Mon 10:00 to maria, 11:00 answered, 12:00 to pekka, Tue 9:00 to nobody, 10:00 to maria, Wed 9:00 resolved
//   R-2  Mon 9:00 to maria at once, Tue 9:00 to maria's team and her, Wed 9:00 resolved, never answered
TEST_CASE("a complaint is handed over when another person gets it, whoever had it in between") {
    using namespace store::tests;
    store::Store store = store::Store::in_memory(founding());
    store::tests::Desk desk(store);
    const auto at = [](int day, int hour) { return utc("2026-01-12T00:00:00Z") + days{day} + hours{hour}; };
    desk.open(complaint_at(at(0, 9)), at(0, 9));
    desk.act({1}, at(0, 10), giving("", "maria"));
    desk.act({1}, at(0, 11), saying(complaint::tests::outbound()));
    desk.act({1}, at(0, 12), giving("", "pekka"));
    desk.act({1}, at(1, 9), giving("", ""));
    desk.act({1}, at(1, 10), giving("", "maria"));
    desk.act({1}, at(2, 9), resolving());
    auto second = complaint_at(at(0, 9));
    second.assignee = "maria";
    desk.open(second, at(0, 9));
    desk.act({2}, at(1, 9), giving("returns", "maria"));
    desk.act({2}, at(2, 9), resolving());
    const auto& policy = *store.policies().current().policy;
    Question q{{at(2, 0), at(3, 0)}, {}, at(9, 0), time::Zone::utc()};
    auto figures = found(answer_to(k_row, store.database(), policy, q).data);
    CHECK(figures["pauses  hand_overs"] == "2");
    CHECK(figures["pauses  handed_over"] == "1/2");
    auto values = values_found(answer_to(k_row, store.database(), policy, q).data);
    CHECK(values["response  number"] == "1");
    CHECK(values["response  median_minutes"] == "120");
    CHECK(values["assignment  number"] == "2");
    CHECK(values["assignment  median_minutes"] == "0");
    CHECK(values["assignment  longest_minutes"] == "60");
    CHECK(values["resolution  longest_minutes"] == "2880");
    q.by = {store::GroupField::assignee_then, {}};
    CHECK(found(answer_to(k_row, store.database(), policy, q).data)["cohort maria resolved"] == "2");
}

} // namespace reklamaatio::report::tests
