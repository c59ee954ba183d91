// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/waits.hpp"

#include "store/migrations.hpp"
#include "store/random_team.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::tests::awaiting;
using complaint::tests::inbound;
using Ids = std::vector<std::int64_t>;

const Instant k_now = utc("2026-01-12T07:00:00Z");

std::vector<std::string> reasons(Database& database, std::int64_t id) {
    std::vector<std::string> found;
    for (const auto& wait : waits_of(database, {id}))
        found.push_back(wait.reason);
    return found;
}

// As the layout before this one was: the index and its documents know only of the present wait.
void go_back_to_layout_7(Database& database) {
    for (const char* sql : {"DROP TABLE wait", "DROP VIEW customer_document", "DROP TABLE customer_text",
                            "DROP INDEX complaint_of_source", "DROP INDEX complaint_of_category",
                            "DROP INDEX complaint_of_product", "DROP INDEX complaint_of_cause",
                            "DROP INDEX complaint_of_channel", "DROP INDEX complaint_of_remedy",
                            "DROP INDEX complaint_of_team", "DROP INDEX complaint_with_tags"})
        database.execute(sql);
    database.execute(std::string(k_migrations[5]));
}

std::string document_of(Database& database) {
    auto query = database.query("SELECT sql FROM sqlite_schema WHERE name = 'complaint_document'");
    query.next();
    return query.text(0);
}

} // namespace

TEST_CASE("a complaint is found by all for which it has waited, for as long as that stands") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("x"), k_now);
    desk.act({1}, k_now, saying(awaiting("a photo of the leg")));
    desk.act({1}, k_now, saying(awaiting("the receipt")));
    desk.act({1}, k_now, saying(inbound("here they are")));
    desk.act({1}, k_now, saying(awaiting("an address")));
    const auto last = last_change(db);
    CHECK(reasons(db, 1) == std::vector<std::string>{"a photo of the leg", "the receipt", "an address"});
    for (const auto* words : {"photo", "leg", "receipt", "address", "photo receipt"})
        CHECK(ids_with_words(db, words) == Ids{1});
    desk.ledger(k_now).undo(last);
    CHECK(ids_with_words(db, "address").empty());
    CHECK(ids_with_words(db, "photo") == Ids{1});
    desk.ledger(k_now).undo(last_change(db));
    CHECK(ids_with_words(db, "address") == Ids{1});
    CHECK(faults_of(store) == "");
}

TEST_CASE("a complaint that comes waiting is found by its reason as well") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    Complaint made = about("x");
    made.status = complaint::Status::waiting;
    made.waiting_since = made.received_at;
    made.waiting_reason = "a photo";
    desk.import(made, k_now);
    CHECK(ids_with_words(store.database(), "photo") == Ids{1});
    desk.act({1}, k_now, saying(inbound("here it is")));
    CHECK(ids_with_words(store.database(), "photo") == Ids{1});
    CHECK(faults_of(store) == "");
}

TEST_CASE("a wait that the log does not tell of is a fault") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("x"), k_now);
    desk.act({1}, k_now, saying(awaiting("a photo")));
    store.database().execute("UPDATE wait SET reason = 'a phot'");
    CHECK(faults_of(store).find("for what R-1 waited differs from what its log says") != std::string::npos);
    CHECK(faults_of(store).find("the words by which list --text finds") != std::string::npos);
}

TEST_CASE("waits of old are found after the upgrade as if they had always been kept") {
    std::size_t waits = 0;
    for (unsigned seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        auto& db = store.database();
        RandomTeam team(store, 2000 + seed, false);
        for (int i = 0; i < 120; ++i) {
            team.work();
            // Taken back, and perhaps put back, and so on.
            for (auto times = team.choose(4); times > 0 && last_change(db) > 1; --times)
                try {
                    team.ledger("undo").undo(last_change(db));
                } catch (const complaint::Refusal&) {
                    break;
                }
        }
        const auto before = state_of(db);
        for (std::int64_t id = 1; id < next_complaint_id(db).number; ++id)
            waits += waits_of(db, {id}).size();
        const auto document = document_of(db);
        go_back_to_layout_7(db);
        db.execute(std::string(k_migrations[7]));
        // Layouts behind the eighth have more in it, which nothing here has, and less in the indexes.
        db.execute("DROP VIEW complaint_document");
        db.execute(document);
        CHECK(differences(before, state_of(db)) == "");
        CHECK(faults_of(store)
              == "the table complaint_text is not as it was made\n"
                 "the table customer_text is not as it was made");
    }
    CHECK(waits >= 10);
}

} // namespace reklamaatio::store::tests
