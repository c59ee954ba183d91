// SPDX-License-Identifier: GPL-3.0-or-later
// What an end granted that did not last is kept, since it was given all the same.
#include "store/past_grants.hpp"

#include "store/migrations.hpp"
#include "store/random_team.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

constexpr std::size_t k_migration = 19;

auto refunding(std::int64_t cents) {
    return [cents](const Complaint& complaint, const Occasion& occasion) {
        complaint::Resolution decided;
        decided.remedy = "refund";
        decided.amount = cents;
        decided.currency = "EUR";
        decided.approved_by = "liisa";
        return complaint::resolve(complaint, {}, decided, {}, occasion);
    };
}

// The part of the migration that works them out of the log.
std::string backfill() {
    const std::string sql(k_migrations[k_migration]);
    const auto begin = sql.find("WITH RECURSIVE");
    return sql.substr(begin, sql.find(';', begin) - begin);
}

} // namespace

TEST_CASE("what was granted before a reopening is kept as often as that happened") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("x"), utc("2026-01-12T07:00:00Z"));
    desk.act({1}, utc("2026-01-12T08:00:00Z"), refunding(4990));
    desk.act({1}, utc("2026-01-12T09:00:00Z"), [](const Complaint& complaint, const Occasion& occasion) {
        return complaint::turn_offer(complaint, {}, {complaint::OfferTurn::paid, {}, "", "", ""}, occasion);
    });
    CHECK(past_grants_of(db, {1}).empty());
    desk.act({1}, utc("2026-01-13T08:00:00Z"), reopening());
    desk.act({1}, utc("2026-01-13T09:00:00Z"), refunding(1000));
    desk.act({1}, utc("2026-01-14T08:00:00Z"), reopening());
    const auto found = past_grants_of(db, {1});
    REQUIRE(found.size() == 2);
    CHECK(found[0].resolved_at == utc("2026-01-12T08:00:00Z"));
    CHECK(found[0].remedy == "refund");
    CHECK(found[0].amount == 4990);
    CHECK(found[0].currency == "EUR");
    CHECK(found[0].approved_by == "liisa");
    CHECK(found[0].paid_at == utc("2026-01-12T09:00:00Z"));
    CHECK(found[1].amount == 1000);
    CHECK_FALSE(found[1].paid_at);
    CHECK(faults_of(store) == "");
    desk.ledger(utc("2026-01-14T09:00:00Z")).undo(last_change(db));
    CHECK(past_grants_of(db, {1}).size() == 1);
    CHECK(faults_of(store) == "");
}

TEST_CASE("a remedy without a sum was granted as well, and an end without a remedy granted nothing") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("x"), utc("2026-01-12T07:00:00Z"));
    desk.act({1}, utc("2026-01-12T08:00:00Z"), [](const Complaint& complaint, const Occasion& occasion) {
        complaint::Resolution decided;
        decided.remedy = "repair";
        return complaint::resolve(complaint, {}, decided, {}, occasion);
    });
    desk.act({1}, utc("2026-01-13T08:00:00Z"), reopening());
    desk.act({1}, utc("2026-01-14T08:00:00Z"), resolving());
    desk.act({1}, utc("2026-01-15T08:00:00Z"), reopening());
    const auto found = past_grants_of(store.database(), {1});
    REQUIRE(found.size() == 1);
    CHECK(found[0].remedy == "repair");
    CHECK_FALSE(found[0].amount);
    CHECK(faults_of(store) == "");
}

TEST_CASE("a grant of old that the log does not tell of is a fault") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("x"), utc("2026-01-12T07:00:00Z"));
    desk.act({1}, utc("2026-01-12T08:00:00Z"), refunding(4990));
    desk.act({1}, utc("2026-01-13T08:00:00Z"), reopening());
    store.database().execute("UPDATE past_grant SET amount_cents = 4991");
    CHECK(faults_of(store) == "what earlier ends of R-1 granted differs from what its log says");
}

TEST_CASE("grants of old are found after the upgrade as if they had always been kept") {
    std::size_t grants = 0;
    const auto sql = backfill();
    for (unsigned seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        auto& db = store.database();
        RandomTeam team(store, 6000 + seed);
        for (int i = 0; i < 500; ++i) {
            team.work();
            if (team.choose(4) > 0) continue;
            for (auto times = team.choose(4); times > 0 && last_change(db) > 1; --times)
                if (!team.undo_last()) break;
        }
        CHECK(faults_of(store) == "");
        const auto before = state_of(db);
        for (std::int64_t id = 1; id < next_complaint_id(db).number; ++id)
            grants += past_grants_of(db, {id}).size();
        db.execute("DELETE FROM past_grant");
        db.execute(sql);
        CHECK(differences(before, state_of(db)) == "");
    }
    CHECK(grants >= 4);
}

} // namespace reklamaatio::store::tests
