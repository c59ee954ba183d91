// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::CsvOptions;
using exchange::DataError;
using tests::csv_places;
using tests::csv_texts;

namespace {

std::string fault_in(const std::string& csv, const CsvOptions& options = {}) {
    return tests::fault_of<DataError>([&] { tests::csv_rows(csv, options); });
}

} // namespace

TEST_CASE("rows and fields are those of RFC 4180") {
    CHECK(csv_texts("a,b\n1,2\n") == "a|b / 1|2");
    CHECK(csv_texts("a,b\r\n1,2\r\n") == "a|b / 1|2");
    CHECK(csv_texts("a,b\n1,2") == "a|b / 1|2");
    CHECK(csv_texts("a,b\n1,\"2\"") == "a|b / 1|2");
    CHECK(csv_texts("a,b\n1,") == "a|b / 1|");
    CHECK(csv_texts("\"a \"\"b\"\", c\",\"\"\n") == "a \"b\", c|");
    CHECK(csv_texts("a;b,c\n", {.dialect = {.delimiter = ";"}}) == "a|b,c");
    CHECK(csv_texts("") == "");
}

TEST_CASE("blanks belong to their field") {
    CHECK(csv_texts(" a ,\tb\t,  \n") == " a |\tb\t|  ");
    CHECK(csv_texts("\" a \",x\n") == " a |x");
}

TEST_CASE("empty lines are no rows, one empty field in quotes is one") {
    CHECK(csv_texts("\n\na,b\n\r\n\n1,2\n\n\n") == "a|b / 1|2");
    CHECK(tests::csv_rows("a\n\"\"\nb\n").size() == 3);
}

TEST_CASE("line ends inside quotes stay as they are") {
    CHECK(csv_texts("\"a\r\nb\nc\rd\",e\r\n") == "a\r\nb\nc\rd|e");
}

TEST_CASE("a file of an old Mac has carriage returns alone") {
    CHECK(csv_texts("a,b\r1,\"2\r3\"\r4,5") == "a|b / 1|2\r3 / 4|5");
    CHECK(csv_places("a,b\r1,\"2\r3\"\r4,5") == "1:1 1:3 / 2:1 2:3 / 4:1 4:3");
}

TEST_CASE("places are physical lines and characters") {
    CHECK(csv_places("a,b\n1,2\n") == "1:1 1:3 / 2:1 2:3");
    CHECK(csv_places("a,b\r\n\r\n1,2\r\n") == "1:1 1:3 / 3:1 3:3");
    CHECK(csv_places("ä,\"€🇫🇮\",c\n") == "1:1 1:3 1:9");
    CHECK(csv_places("a,\"b\nc\r\n\",d,e\nf\n") == "1:1 1:3 3:3 3:5 / 4:1");
    CHECK(csv_places("\xEF\xBB\xBF\"a\",b\n") == "1:1 1:5");
    CHECK(csv_places("stray\n\n a,b\n1,2", {.skip_lines = 2}) == "3:1 3:4 / 4:1 4:3");
    CHECK(csv_places("a,,\n") == "1:1 1:3 1:4");
}

TEST_CASE("a row is kept as it stands, and every field knows where it begins there") {
    const auto rows = tests::csv_rows("x\r\n\r\n\"a\r\n\"\"b\"\"\", c ,\"\"\r\nlast,1");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].raw == "\"a\r\n\"\"b\"\"\", c ,\"\"");
    CHECK(rows[1].place.line == 3);
    CHECK(rows[1].fields[1].offset == 11);
    CHECK(rows[1].raw.substr(rows[1].fields[2].offset) == "\"\"");
    CHECK(rows[2].raw == "last,1");
    CHECK(rows[2].fields[1].offset == 5);
}

TEST_CASE("malformed quotes are told with their place") {
    CHECK(fault_in("a,b\nä, \"2\"\n")
          == "f.csv:2:4: a quote after blanks; remove the blanks, or put the field in quotes and write the "
             "quote twice");
    CHECK(fault_in("a,b\n1, \t\"2, 3\"\n").starts_with("f.csv:2:5: a quote after blanks"));
    CHECK(fault_in("a,b\n\"x\ny\"z,2\n")
          == "f.csv:3:3: text after the closing quote of the field that begins at 2:1; a quote inside "
             "quotes is "
             "written twice");
    CHECK(fault_in("a,b\n1,\"2\" \n")
          == "f.csv:2:6: blanks after the closing quote of the field that begins at 2:3; remove them");
    CHECK(fault_in("\"a\" \t,b\n").starts_with("f.csv:1:4: blanks after the closing quote"));
    CHECK(fault_in("\"a\" b,c\n").starts_with("f.csv:1:4: text after the closing quote"));
}

