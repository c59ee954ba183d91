// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/dialect.hpp"

#include "complaint/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace reklamaatio;
using namespace std::string_literals;
using complaint::BadValue;
using exchange::Dialect;

namespace {

std::string fault_of(const Dialect& dialect) {
    return tests::fault_of<BadValue>([&] { exchange::check(dialect); });
}

} // namespace

TEST_CASE("a delimiter is what people write for it") {
    CHECK(exchange::read_delimiter(";") == ";");
    CHECK(exchange::read_delimiter("||") == "||");
    CHECK(exchange::read_delimiter("tab") == "\t");
    CHECK(exchange::read_delimiter("\\t") == "\t");
    CHECK(exchange::read_delimiter("\t") == "\t");
    CHECK(exchange::read_delimiter("§") == "§");
    for (const std::string bad : {"", "\n", ";\r", "123456789", "\xE4"})
        CHECK_THROWS_AS(exchange::read_delimiter(bad), BadValue);
    CHECK_THROWS_AS(exchange::read_delimiter(std::string(1, '\0')), BadValue);
}

TEST_CASE("quote and escape are one character or none") {
    CHECK(exchange::read_quote("'") == '\'');
    CHECK(exchange::read_quote("") == '\0');
    CHECK(exchange::read_escape("\\") == '\\');
    for (const std::string& bad : {"''"s, "\n"s, "\r"s, "\0"s, "»"s, "\xBB"s}) {
        CHECK_THROWS_AS(exchange::read_quote(bad), BadValue);
        CHECK_THROWS_AS(exchange::read_escape(bad), BadValue);
    }
}

TEST_CASE("no character has two meanings") {
    CHECK(fault_of({}).empty());
    CHECK(fault_of({.delimiter = "", .quote = '\0', .escape = '\\'}).empty());
    CHECK(fault_of({.delimiter = ";\"", .quote = '"'})
          == "'\"' cannot both separate fields and quote or escape in them");
    CHECK(fault_of({.delimiter = "\\", .escape = '\\'})
          == "'\\' cannot both separate fields and quote or escape in them");
    CHECK(fault_of({.quote = '"', .escape = '"'}).starts_with("the escape is the quote; leave it out"));
}

TEST_CASE("a text becomes a field that is read as that text") {
    CHECK(exchange::as_field("a b", {}) == "a b");
    CHECK(exchange::as_field("a, \"b\"", {}) == "\"a, \"\"b\"\"\"");
    CHECK(exchange::as_field("a, \"b\"", {.delimiter = ";", .quote = '\''}) == "a, \"b\"");
    CHECK(exchange::as_field("it's; so", {.delimiter = "; ", .quote = '\''}) == "'it''s; so'");
    CHECK(exchange::as_field("C:\\x", {.escape = '\\'}) == "\"C:\\\\x\"");
    for (const auto* text : {"two\nlines", "two\rlines"})
        CHECK(exchange::as_field(text, {}) == fmt::format("\"{}\"", text));
    CHECK(exchange::as_field("a, b", {.quote = '\0'}) == "a  b");
}
