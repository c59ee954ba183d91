// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/scanner.hpp"

#include "exchange/error.hpp"
#include "exchange/readers.hpp"
#include "text/random_text.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::DataError;
using exchange::Dialect;
using tests::csv_places;
using tests::csv_texts;

namespace {

std::string texts(const std::string& csv, const Dialect& dialect) {
    return csv_texts(csv, {.dialect = dialect});
}

std::string fault_in(const std::string& csv, const Dialect& dialect = {}) {
    return tests::fault_of<DataError>([&] { tests::csv_rows(csv, {.dialect = dialect}); });
}

// "1:2 2:3": where there are doubts.
std::string doubts_in(const std::string& csv, const Dialect& dialect = {}) {
    std::string places;
    for (const auto& row : tests::csv_rows(csv, {.dialect = dialect}))
        for (const auto& doubt : row.doubts)
            places += fmt::format("{}{}:{}", places.empty() ? "" : " ", doubt.place.line, doubt.place.column);
    return places;
}

const Dialect k_bars{.delimiter = "||"};
const Dialect k_apostrophes{.delimiter = ";", .quote = '\''};
const Dialect k_unquoted{.delimiter = ",", .quote = '\0'};
const Dialect k_backslash{.delimiter = ",", .quote = '"', .escape = '\\'};

} // namespace

TEST_CASE("several characters may separate fields") {
    CHECK(texts("a||b|c||\n\"x||y\"||z||\"\"\n", k_bars) == "a|b|c| / x||y|z|");
    CHECK(csv_places("a||\"b\"||c\n", {.dialect = k_bars}) == "1:1 1:4 1:9");
    CHECK(texts("a|||b\n", k_bars) == "a||b");
    CHECK(texts("1§ä§3\n", {.delimiter = "§"}) == "1|ä|3");
    CHECK(csv_places("1§ä§3\n", {.dialect = {.delimiter = "§"}}) == "1:1 1:3 1:5");
}

TEST_CASE("other characters may quote, or none") {
    CHECK(texts("'a;''b';\"c\";it's\n", k_apostrophes) == "a;'b|\"c\"|it's");
    CHECK(texts("\"a,b\",5\" pipe,6\" pipe\n", k_unquoted) == "\"a|b\"|5\" pipe|6\" pipe");
    CHECK(fault_in("\"a\n", k_unquoted).empty());
    CHECK(fault_in("'a;b\n1;2\n", k_apostrophes) == "f.csv:1:1: the quote that opens here is never closed");
}

TEST_CASE("an escape makes text of what would mean something") {
    CHECK(texts(R"("a \"b\", c",d\,e,\\,"x\\")"
                "\n",
                k_backslash)
          == R"(a "b", c|d,e|\|x\)");
    CHECK(texts("a\\\nb,c\n\"d\\\r\ne\",f\n", k_backslash) == "a\nb|c / d\r\ne|f");
    CHECK(csv_places("a\\\nbb,c\\\\,d\n", {.dialect = k_backslash}) == "1:1 2:4 2:8");
    // A doubled quote is one all the same.
    CHECK(texts("\"a \"\"b\"\"\",c\n", k_backslash) == "a \"b\"|c");
    // Before anything else, and at the end of the file, it stands for itself.
    CHECK(texts("C:\\temp,\\N,\"x\\y\",\\", k_backslash) == "C:\\temp|\\N|x\\y|\\");
    CHECK(fault_in("\"a\\\",b\n", k_backslash) == "f.csv:1:1: the quote that opens here is never closed");
}

TEST_CASE("where nothing quotes a backslash writes line ends and tabs") {
    const Dialect database{.delimiter = "\t", .quote = '\0', .escape = '\\'};
    CHECK(texts("a\\nb\\tc\\rd\\\\n\t\\N\t\\x\\\te\n", database) == "a\nb\tc\rd\\n|\\N|\\x\te");
    CHECK(texts("a\\\nb\tc\n", database) == "a\nb|c");
}

TEST_CASE("without an escape a backslash is text") {
    CHECK(csv_texts("a\\,\"b\\\",c\n") == "a\\|b\\|c");
}

