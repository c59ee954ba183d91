// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger.hpp"

#include "complaint/arrival.hpp"
#include "store/customers.hpp"
#include "store/deadlines.hpp"
#include "store/messages.hpp"
#include "store/random_desk.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::tests::awaiting;
using complaint::tests::inbound;
using complaint::tests::outbound;

} // namespace

TEST_CASE("what is recorded stands in state and log and deadlines and conversation") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& database = store.database();
    const Complaint opened = desk.open(about("The stove is broken"), utc("2026-01-12T07:00:00Z"),
                                       customer("Maija", "m@example.fi"));
    CHECK(opened.id == Id{1});
    CHECK(find_complaint(database, {1}) == opened);
    CHECK(opened.customer == CustomerId{1});

    const Complaint answered = desk.act({1}, utc("2026-01-12T08:00:00Z"), saying(outbound("We come.")));
    CHECK(find_complaint(database, {1}) == answered);
    CHECK(answered.responded_at == utc("2026-01-12T08:00:00Z"));

    const auto events = events_of(database, Id{1});
    REQUIRE(events.size() == 2);
    CHECK(events[0].kind == complaint::EventKind::opened);
    CHECK(events[0].happened_at == utc("2026-01-12T06:00:00Z"));
    CHECK(events[0].recorded_at == utc("2026-01-12T07:00:00Z"));
    CHECK(events[1].actor == "maria");
    CHECK(events[1].message->text == "We come.");

    const auto said = conversation_of(database, {1});
    REQUIRE(said.size() == 1);
    CHECK(said[0].event == events[1].number);
    CHECK(said[0].actor == "maria");
    CHECK(said[0].message == *events[1].message);

    const auto deadlines = deadlines_of(database, {1});
    REQUIRE(deadlines.size() == 2);
    CHECK(deadlines[0].met_at == utc("2026-01-12T08:00:00Z"));
    CHECK(deadlines == rulebook::plan_deadlines(events, store.policies().since(events[0].change)));
    CHECK(faults_of(store).empty());
}

TEST_CASE("one command is one change whatever number of events it makes") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto ledger = desk.ledger(utc("2026-01-12T07:00:00Z"), "import");
    for (std::int64_t i = 1; i <= 3; ++i) {
        Complaint draft = about("x");
        draft.id = {i};
        draft.uid = Desk::uid_of(draft.id);
        draft.customer = customer_for(ledger, customer("Maija", fmt::format("m{}@example.fi", i)));
        ledger.record({}, complaint::import(draft, {ledger.now(), ledger.now()}));
    }
    desk.act({2}, utc("2026-01-12T08:00:00Z"), saying(outbound()));

    std::vector<std::int64_t> changes;
    std::vector<std::int64_t> numbers;
    std::vector<std::string> commands;
    read_log(store.database(), std::nullopt, [&](const Logged& logged) {
        numbers.push_back(logged.event.number);
        changes.push_back(logged.event.change);
        commands.push_back(logged.command);
    });
    // The default policy; three customers with their complaints; the answer.
    CHECK(numbers == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(changes == std::vector<std::int64_t>{1, 2, 2, 2, 2, 2, 2, 3});
    CHECK(commands[0] == "init");
    CHECK(commands[1] == "import");
    CHECK(commands[7] == "act");
}

TEST_CASE("what was said in a duplicate moves the clocks of the survivor when both come from a file") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.apply_policy(R"(
[organisation]
name = "Esimerkki Oy"
timezone = "UTC"
[calendar.always]
hours.mon = ["00:00-24:00"]
[[sla]]
name = "all"
calendar = "always"
reply = "4h"
)",
                      utc("2026-01-12T06:00:00Z"));
    Complaint first = about("x");
    first.received_at = utc("2026-01-12T08:00:00Z");
    first.responded_at = utc("2026-01-12T09:00:00Z");
    first.status = complaint::Status::open;
    desk.import(first, utc("2026-01-12T12:00:00Z"));
    CHECK(deadlines_of(store.database(), {1}).empty());
    Complaint second = about("x again");
    second.received_at = utc("2026-01-12T10:00:00Z");
    second.status = complaint::Status::void_;
    second.merged_into = complaint::Id{1};
    desk.import(second, utc("2026-01-12T12:00:00Z"));
    // The customer wrote again at ten, which nobody has answered.
    const auto deadlines = deadlines_of(store.database(), {1});
    REQUIRE(deadlines.size() == 1);
    CHECK(deadlines.front().clock == complaint::Clock::reply);
    CHECK(deadlines.front().due_at == utc("2026-01-12T14:00:00Z"));
    CHECK(faults_of(store).empty());
}

