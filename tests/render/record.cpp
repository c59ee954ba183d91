// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/record.hpp"

#include "render/tables.hpp"

#include <limits>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace reklamaatio;
using nlohmann::ordered_json;
using render::json_text;
using render::Record;
using render::Value;

namespace {

// What a record holds as the library would hold it.
ordered_json theirs(const Record& record);

struct Theirs {
    ordered_json operator()(std::monostate) const { return nullptr; }
    ordered_json operator()(const std::string& text) const { return text; }
    ordered_json operator()(std::int64_t number) const { return number; }
    ordered_json operator()(bool yes) const { return yes; }
    ordered_json operator()(const auto&) const { return "not made here"; }
    ordered_json operator()(const Value& value) const { return std::visit(*this, value); }
    ordered_json operator()(const std::vector<std::string>& texts) const { return texts; }
    ordered_json operator()(const render::Table& table) const {
        auto list = ordered_json::array();
        for (const auto& row : table.rows) {
            auto object = ordered_json::object();
            for (std::size_t i = 0; i < row.size(); ++i)
                object[table.columns[i].key] = (*this)(row[i].value);
            list.push_back(std::move(object));
        }
        return list;
    }
    ordered_json operator()(const std::vector<Record>& records) const {
        auto list = ordered_json::array();
        for (const auto& record : records)
            list.push_back(theirs(record));
        return list;
    }
};

ordered_json theirs(const Record& record) {
    auto object = ordered_json::object();
    for (const auto& [key, content] : record)
        object[key] = std::visit(Theirs{}, content);
    return object;
}

Value random_value(tests::Random& random) {
    switch (tests::below(random, 4)) {
    case 0:
        return Value{};
    case 1:
        return Value{static_cast<std::int64_t>(random())};
    case 2:
        return Value{tests::below(random, 2) == 0};
    default:
        return Value{tests::random_text(random, 8)};
    }
}

Record random_record(tests::Random& random, int depth) {
    Record record;
    for (std::size_t i = tests::below(random, 5); i > 0; --i) {
        const std::string key = std::to_string(i) + tests::random_text(random, 8);
        const auto kind = tests::below(random, depth > 0 ? 6 : 4);
        if (kind < 2) {
            record.push_back({key, random_value(random)});
        } else if (kind == 2) {
            record.push_back(
                {key, std::vector<std::string>(tests::below(random, 3), tests::random_text(random, 8))});
        } else if (kind == 3) {
            record.push_back({key, tests::random_texts(random)});
        } else {
            std::vector<Record> records(tests::below(random, 3));
            for (auto& each : records)
                each = random_record(random, depth - 1);
            record.push_back({key, std::move(records)});
        }
    }
    return record;
}

} // namespace

TEST_CASE("a record is one object on one line in the order in which it was made") {
    CHECK(json_text({}) == "{}");
    CHECK(json_text({{"z", Value{std::int64_t{1}}}, {"a", Value{std::string("x")}}})
          == "{\"z\":1,\"a\":\"x\"}");
}

TEST_CASE("every kind of value stands in a record as it does in a list") {
    const auto table = tests::every_kind();
    Record record;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        record.push_back({table.columns[i].key, table.rows.front()[i].value});
    CHECK(json_text(record) + "\n" == tests::printed(table, render::Format::ndjson));
}

TEST_CASE("lists within a record are on its line") {
    render::Table table{{tests::column("id"), tests::column("sum")}, {}};
    CHECK(json_text(
              {{"rows", table}, {"texts", std::vector<std::string>{}}, {"records", std::vector<Record>{}}})
          == "{\"rows\":[],\"texts\":[],\"records\":[]}");
    table.rows = {{Value{std::string("R-1")}, Value{render::Amount{-5}}}, {Value{std::string("R-2")}}};
    CHECK(json_text({{"rows", table},
                     {"texts", std::vector<std::string>{"a\nb", "\x1b"}},
                     {"records", std::vector<Record>{{{"x", Value{}}}, {}}}})
          == "{\"rows\":[{\"id\":\"R-1\",\"sum\":-0.05},{\"id\":\"R-2\",\"sum\":null}],"
             "\"texts\":[\"a\\nb\",\"\\u001b\"],\"records\":[{\"x\":null},{}]}");
}

TEST_CASE("sums keep their cents however large they are") {
    // As a double it would be 90071992547409.94.
    CHECK(json_text({{"sum", Value{render::Amount{9007199254740993}}}}) == "{\"sum\":90071992547409.93}");
    CHECK(json_text({{"sum", Value{render::Amount{std::numeric_limits<std::int64_t>::min()}}}})
          == "{\"sum\":-92233720368547758.08}");
}

TEST_CASE("keys are escaped like texts") {
    CHECK(json_text({{"a\"\n\u202e", Value{}}}) == "{\"a\\\"\\n\\u202e\":null}");
}

TEST_CASE("what is written parses to the same values in the same order") {
    tests::Random random(14);
    for (int i = 0; i < 2000; ++i) {
        const auto record = random_record(random, 3);
        const auto json = json_text(record);
        REQUIRE(json.find('\n') == std::string::npos);
        REQUIRE(ordered_json::parse(json).dump() == theirs(record).dump());
    }
}

TEST_CASE("records are made of the items of a list") {
    const std::vector<std::int64_t> numbers{1, 2};
    const auto made = render::records(numbers, [](std::int64_t n) { return Record{{"n", Value{n}}}; });
    CHECK(json_text({{"all", made}}) == "{\"all\":[{\"n\":1},{\"n\":2}]}");
}