TEST_CASE("a quote in a field that does not begin with one stands for itself") {
    CHECK(csv_texts("a,b\n1,2\"3\n37°36'37.8\"N,\"x\"\n") == "a|b / 1|2\"3 / 37°36'37.8\"N|x");
    CHECK(csv_places("5\" pipe,6\"\"x\"\",7\n") == "1:1 1:9 1:16");
    CHECK(csv_texts("a,5\"") == "a|5\"");
    CHECK(csv_texts("5\"\r\n6\",\r\n") == "5\" / 6\"|");
}

TEST_CASE("a quote that is never closed is told where it opens") {
    CHECK(fault_in("a,b\n1,2\n3,\"4\n5,6\n7,8\n") == "f.csv:3:3: the quote that opens here is never closed");
    CHECK(fault_in("\"") == "f.csv:1:1: the quote that opens here is never closed");
    CHECK(fault_in("a,\"b\"\"") == "f.csv:1:3: the quote that opens here is never closed");
}

TEST_CASE("line ends that stand alone are not guessed at") {
    CHECK(fault_in("a,b\n1,2\r3,4\n")
          == "f.csv:2:4: a carriage return or a line feed alone in a field; put the field in quotes");
    // What a text-mode file of Windows becomes when it is translated twice.
    CHECK(csv_texts("a,b\r\r\n1,2\r\r\n") == "a|b / 1|2");
}

TEST_CASE("NUL is refused") {
    CHECK(fault_in(std::string("a,b\n1,ä\0\n", 10)) == "f.csv:2:4: nul_byte");
}

TEST_CASE("control characters are kept") {
    CHECK(csv_texts("\x1b[2J,\x07\x7f\n") == "\x1b[2J|\x07\x7f");
}

TEST_CASE("lines longer than the buffer are whole") {
    const std::string pad(200'000, 'x');
    CHECK(csv_texts(pad + "," + pad + "\n\"" + pad + "\n\",1\n") == pad + "|" + pad + " / " + pad + "\n|1");
    // A character, a CRLF and a doubled quote each fall across the edge of the buffer somewhere.
    std::string csv;
    std::string expected;
    for (int i = 0; i < 20'000; ++i) {
        csv += std::string(static_cast<std::size_t>(i % 7), 'x') + "€,\"\"\"q\r\n\"\r\n";
        expected += (i == 0 ? "" : " / ") + std::string(static_cast<std::size_t>(i % 7), 'x') + "€|\"q\r\n";
    }
    CHECK((csv_texts(csv) == expected));
}

TEST_CASE("a row has a largest size") {
    std::string csv = "a,b\n1,\"";
    while (csv.size() < 17 * 1024 * 1024)
        csv += std::string(10'000, 'x') + '\n';
    CHECK(fault_in(csv).starts_with("f.csv:2:3: the field that begins here has more than 16 MiB"));
    CHECK(
        fault_in(std::string(17 * 1024 * 1024, 'x')).starts_with("f.csv:1: the line is longer than 16 MiB"));
}

TEST_CASE("a stream that cannot be read is no empty file") {
    std::ifstream folder("/");
    const auto read = [&] { exchange::CsvReader(folder, "folder", {}).next(); };
    CHECK(tests::fault_of<DataError>(read) == "folder: cannot be read");
}

TEST_CASE("the first line may say the delimiter as Excel does") {
    const CsvOptions found{.dialect = {.delimiter = ""}};
    CHECK(csv_texts("sep=;\r\na;b,c\r\n", found) == "a|b,c");
    CHECK(csv_texts("\xEF\xBB\xBFsep=|\na|b,c\n", found) == "a|b,c");
    CHECK(csv_texts("\"sep=;\"\na;b,c\n", found) == "a|b,c");
    CHECK(csv_texts("SEP=\t\na\tb,c\n", found) == "a|b,c");
    // Saved by Excel once more.
    CHECK(csv_texts("sep=,,,\na,b,c\n", found) == "a|b|c");
    CHECK(csv_places("sep=;\na;b\n", found) == "2:1 2:3");
    // It is passed over where the delimiter is given, and is one of the lines that are skipped.
    CHECK(csv_texts("sep=;\na,b;c\n") == "a|b;c");
    CHECK(csv_texts("sep=;\na;b,c\n", {.dialect = {.delimiter = ""}, .skip_lines = 1}) == "a|b,c");
    CHECK(csv_texts("sep=;\nx\na;b,c\n", {.dialect = {.delimiter = ""}, .skip_lines = 2}) == "a|b,c");
}

TEST_CASE("a first line that only begins so is a row") {
    CHECK(csv_texts("sep=,sep=x\n1,2\n") == "sep=|sep=x / 1|2");
    CHECK(csv_texts("sep=a\n1\n") == "sep=a / 1");
    CHECK(csv_texts("sep=\n1\n") == "sep= / 1");
    CHECK(csv_texts("a,b\nsep=;\n") == "a|b / sep=;");
}
