// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/volume_reader.hpp"

#include "exchange/error.hpp"

#include <sstream>

#include <doctest/doctest.h>

namespace reklamaatio::exchange::tests {
namespace {

using complaint::Volume;

const time::Instant k_now{time::Seconds{1794988800}};

struct Read {
    std::vector<VolumeRow> rows;
    std::vector<std::string> unused;
};

Read read(const std::string& file) {
    std::istringstream in(file);
    const FieldSet fields;
    VolumeReader reader(in, "v.csv", {}, fields, k_now, time::Zone::utc());
    Read read{{}, reader.unused_columns()};
    while (auto row = reader.next())
        read.rows.push_back(std::move(*row));
    return read;
}

std::vector<std::string> faults(const std::string& file) {
    std::vector<std::string> found;
    for (const auto& row : read(file).rows)
        for (const auto& fault : row.faults)
            found.push_back(std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " "
                            + fault.field + ": " + fault.message);
    return found;
}

} // namespace

TEST_CASE("volumes are read from columns by their names, in three languages") {
    const std::vector<Volume> expected{{{"2026-10", "product", "Sofa Aalto"}, 1200},
                                       {{"2026-10", "", ""}, 134000}};
    for (const auto* header : {"period,product,volume", "Month,Product,Orders", "Kuukausi,Tuote,Toimitukset",
                               "miesiąc,produkt,ilość"}) {
        CAPTURE(header);
        const auto rows = read(std::string(header) + "\n2026-10,Sofa Aalto,1200\n2026-10,,134 000\n").rows;
        REQUIRE(rows.size() == 2);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            CHECK(rows[i].faults.empty());
            CHECK(rows[i].volume == expected[i]);
        }
    }
}

TEST_CASE("volumes may be of a channel, and of each row another thing") {
    const auto rows = read("channel;period;product;volume\nweb;2026-W43;;7\n;2026;Kiuas;8\n").rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].volume == Volume{{"2026-W43", "channel", "web"}, 7});
    CHECK(rows[1].volume == Volume{{"2026", "product", "Kiuas"}, 8});
}

TEST_CASE("what does not fit in a row of volumes is told with its place") {
    CHECK(
        faults("period,channel,product,volume\n2026-10,web,Kiuas,7\n,web,,5\n2026-10,web,,\n2026-10,web,,0\n")
        == std::vector<std::string>{
            "2:13 product: a volume is of one thing, and this row says channel as well",
            "3:1 period: is empty", "4:14 volume: is empty",
            "5:14 volume: '0' is not a volume; write a whole number from 1 to 1000000000000"});
    CHECK(faults("period,volume\n2026-10,5,6\n").size() == 1);
}

TEST_CASE("columns of a file of volumes that mean nothing here are named") {
    CHECK(read("period,country,volume\n2026-10,FI,7\n").unused == std::vector<std::string>{"country"});
    CHECK(read("period,cause,volume\n2026-10,x,7\n").unused == std::vector<std::string>{"cause"});
}

TEST_CASE("a file without a period or a volume, or with two of them, is none of volumes") {
    CHECK_THROWS_AS(read("month\n2026-10\n"), DataError);
    CHECK_THROWS_AS(read("volume\n7\n"), DataError);
    CHECK_THROWS_AS(read("month,week,volume\n2026-10,2026-W43,7\n"), DataError);
    CHECK_THROWS_AS(read("period,product,tuote,volume\n2026-10,a,b,7\n"), DataError);
    CHECK_THROWS_AS(read(""), DataError);
}

} // namespace reklamaatio::exchange::tests
