// SPDX-License-Identifier: GPL-3.0-or-later
// Work is logged, summed and priced, and comes and goes with what tells of it.
#include "store/efforts.hpp"

#include "complaint/effort.hpp"
#include "complaint/standing.hpp"
#include "store/actions.hpp"
#include "store/merging.hpp"
#include "store/random_team.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using std::chrono::minutes;

std::string paying(std::string_view hour, std::string_view currency = "EUR") {
    return fmt::format("[organisation]\ncurrency = \"{}\"\n{}{}", currency,
                       hour.empty() ? "" : fmt::format("hour_costs = {}\n", hour), k_office_week);
}

auto working(int took, std::string text = "x") {
    return [took, text](const Complaint& complaint, const Occasion& occasion) {
        return complaint::with_effort(complaint::note(complaint, text, occasion), complaint.effort_minutes,
                                      minutes{took});
    };
}

std::string told(const std::vector<Effort>& efforts) {
    std::string text;
    for (const auto& effort : efforts)
        text += fmt::format("{} {} {}; ", effort.minutes, effort.cost_cents.value_or(-1), effort.currency);
    return text;
}

// What the texts of the policies say, read without the program's reader.
std::optional<std::int64_t> cents_in(const std::string& toml) {
    const std::string key = "\nhour_costs = ";
    const auto place = toml.find(key);
    if (place == std::string::npos) return std::nullopt;
    return std::llround(std::stod(toml.substr(place + key.size())) * 100);
}

// In force at the time of the work, of those that were there when it was written down; else the first behind it that
// says what an hour costs.
std::string expected_cost(Store& store, const Event& event, std::int64_t took) {
    std::vector<PolicyText> known;
    for (const auto& text : store.policies().texts())
        if (!text.undone && text.change < event.change) known.push_back(text);
    std::size_t first = 0;
    for (std::size_t i = 0; i < known.size(); ++i)
        if (known[i].applied_at <= event.happened_at) first = i;
    for (; first < known.size(); ++first)
        if (const auto cents = cents_in(known[first].toml)) {
            const bool is_zloty = known[first].toml.find("\"PLN\"") != std::string::npos;
            return fmt::format("{} {} {}; ", took, std::llround(static_cast<double>(took * *cents) / 60.0),
                               is_zloty ? "PLN" : "EUR");
        }
    return fmt::format("{} -1 ; ", took);
}

} // namespace

TEST_CASE("work is priced by the policy of its time and no later policy changes that") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("x"), utc("2026-01-12T07:00:00Z"));
    desk.act({1}, utc("2026-01-12T08:00:00Z"), working(30));
    desk.apply_policy(paying("35"), utc("2026-01-13T08:00:00Z"));
    desk.act({1}, utc("2026-01-13T09:00:00Z"), working(20));
    desk.apply_policy(paying("60", "PLN"), utc("2026-01-14T08:00:00Z"));
    desk.act({1}, utc("2026-01-14T09:00:00Z"), working(10));
    desk.act_earlier({1}, utc("2026-01-13T12:00:00Z"), utc("2026-01-14T10:00:00Z"), working(6));
    desk.act_earlier({1}, utc("2026-01-12T12:00:00Z"), utc("2026-01-14T11:00:00Z"), working(12));
    CHECK(told(efforts_of(db, Id{1})) == "30 -1 ; 20 1167 EUR; 10 1000 PLN; 6 350 EUR; 12 700 EUR; ");
    CHECK(find_complaint(db, {1})->effort_minutes == 78);
    const auto sum = effort_on(db, {1});
    CHECK(sum.minutes == 78);
    CHECK(sum.unpriced_minutes == 30);
    CHECK(sum.costs == std::map<std::string, std::int64_t>{{"EUR", 2217}, {"PLN", 1000}});
    CHECK(faults_of(store) == "");
}

TEST_CASE("an undo takes the work back, and an undone policy its price") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("x"), utc("2026-01-12T07:00:00Z"));
    desk.apply_policy(paying("35"), utc("2026-01-12T08:00:00Z"));
    const auto dear = last_change(db);
    desk.act({1}, utc("2026-01-12T09:00:00Z"), working(30));
    desk.act({1}, utc("2026-01-12T10:00:00Z"), working(15));
    desk.ledger(utc("2026-01-12T11:00:00Z")).undo(last_change(db));
    CHECK(told(efforts_of(db, Id{1})) == "30 1750 EUR; ");
    CHECK(find_complaint(db, {1})->effort_minutes == 30);
    desk.ledger(utc("2026-01-12T12:00:00Z")).undo(dear);
    CHECK(told(efforts_of(db, Id{1})) == "30 -1 ; ");
    CHECK(faults_of(store) == "");
    desk.ledger(utc("2026-01-12T13:00:00Z")).undo(last_change(db));
    CHECK(told(efforts_of(db, Id{1})) == "30 1750 EUR; ");
    CHECK(faults_of(store) == "");
}

