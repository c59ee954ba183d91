// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::ColumnChoice;
using exchange::Profile;
using exchange::ProfileError;
using exchange::read_profile;

namespace {

std::string faults_in_profile(const std::string& toml) {
    return tests::fault_of<ProfileError>([&] { read_profile(toml, "p.toml"); });
}

std::string mapping_fault(std::string_view mapping) {
    Profile profile;
    return tests::fault_of<ProfileError>([&] { add_mapping(profile, mapping); });
}

} // namespace

TEST_CASE("a dialect of spreadsheets says delimiter and decimal mark, unless they are said") {
    const auto fi = read_profile("csv_dialect = \"excel-fi\"", "p.toml");
    CHECK(fi.dialect.delimiter == ";");
    CHECK(fi.decimal_mark == complaint::DecimalMark::comma);
    CHECK(fi.csv.is_for_spreadsheets);
    const auto mixed =
        read_profile("delimiter = \"|\"\ndecimal_mark = \".\"\ncsv_dialect = \"excel-fi\"", "p.toml");
    CHECK(mixed.dialect.delimiter == "|");
    CHECK(mixed.decimal_mark == complaint::DecimalMark::point);
    CHECK(faults_in_profile("csv_dialect = \"excel-pt\"")
          == "p.toml:1:15: 'excel-pt' is not a dialect of CSV (excel, excel-fi, excel-pl); did you mean "
             "'excel-pl'?");
}

TEST_CASE("a profile may say everything") {
    const auto profile = read_profile(R"toml(
delimiter = ";"
encoding = "iso-8859-2"
skip_lines = 2
decimal_mark = ","
date_format = "MM/DD/YYYY hh:mm:ss AM/PM"
timezone = "America/New_York"
source = "shop"
empty = ["?", "N/A"]
[columns]
received_at = "CreatedDate"
kind = ""
[values.status]
"Closed (Duplicate)" = "closed"
"*" = "open"
[constants]
priority = "high"
)toml",
                                      "p.toml");
    CHECK(profile.dialect.delimiter == ";");
    CHECK(profile.encoding == "iso-8859-2");
    CHECK(profile.skip_lines == 2);
    CHECK(profile.decimal_mark == complaint::DecimalMark::comma);
    CHECK(profile.date_formats == std::vector<std::string>{"MM/DD/YYYY hh:mm:ss AM/PM"});
    CHECK(profile.timezone == "America/New_York");
    CHECK(profile.source == "shop");
    CHECK(profile.empty == std::vector<std::string>{"?", "N/A"});
    CHECK(profile.columns
          == std::map<std::string, ColumnChoice>{{"kind", {}}, {"received_at", {{"CreatedDate"}}}});
    CHECK(profile.values.at("status").at("*") == "open");
    CHECK(profile.values.at("status").at("Closed (Duplicate)") == "closed");
    CHECK(profile.constants.at("priority") == "high");
    CHECK_FALSE(profile.match_names);
}

TEST_CASE("a profile says which rows are of the table and which of them decides") {
    const auto profile = read_profile("skip_last_lines = 3\nrows = \"last\"\n", "p.toml");
    CHECK(profile.skip_last_lines == 3);
    CHECK(profile.last_row_decides);
    CHECK_FALSE(read_profile("rows = \"error\"\n", "p.toml").last_row_decides);
    CHECK(faults_in_profile("rows = \"first\"\n")
          == "p.toml:1:8: 'first' is no rule for rows of one key; write last or error");
    CHECK(faults_in_profile("skip_last_lines = -1\n")
          == "p.toml:1:19: skip_last_lines must be from 0 to 1000, not -1");
}

TEST_CASE("a profile says what stands between joined columns") {
    const auto profile =
        read_profile("[columns]\nsubject = { join = [\"a\", \"b\"], between = \" / \" }\n", "p.toml");
    CHECK(profile.columns.at("subject").between == " / ");
}

