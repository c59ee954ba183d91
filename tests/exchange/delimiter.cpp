// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::detect_delimiter;

TEST_CASE("the delimiter is what parts all rows alike") {
    CHECK(detect_delimiter("a,b\n1,2\n", 0) == ',');
    CHECK(detect_delimiter("a;b\n1;2\n", 0) == ';');
    CHECK(detect_delimiter("a\tb\n1\t2\n", 0) == '\t');
    CHECK(detect_delimiter("a|b\n1|2\n", 0) == '|');
    CHECK(detect_delimiter("a;b", 0) == ';');
    CHECK(detect_delimiter("a;b;", 0) == ';');
}

TEST_CASE("decimal commas and prose do not count against the header") {
    CHECK(detect_delimiter("id;price\n1;12,50\n2;9,90\n", 0) == ';');
    CHECK(detect_delimiter("id,text\n1,\"a; b; c\nd; e\"\n2,x;y\n", 0) == ',');
    CHECK(detect_delimiter("a, b;c, d\n1;2\n3;4\n", 0) == ';');
}

TEST_CASE("quotes hide what they hold") {
    CHECK(detect_delimiter("\"a,b\";c\n1;2\n", 0) == ';');
    CHECK(detect_delimiter("\"a;b;c\",\"d;e\"\n1,2\n", 0) == ',');
}

TEST_CASE("what is not clear is not guessed") {
    CHECK(detect_delimiter("", 0) == std::nullopt);
    CHECK(detect_delimiter("one\ntwo\n", 0) == std::nullopt);
    CHECK(detect_delimiter("a,b;c\n", 0) == std::nullopt);
    CHECK(detect_delimiter("a,b;c\n1,2;3\n", 0) == std::nullopt);
}

TEST_CASE("lines before the header do not count") {
    CHECK(detect_delimiter("Report, made, by, somebody\n\na;b\n1;2\n", 2) == ';');
    CHECK(detect_delimiter("a,b\r\nc;d\r\n1;2\r\n", 1) == ';');
    CHECK(detect_delimiter("a\n", 5) == std::nullopt);
}

TEST_CASE("the end of the piece may cut a row") {
    CHECK(detect_delimiter("a;b;c\n1;2;3\n4;\"5", 0) == ';');
}

TEST_CASE("the reader finds the delimiter, or says what to do") {
    std::istringstream in("a;b\n1;2\n");
    CHECK(exchange::CsvReader(in, "f.csv", {.delimiter = '\0'}).delimiter() == ';');
    CHECK(tests::csv_texts("one\ntwo\n", {.delimiter = '\0'}) == "one / two");
    const auto tied = [] { tests::csv_rows("a,b;c\n", {.delimiter = '\0'}); };
    CHECK(tests::fault_of<exchange::DataError>(tied) == "f.csv: unclear_delimiter");
}
