// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lines.hpp"

#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <random>

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::DataError;

namespace {

std::string fault_in(const std::string& csv, const std::string& encoding = "") {
    return tests::fault_of<DataError>([&] { tests::csv_rows(csv, {.encoding = encoding}); });
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    exchange::Lines lines(in, "f.csv", "");
    std::vector<std::string> found;
    while (const auto line = lines.next()) {
        found.emplace_back(*line);
        CHECK(lines.number() == found.size());
    }
    return found;
}

} // namespace

TEST_CASE("a line keeps its end and only the last may lack it") {
    using Lines = std::vector<std::string>;
    CHECK(lines_of("") == Lines{});
    CHECK(lines_of("a\nb\r\n\nc") == Lines{"a\n", "b\r\n", "\n", "c"});
    CHECK(lines_of("a\rb\r\rc") == Lines{"a\r", "b\r", "\r", "c"});
    // Where the first line ends in LF a CR alone is part of its line.
    CHECK(lines_of("a\nb\rc\n") == Lines{"a\n", "b\rc\n"});
    // An end within quotes is not that of the first line.
    CHECK(lines_of("\"a\rb\"\nc\n") == Lines{"\"a\rb\"\n", "c\n"});
}

TEST_CASE("the mark with which DOS ends a file is no line") {
    using Lines = std::vector<std::string>;
    CHECK(lines_of("a\r\n\x1A") == Lines{"a\r\n"});
    CHECK(lines_of("a\r\nb\x1A") == Lines{"a\r\n", "b"});
    CHECK(lines_of("\x1A") == Lines{});
    CHECK(lines_of("a\x1A\n\x1A\n") == Lines{"a\x1A\n", "\x1A\n"});
}

TEST_CASE("random lines are those that were written however many there are") {
    std::mt19937 random(17);
    const auto pick = [&](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    for (int round = 0; round < 20; ++round) {
        std::vector<std::string> written;
        std::string text;
        // Lines of all lengths, over the edges of the buffer as well.
        for (int i = 0; i < 40; ++i) {
            std::string line;
            for (int n = pick(4) == 0 ? pick(9000) : pick(40); n > 0; --n)
                line += pick(5) == 0 ? "ä" : "x";
            written.push_back(line + (pick(2) == 0 ? "\n" : "\r\n"));
            text += written.back();
        }
        CHECK(lines_of(text) == written);
    }
}

TEST_CASE("what comes next can be looked at and is read all the same") {
    std::istringstream in("one\ntwo\n");
    exchange::Lines lines(in, "f.csv", "");
    CHECK(lines.ahead() == "one\ntwo\n");
    CHECK(lines.next() == "one\n");
    CHECK(lines.ahead() == "two\n");
    CHECK(lines.next() == "two\n");
    CHECK(lines.next() == std::nullopt);
    CHECK(lines.ahead().empty());
}

TEST_CASE("bytes that are not UTF-8 are told with their place and what they may be") {
    CHECK(fault_in("a,b\nÄ,\xE4\n")
          == "f.csv:2:3: not_utf8: encodings ISO-8859-1, ISO-8859-2 or windows-1250");
    CHECK(fault_in("a,b\n\"x\n\x9C\xBF\",2\n")
          == "f.csv:3:1: not_utf8: encodings windows-1252 or windows-1250");
    // Overlong forms and surrogates are not UTF-8 either.
    CHECK(fault_in("a\xC0\xAF\n").starts_with("f.csv:1:2: not_utf8"));
    CHECK(fault_in("\xED\xA0\x80\n").starts_with("f.csv:1:1: not_utf8"));
    CHECK(fault_in("ab\xC3").starts_with("f.csv:1:3: not_utf8"));
}

TEST_CASE("bytes that are not in the encoding given are told as well") {
    CHECK(fault_in("a,b\n1,\x81\n", "windows-1252") == "f.csv:2:3: not_in_encoding: encoding windows-1252");
    CHECK(fault_in("a,b\n1,\xE4", "SHIFT_JIS") == "f.csv:2:3: not_in_encoding: encoding SHIFT_JIS");
}

TEST_CASE("rows before the bad bytes are read") {
    std::istringstream in("a,b\n1,2\n\xE4,3\n");
    exchange::CsvReader reader(in, "f.csv", {});
    CHECK(reader.next()->raw == "a,b");
    CHECK(reader.next()->raw == "1,2");
    CHECK_THROWS_AS(reader.next(), DataError);
}
