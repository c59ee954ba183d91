// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.hpp"

#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::CsvTable;

namespace {

struct Read {
    std::string header, rows, misfits, doubts, raw;
};

// Texts as csv_texts() has them, and "2:1 what" for what is told.
Read read(const std::string& csv, bool has_header = true, const exchange::CsvOptions& options = {}) {
    std::istringstream in(csv);
    CsvTable table(in, "f.csv", options, has_header);
    Read read;
    const auto add = [](std::string& to, std::string_view text, std::string_view between) {
        to += (to.empty() ? "" : std::string(between)) + std::string(text);
    };
    const auto told = [](const exchange::Place& place, std::string_view what) {
        return fmt::format("{}:{} {}", place.line, place.column, what);
    };
    const auto texts = [&](const exchange::CsvRow& row) {
        std::string line;
        for (const auto& field : row.fields)
            line += (&field == &row.fields.front() ? "" : "|") + field.text;
        return line;
    };
    read.header = texts(table.header());
    while (const auto next = table.next()) {
        for (const auto& doubt : next->row.doubts)
            add(read.doubts, told(doubt.place, doubt.message), "\n");
        if (!next->misfit.empty()) {
            add(read.misfits, told(next->row.place, next->misfit), "\n");
            continue;
        }
        add(read.rows, texts(next->row), " / ");
        add(read.raw, next->row.raw, "\n");
    }
    return read;
}

} // namespace

TEST_CASE("lines after the last row are skipped where that is asked for") {
    const std::string csv = "a,b\n1,2\n\n3,4\nSum\n \n\"of\nall\"\n\n";
    CHECK(read(csv, true, {.skip_last_lines = 2}).rows == "1|2 / 3|4");
    CHECK(read(csv, true, {.skip_last_lines = 2}).misfits.empty());
    CHECK(read(csv, true, {.skip_last_lines = 1}).rows == "1|2 / 3|4");
    CHECK(read(csv, true, {.skip_last_lines = 1}).misfits == "5:1 has 1 field, the header has 2");
    CHECK(read(csv, true, {.skip_last_lines = 3}).rows == "1|2");
    CHECK(read("1,2\n3,4\nSum\n", false, {.skip_last_lines = 1}).rows == "1|2 / 3|4");
    CHECK(tests::fault_of<exchange::DataError>([&] { read(csv, true, {.skip_last_lines = 5}); })
          == "f.csv: is empty; a header was expected");
}

TEST_CASE("rows of nothing but empty fields are no rows") {
    CHECK(read("a,b,c\n,,\n1,2,3\n\"\",\"\",\n  ,\t,\n4,,\n,,\n").rows == "1|2|3 / 4||");
    CHECK(read("a,b\n\u00a0,\u00a0\n1,2\n\u200b,\ufeff\u3000\n\"\n\",\n").rows == "1|2");
    const auto late = read(",,\n\na,b,c\n1,2,3\n");
    CHECK(late.header == "a|b|c");
    CHECK(late.rows == "1|2|3");
}

TEST_CASE("empty fields behind the last of the header are passed over and told once") {
    const auto all = read("a,b\n1,2,,\n3,4,,\n5,,,\n");
    CHECK(all.rows == "1|2 / 3|4 / 5|");
    CHECK(all.raw == "1,2\n3,4\n5,");
    CHECK(all.doubts == "2:5 2 fields more than the header has, passed over because nothing stands there");
    CHECK(all.misfits.empty());
}

TEST_CASE("a row that has another number of them is told for itself") {
    // It may be b = "2, 3" once, that lost its quotes, with an empty c.
    const auto one = read("a,b,c\n1,2,3\n1,2,3,\n");
    CHECK(one.rows == "1|2|3 / 1|2|3");
    CHECK(one.doubts == "3:7 1 field more than the header has, passed over because nothing stands there");
    CHECK(read("a,b\n1,2,\n1,2,,\n1,2,\n1,2,,\n").doubts.find("3:5 2 fields") != std::string::npos);
}

TEST_CASE("what is not empty there makes the row unfit and so does what is missing") {
    CHECK(read("a,b\n1,2,x\n1,2,,x\n1\n1,2\n").misfits
          == "2:1 has 3 fields, the header has 2\n"
             "3:1 has 4 fields, the header has 2\n"
             "4:1 has 1 field, the header has 2");
}

TEST_CASE("columns without a name at the end may be missing") {
    const auto rows = read("a,b,,\n1,2\n3,4,\n5\n");
    CHECK(rows.rows == "1|2|| / 3|4||");
    CHECK(rows.raw == "1,2,,\n3,4,,");
    CHECK(rows.misfits == "4:1 has 1 field, the header has 4");
}

TEST_CASE("the header once more is no row") {
    CHECK(read("a,b\n1,2\na,b\n3,4\n").misfits
          == "3:1 is the header once more; take the line out, and see whether another table begins here");
}

TEST_CASE("without a header columns are called by their numbers") {
    const auto rows = read("x,y\n1,2\n1\n", false);
    CHECK(rows.header == "1|2");
    CHECK(rows.rows == "x|y / 1|2");
    CHECK(rows.misfits == "3:1 has 1 field, the first row has 2");
    const auto empty = [] { read("\n", false); };
    CHECK(tests::fault_of<exchange::DataError>(empty) == "f.csv: is empty; rows were expected");
}
