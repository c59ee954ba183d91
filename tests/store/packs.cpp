// SPDX-License-Identifier: GPL-3.0-or-later
// What the events of an import say is the same whether it is packed or stands in their rows.
#include "store/packs.hpp"

#include "complaint/error.hpp"
#include "complaint/standing.hpp"
#include "store/customers.hpp"
#include "store/event_log.hpp"
#include "store/log_cursor.hpp"
#include "store/merging.hpp"
#include "store/random_team.hpp"
#include "store/sealed.hpp"
#include "store/state.hpp"

#include <zstd.h>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::tests::inbound;

const Instant k_now = utc("2026-01-12T07:00:00Z");

Customer customer_number(std::int64_t number) {
    Customer customer;
    customer.name = fmt::format("Aino {}", number);
    customer.email = fmt::format("aino{}@example.com", number);
    return customer;
}

// Each of a customer of its own, so that there are two events for each.
void import_complaints(Ledger& ledger, std::int64_t first, std::int64_t count) {
    for (std::int64_t i = first; i < first + count; ++i) {
        Complaint draft = about(fmt::format("kiuas {}", i));
        draft.id = {i};
        draft.uid = Desk::uid_of(draft.id);
        draft.text = std::string(300, static_cast<char>('a' + i % 26));
        draft.customer = customer_for(ledger, customer_number(i));
        ledger.record({}, complaint::import(draft, {ledger.now(), ledger.now()}));
    }
}

std::int64_t count(Database& database, const std::string& what) {
    auto query = database.query_once("SELECT count(*) FROM " + what);
    query.next();
    return query.integer(0);
}

std::vector<std::string> log_of(Store& store) {
    std::vector<std::string> lines;
    write_event_log(store.database(), store.policies(),
                    [&](const std::string& line) { lines.push_back(line); });
    return lines;
}

Store restored(const std::vector<std::string>& lines) {
    Store store = Store::in_memory(founding());
    Restoration restoration(store.database(), store.policies());
    for (const auto& line : lines)
        restoration.take(line);
    restoration.finish();
    return store;
}

// With so many complaints in it, imported at once.
Store filled(std::int64_t complaints) {
    Store store = Store::in_memory(founding());
    auto ledger = Desk(store).ledger(k_now, "import");
    ledger.in_bulk([&] { import_complaints(ledger, 1, complaints); });
    return store;
}

} // namespace

TEST_CASE("what many events say is packed and reads as if it stood in their rows") {
    Store store = filled(600);
    auto& database = store.database();
    CHECK(count(database, "pack") >= 2);
    CHECK(count(database, "event WHERE changes = ''") == 1200);
    CHECK(count(database, "event WHERE personal IS NOT NULL OR salt IS NOT NULL OR digest IS NOT NULL") == 0);
    CHECK(faults_of(store) == "");
    for (const std::int64_t id : {1, 300, 600}) {
        const auto events = events_of(database, Id{id});
        REQUIRE(events.size() == 1);
        CHECK(complaint::replayed<Complaint>(Id{id}, events) == find_complaint(database, {id}));
        CHECK_FALSE(events.front().erased);
    }
    // A log that comes in again stands in rows.
    const auto lines = log_of(store);
    CHECK(lines.size() == 1201);
    Store other = restored(lines);
    CHECK(count(other.database(), "pack") == 0);
    CHECK(log_of(other) == lines);
    CHECK(faults_of(other) == "");
}

TEST_CASE("what few events say stands in their rows") {
    Store store = filled(31);
    CHECK(count(store.database(), "pack") == 0);
    CHECK(count(store.database(), "event WHERE changes = '' OR hash = x''") == 0);
    CHECK(faults_of(store) == "");
}

