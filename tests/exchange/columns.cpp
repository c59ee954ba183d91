// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/columns.hpp"

#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::DataError;
using exchange::Profile;
using tests::only_draft;
using tests::Opened;
using tests::profile;

namespace {

std::string refusal(const std::string& csv, const Profile& profile = {}) {
    return tests::fault_of<DataError>([&] { Opened(csv, profile); });
}

} // namespace

TEST_CASE("columns are matched by name and synonym") {
    const auto draft = only_draft("Asiakas;Saapunut;Aihe;Muuta\nMaija;21.11.2026 14:05;Kiuas halkesi;x\n");
    CHECK(draft.customer.name == "Maija");
    CHECK(time::to_iso(draft.complaint.received_at) == "2026-11-21T12:05:00Z");
    CHECK(draft.complaint.subject == "Kiuas halkesi");
    CHECK(draft.complaint.kind == complaint::Kind::complaint);
    CHECK_FALSE(draft.complaint.given_resolution_due.has_value());
}

TEST_CASE("mappings come before names and leave the other columns to them") {
    Profile mapped;
    add_mapping(mapped, "received_at=When");
    add_mapping(mapped, "text=subject");
    add_mapping(mapped, "kind=");
    const auto draft =
        only_draft("When,Received,subject,title,kind\n2026-11-21,never,a,b,nonsense\n", mapped);
    CHECK(draft.complaint.text == "a");
    CHECK(draft.complaint.subject == "b");
    CHECK(draft.complaint.kind == complaint::Kind::complaint);
}

TEST_CASE("the columns of a profile are the whole truth") {
    const auto given = profile("[columns]\nreceived_at = \"When\"\ntext = \"What\"\nsubject = \"What\"\n");
    const auto draft = only_draft("When,What,status,csat\n2026-11-21,a,Nonsense,99\n", given);
    CHECK(draft.complaint.text == "a");
    CHECK(draft.complaint.subject == "a");
    CHECK(draft.complaint.status == complaint::Status::new_);
}

TEST_CASE("a header without what a complaint needs is refused with the way out") {
    CHECK(refusal("a,b,c\n1,2,3\n") == "f.csv:1:1: no_time_column: columns a, b, c");
    CHECK(refusal("\n\nreceived_at,b\n") == "f.csv:3:1: no_text_column: columns received_at, b");
    CHECK(refusal("\x1b[2J,b\n").find('\x1b') == std::string::npos);
    CHECK(refusal("") == "f.csv: is empty; a header was expected");
    CHECK(refusal("\n\r\n") == "f.csv: is empty; a header was expected");
    CHECK(refusal("\xEF\xBB\xBF") == "f.csv: is empty; a header was expected");
    CHECK(refusal("a\nb\n", profile("skip_lines = 2"))
          == "f.csv: has nothing after the 2 lines to skip; a header was expected");
}

TEST_CASE("two columns for one field are refused two that nobody asks for are not") {
    CHECK(refusal("received_at,Aihe,subject\n")
          == "f.csv:1:18: columns_alike: one Aihe; other subject; field subject");
    const auto given = profile("[columns]\nreceived_at = \"at\"\nsubject = \"what\"\n");
    CHECK(refusal("at,what,what\n", given)
          == "f.csv:1:9: columns_twice: name what; first 1:4; field subject");
    CHECK(refusal("at,what,x,x,,\n", given).empty());
    CHECK(refusal("at,wat\n", given)
          == "f.csv:1:1: no column 'what' for subject; did you mean 'wat'?; the file has: at, wat");
}

TEST_CASE("columns are known by number as well and the second of one name by its own") {
    const auto draft = [](const std::string& columns, const std::string& csv) {
        return tests::only_draft(csv, profile("[columns]\n" + columns)).complaint;
    };
    const std::string csv = "Date,What,Date,What\n2026-11-02,x,2026-11-03,y\n";
    CHECK(draft("received_at = \"Date#2\"\nsubject = 2\n", csv).subject == "x");
    CHECK(draft("received_at = \"Date#2\"\nsubject = 2\n", csv).received_at
          == time::from_iso("2026-11-02T22:00:00Z"));
    CHECK(draft("received_at = 1\nsubject = \"#4\"\n", csv).subject == "y");
    CHECK(refusal(csv, profile("[columns]\nreceived_at = 5\nsubject = 2\n"))
              .starts_with("f.csv:1:1: no column '#5' for received_at"));
    CHECK(refusal("date,date,subject\n")
          == "f.csv:1:6: columns_twice: name date; first 1:1; field received_at");
}

TEST_CASE("a file without a header has columns of numbers") {
    const auto numbered = profile("header = false\n[columns]\nreceived_at = 1\nsubject = \"2\"\n");
    CHECK(tests::only_draft("2026-11-02,x\n", numbered).complaint.subject == "x");
    CHECK(refusal("2026-11-02,x\n", profile("header = false\n"))
              .starts_with("f.csv:1:1: no_time_column: columns 1, 2"));
    // Its first row would be lost as a header.
    CHECK(refusal("2026-11-02,x\n", profile("[columns]\nreceived_at = 1\nsubject = 2\n"))
          == "f.csv:1:1: '2026-11-02' is a time, and no name of a column; say header = false in the profile "
             "of a "
             "file without a header");
}

TEST_CASE("a column and a constant for one field are refused") {
    auto given = profile("source = \"shop\"");
    CHECK_NOTHROW(Opened("received_at,subject,source\n", given));
    add_mapping(given, "source=source");
    CHECK(refusal("received_at,subject,source\n", given)
          == "f.csv:1:21: source has both a column and a constant; give one");
}
