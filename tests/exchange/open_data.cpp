// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files of three authorities, through the example profiles. They are not part of the project; the
// figures are those of Python's csv module.
#include "exchange/readers.hpp"

#include <filesystem>
#include <map>

#include <doctest/doctest.h>

using namespace reklamaatio;

namespace {

struct Figures {
    std::size_t rows = 0;
    std::size_t faults = 0;
    std::map<std::string, std::size_t> statuses;
    std::map<std::string, std::size_t> channels;
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

// Nothing when the files are not here.
std::optional<Figures> digits_of(const std::string& profile_name, const std::string& file) {
    const std::string path = TESTS_FOLDER "/../../shared/data/" + file;
    if (!std::filesystem::exists(path)) {
        MESSAGE("skipped: there is no " << path);
        return std::nullopt;
    }
    const auto profile_path = TESTS_FOLDER "/exchange/profiles/" + profile_name + ".toml";
    const auto profile = exchange::read_profile(tests::file_text(profile_path), profile_path);
    std::ifstream in(path, std::ios::binary);
    exchange::RowReader reader(in, file, profile, time::Zone::utc(), "USD");
    Figures figures;
    while (const auto row = reader.next()) {
        for (const auto& fault : row->faults)
            MESSAGE(file << ":" << fault.place.line << ": " << fault.field << ": " << fault.message);
        count(*row, figures);
    }
    return figures;
}

} // namespace

TEST_CASE("Baltimore's service requests are read whole") {
    const auto figures = digits_of("baltimore311", "baltimore311_10000.csv");
    if (!figures) return;
    CHECK(figures->rows == 10'000);
    CHECK(figures->faults == 0);
    CHECK(figures->statuses
          == std::map<std::string, std::size_t>{{"closed", 9792}, {"new", 69}, {"open", 139}});
    CHECK(figures->channels.at("phone") == 4995);
    CHECK(figures->resolved == 9792);
    CHECK(figures->due == 9714);
    CHECK(figures->received_sum == 14'720'391'248'391);
}

TEST_CASE("San Francisco's cases are read whole") {
    const auto figures = digits_of("sf311", "sf311_10000.csv");
    if (!figures) return;
    CHECK(figures->rows == 10'000);
    CHECK(figures->faults == 0);
    CHECK(figures->statuses == std::map<std::string, std::size_t>{{"closed", 9630}, {"open", 370}});
    CHECK(figures->channels.at("internal") == 56);
    CHECK(figures->resolved == 9630);
    CHECK(figures->closed_before_received == 17);
    CHECK(figures->received_sum == 13'758'581'875'507);
}

TEST_CASE("the complaints of the CFPB are read whole") {
    const auto figures = digits_of("cfpb", "cfpb_6623.csv");
    if (!figures) return;
    CHECK(figures->rows == 6623);
    CHECK(figures->faults == 0);
    CHECK(figures->statuses == std::map<std::string, std::size_t>{{"new", 6623}});
    CHECK(figures->channels.at("web") == 5143);
    CHECK(figures->text_bytes == 1'712'221);
    CHECK(figures->last_line == 9967);
    CHECK(figures->received_sum == 10'303'361'661'600);
}
