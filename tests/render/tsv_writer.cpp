// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/tables.hpp"

#include <vector>

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::Format;

namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> pieces;
    std::istringstream in(text + at);
    for (std::string piece; std::getline(in, piece, at);)
        pieces.push_back(piece);
    return pieces;
}

std::string unescaped(const std::string& field) {
    std::string text;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const char c = field[i] == '\\' ? field[++i] : '\0';
        text += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c == '\\' ? '\\' : field[i];
    }
    return text;
}

} // namespace

TEST_CASE("tabs, line ends and backslashes are written as escapes") {
    render::Table table;
    table.columns = {tests::column("id"), tests::column("text")};
    table.rows = {{render::Value{"R-1"}, render::Value{"a\tb\nc\rd\\e\"f\""}}};
    CHECK(tests::printed(table, Format::tsv) == "id\ttext\nR-1\ta\\tb\\nc\\rd\\\\e\"f\"\n");
}

TEST_CASE("every kind of value has its form in TSV") {
    CHECK(tests::printed(tests::every_kind(), Format::tsv)
          == "none\ttext\tnumber\tflag\tinstant\tdate\tshare\tamount\tlength\n"
             "\tKiuas\t7\ttrue\t2026-11-21T12:00:00Z\t2026-11-21\t0.9167\t49.90\t125\n");
}

TEST_CASE("random tables survive the way through TSV") {
    tests::Random random(11);
    for (int i = 0; i < 5000; ++i) {
        const auto table = tests::random_texts(random);
        auto lines = split(tests::printed(table, Format::tsv), '\n');
        REQUIRE(lines.size() == table.rows.size() + 2);
        REQUIRE(lines.back().empty());
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto fields = split(lines[r + 1], '\t');
            REQUIRE(fields.size() == table.columns.size());
            for (std::size_t c = 0; c < fields.size(); ++c)
                REQUIRE(unescaped(fields[c]) == tests::text_of(table.rows[r][c]));
        }
    }
}
