// SPDX-License-Identifier: GPL-3.0-or-later
// What the whole of a workbook is like, tests/render/workbook.py looks at.
#include "render/sheet_cell.hpp"
#include "render/tables.hpp"
#include "render/too_large.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::sheet_column;
using render::sheet_text;

namespace {

std::string cell(const render::Value& value, const time::Zone& zone = time::Zone::utc()) {
    std::string xml;
    render::append_cell(xml, "A1", value, zone);
    return xml;
}

// Takes everything and keeps nothing.
class Nowhere final : public std::streambuf {
    int_type overflow(int_type character) override { return traits_type::not_eof(character); }
    std::streamsize xsputn(const char*, std::streamsize count) override { return count; }
};

} // namespace

TEST_CASE("columns are counted in letters") {
    CHECK(sheet_column(0) == "A");
    CHECK(sheet_column(25) == "Z");
    CHECK(sheet_column(26) == "AA");
    CHECK(sheet_column(701) == "ZZ");
    CHECK(sheet_column(702) == "AAA");
}

TEST_CASE("each value is a cell of its type") {
    CHECK(cell({}).empty());
    CHECK(cell(std::int64_t{-7}) == R"(<c r="A1" s="0"><v>-7</v></c>)");
    CHECK(cell(true) == R"(<c r="A1" t="b"><v>1</v></c>)");
    CHECK(cell(render::Amount{-4990}) == R"(<c r="A1" s="5"><v>-49.90</v></c>)");
    CHECK(cell(render::Share{11, 12}) == R"(<c r="A1" s="6"><v>0.9167</v></c>)");
    CHECK(cell(render::Share{0, 0}).empty());
    CHECK(cell(render::Length{time::Seconds{7559}}) == R"(<c r="A1" s="0"><v>125</v></c>)");
    // As Excel has it, 2026-11-21 is day 46347.
    CHECK(cell(tests::k_day) == R"(<c r="A1" s="4"><v>46347</v></c>)");
    CHECK(cell(tests::k_noon) == R"(<c r="A1" s="3"><v>46347.5</v></c>)");
    CHECK(cell(tests::k_noon, *time::Zone::named("Asia/Tokyo")) == R"(<c r="A1" s="3"><v>46347.875</v></c>)");
    CHECK(cell(std::string("=1+1"))
          == R"(<c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>)");
}

TEST_CASE("what XML cannot hold is escaped, and what looks escaped is, too") {
    CHECK(sheet_text("a<b>&\"c\"\n\t") == "a&lt;b&gt;&amp;\"c\"\n\t");
    CHECK(sheet_text("\r\x1b") == "_x000D__x001B_");
    CHECK(sheet_text("_x0041_") == "_x005F_x0041_");
    CHECK(sheet_text("_x004_ _xyz1_") == "_x004_ _xyz1_");
    CHECK(sheet_text("\xff") == "\uFFFD");
}

TEST_CASE("a text that is too long for a cell says that it was cut") {
    const std::string fits(32'767, 'a');
    CHECK(sheet_text(fits) == fits);
    CHECK(sheet_text(fits + "b") == std::string(32'761, 'a') + " [...]");
    // One character of two units.
    std::string wide;
    for (int i = 0; i < 16'383; ++i)
        wide += "👍";
    CHECK(sheet_text(wide + "a") == wide + "a");
    CHECK(sheet_text(wide + "ab").ends_with("👍 [...]"));
}

TEST_CASE("a sheet has so many rows and no more") {
    Nowhere buffer;
    std::ostream nowhere(&buffer);
    const auto writer = render::make_writer(nowhere, {.format = render::Format::xlsx, .style = {}});
    writer->begin(std::vector{tests::column("id")});
    const render::Row row{render::Value{std::int64_t{1}}};
    for (int i = 1; i < 1'048'576; ++i)
        writer->row(row);
    CHECK_THROWS_WITH_AS(writer->row(row), "a sheet has 1048576 rows at most, with the header",
                         render::TooLarge);
}
