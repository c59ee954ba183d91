// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints of three authorities, through the example profiles: a sample of each, which is part of the project
// (tests/open_data tells the source), and the whole files where they are. The figures are those of Python's csv
// module.
#include "exchange/readers.hpp"

#include <filesystem>
#include <map>

#include <doctest/doctest.h>

using namespace reklamaatio;

namespace {

using Counts = std::map<std::string, std::size_t>;

struct Figures {
    std::size_t rows = 0;
    std::size_t faults = 0;
    Counts statuses;
    Counts channels;
    std::size_t resolved = 0;
    std::size_t due = 0;
    std::size_t closed_before_received = 0;
    std::size_t text_bytes = 0;
    std::size_t last_line = 0;
    std::int64_t received_sum = 0; // seconds since 1970
};

void count(const exchange::DraftRow& row, Figures& figures) {
    const auto& complaint = row.draft.complaint;
    ++figures.rows;
    figures.faults += row.faults.size();
    ++figures.statuses[std::string(complaint::word(complaint.status))];
    ++figures.channels[complaint.channel];
    if (complaint.resolved_at) ++figures.resolved;
    if (complaint.given_resolution_due && complaint.given_resolution_due->at) ++figures.due;
    if (complaint.closed_at && *complaint.closed_at < complaint.received_at) ++figures.closed_before_received;
    figures.text_bytes += complaint.text.size();
    figures.last_line = row.row.place.line;
    figures.received_sum += complaint.received_at.time_since_epoch().count();
}

Figures figures_of(const std::string& profile_name, const std::string& path) {
    const auto profile_path = TESTS_FOLDER "/exchange/profiles/" + profile_name + ".toml";
    const auto profile = exchange::read_profile(tests::file_text(profile_path), profile_path);
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    exchange::RowReader reader(in, path, profile, time::Zone::utc(), "USD");
    Figures figures;
    while (const auto row = reader.next()) {
        for (const auto& fault : row->faults)
            MESSAGE(path << ":" << fault.place.line << ": " << fault.field << ": " << fault.message);
        count(*row, figures);
    }
    return figures;
}

Figures figures_of_sample(const std::string& name) {
    return figures_of(name, TESTS_FOLDER "/open_data/" + name + ".csv");
}

// Nothing when the files are not here.
std::optional<Figures> figures_of_whole(const std::string& profile_name, const std::string& file) {
    const std::string path = TEST_DATA_FOLDER "/data/" + file;
    if (std::filesystem::exists(path)) return figures_of(profile_name, path);
    MESSAGE("skipped: there is no " << path);
    return std::nullopt;
}

} // namespace

TEST_CASE("a sample of Baltimore's service requests is read") {
    const auto figures = figures_of_sample("baltimore311");
    CHECK(figures.rows == 42);
    CHECK(figures.faults == 0);
    CHECK(figures.statuses == Counts{{"closed", 29}, {"new", 6}, {"open", 7}});
    CHECK(figures.channels
          == Counts{{"app", 9},
                    {"email", 2},
                    {"internal", 8},
                    {"letter", 3},
                    {"other", 2},
                    {"phone", 17},
                    {"web", 1}});
    CHECK(figures.resolved == 29);
    CHECK(figures.due == 37);
    CHECK(figures.received_sum == 63'477'154'693);
}

TEST_CASE("a sample of San Francisco's cases is read") {
    const auto figures = figures_of_sample("sf311");
    CHECK(figures.rows == 34);
    CHECK(figures.faults == 0);
    CHECK(figures.statuses == Counts{{"closed", 30}, {"open", 4}});
    CHECK(figures.channels == Counts{{"internal", 5}, {"phone", 9}, {"social", 3}, {"web", 17}});
    CHECK(figures.resolved == 30);
    CHECK(figures.closed_before_received == 2);
    CHECK(figures.received_sum == 48'264'273'228);
}

TEST_CASE("a sample of the CFPB's complaints is read") {
    const auto figures = figures_of_sample("cfpb");
    CHECK(figures.rows == 37);
    CHECK(figures.faults == 0);
    CHECK(figures.statuses == Counts{{"new", 37}});
    CHECK(figures.channels
          == Counts{{"email", 2}, {"fax", 3}, {"letter", 3}, {"phone", 3}, {"referral", 6}, {"web", 20}});
    CHECK(figures.text_bytes == 6611);
    CHECK(figures.last_line == 53);
    CHECK(figures.received_sum == 57'511'087'200);
}

TEST_CASE("Baltimore's service requests are read whole") {
    const auto figures = figures_of_whole("baltimore311", "baltimore311_10000.csv");
    if (!figures) return;
    CHECK(figures->rows == 10'000);
    CHECK(figures->faults == 0);
    CHECK(figures->statuses == Counts{{"closed", 9792}, {"new", 69}, {"open", 139}});
    CHECK(figures->channels.at("phone") == 4995);
    CHECK(figures->resolved == 9792);
    CHECK(figures->due == 9714);
    CHECK(figures->received_sum == 14'720'391'248'391);
}

TEST_CASE("San Francisco's cases are read whole") {
    const auto figures = figures_of_whole("sf311", "sf311_10000.csv");
    if (!figures) return;
    CHECK(figures->rows == 10'000);
    CHECK(figures->faults == 0);
    CHECK(figures->statuses == Counts{{"closed", 9630}, {"open", 370}});
    CHECK(figures->channels.at("internal") == 56);
    CHECK(figures->resolved == 9630);
    CHECK(figures->closed_before_received == 17);
    CHECK(figures->received_sum == 13'758'581'875'507);
}

TEST_CASE("the complaints of the CFPB are read whole") {
    const auto figures = figures_of_whole("cfpb", "cfpb_6623.csv");
    if (!figures) return;
    CHECK(figures->rows == 6623);
    CHECK(figures->faults == 0);
    CHECK(figures->statuses == Counts{{"new", 6623}});
    CHECK(figures->channels.at("web") == 5143);
    CHECK(figures->text_bytes == 1'712'221);
    CHECK(figures->last_line == 9967);
    CHECK(figures->received_sum == 10'303'361'661'600);
}