TEST_CASE("columns are joined with their names where that is asked for") {
    const auto given = read_profile(R"([columns]
received_at = ["Date", "Time"]
text = { join = ["Title", "Details"], names = true }
subject = "Title"
)",
                                    "p.toml");
    CHECK(given.columns.at("received_at") == ColumnChoice{{"Date", "Time"}, false});
    CHECK(given.columns.at("text") == ColumnChoice{{"Title", "Details"}, true});
    CHECK(faults_in_profile("[columns]\ntext = { join = [\"a\"], name = true }\n").find("'name'")
          != std::string::npos);
    CHECK(faults_in_profile("[columns]\ntext = { join = [\"a\"], names = \"yes\" }\n").find("true or false")
          != std::string::npos);
}

TEST_CASE("formats of dates are a list and a field may have its own") {
    const auto given = read_profile(R"(date_format = ["DD.MM.YYYY hh:mm", "DD.MM.YYYY"]
date_rest = "ignore"
stale_ends = "ignore"
tag_separator = ","
[date_formats]
closed_at = "epoch_ms"
)",
                                    "p.toml");
    CHECK(given.date_formats == std::vector<std::string>{"DD.MM.YYYY hh:mm", "DD.MM.YYYY"});
    CHECK(given.date_formats_of.at("closed_at") == std::vector<std::string>{"epoch_ms"});
    CHECK(given.ignores_date_rest);
    CHECK(given.ignores_stale_ends);
    CHECK(given.tag_separator == ',');
    CHECK(faults_in_profile("date_format = \"DD-Mun-YY\"")
              .starts_with("p.toml:1:15: 'Mun' means nothing in a date pattern"));
    CHECK(faults_in_profile("[date_formats]\nClosed = \"epoch\"")
              .starts_with("p.toml:2:1: [date_formats]: 'Closed' is not a field"));
    CHECK(faults_in_profile("date_rest = \"keep\"")
          == "p.toml:1:13: 'keep' is not ignore, the only word for date_rest");
    CHECK(faults_in_profile("tag_separator = \", \"")
          == "p.toml:1:17: ', ' cannot separate tags; write one character, such as ,");
}

TEST_CASE("a profile says how the file is written") {
    const auto profile = read_profile("delimiter = \"||\"\nquote = \"'\"\nescape = \"\\\\\"\nheader = false\n"
                                      "[columns]\nreceived_at = 1\nsubject = \"Title#2\"\n",
                                      "p.toml");
    CHECK(profile.dialect.delimiter == "||");
    CHECK(profile.dialect.quote == '\'');
    CHECK(profile.dialect.escape == '\\');
    CHECK_FALSE(profile.has_header);
    CHECK(profile.columns.at("received_at").columns == std::vector<std::string>{"#1"});
    CHECK(profile.columns.at("subject").columns == std::vector<std::string>{"Title#2"});
    CHECK(read_profile("quote = \"\"\n", "p.toml").dialect.quote == '\0');
    CHECK(read_profile("", "p.toml").has_header);
}

TEST_CASE("a profile may say nothing") {
    const auto profile = read_profile("", "p.toml");
    CHECK(profile.dialect.delimiter.empty());
    CHECK(profile.match_names);
    CHECK(read_profile("delimiter = \"\\t\"\nempty = \"-\"\n", "p.toml").dialect.delimiter == "\t");
}

TEST_CASE("all faults are told at once, each with its place") {
    CHECK(faults_in_profile("delimeter = \";\"\n"
                            "timezone = \"Europe/Helsinky\"\n"
                            "skip_lines = -1\n"
                            "[columns]\n"
                            "recieved_at = \"Date\"\n"
                            "subject = 7.5\n"
                            "[values.statuss]\n"
                            "a = \"b\"\n")
          == "p.toml:1:1: the profile has no key 'delimeter'; did you mean 'delimiter'?\n"
             "p.toml:2:12: 'Europe/Helsinky' is not a time zone; write one such as Europe/Helsinki\n"
             "p.toml:3:14: skip_lines must be from 0 to 1000, not -1\n"
             "p.toml:5:1: [columns]: 'recieved_at' is not a field; did you mean 'received_at'?\n"
             "p.toml:6:11: [columns]: subject must be a list of strings, such as [\"a\", \"b\"]\n"
             "p.toml:7:9: [values]: 'statuss' is not a field; did you mean 'status'?");
}

