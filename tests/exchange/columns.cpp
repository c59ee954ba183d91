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
          == "f.csv: has nothing behind the 2 lines to skip; a header was expected");
}

TEST_CASE("two columns for one field are refused two that nobody asks for are not") {
    CHECK(refusal("received_at,Aihe,subject\n")
          == "f.csv:1:18: columns_alike: one Aihe; other subject; field subject");
    const auto given = profile("[columns]\nreceived_at = \"at\"\nsubject = \"what\"\n");
    CHECK(refusal("at,what,what\n", given)
          == "f.csv:1:9: there are two columns 'what', and subject is to come from it; rename or drop one");
    CHECK(refusal("at,what,x,x,,\n", given).empty());
    CHECK(refusal("at,wat\n", given)
          == "f.csv:1:1: no column 'what' for subject; did you mean 'wat'?; the file has: at, wat");
}

TEST_CASE("a column and a constant for one field are refused") {
    auto given = profile("source = \"shop\"");
    CHECK_NOTHROW(Opened("received_at,subject,source\n", given));
    add_mapping(given, "source=source");
    CHECK(refusal("received_at,subject,source\n", given)
          == "f.csv:1:21: source has both a column and a constant; give one");
}
