// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/import_file.hpp"

#include "casework/office.hpp"

#include <sstream>

namespace reklamaatio::casework::tests {
namespace {

constexpr std::string_view k_now = "2026-01-13T08:00:00Z";

// What became of each row, in the order in which they were settled: "2 added R-1", "3 customer: ...".
std::vector<std::string> imported(Office& office, const std::string& csv,
                                  OnConflict on_conflict = OnConflict::error) {
    constexpr std::string_view k_kinds[] = {"added", "updated", "skipped"};
    std::istringstream in(csv);
    const exchange::Profile profile;
    exchange::RowReader reader(in, "a.csv", profile, time::Zone::utc(), "EUR");
    std::vector<std::string> rows;
    std::size_t read = 0;
    const auto settled = [&](exchange::DraftRow& row, const RowOutcome& outcome) {
        const auto line = row.row.place.line;
        if (outcome.arrival)
            rows.push_back(fmt::format("{} {} {}", line,
                                       k_kinds[static_cast<std::size_t>(outcome.arrival->kind)],
                                       to_string(outcome.arrival->id)));
        else
            rows.push_back(fmt::format("{} {}{}", line, outcome.is_conflict ? "conflict in " : "",
                                       row.faults.back().field));
    };
    import_file(office.at(k_now), reader, on_conflict,
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
    CHECK(imported(office, "ref,subject,received_at\nX1,b,2026-01-12\n", OnConflict::update)
          == Rows{"2 updated R-1"});
}

} // namespace reklamaatio::casework::tests
