// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/tables.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::Align;
using render::Style;
using render::Table;
using render::Tone;
using render::Value;

namespace {

std::string shown(const Table& table, Style style = {}, bool header = true) {
    render::WriterOptions options;
    options.style = style;
    options.header = header;
    return tests::printed(table, options);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

std::ptrdiff_t words_in(const std::string& line) {
    std::istringstream in(line);
    return std::distance(std::istream_iterator<std::string>(in), {});
}

// The list of SCREENS.md in small: id and due stay, owner goes first, then kind; the subject shrinks.
Table complaints() {
    Table table;
    table.columns = {tests::column("id", "ID"), tests::column("due", "Due"), tests::column("kind", "Kind"),
                     tests::column("owner", "Owner"), tests::column("subject", "Subject")};
    table.columns[2].expendable = 1;
    table.columns[3].expendable = 2;
    table.columns[4].min_width = 8;
    table.rows = {{Value{"R-107"}, Value{"2 d"}, Value{"claim"}, Value{"maria"}, Value{"Kiuas halkesi heti"}},
                  {Value{"R-98"}, Value{"today"}, Value{"complaint"}, Value{}, Value{"Väärä koko"}}};
    return table;
}

} // namespace

TEST_CASE("columns stand two blanks apart under their headings") {
    CHECK(shown(complaints())
          == "ID     Due    Kind       Owner  Subject\n"
             "R-107  2 d    claim      maria  Kiuas halkesi heti\n"
             "R-98   today  complaint  –      Väärä koko\n");
}

TEST_CASE("headings can be left out") {
    CHECK(lines_of(shown(complaints(), {}, false)).front()
          == "R-107  2 d    claim      maria  Kiuas halkesi heti");
    auto table = complaints();
    for (auto& column : table.columns)
        column.heading.clear();
    CHECK(lines_of(shown(table)).size() == 2);
}

TEST_CASE("a table without rows is nothing at all") {
    auto table = complaints();
    table.rows.clear();
    CHECK(shown(table).empty());
}

TEST_CASE("every kind of value has its form in text") {
    CHECK(lines_of(shown(tests::every_kind(), {}, false)).front()
          == "–  Kiuas  7  yes  2026-11-21 12:00  2026-11-21  91.7 % (11/12)  49.90  2 h 5 min");
}

TEST_CASE("instants are shown in the zone of the reader") {
    const auto zone = time::Zone::named("Europe/Helsinki");
    REQUIRE(zone);
    Table table;
    table.columns = {tests::column("due")};
    table.rows = {{Value{tests::k_noon}}};
    render::WriterOptions options;
    options.zone = *zone;
    CHECK(tests::printed(table, options) == "2026-11-21 14:00\n");
}

TEST_CASE("shares tell a whole from what rounds to it") {
    Table table;
    table.columns = {tests::column("share")};
    table.rows = {{Value{render::Share{7, 7}}},
                  {Value{render::Share{9999, 10000}}},
                  {Value{render::Share{0, 3}}},
                  {Value{render::Share{0, 0}}}};
    CHECK(shown(table)
          == "         100 % (7/7)\n100.0 % (9999/10000)\n         0.0 % (0/3)\n                   –\n");
}

TEST_CASE("numbers stand at the right") {
    Table table;
    table.columns = {tests::column("n", "Met"), tests::column("subject", "Subject"), tests::column("x", "X")};
    table.columns[2].align = Align::right;
    table.rows = {{Value{std::int64_t{5}}, Value{"a"}, Value{"bc"}},
                  {Value{}, Value{"b"}, Value{}},
                  {Value{std::int64_t{1234}}, Value{"c"}, Value{"d"}}};
    CHECK(shown(table) == " Met  Subject   X\n   5  a        bc\n   –  b         –\n1234  c         d\n");
}

TEST_CASE("an empty text is no dash and a column of nothing takes no room") {
    Table table;
    table.columns = {tests::column("mark"), tests::column("id")};
    table.rows = {{Value{"!"}, Value{"R-1"}}, {Value{""}, Value{"R-2"}}};
    CHECK(shown(table) == "!  R-1\n   R-2\n");
    table.rows[0][0] = Value{""};
    CHECK(shown(table) == "R-1\nR-2\n");
}

TEST_CASE("near texts are shown only where they are wanted") {
    Table table;
    table.columns = {tests::column("due")};
    table.rows = {{render::Cell(Value{tests::k_noon}, "today 12:00", Tone::warn)}};
    CHECK(shown(table) == "2026-11-21 12:00\n");
    CHECK(shown(table, {.near_times = true}) == "today 12:00\n");
}

TEST_CASE("hostile cells stay on their line and steer nothing") {
    Table table;
    table.columns = {tests::column("subject")};
    table.rows = {{render::Cell(Value{"a\x1b[2J\r\nb"}, "\x07 near")}};
    CHECK(shown(table) == "a\\x1b[2J b\n");
    CHECK(shown(table, {.near_times = true}) == "\\x07 near\n");
}

TEST_CASE("colour is outside of the padding and headings are dim") {
    Table table;
    table.columns = {tests::column("due", "Due"), tests::column("id", "ID")};
    table.rows = {{render::Cell(Value{"late"}, {}, Tone::bad), Value{"R-1"}}};
    CHECK(shown(table, {.colour = true})
          == "\x1b[2mDue\x1b[0m   \x1b[2mID\x1b[0m\n\x1b[31mlate\x1b[0m  R-1\n");
}

TEST_CASE("on a terminal columns that may shrink give way first") {
    CHECK(shown(complaints(), {.width = 42})
          == "ID     Due    Kind       Owner  Subject\n"
             "R-107  2 d    claim      maria  Kiuas hal…\n"
             "R-98   today  complaint  –      Väärä koko\n");
}

TEST_CASE("then the most expendable column goes and the rest has its room again") {
    CHECK(shown(complaints(), {.width = 39})
          == "ID     Due    Kind       Subject\n"
             "R-107  2 d    claim      Kiuas halkesi…\n"
             "R-98   today  complaint  Väärä koko\n");
    CHECK(shown(complaints(), {.width = 30})
          == "ID     Due    Subject\n"
             "R-107  2 d    Kiuas halkesi h…\n"
             "R-98   today  Väärä koko\n");
}

TEST_CASE("the widest columns shrink to the same width") {
    Table table;
    table.columns = {tests::column("a"), tests::column("b"), tests::column("c")};
    for (auto& column : table.columns)
        column.min_width = 1;
    table.rows = {{Value{"aaaaaaaaaaaaaaaaaaaa"}, Value{"bbbbbbbbbbbb"}, Value{"ccc"}}};
    CHECK(shown(table, {.width = 19}) == "aaaaa…  bbbbb…  ccc\n");
}

TEST_CASE("what must stay is cut when nothing else helps") {
    CHECK(shown(complaints(), {.width = 14}) == "ID    Due  Su…\nR-1…  2 d  Ki…\nR-98  to…  Vä…\n");
}

TEST_CASE("where there is not room for everything a column without any value goes first") {
    Table table = complaints();
    table.columns[2].expendable = 0;
    table.columns[3].expendable = 0;
    table.rows[0][3] = Value{};
    // With the owners 5 + 2 + 5 + 2 + 9 + 2 + 5 + 2 + 18 = 50 columns are needed, without them 43.
    CHECK(shown(table, {.width = 52}).find("Owner") != std::string::npos);
    CHECK(shown(table, {.width = 44})
          == "ID     Due    Kind       Subject\n"
             "R-107  2 d    claim      Kiuas halkesi heti\n"
             "R-98   today  complaint  Väärä koko\n");
}

TEST_CASE("random tables fit their terminal and keep the columns that must stay") {
    tests::Random random(21);
    for (int i = 0; i < 4000; ++i) {
        auto table = tests::random_texts(random);
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            auto& column = table.columns[c];
            column.heading = "Head" + std::to_string(c);
            column.expendable = static_cast<int>(tests::below(random, 4));
            column.min_width = static_cast<int>(tests::below(random, 12));
            if (tests::below(random, 3) == 0) column.align = Align::right;
        }
        table.columns[0].expendable = 0;
        const int width = 20 + static_cast<int>(tests::below(random, 181));
        const auto lines = lines_of(shown(table, {.width = width}));
        REQUIRE(lines.size() == (table.rows.empty() ? 0 : table.rows.size() + 1));
        for (const auto& line : lines) {
            REQUIRE(text::width(line) <= width);
            REQUIRE_FALSE(line.ends_with(' '));
        }
        const auto stays = [](const render::Column& column) { return column.expendable == 0; };
        const auto staying = std::count_if(table.columns.begin(), table.columns.end(), stays);
        REQUIRE((lines.empty() || words_in(lines.front()) >= staying));
    }
}

