// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of the layout add up to. After a new step: run this test with REKLAMAATIO_REGENERATE=1, and
// look at what it did to tests/store/schema.sql.
#include "store/schema.hpp"

#include "complaint/field.hpp"
#include "store/builders.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

const std::filesystem::path k_golden = TESTS_FOLDER "/store/schema.sql";

// Every table, index and view, sorted by name; what SQLite and FTS5 make for themselves left out.
std::string schema_of_new_database() {
    Store store = Store::in_memory(founding());
    auto query = store.database().query_once(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
        " AND name NOT GLOB '*_text_*' ORDER BY type, name");
    std::string text;
    while (query.next())
        text += query.text(0) + ";\n";
    return text;
}

std::set<std::string> columns_of(Database& database, const std::string& table) {
    auto query = database.query_once("SELECT name FROM pragma_table_info('" + table + "')");
    std::set<std::string> names;
    while (query.next())
        names.insert(query.text(0));
    return names;
}

template <typename Owner>
std::set<std::string> field_names() {
    std::set<std::string> names{"id"};
    for (const auto& field : complaint::fields_of<Owner>())
        names.insert(std::string(field.name));
    return names;
}

} // namespace

TEST_CASE("a new database is laid out as it is written down") {
    const std::string schema = schema_of_new_database();
    if (std::getenv("REKLAMAATIO_REGENERATE") != nullptr) write_file(k_golden, schema);
    CHECK(schema == read_file(k_golden));
}

TEST_CASE("a new database says whose it is and how new") {
    Store store = Store::in_memory(founding());
    auto& db = store.database();
    CHECK(db.pragma("application_id") == 0x524b4c4d); // "RKLM"
    CHECK(db.pragma("user_version") == newest_schema());
    CHECK(schema_of(db) == newest_schema());
    CHECK_FALSE(is_blank(db));
    CHECK(newest_schema() >= 1);
}

TEST_CASE("a database that is up to date needs no step") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    Store::open_for_writing(path, true, founding()).commit();
    auto db = Database::open(path, Mode::write);
    CHECK_NOTHROW(migrate(db));
    CHECK(schema_of(db) == newest_schema());
}

TEST_CASE("the making of a database that fails leaves it blank") {
    auto db = Database::in_memory();
    CHECK(is_blank(db));
    CHECK_THROWS_AS(make(db, [] { throw std::runtime_error("no"); }), std::runtime_error);
    CHECK(is_blank(db));
    CHECK_NOTHROW(make(db, [] {}));
    CHECK_FALSE(is_blank(db));
}

TEST_CASE("every field has its column") {
    Store store = Store::in_memory(founding());
    auto complaint = field_names<Complaint>();
    complaint.insert({"targeted", "unanswered_since"});
    CHECK(columns_of(store.database(), "complaint") == complaint);
    auto customer = field_names<Customer>();
    customer.insert({"email_key", "phone_key"});
    CHECK(columns_of(store.database(), "customer") == customer);
}

TEST_CASE("every table is strict and every view can be read") {
    Store store = Store::in_memory(founding());
    auto& db = store.database();
    Desk desk(store);
    desk.open(about("x"), utc("2026-01-12T07:00:00Z"), customer("Maija", "maija@example.fi"));
    desk.act({1}, utc("2026-01-12T08:00:00Z"), saying(complaint::tests::outbound("hello")));
    auto loose = db.query_once("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict"
                               " AND name NOT LIKE 'sqlite%'");
    while (loose.next())
        FAIL_CHECK(loose.text(0));

    const auto first = [&](const std::string& sql) {
        auto query = db.query_once(sql);
        REQUIRE(query.next());
        return query.text(0);
    };
    CHECK(first("SELECT id || ' ' || status || ' ' || received_at || ' ' || customer_id || ' ' || email FROM "
                "complaints")
          == "R-1 open 2026-01-12T06:00:00Z C-1 maija@example.fi");
    CHECK(first("SELECT complaint || ' ' || due_at || ' ' || met_at || ' ' || taken_minutes FROM deadlines"
                " WHERE clock = 'response'")
          == "R-1 2026-01-12T14:00:00Z 2026-01-12T08:00:00Z 120");
    CHECK(first("SELECT id || ' ' || name FROM customers") == "C-1 Maija");
    CHECK(first("SELECT complaint || ' ' || direction || ' ' || text FROM messages") == "R-1 out hello");
    CHECK(first("SELECT count(*) FROM events") == "4");
    CHECK(first("SELECT actor || ' ' || command || ' ' || recorded_at FROM events WHERE event = 4")
          == "maria act 2026-01-12T08:00:00Z");
}

} // namespace reklamaatio::store::tests