TEST_CASE("work in bulk leaves the words that single changes would have left") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("sauna"), utc("2026-01-12T06:00:00Z"));
    auto ledger = desk.ledger(utc("2026-01-12T07:00:00Z"), "import");
    ledger.in_bulk([&] {
        for (std::int64_t i = 2; i <= 4; ++i) {
            Complaint draft = about("kiuas");
            draft.id = {i};
            draft.uid = Desk::uid_of(draft.id);
            ledger.record({}, complaint::import(draft, {ledger.now(), ledger.now()}));
        }
        // One that this work has added itself, one that was there before it.
        for (const Id id : {Id{3}, Id{1}}) {
            complaint::Event event = saying(outbound("We send a new leg."))(
                *find_complaint(store.database(), id), {ledger.now(), ledger.now()});
            event.changes.push_back({"text", {}, std::string("jalka")});
            ledger.record(*find_complaint(store.database(), id), event);
        }
    });
    const auto found = [&](const std::string& word) {
        auto query = store.database().query_once(
            "SELECT rowid FROM complaint_text WHERE complaint_text MATCH :word ORDER BY 1");
        query.bind(":word", word);
        std::vector<std::int64_t> ids;
        while (query.next())
            ids.push_back(query.integer(0));
        return ids;
    };
    CHECK(found("kiuas") == std::vector<std::int64_t>{2, 3, 4});
    CHECK(found("jalka") == std::vector<std::int64_t>{1, 3});
    CHECK(found("leg") == std::vector<std::int64_t>{1, 3});
    CHECK(found("sauna") == std::vector<std::int64_t>{1});
    check_words(store.database());
    CHECK(faults_of(store).empty());
}

TEST_CASE("indexes are spared during a big first import and are there again behind it") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    const auto schema = [&] {
        auto query = database.query_once("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
        std::string all;
        while (query.next())
            all += query.text(0) + ";";
        return all;
    };
    const auto before = schema();
    Desk desk(store);
    auto ledger = desk.ledger(utc("2026-01-12T07:00:00Z"), "import");
    ledger.in_bulk([&] {
        for (std::int64_t i = 1; i <= 2'001; ++i) {
            Complaint draft = about("kiuas");
            draft.id = {i};
            draft.uid = Desk::uid_of(draft.id);
            ledger.record({}, complaint::import(draft, {ledger.now(), ledger.now()}));
        }
        CHECK(before.find("complaint_by_receipt") != std::string::npos);
        CHECK(schema().find("complaint_by_receipt") == std::string::npos);
        // Nothing is in it, so that it costs nothing to keep it.
        CHECK(schema().find("complaint_of_cause") != std::string::npos);
    });
    CHECK(schema() == before);
    CHECK(verify(database, store.policies()).faults.empty());
}

TEST_CASE("the words of hundreds of complaints and customers that change and change back are right") {
    Store store = Store::in_memory(founding());
    Database& database = store.database();
    Desk desk(store);
    constexpr std::int64_t k_count = 600;
    for (std::int64_t i = 1; i <= k_count; ++i) {
        Customer customer;
        customer.name = fmt::format("Aino{}", i);
        customer.email = fmt::format("a{}@example.com", i);
        desk.open(about(fmt::format("kiuas number{}", i)), utc("2026-01-12T07:00:00Z"), customer);
    }
    auto ledger = desk.ledger(utc("2026-01-12T08:00:00Z"));
    ledger.in_bulk([&] {
        for (const int round : {1, 2})
            for (std::int64_t i = 1; i <= k_count; ++i) {
                const auto known = *find_complaint(database, {i});
                complaint::Event event = saying(inbound("jalka"))(known, {ledger.now(), ledger.now()});
                event.changes.push_back({"text", known.text.empty() ? complaint::Value{} : known.text,
                                         fmt::format("sauna round{}", round)});
                ledger.record(known, event);
                auto customer = *find_customer(database, *known.customer);
                const auto before = customer;
                customer.name = fmt::format("Helmi{} round{}", i, round);
                ledger.record(before, customer);
            }
    });
    check_words(database);
    CHECK(faults_of(store) == "");
    desk.ledger(utc("2026-01-12T09:00:00Z")).undo(ledger.change());
    check_words(database);
    CHECK(faults_of(store) == "");
}

TEST_CASE("a command that records nothing leaves no change") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto ledger = desk.ledger(utc("2026-01-12T07:00:00Z"));
    CHECK_FALSE(customer_for(ledger, {}));
    auto query = store.database().query_once("SELECT count(*) FROM change");
    REQUIRE(query.next());
    CHECK(query.integer(0) == 1);
}