TEST_CASE("a single quote in a field is taken and doubted") {
    CHECK(csv_texts("a,5\" pipe,b\n") == "a|5\" pipe|b");
    CHECK(doubts_in("a,5\" pipe,b\nä,x\"\"\",\n") == "1:4 2:6");
    CHECK(doubts_in("a\\\"b,c\"\n", k_backslash) == "1:7");
    // Two in one field belong together, and quotes that are escaped or mean nothing are no quotes.
    CHECK(doubts_in("37°36'37.8\"N 121°2'17.9\"W,the \"good\" one\n").empty());
    CHECK(doubts_in("5\\\" pipe\n", k_backslash).empty());
    CHECK(doubts_in("5\" pipe\n", k_unquoted).empty());
}

TEST_CASE("apostrophes around a field are taken and doubted where they do not quote") {
    CHECK(csv_texts("a,'b c',d\n") == "a|'b c'|d");
    CHECK(doubts_in("'a',it's,\"'b'\",','\n") == "1:1");
    CHECK(doubts_in("'a';b\n", k_apostrophes).empty());
}

TEST_CASE("quotes that may be partners across fields are a fault of their row alone") {
    const auto faults_of_rows = [](const std::string& csv) {
        std::string faults;
        for (const auto& row : tests::csv_rows(csv))
            faults += row.fault ? fmt::format("{}:{} {} / ", row.fault->place.line, row.fault->place.column,
                                              row.fault->message.substr(0, 53))
                                : "none / ";
        return faults;
    };
    // What was x, "a, b" once.
    CHECK(faults_of_rows("k,v,w\n1,x \"a, b\",2\n1,2,3\n")
          == "none / 2:10 a quote that may be the partner of the one at 2:5, in / none / ");
    CHECK(faults_of_rows("a\"b,\"c,d\",e\"f\n")
          == "1:12 a quote that may be the partner of the one at 1:2, in / ");
    CHECK(doubts_in("1,5\" pipe,3\" pipe\n").empty());
    // In different rows they are doubted one by one.
    CHECK(doubts_in("a\"b,c\nd\"e,f\n") == "1:2 2:2");
    CHECK(fault_in("a\"b;c\"d\n", k_apostrophes).empty());
}

TEST_CASE("line ends alone are refused outside of quotes only") {
    CHECK(fault_in("a\rb,c\n\n", k_backslash).empty()); // lines of an old Mac
    CHECK(fault_in("x\na\rb,c\n", k_backslash)
              .starts_with("f.csv:2:2: a carriage return or a line feed alone"));
    CHECK(csv_texts("x\n\"a\rb\",c\n") == "x / a\rb|c");
}

TEST_CASE("a table of random text comes back in any dialect") {
    tests::Random random{7};
    const std::vector<std::string> delimiters{",", ";", "\t", "|", "||", "::", "§", "¤;"};
    const std::vector<std::string> line_ends{"\n", "\r\n"};
    for (int round = 0; round < 3000; ++round) {
        Dialect dialect{.delimiter = delimiters[tests::below(random, delimiters.size())],
                        .quote = tests::below(random, 2) == 0 ? '"' : '\''};
        if (tests::below(random, 2) == 0) dialect.escape = '\\';
        const auto& line_end = line_ends[tests::below(random, line_ends.size())];
        std::vector<std::vector<std::string>> table(1 + tests::below(random, 4));
        std::string csv = tests::below(random, 2) == 0 ? "\xEF\xBB\xBF" : "";
        for (auto& row : table) {
            row.resize(1 + tests::below(random, 4));
            for (auto& text : row) {
                text = tests::random_text(random, 6);
                if (&text != &row.front()) csv += dialect.delimiter;
                csv += dialect.quote;
                for (const char c : text) {
                    const bool escaped =
                        dialect.escape != '\0' && (c == dialect.escape || c == dialect.quote);
                    if (escaped) csv += dialect.escape;
                    if (!escaped && c == dialect.quote) csv += c;
                    csv += c;
                }
                csv += dialect.quote;
            }
            csv += line_end;
        }
        const auto rows = tests::csv_rows(csv, {.dialect = dialect});
        REQUIRE(rows.size() == table.size());
        for (std::size_t r = 0; r < rows.size(); ++r) {
            REQUIRE(rows[r].fields.size() == table[r].size());
            for (std::size_t f = 0; f < table[r].size(); ++f)
                REQUIRE(rows[r].fields[f].text == table[r][f]);
        }
    }
}
