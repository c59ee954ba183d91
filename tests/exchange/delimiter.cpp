// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::detect_delimiter;

TEST_CASE("the delimiter is what parts all rows alike") {
    CHECK(detect_delimiter("a,b\n1,2\n") == ',');
    CHECK(detect_delimiter("a;b\n1;2\n") == ';');
    CHECK(detect_delimiter("a\tb\n1\t2\n") == '\t');
    CHECK(detect_delimiter("a|b\n1|2\n") == '|');
    CHECK(detect_delimiter("a;b") == ';');
    CHECK(detect_delimiter("a;b;") == ';');
}

TEST_CASE("decimal commas and prose do not count against the header") {
    CHECK(detect_delimiter("id;price\n1;12,50\n2;9,90\n") == ';');
    CHECK(detect_delimiter("id,text\n1,\"a; b; c\nd; e\"\n2,x;y\n") == ',');
    CHECK(detect_delimiter("a, b;c, d\n1;2\n3;4\n") == ';');
}

TEST_CASE("quotes hide what they hold") {
    CHECK(detect_delimiter("\"a,b\";c\n1;2\n") == ';');
    CHECK(detect_delimiter("\"a;b;c\",\"d;e\"\n1,2\n") == ',');
}

TEST_CASE("blanks behind quotes do not hide the delimiter") {
    CHECK(detect_delimiter("\"a\" ,\"b\"\n1,2\n") == ',');
    CHECK(detect_delimiter("\"a\";\"b\" \n") == ';');
    CHECK(detect_delimiter("\"a\" \"b\"\n") == std::nullopt);
}

TEST_CASE("what is not clear is not guessed") {
    CHECK(detect_delimiter("") == std::nullopt);
    CHECK(detect_delimiter("one\ntwo\n") == std::nullopt);
    CHECK(detect_delimiter("a,b;c\n") == std::nullopt);
    CHECK(detect_delimiter("a,b;c\n1,2;3\n") == std::nullopt);
}

TEST_CASE("lines before the header do not count") {
    const auto texts = [](const std::string& csv, std::size_t skipped) {
        return tests::csv_texts(csv, {.dialect = {.delimiter = ""}, .skip_lines = skipped});
    };
    CHECK(texts("Report, made, by, somebody\n\na;b\n1;2\n", 2) == "a|b / 1|2");
    CHECK(texts("a,b\r\nc;d\r\n1;2\r\n", 1) == "c|d / 1|2");
    CHECK(texts("a\n", 5).empty());
}

TEST_CASE("the end of the piece may cut a row") {
    CHECK(detect_delimiter("a;b;c\n1;2;3\n4;\"5") == ';');
}

TEST_CASE("the reader finds the delimiter, or says what to do") {
    std::istringstream in("a;b\n1;2\n");
    CHECK(exchange::CsvReader(in, "f.csv", {.dialect = {.delimiter = ""}}).dialect().delimiter == ";");
    CHECK(tests::csv_texts("one\ntwo\n", {.dialect = {.delimiter = ""}}) == "one / two");
    const auto tied = [] { tests::csv_rows("a,b;c\n", {.dialect = {.delimiter = ""}}); };
    CHECK(tests::fault_of<exchange::DataError>(tied) == "f.csv: unclear_delimiter");
}
