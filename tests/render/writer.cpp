// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/writer.hpp"

#include "render/tables.hpp"

#include <limits>

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::Amount;
using render::Format;
using render::Length;
using render::plain_text;
using render::Share;

TEST_CASE("every format has its name and its writer") {
    for (const auto& row : render::k_formats) {
        CHECK(render::format_named(row.name) == row.format);
        std::ostringstream out;
        const bool is_of_tables = row.format != Format::openmetrics && row.format != Format::html;
        CHECK((render::make_writer(out, {.format = row.format, .style = {}}) != nullptr) == is_of_tables);
    }
    CHECK_FALSE(render::format_named("xml"));
    CHECK_FALSE(render::format_named("CSV"));
}

TEST_CASE("ids are the first column alone") {
    render::Table table;
    table.columns = {tests::column("id"), tests::column("subject")};
    CHECK(tests::printed(table, Format::ids).empty());
    table.rows = {{render::Value{"R-1"}, render::Value{"a"}}, {render::Value{"R-2"}, render::Value{}}};
    CHECK(tests::printed(table, Format::ids) == "R-1\nR-2\n");
}

TEST_CASE("shares have four decimals and none without a whole") {
    CHECK(plain_text(Share{11, 12}) == "0.9167");
    CHECK(plain_text(Share{7, 7}) == "1.0000");
    CHECK(plain_text(Share{0, 7}) == "0.0000");
    CHECK(plain_text(Share{0, 0}).empty());
}

TEST_CASE("amounts have two decimals and their sign") {
    CHECK(plain_text(Amount{4990}) == "49.90");
    CHECK(plain_text(Amount{0}) == "0.00");
    CHECK(plain_text(Amount{-5}) == "-0.05");
    CHECK(plain_text(Amount{-12345}) == "-123.45");
    CHECK(plain_text(Amount{std::numeric_limits<std::int64_t>::min()}) == "-92233720368547758.08");
}

TEST_CASE("lengths are whole minutes rounded down") {
    CHECK(plain_text(Length{time::Seconds{59}}) == "0");
    CHECK(plain_text(Length{time::Seconds{60}}) == "1");
    CHECK(plain_text(Length{time::Seconds{-1}}) == "-1");
}