TEST_CASE("values that cannot be are faults") {
    CHECK(faults_in_profile("delimiter = \"a\\nb\"").find("cannot separate fields") != std::string::npos);
    CHECK(faults_in_profile("delimiter = \"123456789\"").find("cannot separate fields") != std::string::npos);
    CHECK(faults_in_profile("delimiter = \"\\\"\"").find("cannot both separate fields and quote")
          != std::string::npos);
    CHECK(faults_in_profile("delimiter = \"\"").find("cannot separate fields") != std::string::npos);
    CHECK(faults_in_profile("quote = \"ab\"")
              .starts_with("p.toml:1:9: 'ab' is not a character that can quote"));
    CHECK(faults_in_profile("escape = \"\\\"\"").starts_with("p.toml:1:10: the escape is the quote"));
    CHECK(faults_in_profile("header = \"no\"")
          == "p.toml:1:10: the profile: header must be true or false, without quotes");
    CHECK(faults_in_profile("[columns]\nsubject = 0")
          == "p.toml:2:11: [columns]: subject: the first column is 1, not 0");
    CHECK(faults_in_profile("encoding = \"latin-42\"").find("is not an encoding") != std::string::npos);
    CHECK(faults_in_profile("decimal_mark = \"'\"").find("is not a decimal mark") != std::string::npos);
    CHECK(
        faults_in_profile("date_format = \"hh:mm\"").starts_with("p.toml:1:15: 'hh:mm' is not a full date"));
    CHECK(faults_in_profile("skip_lines = \"2\"").find("must be a whole number") != std::string::npos);
    CHECK(faults_in_profile("empty = 1").find("must be a list of strings") != std::string::npos);
    CHECK(faults_in_profile("empty = [1]").find("must have only strings in quotes") != std::string::npos);
    CHECK(faults_in_profile("columns = 1").find("must be a table") != std::string::npos);
    CHECK(faults_in_profile("[values]\nstatus = 1").find("must be a table") != std::string::npos);
    CHECK(faults_in_profile("[values.status]\na = 1").find("must be a string") != std::string::npos);
    CHECK(faults_in_profile("[values.status]\na = 1").starts_with("p.toml:2:5: [values.status]: a "));
}

TEST_CASE("columns by number stand in lists as well") {
    const auto given = exchange::read_profile("[columns]\nreceived_at = [2, \"Time\"]\n"
                                              "text = { join = [3, 4] }\n",
                                              "p.toml");
    CHECK(given.columns.at("received_at").columns == std::vector<std::string>{"#2", "Time"});
    CHECK(given.columns.at("text").columns == std::vector<std::string>{"#3", "#4"});
    CHECK(faults_in_profile("[columns]\nsubject = [1, 0]")
          == "p.toml:2:15: [columns]: subject: the first column is 1, not 0");
    CHECK(faults_in_profile("[columns]\nsubject = [true]")
          == "p.toml:2:12: [columns]: subject must have only strings in quotes, or whole numbers");
}

TEST_CASE("words that contradict each other, and ours that cannot be, are faults of the profile") {
    CHECK(faults_in_profile("[values.status]\n\"OPEN\" = \"new\"\n\"open\" = \"void\"\nOpen = \"new\"\n")
          == "p.toml:3:1: [values.status]: 'OPEN' and 'open' are one word, in any case, and cannot be both "
             "new and "
             "void; remove one");
    CHECK(faults_in_profile("[values.status]\n\"C*\" = \"\"\n\"c*\" = \"void\"\n").find("both none and void")
          != std::string::npos);
    CHECK(faults_in_profile("[values.received_at]\nx = \"soon\"")
          == "p.toml:2:5: [values.received_at]: 'soon' is not a time; write 2026-11-21 14:05 or 21.11.2026 "
             "14:05");
    CHECK(faults_in_profile("[values.status]\nx = \"opne\"")
              .starts_with("p.toml:2:5: [values.status]: 'opne' "));
    CHECK(faults_in_profile("[values.priority]\nx = \"low\"\ny = \"\"\n").empty());
}

