// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/tables.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace reklamaatio;
using render::Format;

TEST_CASE("every kind of value has its form in JSON") {
    CHECK(tests::printed(tests::every_kind(), Format::json)
          == "[\n{\"none\":null,\"text\":\"Kiuas\",\"number\":7,\"flag\":true,"
             "\"instant\":\"2026-11-21T12:00:00Z\",\"date\":\"2026-11-21\",\"share\":0.9167,"
             "\"amount\":49.90,\"length\":125}\n]\n");
}

TEST_CASE("no rows are an empty array in JSON and nothing at all in NDJSON") {
    render::Table table;
    table.columns = {tests::column("id")};
    CHECK(tests::printed(table, Format::json) == "[]\n");
    CHECK(tests::printed(table, Format::ndjson).empty());
}

TEST_CASE("objects stand one a line") {
    render::Table table;
    table.columns = {tests::column("id")};
    table.rows = {{render::Value{"R-1"}}, {render::Value{"R-2"}}};
    CHECK(tests::printed(table, Format::json) == "[\n{\"id\":\"R-1\"},\n{\"id\":\"R-2\"}\n]\n");
    CHECK(tests::printed(table, Format::ndjson) == "{\"id\":\"R-1\"}\n{\"id\":\"R-2\"}\n");
}

TEST_CASE("keys stay when the header is unwanted") {
    render::WriterOptions options;
    options.format = Format::ndjson;
    options.header = false;
    render::Table table;
    table.columns = {tests::column("id")};
    table.rows = {{render::Value{}}};
    CHECK(tests::printed(table, options) == "{\"id\":null}\n");
}

TEST_CASE("a share of nothing is null") {
    render::Table table;
    table.columns = {tests::column("share")};
    table.rows = {{render::Value{render::Share{0, 0}}}, {render::Value{render::Share{0, 5}}}};
    CHECK(tests::printed(table, Format::ndjson) == "{\"share\":null}\n{\"share\":0.0000}\n");
}

TEST_CASE("strings are escaped so that no terminal obeys them") {
    CHECK(render::json_string("Łódź \"5\" \\ 中") == "\"Łódź \\\"5\\\" \\\\ 中\"");
    CHECK(render::json_string("\x1b[2J\n\t") == "\"\\u001b[2J\\n\\t\"");
    CHECK(render::json_string("\x7f\u009b\u202e") == "\"\\u007f\\u009b\\u202e\"");
    CHECK(render::json_string("M\xE4kinen") == "\"M\uFFFDkinen\"");
}

TEST_CASE("a character beyond four digits is told by two surrogates") {
    const auto json = render::json_string("\xF3\xA0\x81\xA7"); // a tag, as in the flag of England
    CHECK(json == "\"\\udb40\\udc67\"");
    CHECK(nlohmann::json::parse(json).get<std::string>() == "\xF3\xA0\x81\xA7");
    CHECK(nlohmann::json::parse(render::escape_controls("\"\xF3\xA0\x81\xA7 \xC2\x9B\"")).get<std::string>()
          == "\xF3\xA0\x81\xA7 \xC2\x9B");
}

TEST_CASE("random tables survive the way through JSON") {
    tests::Random random(12);
    for (int i = 0; i < 3000; ++i) {
        const auto table = tests::random_texts(random);
        const auto array = nlohmann::json::parse(tests::printed(table, Format::json));
        REQUIRE(array.size() == table.rows.size());
        std::istringstream lines(tests::printed(table, Format::ndjson));
        for (std::size_t r = 0; r < array.size(); ++r) {
            std::string line;
            std::getline(lines, line);
            REQUIRE(nlohmann::json::parse(line) == array[r]);
            REQUIRE(array[r].size() == table.columns.size());
            for (std::size_t c = 0; c < table.columns.size(); ++c)
                REQUIRE(array[r][table.columns[c].key] == tests::text_of(table.rows[r][c]));
        }
    }
}

TEST_CASE("a character that breaks off is told by one mark, however long its beginning") {
    CHECK(render::json_string("\xe2\x82") == "\"\ufffd\"");
    CHECK(render::json_string("\xe2\x82x") == "\"\ufffdx\"");
    CHECK(render::json_string("\xf0\x90\x80\xe2") == "\"\ufffd\ufffd\"");
    CHECK(render::json_string("\xed\xa0\x80") == "\"\ufffd\ufffd\ufffd\"");
    CHECK(render::json_string("\xc0\xaf") == "\"\ufffd\ufffd\"");
}

TEST_CASE("random bytes become JSON that parses and shows no control character") {
    tests::Random random(13);
    for (int i = 0; i < 5000; ++i) {
        const auto bytes = tests::random_bytes(random, 40);
        const auto literal = render::json_string(bytes);
        REQUIRE(text::visible(literal) == literal);
        // The library as it writes the same, but for the control characters that JSON allows.
        const auto theirs =
            nlohmann::json(bytes).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        REQUIRE(literal == render::escape_controls(theirs));
        const std::string back = nlohmann::json::parse(literal);
        REQUIRE((text::invalid_utf8_at(bytes) || back == bytes));
    }
}
