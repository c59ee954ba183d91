// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/reject_writer.hpp"

#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::Profile;

namespace {

std::string rejects_of(const std::string& csv, const Profile& profile = {}) {
    tests::Opened opened(csv, profile);
    std::ostringstream out;
    exchange::RejectWriter writer(out, opened.reader);
    for (const auto& row : opened.rows())
        writer.row(row);
    return out.str();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("rejected rows stay as they are, with the verdict behind them") {
    CHECK(rejects_of("received_at,text,csat\r\n"
                     "2026-11-21,good,5\r\n"
                     "2026-11-21,\"a \"\"b\"\"\r\nc\",6\r\n"
                     "2026-11-21\r\n")
          == "received_at,text,csat,_line,_column,_field,_error\n"
             "2026-11-21,\"a \"\"b\"\"\r\nc\",6,4,4,csat,'6' is not a whole number from 1 to 5\n"
             "2026-11-21,5,1,,\"has 1 field, the header has 3\"\n");
}

TEST_CASE("the verdict names every fault") {
    CHECK(
        rejects_of("received_at;subject;csat\nnever;x;6\n").find(";2;1;received_at;\"'never' is not a time; ")
        != std::string::npos);
    CHECK(rejects_of("received_at;subject;csat\nnever;x;6\n")
              .ends_with("; csat: '6' is not a whole number from 1 to 5\"\n"));
}

TEST_CASE("the mended file is imported as it is") {
    const auto rejects = rejects_of("received_at,text,csat\n2026-11-21,x,6\n");
    CHECK(tests::faults_in(rejects) == "2:14 csat: '6' is not a whole number from 1 to 5");
    const auto mended = replaced(rejects, "x,6", "x,5");
    CHECK(tests::faults_in(mended).empty());
    CHECK(tests::Opened(mended).reader.unused_columns().empty());
}

TEST_CASE("a file of rejects that is rejected again has one verdict") {
    const auto once =
        rejects_of("received_at,text,csat\n2026-11-21,\"x,\ny\",6\n2026-11-21,x,7\n2026-11-21\n");
    const auto twice = rejects_of(once);
    CHECK(twice
          == "received_at,text,csat,_line,_column,_field,_error\n"
             "2026-11-21,\"x,\ny\",6,3,4,csat,'6' is not a whole number from 1 to 5\n"
             "2026-11-21,x,7,4,14,csat,'7' is not a whole number from 1 to 5\n"
             "2026-11-21,5,1,,\"has 5 fields, the header has 7\"\n");
}

TEST_CASE("columns moved by a spreadsheet are found") {
    CHECK(rejects_of("_error,received_at,_line,text,csat,_column,_field\nold,2026-11-21,2,x,6,1,csat\n")
          == "received_at,text,csat,_line,_column,_field,_error\n"
             "2026-11-21,x,6,2,20,csat,'6' is not a whole number from 1 to 5\n");
}

TEST_CASE("the same profile reads the rejects") {
    const auto profile = exchange::read_profile("skip_lines = 2\nencoding = \"iso-8859-1\"\n", "p.toml");
    const auto rejects =
        rejects_of("made by\r\nsomebody\r\nreceived_at;text;csat\r\n2026-11-21;\xE4;6\r\n", profile);
    CHECK(rejects
          == "\xEF\xBB\xBFmade by\nsomebody\nreceived_at;text;csat;_line;_column;_field;_error\n"
             "2026-11-21;ä;6;4;14;csat;'6' is not a whole number from 1 to 5\n");
    auto rows = tests::Opened(replaced(rejects, ";6;", ";5;"), profile).rows();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].faults.empty());
    CHECK(rows[0].draft.complaint.text == "ä");
}

TEST_CASE("the first line of Excel stands in the rejects as well") {
    CHECK(rejects_of("\xEF\xBB\xBFsep=;\r\nreceived_at;text;csat\r\n2026-11-21;x,y;6\r\n")
          == "sep=;\nreceived_at;text;csat;_line;_column;_field;_error\n"
             "2026-11-21;x,y;6;3;16;csat;'6' is not a whole number from 1 to 5\n");
}

