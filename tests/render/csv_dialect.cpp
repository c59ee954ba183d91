// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/csv_dialect.hpp"

#include "render/tables.hpp"

#include <regex>

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::guarded;
using render::unguarded;

namespace {

std::string printed(const render::Table& table, std::string_view dialect) {
    render::WriterOptions options;
    options.format = render::Format::csv;
    options.csv = *render::csv_dialect_named(dialect);
    return tests::printed(table, options);
}

} // namespace

TEST_CASE("a spreadsheet gets a BOM, CRLF, and the separator and the decimal mark of its language") {
    CHECK(printed(tests::every_kind(), "excel-fi")
          == "\uFEFFnone;text;number;flag;instant;date;share;amount;length\r\n"
             ";Kiuas;7;true;2026-11-21T12:00:00Z;2026-11-21;0,9167;49,90;125\r\n");
    CHECK(printed(tests::every_kind(), "excel-pl") == printed(tests::every_kind(), "excel-fi"));
    CHECK(printed(tests::every_kind(), "excel")
          == "\uFEFFnone,text,number,flag,instant,date,share,amount,length\r\n"
             ",Kiuas,7,true,2026-11-21T12:00:00Z,2026-11-21,0.9167,49.90,125\r\n");
    CHECK(render::csv_dialect_named("excel-se") == nullptr);
}

TEST_CASE("text that looks like a formula is guarded, and a number is a number") {
    render::Table table;
    table.columns = {tests::column("text"), tests::column("number"), tests::column("amount")};
    table.rows = {{render::Value{"-5"}, render::Value{std::int64_t{-5}}, render::Value{render::Amount{-505}}},
                  {render::Value{"a;b,c"}, render::Value{}, render::Value{}}};
    CHECK(printed(table, "excel-fi") == "\uFEFFtext;number;amount\r\n'-5;-5;-5,05\r\n\"a;b,c\";;\r\n");
    CHECK(tests::printed(table, render::Format::csv) == "text,number,amount\n-5,-5,-5.05\n\"a;b,c\",,\n");
}

TEST_CASE("a guard comes off again, whatever the text was") {
    CHECK(guarded("=1") == "'=1");
    CHECK(guarded("'=1") == "''=1");
    CHECK(guarded("'a") == "'a");
    CHECK(unguarded("'a") == "'a");
    CHECK(unguarded("=1") == "=1");
    const std::regex pattern("'*[=+@\t\r\n-][^]*");
    tests::Random random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = tests::random_text(random, 3);
        if (i % 3 == 0) text.insert(0, std::string(i % 4, '\''));
        const auto shown = guarded(text);
        REQUIRE(shown == (std::regex_match(text, pattern) ? "'" + text : text));
        REQUIRE(unguarded(shown) == text);
        REQUIRE_FALSE((!shown.empty() && std::string("=+@\t\r\n-").find(shown.front()) != std::string::npos));
    }
}
