// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/tables.hpp"

#include <sstream>
#include <vector>

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::Format;

namespace {

std::string csv_field(std::string_view text) {
    std::string line;
    render::append_csv_field(line, text);
    return line;
}

using Records = std::vector<std::vector<std::string>>;

// The grammar of RFC 4180 section 2 with LF line ends, strictly; a fault gives no records at all.
Records parsed(const std::string& csv) {
    Records records;
    std::size_t at = 0;
    while (at < csv.size()) {
        records.emplace_back();
        while (true) {
            std::string field;
            if (csv[at] == '"') {
                for (++at; at < csv.size(); ++at) {
                    if (csv[at] == '"' && csv[at + 1] != '"') break;
                    if (csv[at] == '"') ++at;
                    field += csv[at];
                }
                ++at;
            } else {
                for (; at < csv.size() && csv[at] != ',' && csv[at] != '\n'; ++at) {
                    if (csv[at] == '"' || csv[at] == '\r') return {};
                    field += csv[at];
                }
            }
            records.back().push_back(field);
            if (at >= csv.size()) return {};
            if (csv[at++] == '\n') break;
            if (csv[at - 1] != ',') return {};
        }
    }
    return records;
}

Records expected(const render::Table& table) {
    Records records(1);
    for (const auto& column : table.columns)
        records[0].push_back(column.key);
    for (const auto& row : table.rows) {
        records.emplace_back();
        for (const auto& cell : row)
            records.back().push_back(tests::text_of(cell));
    }
    return records;
}

} // namespace

TEST_CASE("a field is quoted only where it must be") {
    CHECK(csv_field("Kiuas halkesi") == "Kiuas halkesi");
    CHECK(csv_field("") == "");
    CHECK(csv_field("a,b") == "\"a,b\"");
    CHECK(csv_field("5\" putki") == "\"5\"\" putki\"");
    CHECK(csv_field("a\nb") == "\"a\nb\"");
    CHECK(csv_field("a\rb") == "\"a\rb\"");
    CHECK(csv_field("a;b\t'=1") == "a;b\t'=1");
}

TEST_CASE("blanks at the ends of a field are quoted for readers that trim") {
    CHECK(csv_field(" a") == "\" a\"");
    CHECK(csv_field("a ") == "\"a \"");
    CHECK(csv_field("\ta") == "\"\ta\"");
    CHECK(csv_field(" ") == "\" \"");
}

TEST_CASE("every kind of value has its form in CSV") {
    CHECK(tests::printed(tests::every_kind(), Format::csv)
          == "none,text,number,flag,instant,date,share,amount,length\n"
             ",Kiuas,7,true,2026-11-21T12:00:00Z,2026-11-21,0.9167,49.90,125\n");
}

TEST_CASE("the header stands also above no rows but not when it is unwanted") {
    render::Table table;
    table.columns = {tests::column("id"), tests::column("subject")};
    CHECK(tests::printed(table, Format::csv) == "id,subject\n");
    render::WriterOptions options;
    options.format = Format::csv;
    options.header = false;
    CHECK(tests::printed(table, options).empty());
}

TEST_CASE("control characters reach a file as they are, and a terminal as text") {
    const render::Table table{{{"a", ""}}, {{render::Value{std::string("\x1b[2Jred\n\u202e")}}}};
    for (const auto format : {Format::csv, Format::tsv}) {
        std::ostringstream file;
        std::ostringstream terminal;
        render::WriterOptions options;
        options.format = format;
        options.header = false;
        render::write(table, file, options);
        options.to_terminal = true;
        render::write(table, terminal, options);
        CHECK(file.str().find('\x1b') != std::string::npos);
        CHECK(terminal.str().find('\x1b') == std::string::npos);
        CHECK(terminal.str().find("\\x1b[2Jred") != std::string::npos);
        CHECK(terminal.str().find("\\u{202e}") != std::string::npos);
    }
}

TEST_CASE("a lone empty field does not make an empty line") {
    render::Table table;
    table.columns = {tests::column("wish")};
    table.rows = {{render::Value{}}, {render::Value{"a"}}};
    CHECK(tests::printed(table, Format::csv) == "wish\n\"\"\na\n");
}

TEST_CASE("random tables survive the way through CSV") {
    tests::Random random(10);
    for (int i = 0; i < 5000; ++i) {
        const auto table = tests::random_texts(random);
        REQUIRE(parsed(tests::printed(table, Format::csv)) == expected(table));
    }
}
