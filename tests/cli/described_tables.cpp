// SPDX-License-Identifier: GPL-3.0-or-later
// Columns are an interface: columns.txt has them as they were, and they may only be added to, at the end.
#include "cli/described_tables.hpp"

#include "cli/registry.hpp"

#include <algorithm>
#include <fstream>
#include <map>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace reklamaatio;

namespace {

using Lines = std::vector<std::string>;

// "due_at: time (UTC)"
Lines columns_of(const view::DescribedTable& table) {
    Lines lines;
    for (const auto& column : table.columns()) {
        const auto& kind = render::row_of(column.kind);
        lines.push_back(fmt::format("{}: {}{}", column.key, kind.name,
                                    kind.unit.empty() ? "" : fmt::format(" ({})", kind.unit)));
    }
    return lines;
}

// A table stands in brackets, its columns below it.
std::map<std::string, Lines> golden() {
    std::map<std::string, Lines> tables;
    std::ifstream in(TESTS_FOLDER "/cli/columns.txt");
    std::string table;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('['))
            table = line.substr(1, line.size() - 2);
        else if (!line.empty() && !line.starts_with('#'))
            tables[table].push_back(line);
    }
    return tables;
}

} // namespace

TEST_CASE("columns that others rely on neither vanish nor move") {
    auto known = golden();
    for (const auto& table : cli::described_tables()) {
        const auto before = known[table.name];
        known.erase(table.name);
        const auto now = columns_of(table);
        for (std::size_t i = 0; i < before.size(); ++i) {
            CAPTURE(table.name);
            INFO("column ", i + 1, " was '", before[i],
                 "'; it has vanished, moved or changed, and whoever relies on it finds something else there");
            REQUIRE(i < now.size());
            REQUIRE(now[i] == before[i]);
        }
        for (std::size_t i = before.size(); i < now.size(); ++i)
            FAIL_CHECK("[" << table.name
                           << "] has a new column; write it into tests/cli/columns.txt: " << now[i]);
    }
    for (const auto& [table, columns] : known)
        FAIL_CHECK("[" << table << "] has vanished, and whoever relies on it finds nothing there");
}

TEST_CASE("every column says what it holds") {
    for (const auto& table : cli::described_tables())
        for (const auto& column : table.columns()) {
            CAPTURE(table.name);
            CAPTURE(column.key);
            CHECK_FALSE(column.meaning.empty());
        }
}

TEST_CASE("no two tables have one name, and a misspelt one is suggested") {
    Lines names;
    for (const auto& table : cli::described_tables())
        names.push_back(table.name);
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
    CHECK(cli::described_table("report sla").columns().front().key == "period_from");
    CHECK_THROWS_WITH(cli::described_table("report sal"),
                      "there is no table 'report sal'; did you mean 'report sla'?");
    CHECK_THROWS_WITH(cli::described_table("zzzzzz"),
                      "there is no table 'zzzzzz'; reklamaatio schema lists them");
}