TEST_CASE("work on duplicates is work on the one that stays, and counts once") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    for (const char* subject : {"one", "two", "three"})
        desk.open(about(subject), utc("2026-01-12T07:00:00Z"));
    desk.act({1}, utc("2026-01-12T08:00:00Z"), working(1));
    desk.act({2}, utc("2026-01-12T08:00:00Z"), working(10));
    desk.act({3}, utc("2026-01-12T08:00:00Z"), working(100));
    const auto join = [&](Id duplicate, Id survivor) {
        const auto now = utc("2026-01-12T09:00:00Z");
        auto ledger = desk.ledger(now);
        merge(db, ledger, {*find_complaint(db, duplicate)}, *find_complaint(db, survivor), "", {now, now},
              minutes{1000});
    };
    join({3}, {2});
    join({2}, {1});
    CHECK(effort_on(db, {1}).minutes == 2111);
    CHECK(effort_on(db, {2}).minutes == 1110);
    CHECK(find_complaint(db, {1})->effort_minutes == 1001);
    CHECK(faults_of(store) == "");
}

TEST_CASE("work on a preventive action is kept and priced as well") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.apply_policy(paying("60"), utc("2026-01-12T07:00:00Z"));
    complaint::Action action;
    action.id = {1};
    action.text = "wrap the glass";
    action.effort_minutes = 10;
    auto begun = desk.ledger(utc("2026-01-12T08:00:00Z")).record({}, action);
    action.done_at = utc("2026-01-12T09:00:00Z");
    action.effort_minutes = 25;
    desk.ledger(utc("2026-01-12T09:00:00Z")).record(begun, action);
    CHECK(told(efforts_of(db, complaint::ActionId{1})) == "10 1000 EUR; 15 1500 EUR; ");
    CHECK(faults_of(store) == "");
    desk.ledger(utc("2026-01-12T10:00:00Z")).undo(last_change(db));
    CHECK(told(efforts_of(db, complaint::ActionId{1})) == "10 1000 EUR; ");
    CHECK(find_action(db, {1})->effort_minutes == 10);
    desk.ledger(utc("2026-01-12T11:00:00Z")).undo(last_change(db) - 2);
    CHECK(efforts_of(db, complaint::ActionId{1}).empty());
    CHECK(faults_of(store) == "");
}

TEST_CASE("work that the log does not tell of is a fault, and so is another price") {
    for (const char* tampering :
         {"UPDATE effort SET minutes = 31", "UPDATE effort SET cost_cents = 1", "DELETE FROM effort",
          "UPDATE effort SET actor = 'pekka'", "UPDATE effort SET currency = 'PLN'"}) {
        CAPTURE(tampering);
        Store store = Store::in_memory(founding());
        Desk desk(store);
        desk.open(about("x"), utc("2026-01-12T07:00:00Z"));
        desk.apply_policy(paying("35"), utc("2026-01-12T08:00:00Z"));
        desk.act({1}, utc("2026-01-12T09:00:00Z"), working(30));
        CHECK(faults_of(store) == "");
        store.database().execute(tampering);
        CHECK(faults_of(store)
              == "the work on R-1 or its cost differs from what its log and the policies say");
    }
}

TEST_CASE("over random histories each work costs what the texts of the policies say") {
    std::size_t priced = 0, unpriced = 0, put_right = 0;
    for (unsigned seed = 1; seed <= 24; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        auto& db = store.database();
        RandomTeam team(store, 4000 + seed);
        for (int i = 0; i < 120; ++i) {
            team.work();
            if (team.choose(9) == 0) team.undo_last();
        }
        for (std::int64_t id = 1; id < next_complaint_id(db).number; ++id) {
            CAPTURE(id);
            std::string expected;
            std::int64_t sum = 0;
            for (const auto& event : complaint::standing(events_of(db, Id{id}))) {
                const auto* change = complaint::change_of(event.changes, "effort_minutes");
                if (change == nullptr) continue;
                const auto minutes_of = [](const complaint::Value& value) {
                    return std::holds_alternative<std::int64_t>(value) ? std::get<std::int64_t>(value) : 0;
                };
                const auto took = minutes_of(change->after) - minutes_of(change->before);
                sum += took;
                expected += expected_cost(store, event, took);
                put_right += took < 0;
            }
            CHECK(told(efforts_of(db, Id{id})) == expected);
            for (const auto& effort : efforts_of(db, Id{id}))
                ++(effort.cost_cents ? priced : unpriced);
            if (const auto complaint = find_complaint(db, {id})) CHECK(complaint->effort_minutes == sum);
        }
        CHECK(faults_of(store) == "");
    }
    CHECK(priced >= 50);
    CHECK(unpriced >= 20);
    CHECK(put_right >= 5);
}

} // namespace reklamaatio::store::tests