TEST_CASE("a profile that is no TOML is told so line by line") {
    CHECK(faults_in_profile("source = shop\n[columns\nkind = \"a\"\nkind = \"b\"\n")
          == "p.toml:1:10: this is not a value; put text in straight quotes, such as \"Europe/Helsinki\"\n"
             "p.toml:2:9: the name of the table is not closed; put a ] after it\n"
             "p.toml:4:8: kind appears twice; remove one, or merge the two");
}

TEST_CASE("a field has a column or a constant, not both") {
    CHECK(faults_in_profile("[columns]\nkind = \"K\"\n[constants]\nkind = \"claim\"\n")
          == "p.toml:4:1: kind has both a column and a constant; give one");
    CHECK(faults_in_profile("source = \"shop\"\n[columns]\nsource = \"S\"\n")
          == "p.toml:1:1: source has both a column and a constant; give one");
    CHECK(faults_in_profile("source = \"shop\"\n[constants]\nsource = \"S\"\n")
          == "p.toml:3:1: source is given twice, here and at the top; remove one");
}

TEST_CASE("names that may be those of the firm's own fields are judged once these are known") {
    const auto profile = read_profile("[columns]\nregion = \"Region\"\nrecieved_at = \"Date\"\n", "p.toml");
    const auto region =
        std::make_shared<const complaint::OwnField>(complaint::OwnDeclaration{.name = "region"});
    const auto fault = [&](complaint::OwnFields own) {
        return tests::fault_of<ProfileError>(
            [&] { check_foreign(profile, exchange::FieldSet(std::move(own))); });
    };
    CHECK(fault({region})
          == "p.toml:3:1: [columns]: 'recieved_at' is not a field; did you mean 'received_at'?");
    CHECK(fault({})
          == "p.toml:2:1: [columns]: 'region' is not a field; one of your own needs a table [field.NAME] in "
             "the policy\n"
             "p.toml:3:1: [columns]: 'recieved_at' is not a field; did you mean 'received_at'?");
}

TEST_CASE("words for fields of the firm's own are judged once these are known") {
    const auto profile = read_profile("[values.bought]\nx = \"soon\"\ny = \"2026-11-02\"\n", "p.toml");
    const exchange::FieldSet fields({std::make_shared<const complaint::OwnField>(
        complaint::OwnDeclaration{.name = "bought", .type = complaint::OwnType::date})});
    CHECK(tests::fault_of<ProfileError>([&] {
              check_foreign(profile, fields);
          }).ends_with("[values.bought]: 'soon' is not a time; write 2026-11-21 14:05 or 21.11.2026 14:05"));
}

TEST_CASE("mappings add to a profile") {
    Profile profile;
    add_mapping(profile, "received_at=Luotu = nyt");
    add_mapping(profile, "kind=");
    CHECK(profile.columns.at("received_at").columns == std::vector<std::string>{"Luotu = nyt"});
    CHECK(profile.columns.at("kind").columns.empty());
    CHECK(profile.match_names);
    CHECK(mapping_fault("received_at")
          == "'received_at' is not a mapping; write FIELD=COLUMN, such as received_at=Date");
    CHECK(mapping_fault("Recieved_at=x") == "'Recieved_at' is not a field; did you mean 'received_at'?");
}

TEST_CASE("the examples are good profiles") {
    for (const std::string name : {"baltimore311", "sf311", "cfpb"}) {
        CAPTURE(name);
        const auto path = TESTS_FOLDER "/exchange/profiles/" + name + ".toml";
        CHECK(read_profile(tests::file_text(path), path).source == name);
    }
}