TEST_CASE("a row with too many empty fields has its verdict where the header has it") {
    const auto rejects = rejects_of("received_at,text,csat\n2026-11-21,x,6,,\n");
    CHECK(rejects.ends_with("\n2026-11-21,x,6,2,14,csat,'6' is not a whole number from 1 to 5\n"));
    CHECK(tests::faults_in(replaced(rejects, "x,6", "x,5")).empty());
}

TEST_CASE("a file without faults has no rejects but the header") {
    CHECK(rejects_of("received_at,text\n2026-11-21,x\n") == "received_at,text,_line,_column,_field,_error\n");
}

TEST_CASE("the verdict is written as the file is") {
    const auto in = [](const std::string& dialect, const std::string& csv) {
        const auto profile = tests::profile(dialect + "[columns]\nreceived_at = 1\nsubject = 2\ncsat = 3\n");
        const auto rejects = rejects_of(csv, profile);
        CHECK(tests::faults_in(rejects, profile).find("'6' is not a whole number") != std::string::npos);
        return rejects;
    };
    CHECK(in("delimiter = \"||\"\n", "at||what||csat\n2026-11-21||a|b||6\n")
          == "at||what||csat||_line||_column||_field||_error\n"
             "2026-11-21||a|b||6||2||18||csat||'6' is not a whole number from 1 to 5\n");
    CHECK(in("quote = \"'\"\n", "at,what,csat\n2026-11-21,'x,y',6\n")
              .ends_with(",csat,'''6'' is not a whole number from 1 to 5'\n"));
}

TEST_CASE("the mended rejects of a file without a header are imported as they are") {
    const std::string columns =
        "header = false\nkeep_other = true\n[columns]\nref = 1\nreceived_at = 2\nsubject = 3\n";
    const auto profile = tests::profile(columns);
    const auto rejects = rejects_of("1;bad;x\n2;2026-11-01;y\n3;bad, worse;z\n4;2026-11-01\n", profile);
    CHECK(rejects.starts_with("1;2;3;_line;_column;_field;_error\n1;bad;x;1;3;received_at;"));
    CHECK(rejects.ends_with("\n4;2026-11-01;4;1;;has 2 fields, the first row has 3\n"));
    CHECK(rejects_of(rejects, profile)
              .starts_with("1;2;3;_line;_column;_field;_error\n1;bad;x;2;3;received_at;"));
    const auto mended =
        replaced(replaced(replaced(rejects, "1;bad;", "1;2026-11-01;"), "bad, worse", "2026-11-02"),
                 "4;2026-11-01;", "4;2026-11-01;a;");
    tests::Opened opened(mended, profile);
    CHECK(opened.reader.unused_columns().empty());
    const auto rows = opened.rows();
    REQUIRE(rows.size() == 3);
    for (const auto& row : rows)
        CHECK(row.faults.empty());
    CHECK(rows[2].draft.complaint.ref == "4");
    CHECK(rows[2].draft.complaint.subject == "a");
}

TEST_CASE("a row of bare quotes is rejected and the rows behind it are read") {
    const auto rejects = rejects_of("ref,received_at,subject,text\n1,2026-11-01,5\" pipe,3\" pipe\n"
                                    "2,2026-11-01,\"5\"\" pipe\",3\" pipe\n3,bad,a,b\n");
    CHECK(rejects.starts_with("ref,received_at,subject,text,_line,_column,_field,_error\n"
                              "1,2026-11-01,5\" pipe,3\" pipe,2,23,,\"a quote that may be"));
    CHECK(rejects.find("\n3,bad,a,b,4,3,received_at,") != std::string::npos);
    const auto mended =
        replaced(replaced(rejects, "5\" pipe,3\" pipe", "\"5\"\" pipe\",3 pipe"), "3,bad", "3,2026-11-02");
    CHECK(tests::faults_in(mended).empty());
    CHECK(tests::fault_of<exchange::DataError>([] {
              rejects_of("received_at,sub\"ject,te\"xt\n");
          }).starts_with("f.csv:1:24: a quote that may be the partner of the one at 1:16"));
}
