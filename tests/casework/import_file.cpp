// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/import_file.hpp"

#include "casework/office.hpp"

#include <sstream>

namespace reklamaatio::casework::tests {
namespace {

constexpr std::string_view k_now = "2026-01-13T08:00:00Z";

// What became of each row, in the order in which they were settled: "2 added R-1", "3 customer: ...".
std::vector<std::string> imported(Office& office, const std::string& csv, ImportOptions options = {}) {
    constexpr std::string_view k_kinds[] = {"added", "updated", "skipped"};
    std::istringstream in(csv);
    const exchange::Profile profile;
    const auto from_its_beginning = [&] {
        in.clear();
        in.seekg(0);
        return std::make_unique<exchange::RowReader>(in, "a.csv", profile, time::Zone::utc(), "EUR");
    };
    std::vector<std::string> rows;
    std::size_t read = 0;
    const auto settled = [&](exchange::DraftRow& row, const RowOutcome& outcome) {
        const auto line = row.row.place.line;
        if (outcome.arrival)
            rows.push_back(fmt::format("{} {} {}", line,
                                       k_kinds[static_cast<std::size_t>(outcome.arrival->kind)],
                                       to_string(outcome.arrival->id)));
        else if (outcome.is_repeated)
            rows.push_back(fmt::format("{} repeated", line));
        else
            rows.push_back(fmt::format("{} {}{}", line,
                                       outcome.is_conflict       ? "conflict in "
                                       : outcome.contradicts_row ? "other "
                                                                 : "",
                                       row.faults.back().field));
    };
    import_file(office.at(k_now), from_its_beginning, options,
                {[&] { ++read; }, settled,
                 [](const complaint::Refusal& refusal) { return std::string(refusal.what()); }});
    CHECK(read == rows.size());
    return rows;
}

using Rows = std::vector<std::string>;

} // namespace

TEST_CASE("each row is read and settled once and what does not fit leaves the others alone") {
    Office office;
    CHECK(imported(office,
                   "ref,subject,received_at,csat\nX1,a,2026-01-12,\nX2,b,2026-01-12,9\nX3,c,2026-01-12,\n"
                   "X4,d,2027-01-12,\n")
          == Rows{"2 added R-1", "3 csat", "4 added R-2", "5 received_at"});
}

TEST_CASE("rows that were merged wait for the one that they went on in") {
    Office office;
    CHECK(imported(office, "id,subject,received_at,status,merged_into\nR-1,a,2026-01-12,void,R-2\n"
                           "R-2,b,2026-01-12,void,R-3\nR-3,c,2026-01-12,new,\nR-4,d,2026-01-12,void,R-9\n")
          == Rows{"4 added R-3", "3 added R-2", "2 added R-1", "5 merged_into"});
    CHECK(office.complaint(1).merged_into == complaint::Id{2});
}

TEST_CASE("a conflict is told apart from a value that does not fit") {
    Office office;
    const std::string first = "ref,subject,received_at\nX1,a,2026-01-12\n";
    imported(office, first);
    CHECK(imported(office, first) == Rows{"2 skipped R-1"});
    CHECK(imported(office, "ref,subject,received_at\nX1,b,2026-01-12\n") == Rows{"2 conflict in subject"});
    CHECK(imported(office, "ref,subject,received_at\nX1,b,2026-01-12\n", {OnConflict::update})
          == Rows{"2 updated R-1"});
}

TEST_CASE("of several rows about one complaint equal ones count once and others are an error that names the "
          "first") {
    Office office;
    CHECK(imported(office, "ref,subject,received_at\nX1,a,2026-01-12\nX2,b,2026-01-12\nX1,a,2026-01-12\n"
                           "X1,c,2026-01-12\n,d,2026-01-12\n,d,2026-01-12\n")
          == Rows{"2 added R-1", "3 added R-2", "4 repeated", "5 other ref", "6 added R-3", "7 added R-4"});
    CHECK(office.complaint(1).subject == "a");
}

TEST_CASE("the last of several rows decides before anything is compared") {
    Office office;
    const std::string csv = "ref,subject,received_at\nX1,a,2026-01-12\nX2,b,2026-01-12\nX1,c,2026-01-12\n";
    const ImportOptions last{OnConflict::update, Repeated::last};
    CHECK(imported(office, csv, last) == Rows{"2 repeated", "3 added R-1", "4 added R-2"});
    CHECK(office.complaint(2).subject == "c");
    // The same file again changes nothing.
    CHECK(imported(office, csv, last) == Rows{"2 repeated", "3 skipped R-1", "4 skipped R-2"});
}

TEST_CASE("sources keep their references apart and a uid goes before a reference") {
    Office office;
    CHECK(imported(office, "source,ref,subject,received_at\nshop,X1,a,2026-01-12\nweb,X1,b,2026-01-12\n")
          == Rows{"2 added R-1", "3 added R-2"});
    constexpr std::string_view k_uid = "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b";
    CHECK(imported(
              office,
              fmt::format("uid,ref,subject,received_at\n{0},Y1,a,2026-01-12\n{0},Y2,a,2026-01-12\n", k_uid))
          == Rows{"2 added R-3", "3 other uid"});
}

TEST_CASE("a number that is not marked as ours is the reference of another system") {
    Office office;
    imported(office, "id,subject,received_at\n17,a,2026-01-12\nR-9,b,2026-01-12\nSR-5,c,2026-01-12\n");
    CHECK(office.complaint(1).ref == "17");
    CHECK(office.complaint(9).ref.empty());
    CHECK(office.complaint(10).ref == "SR-5");
    // The same file again is the same complaints.
    CHECK(imported(office, "id,subject,received_at\n17,a,2026-01-12\n") == Rows{"2 skipped R-1"});
}

TEST_CASE("with a reference of its own a foreign number says only what was merged into what") {
    Office office;
    imported(office, "id,ref,subject,received_at,status,merged_into\n17,X1,a,2026-01-12,open,\n"
                     "18,X2,b,2026-01-12,void,17\n");
    CHECK(office.complaint(1).ref == "X1");
    CHECK(office.complaint(2).merged_into == complaint::Id{1});
}

TEST_CASE("what was merged goes on in what its system calls so, in any order") {
    Office office;
    const std::string header = "id,subject,received_at,status,source,merged_into\n";
    CHECK(imported(office, header
                               + "INC-2,b,2026-01-12,void,shop,INC-3\nINC-3,c,2026-01-12,void,shop,INC-1\n"
                                 "INC-1,a,2026-01-12,open,shop,\nINC-4,d,2026-01-12,void,shop,INC-9\n"
                                 "INC-5,e,2026-01-12,void,shop,INC-5\n")
          == Rows{"4 added R-1", "3 added R-2", "2 added R-3", "5 merged_into", "6 merged_into"});
    CHECK(office.complaint(2).merged_into == complaint::Id{1});
    CHECK(office.complaint(3).merged_into == complaint::Id{2});
    // Number 1 of theirs is not number 1 of ours.
    CHECK(imported(office, header + "INC-3,c,2026-01-12,void,shop,1\n", {OnConflict::update})
          == Rows{"2 merged_into"});
    // One that came before, of the same source.
    CHECK(imported(office, header + "INC-6,f,2026-01-12,void,web,INC-1\nINC-7,g,2026-01-12,void,shop,INC-1\n")
          == Rows{"3 added R-4", "2 merged_into"});
    CHECK(office.complaint(4).merged_into == complaint::Id{1});
    CHECK(imported(office, header + "INC-7,g,2026-01-12,void,shop,INC-1\n") == Rows{"2 skipped R-4"});
    CHECK(imported(office, header + "INC-7,g,2026-01-12,void,shop,INC-2\n", {OnConflict::update})
          == Rows{"2 updated R-4"});
    CHECK(office.complaint(4).merged_into == complaint::Id{3});
}

TEST_CASE("what was merged is told by a reference where the file has no other column for that") {
    Office office;
    CHECK(imported(office, "ref,subject,received_at,status,merged_into\nJIRA-7,b,2026-01-12,void,JIRA-8\n"
                           "JIRA-8,a,2026-01-12,open,\nJIRA-9,c,2026-01-12,void,JIRA-8\n"
                           "JIRA-10,d,2026-01-12,open,\n")
          == Rows{"3 added R-1", "4 added R-2", "5 added R-3", "2 added R-4"});
    CHECK(office.complaint(2).merged_into == complaint::Id{1});
    CHECK(office.complaint(4).merged_into == complaint::Id{1});
}

TEST_CASE("what the rows are called goes before their references, which may be those of others") {
    Office office;
    const std::string header = "id,ref,subject,received_at,status,merged_into\n";
    CHECK(imported(office, header
                               + "A,B,first,2026-01-12,open,\nX,Y,third,2026-01-12,void,B\n"
                                 "B,A,second,2026-01-12,open,\nV,W,fourth,2026-01-12,void,Y\n")
          == Rows{"2 added R-1", "4 added R-2", "3 added R-3", "5 added R-4"});
    CHECK(office.complaint(3).merged_into == complaint::Id{2});
    CHECK(office.complaint(4).merged_into == complaint::Id{3}); // by its reference
}

TEST_CASE(
    "known complaints that would go on in each other are a fault, and change places where one goes on") {
    Office office;
    const std::string header = "id,subject,received_at,status,merged_into\n";
    imported(office, header + "INC-1,a,2026-01-12,open,\nINC-2,b,2026-01-12,void,INC-1\n");
    CHECK(imported(office, header + "INC-1,a,2026-01-12,void,INC-2\n", {OnConflict::update})
          == Rows{"2 merged_into"});
    CHECK(imported(office, header + "INC-1,a,2026-01-12,void,INC-2\nINC-2,b,2026-01-12,open,\n",
                   {OnConflict::update})
          == Rows{"3 updated R-2", "2 updated R-1"});
    CHECK(office.complaint(1).merged_into == complaint::Id{2});
}

} // namespace reklamaatio::casework::tests