TEST_CASE("in a pipe nothing is shortened or dropped") {
    tests::Random random(22);
    for (int i = 0; i < 1000; ++i) {
        auto table = tests::random_texts(random);
        for (auto& column : table.columns) {
            column.heading = column.key;
            column.expendable = 9;
            column.min_width = 1;
        }
        const auto text = shown(table);
        REQUIRE(text.find("…") == std::string::npos);
        for (const auto& column : table.columns)
            REQUIRE((table.rows.empty() || text.find(column.key) != std::string::npos));
    }
}

TEST_CASE("what stands below a row is wrapped and takes no room in its line") {
    Table table = complaints();
    table.columns[4].is_below = true;
    const std::string expected = "ID     Due    Kind       Owner\n"
                                 "R-107  2 d    claim      maria\n"
                                 "    Kiuas halkesi heti\n"
                                 "R-98   today  complaint  –\n"
                                 "    Väärä koko\n";
    CHECK(shown(table) == expected);
    CHECK(shown(table, Style{false, 30}) == expected);
    table.rows[0][4] = Value{"Kiuas halkesi heti kun se lämpeni ensimmäisen kerran"};
    CHECK(lines_of(shown(table, Style{false, 30}))[2] == "    Kiuas halkesi heti kun se");
    CHECK(lines_of(shown(table, Style{false, 30}))[3] == "    lämpeni ensimmäisen kerran");
}

TEST_CASE("columns for which there is no room are named on request unless they say nothing") {
    const auto last_lines = [](const Table& table, int width) {
        render::WriterOptions options;
        options.style.width = width;
        options.names_left_out = true;
        return tests::printed(table, options);
    };
    Table table = complaints();
    CHECK(last_lines(table, 80).find("fit") == std::string::npos);
    CHECK(last_lines(table, 0).find("fit") == std::string::npos);
    CHECK(last_lines(table, 39).ends_with("\n1 column does not fit: Owner; --width 0\nshows it\n"));
    CHECK(last_lines(table, 24).ends_with("\n2 columns do not fit:\nKind, Owner; --width 0\nshows them\n"));
    for (auto& row : table.rows)
        row[3] = Value{};
    CHECK(last_lines(table, 39).find("fit") == std::string::npos);
    CHECK(last_lines(table, 24).ends_with("\n1 column does not fit:\nKind; --width 0 shows it\n"));
}
