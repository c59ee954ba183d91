// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.hpp"

#include "store/builders.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

constexpr const char* k_two = "SELECT 1 UNION ALL SELECT 2";
constexpr const char* k_echo = "SELECT :a, :b, :c, :d, :e";

Database with_table() {
    auto db = Database::in_memory();
    db.execute("CREATE TABLE t (n INTEGER UNIQUE, s TEXT) STRICT");
    return db;
}

std::int64_t count_in(Database& db) {
    auto query = db.query_once("SELECT count(*) FROM t");
    REQUIRE(query.next());
    return query.integer(0);
}

} // namespace

TEST_CASE("values go in and come out as they are") {
    auto db = Database::in_memory();
    auto query = db.query(k_echo);
    const std::string zeros("a\0b", 3);
    query.bind(":a", std::int64_t{-5}).bind(":b", "text").bind_null(":c");
    query.bind_blob(":d", zeros).bind(":e", utc("2026-01-12T06:00:00Z"));
    REQUIRE(query.next());
    CHECK(query.integer(0) == -5);
    CHECK(query.text(1) == "text");
    CHECK(query.is_null(2));
    CHECK(query.text(2).empty());
    CHECK(query.blob(3) == zeros);
    CHECK(query.instant(4) == utc("2026-01-12T06:00:00Z"));
    CHECK_FALSE(query.instant_or_none(2));
    CHECK_FALSE(query.integer_or_none(2));
    CHECK(query.value(0) == complaint::Value{std::int64_t{-5}});
    CHECK(query.value(1) == complaint::Value{std::string("text")});
    CHECK(query.value(2) == complaint::Value{});
    CHECK_FALSE(query.next());
}

TEST_CASE("a statement that is leased again has forgotten what was bound and where it was") {
    auto db = Database::in_memory();
    {
        auto first = db.query(k_echo);
        first.bind(":a", std::int64_t{1});
        REQUIRE(first.next());
    }
    auto second = db.query(k_echo);
    REQUIRE(second.next());
    CHECK(second.is_null(0));
}

TEST_CASE("values are kept while a statement runs however many and long they are") {
    auto db = Database::in_memory();
    const auto echoed = [&](std::size_t length) {
        auto query = db.query(k_echo);
        for (const auto* name : {":a", ":b", ":c"})
            query.bind(name, std::string(length, name[1])); // a temporary that is gone when it runs
        query.bind_blob(":d", std::string(length, 'd'));
        REQUIRE(query.next());
        return query.text(0) + query.text(1) + query.text(2) + query.blob(3);
    };
    for (const std::size_t length : {0U, 1U, 15U, 16U, 300U, 511U, 512U, 513U, 700U, 2048U, 5000U, 3U})
        CHECK(echoed(length)
              == std::string(length, 'a') + std::string(length, 'b') + std::string(length, 'c')
                     + std::string(length, 'd'));
}

TEST_CASE("a statement on loan can be leased a second time beside it") {
    auto db = Database::in_memory();
    auto outer = db.query(k_two);
    REQUIRE(outer.next());
    {
        auto inner = db.query(k_two);
        REQUIRE(inner.next());
        REQUIRE(inner.next());
        CHECK(inner.integer(0) == 2);
    }
    REQUIRE(outer.next());
    CHECK(outer.integer(0) == 2);
    CHECK_FALSE(outer.next());
}

TEST_CASE("a statement that failed can be leased again") {
    auto db = with_table();
    constexpr const char* k_insert = "INSERT INTO t (n, s) VALUES (:n, 'x')";
    db.query(k_insert).bind(":n", std::int64_t{1}).run();
    CHECK(failure_of([&] { db.query(k_insert).bind(":n", std::int64_t{1}).run(); }).kind);
    CHECK_NOTHROW(db.query(k_insert).bind(":n", std::int64_t{2}).run());
    CHECK(count_in(db) == 2);
}

// Our statements are good for what we have made: whoever finds no table there has another database before him.
TEST_CASE("a statement that finds nothing of its kind tells of damage and a wrong call is our fault") {
    auto db = Database::in_memory();
    const auto failure = failure_of([&] { db.query_once("SELECT n FROM nowhere"); });
    CHECK(failure.kind == ErrorKind::damaged);
    CHECK(failure.message == ":memory: is damaged (no such table: nowhere); restore a backup");
    CHECK(failure_of([&] { db.query(k_two).bind(":no_such", std::int64_t{1}); }).kind == ErrorKind::bug);
    // Double quotes are for names; a misspelt one is no text.
    CHECK(failure_of([&] { db.query_once("SELECT \"misspelt\""); }).kind == ErrorKind::damaged);
}

TEST_CASE("a statement that is done is not begun again, and what we never write is damage") {
    auto db = Database::in_memory();
    auto query = db.query_once("SELECT 1");
    CHECK(query.next());
    CHECK_FALSE(query.next());
    CHECK_FALSE(query.next());
    for (const auto* sql : {"SELECT 1.5", "SELECT x'00'"}) {
        CAPTURE(sql);
        auto odd = db.query_once(sql);
        REQUIRE(odd.next());
        CHECK(failure_of([&] { odd.value(0); }).kind == ErrorKind::damaged);
    }
}

TEST_CASE("foreign keys hold") {
    Store store = Store::in_memory(founding());
    CHECK(failure_of([&] { store.database().execute("INSERT INTO reopening VALUES (99, 1, 1, 2)"); }).kind);
}

TEST_CASE("statements that were leased are known") {
    auto db = Database::in_memory();
    CHECK(db.statements().empty());
    db.query(k_two).run();
    db.query(k_two).run();
    CHECK(db.statements() == std::vector<std::string>{k_two});
}

TEST_CASE("a transaction that is not committed is taken back") {
    auto db = with_table();
    {
        Transaction transaction(db);
        db.execute("INSERT INTO t VALUES (1, 'x')");
        transaction.commit();
    }
    {
        const Transaction transaction(db);
        db.execute("INSERT INTO t VALUES (2, 'y')");
    }
    CHECK(count_in(db) == 1);
    CHECK_NOTHROW(Transaction(db).commit());
}

TEST_CASE("a full disk takes the whole change back") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    {
        Store store = Store::open_for_writing(path, true, founding());
        Desk(store).open(about("kept"), utc("2026-01-12T07:00:00Z"));
        store.commit();
    }
    {
        Store store = Store::open_for_writing(path, false, founding());
        auto& db = store.database();
        db.execute(fmt::format("PRAGMA max_page_count = {}", db.pragma("page_count") + 2));
        Desk desk(store);
        const auto failure = failure_of([&] {
            for (int i = 0; i < 1'000; ++i)
                desk.open(about(std::string(3'000, 'x')), utc("2026-01-12T08:00:00Z"));
        });
        CHECK(failure.kind == ErrorKind::cannot_write);
        CHECK(failure.message.starts_with("cannot write " + path.string() + " ("));
        CHECK(failure.message.ends_with("); nothing was changed"));
    }
    Store store = Store::open_for_reading(path);
    CHECK(next_complaint_id(store.database()) == Id{2});
    CHECK(faults_of(store) == "");
}

} // namespace reklamaatio::store::tests