TEST_CASE("a new policy moves the deadlines that are neither met nor past and says how many") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("unanswered"), utc("2026-01-12T06:00:00Z"), customer("Maija"));
    desk.open(about("answered"), utc("2026-01-12T06:00:00Z"), customer("Maija"));
    desk.open(about("resolved"), utc("2026-01-12T06:00:00Z"), customer("Maija"));
    desk.act({2}, utc("2026-01-12T07:00:00Z"), saying(outbound()));
    desk.act({3}, utc("2026-01-12T07:00:00Z"), resolving());
    const auto resolved = deadlines_of(store.database(), {3});

    const std::string toml =
        "[organisation]\ntimezone = \"Europe/Helsinki\"\n[calendar.office]\n"
        "hours.mon = [\"08:00-16:00\"]\n[[sla]]\nresponse = \"1h\"\nresolution = \"2h\"\n";
    const auto applied = desk.apply_policy(toml, utc("2026-01-12T08:00:00Z"));
    CHECK(applied.version == 2);
    CHECK(applied.complaints == 2);
    CHECK(applied.moved.size() == 3); // both of the first, the resolution of the second
    CHECK(deadlines_of(store.database(), {1})[0].due_at == utc("2026-01-12T07:00:00Z"));
    CHECK(deadlines_of(store.database(), {1})[0].policy == 2);
    CHECK(deadlines_of(store.database(), {2})[0].policy == 1);
    CHECK(deadlines_of(store.database(), {3}) == resolved);

    const auto again = desk.apply_policy(toml, utc("2026-01-12T08:30:00Z"));
    CHECK(again.version == 3);
    CHECK(again.moved.empty());
    CHECK(faults_of(store).empty());
}

TEST_CASE("reopenings are kept beside the complaint") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("x"), utc("2026-01-12T06:00:00Z"));
    desk.act({1}, utc("2026-01-12T07:00:00Z"), resolving());
    desk.act({1}, utc("2026-01-12T09:00:00Z"), reopening());
    desk.act({1}, utc("2026-01-12T10:00:00Z"), resolving());
    desk.act({1}, utc("2026-01-12T11:00:00Z"), reopening());
    CHECK(reopenings_of(store.database(), {1})
          == std::vector<complaint::Reopening>{{utc("2026-01-12T07:00:00Z"), utc("2026-01-12T09:00:00Z")},
                                               {utc("2026-01-12T10:00:00Z"), utc("2026-01-12T11:00:00Z")}});
}

TEST_CASE("after any sequence of commands state and log and deadlines and words agree") {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        RandomDesk desk(seed);
        for (int i = 0; i < 60; ++i)
            desk.work(store);
        REQUIRE(faults_of(store) == "");
        check_words(store.database());
    }
}

TEST_CASE("closing the file between commands loses nothing and changes nothing") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    for (unsigned seed = 101; seed <= 103; ++seed) {
        CAPTURE(seed);
        std::filesystem::remove(path);
        RandomDesk with_file(seed);
        RandomDesk in_one_go(seed);
        Store memory = Store::in_memory(founding());
        for (int round = 0; round < 10; ++round) {
            Store store = Store::open_for_writing(path, true, founding());
            for (int i = 0; i < 5; ++i) {
                with_file.work(store);
                in_one_go.work(memory);
            }
            store.commit();
        }
        Store store = Store::open_for_reading(path);
        REQUIRE(faults_of(store) == "");
        const auto last = next_complaint_id(memory.database()).number;
        REQUIRE(next_complaint_id(store.database()).number == last);
        for (std::int64_t id = 1; id < last; ++id) {
            REQUIRE(find_complaint(store.database(), {id}) == find_complaint(memory.database(), {id}));
            REQUIRE(events_of(store.database(), Id{id}) == events_of(memory.database(), Id{id}));
            REQUIRE(deadlines_of(store.database(), {id}) == deadlines_of(memory.database(), {id}));
        }
    }
}

TEST_CASE("what is not committed was never there") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    {
        Store store = Store::open_for_writing(path, true, founding());
        Desk(store).open(about("kept"), utc("2026-01-12T07:00:00Z"));
        store.commit();
    }
    {
        Store store = Store::open_for_writing(path, false, founding());
        Desk(store).open(about("dropped"), utc("2026-01-12T08:00:00Z"));
    }
    Store store = Store::open_for_reading(path);
    CHECK(next_complaint_id(store.database()) == Id{2});
    CHECK(ids_with_words(store.database(), "dropped").empty());
    CHECK(ids_with_words(store.database(), "kept") == std::vector<std::int64_t>{1});
    CHECK(faults_of(store) == "");
}

} // namespace reklamaatio::store::tests
