// SPDX-License-Identifier: GPL-3.0-or-later
// What a command does is as much in a large database as in a small one with the same work at hand: counted in steps of
// SQLite's machine, of which each row that is visited takes some. The full text counts steps of its own, which are not seen here.
#include "cli/run.hpp"
#include "host/world.hpp"
#include "store/watching.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "temporary_folder.hpp"

namespace reklamaatio::cli::tests {
namespace {

using Words = std::vector<std::string>;

constexpr const char* k_now = "2026-10-02T09:00:00Z";
constexpr int k_at_hand = 60;

std::int64_t g_steps = 0;

int count_steps(unsigned, void*, void* statement, void*) {
    g_steps += sqlite3_stmt_status(static_cast<sqlite3_stmt*>(statement), SQLITE_STMTSTATUS_VM_STEP, 1);
    return 0;
}

using Watch = store::tests::Watching<SQLITE_TRACE_PROFILE, count_steps>;

// What is recent and what is at hand is the same however many there are.
void write_rows(const std::filesystem::path& path, int early) {
    std::ofstream file(path);
    file << "ref,source,subject,customer,email,received_at,responded_at,resolved_at,closed_at,outcome,"
            "remedy\n";
    const auto day = [](int year, int number) {
        return fmt::format("{}-{:02}-{:02}T09:00:00Z", year, 1 + number / 28 % 12, 1 + number % 28);
    };
    for (int i = 0; i < early; ++i) {
        const auto at = day(2021 + i % 4, i);
        file << fmt::format(
            "E-{0},shop,kiuas {0} halkesi,Maija {1},c{1}@x.fi,{2},{2},{2},{2},upheld,refund\n", i, i % 200,
            at);
    }
    for (int i = 0; i < k_at_hand; ++i)
        file << fmt::format(
            "S-{0},shop,laskutus {0},Pekka {1},p{1}@x.fi,2026-09-{2:02}T09:00:00Z,{3},{3},,{4}\n", i, i % 9,
            1 + i % 20, i % 2 == 0 ? fmt::format("2026-09-{:02}T12:00:00Z", 2 + i % 20) : "",
            i % 2 == 0 ? "upheld,apology" : ",");
    for (int i = 0; i < k_at_hand; ++i)
        file << fmt::format("N-{0},shop,toimitus {0},Liisa {1},l{1}@x.fi,2026-09-{2:02}T09:00:00Z,,,,,\n", i,
                            i % 9, 10 + i % 19);
}

struct Office {
    explicit Office(int early) : newest(early + 2 * k_at_hand) {
        write_rows(folder / "rows.csv", early);
        run({"import", (folder / "rows.csv").string()});
    }

    // How many steps it takes.
    std::int64_t run(Words words) const {
        host::tests::World world(k_now);
        auto environment = world.environment();
        environment.arguments = {"--no-config", "--db", (folder / "x.db").string(), "--as", "maria"};
        environment.arguments.insert(environment.arguments.end(), words.begin(), words.end());
        g_steps = 0;
        const int status = cli::run(environment);
        CAPTURE(fmt::format("{}", fmt::join(words, " ")));
        CAPTURE(world.err.str());
        REQUIRE(status <= 2);
        return g_steps;
    }

    reklamaatio::tests::TemporaryFolder folder;
    int newest;
};

} // namespace

TEST_CASE("what a command does is the same however much is stored") {
    const Watch watch;
    const Office small(1200), large(6000);
    // NEWEST, NEXT and OTHER stand for complaints at hand.
    const std::array commands{"list",
                              "list --limit 20",
                              "list --overdue",
                              "list --mine",
                              "list --unassigned --limit 5",
                              "list --all --limit 20",
                              "list --text toimitus",
                              "list --text laskutus --limit 5",
                              "show NEWEST",
                              "explain NEWEST",
                              "customer show l3@x.fi",
                              "log --limit 20",
                              "log NEWEST",
                              "undo --list",
                              "alerts",
                              "check",
                              "report",
                              "report sla --period 2026-09",
                              "report flow --period 2026-09",
                              "report outcomes --period 2026-09",
                              "report monthly --period 2026-09",
                              "report workload",
                              "report hygiene --period 2026-09",
                              "open toimitus -c p3@x.fi",
                              "assign NEWEST pekka",
                              "classify NEWEST -g damage",
                              "contact NEWEST -m soon",
                              "note NEWEST -m so",
                              "promise NEWEST --by 2026-10-09",
                              "resolve NEXT -d upheld --force -m so",
                              "reopen NEXT -m more",
                              "merge OTHER NEXT",
                              "undo",
                              "alerts --new --always"};
    for (const std::string command : commands) {
        CAPTURE(command);
        const auto steps_of = [&](const Office& office) {
            Words words;
            std::istringstream in(command);
            for (std::string word; in >> word;)
                words.push_back(word == "NEWEST"  ? fmt::format("R-{}", office.newest)
                                : word == "NEXT"  ? fmt::format("R-{}", office.newest - 1)
                                : word == "OTHER" ? fmt::format("R-{}", office.newest - 2)
                                                  : word);
            return office.run(words);
        };
        const auto few = steps_of(small), many = steps_of(large);
        REQUIRE(few > 100);
        CHECK(many <= few + few / 10 + 300);
    }
}

} // namespace reklamaatio::cli::tests