TEST_CASE("packed complaints are changed and taken back like any") {
    Store store = filled(200);
    auto& database = store.database();
    Desk desk(store);
    desk.act({7}, k_now, saying(inbound("hello")));
    CHECK(events_of(database, Id{7}).size() == 2);
    auto ledger = desk.ledger(k_now, "import");
    // Few that are new among many that are not.
    ledger.in_bulk([&] {
        import_complaints(ledger, 201, 2);
        for (int round = 0; round < 2; ++round)
            for (std::int64_t i = 1; i <= 200; ++i) {
                const auto known = *find_complaint(database, {i});
                ledger.record(known, saying(inbound("jalka"))(known, {ledger.now(), ledger.now()}));
            }
        import_complaints(ledger, 203, 2);
    });
    CHECK(events_of(database, Id{202}).size() == 1);
    CHECK(faults_of(store) == "");
    desk.ledger(k_now).undo(ledger.change());
    CHECK(faults_of(store) == "");
    desk.ledger(k_now).undo(ledger.change() - 1);
    CHECK(faults_of(store) == "");
    const auto lines = log_of(store);
    desk.ledger(k_now).undo(2);
    CHECK(count(database, "complaint") == 0);
    CHECK(faults_of(store) == "");
    CHECK(log_of(store).size() > lines.size());
}

TEST_CASE("the first events of a change are those that merge, whether the others are packed or not") {
    Store store = filled(100);
    auto& database = store.database();
    CHECK(count(database, "event WHERE changes = ''") > 2);
    const auto first = first_events_of_change(database, 2, 2);
    REQUIRE(first.size() == 2);
    CHECK(first.front().number < first.back().number);
}

TEST_CASE("whatever is done to packed complaints can be taken back and told again") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        Store store = filled(40);
        auto& database = store.database();
        REQUIRE(count(database, "pack") == 1);
        RandomTeam team(store, 3000 + seed);
        for (int i = 0; i < 80; ++i)
            team.work();
        CHECK(faults_of(store) == "");
        while (last_change(database) > 2)
            try {
                team.ledger("undo").undo(last_change(database));
                break;
            } catch (const complaint::Refusal&) {
                team.work();
            }
        const auto lines = log_of(store);
        Store other = restored(lines);
        CHECK(log_of(other) == lines);
    }
}

TEST_CASE("the merging of packed customers is in the way of what came to the one who stays") {
    Store store = filled(40);
    auto& database = store.database();
    Desk desk(store);
    auto ledger = desk.ledger(k_now, "merge");
    merge(database, ledger, {*find_customer(database, {1})}, *find_customer(database, {2}), "",
          {k_now, k_now});
    CHECK(find_complaint(database, {1})->customer == CustomerId{2});
    desk.ledger(k_now).undo(ledger.change());
    CHECK(find_complaint(database, {1})->customer == CustomerId{1});
    CHECK(faults_of(store) == "");
}

TEST_CASE("what was added and is taken back is gone") {
    Store store = filled(100);
    auto& database = store.database();
    Packs packs;
    packs.add(database, 300, {"{}", "{\"name\":\"Aino\"}", "salt", "", "hash"});
    CHECK(packs.texts_of(database, 300).personal == "{\"name\":\"Aino\"}");
    CHECK(packs.texts_of(database, 2).personal.find("Aino 1") != std::string::npos);
    packs.forget();
    CHECK_THROWS_AS(packs.texts_of(database, 300), StoreError);
    CHECK(packs.texts_of(database, 2).personal.find("Aino 1") != std::string::npos);
}

TEST_CASE("a cursor of the log stands anywhere in a pack") {
    Store store = filled(300);
    auto& database = store.database();
    const auto lines = log_of(store);
    LogPlace place;
    for (const std::size_t taken : {2U, 3U, 255U, 600U}) {
        place = {static_cast<std::int64_t>(taken), hash_of_event(database, static_cast<std::int64_t>(taken))};
        CHECK(place_of(database, cursor_of(place)).event == place.event);
        std::vector<std::string> rest;
        write_event_log(
            database, store.policies(), [&](const std::string& line) { rest.push_back(line); }, place);
        CHECK(rest == std::vector(lines.begin() + static_cast<std::ptrdiff_t>(taken), lines.end()));
    }
    place.hash.front() = static_cast<char>(place.hash.front() ^ 1);
    CHECK_THROWS_AS(place_of(database, cursor_of(place)), complaint::BadValue);
    CHECK(hash_of_event(database, 602) == "");
}

TEST_CASE("a pack that is not made of texts is lost") {
    Store store = filled(600);
    const auto whole = [&] {
        auto query = store.database().query_once("SELECT texts FROM pack WHERE first_event = 2");
        query.next();
        const auto pack = query.blob(0);
        std::string bytes(ZSTD_getFrameContentSize(pack.data(), pack.size()), '\0');
        REQUIRE(ZSTD_decompress(bytes.data(), bytes.size(), pack.data(), pack.size()) == bytes.size());
        return bytes;
    }();
    auto with_another_mark = whole;
    with_another_mark.at(whole.find(':')) = ';';
    const auto cut_short = whole.substr(0, whole.size() - 1);
    for (const auto& bytes : std::vector<std::string>{"x", "3", "4:abc", "99999999999999999999:x", "1:a",
                                                      "0:0:0:0:1:a", with_another_mark, cut_short}) {
        CAPTURE(bytes);
        std::string pack(ZSTD_compressBound(bytes.size()), '\0');
        pack.resize(ZSTD_compress(pack.data(), pack.size(), bytes.data(), bytes.size(), 1));
        store.database()
            .query_once("UPDATE pack SET texts = :pack WHERE first_event = 2")
            .bind_blob(":pack", pack)
            .run();
        store.database().packs().forget();
        CHECK(message_of<StoreError>([&] { events_of(store.database(), Id{1}); })
              == "what event 3 of the log says is lost");
        CHECK(faults_of_packs(store.database())
              == std::vector<std::string>{"the pack of event 2 of the log does not fit its events"});
    }
}

TEST_CASE("two packs that say the same events do not fit") {
    Store store = filled(600);
    auto& database = store.database();
    CHECK(faults_of_packs(database).empty());
    database.execute("UPDATE pack SET last_event = last_event + 1 WHERE first_event = 2");
    CHECK(faults_of_packs(database).size() > 1);
}

TEST_CASE("an event that stands in its row and in a pack is of two minds") {
    for (const auto* text : {"changes = '{}'", "personal = '{}'", "salt = x'00'", "digest = x'00'"}) {
        CAPTURE(text);
        Store store = filled(600);
        store.database().execute(fmt::format("UPDATE event SET {} WHERE id = 3", text));
        CHECK(faults_of(store).find("event 3 of the log") != std::string::npos);
    }
}

TEST_CASE("a pack that is lost or that is another one is told") {
    const auto after = [](const std::string& tampering) {
        Store store = filled(600);
        store.database().execute(tampering);
        return faults_of(store);
    };
    const std::string lost = "what event 2 of the log says is lost";
    CHECK(after("DELETE FROM pack WHERE first_event = 2").starts_with(lost + "\n"));
    CHECK(after("UPDATE pack SET texts = x'00' WHERE first_event = 2").starts_with(lost + "\n"));
    CHECK(after("UPDATE pack SET texts = substr(texts, 1, 200) WHERE first_event = 2")
              .starts_with(lost + "\n"));
    const auto exchanged =
        after("UPDATE pack SET texts = (SELECT texts FROM pack AS p WHERE p.first_event > 2"
              " ORDER BY p.first_event LIMIT 1) WHERE first_event = 2");
    CHECK(exchanged.find("of the log, or one before it, was changed") != std::string::npos);
    Store store = filled(600);
    store.database().execute("DELETE FROM pack");
    CHECK(message_of<StoreError>([&] { events_of(store.database(), Id{1}); })
          == "what event 3 of the log says is lost");
}

} // namespace reklamaatio::store::tests
