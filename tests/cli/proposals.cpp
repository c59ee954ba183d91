// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of a complaint, or the report on hygiene, proposes to type is never what would then be refused.
#include "cli/run.hpp"
#include "host/world.hpp"
#include "store/random_desk.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "temporary_folder.hpp"

namespace reklamaatio::cli::tests {
namespace {

using Words = std::vector<std::string>;

struct Ended {
    int status = 0;
    std::string out, err;
};

// The whole program, at that time and over that database.
Ended run_at(const std::string& database, time::Instant now, const Words& words) {
    host::tests::World world(time::to_iso(now));
    auto environment = world.environment();
    environment.arguments = {"--db", database, "--no-config", "--as", "maria"};
    environment.arguments.insert(environment.arguments.end(), words.begin(), words.end());
    const int status = run(environment);
    return {status, world.out.str(), world.err.str()};
}

// What stands for something of one's own in a proposal.
const std::map<std::string, std::string> k_filled_in{{"OUTCOME", "upheld"},
                                                     {"TEXT", "text"},
                                                     {"WHY", "why"},
                                                     {"REMEDY", "gift"},
                                                     {"SUM", "10"},
                                                     {"WHAT", "a new leg"},
                                                     {"TIME", "+3d"},
                                                     {"1..5", "4"},
                                                     {"yes|no", "yes"},
                                                     {"WHO", "liisa"},
                                                     {"CATEGORY", "damage"},
                                                     {"CAUSE", "packing"},
                                                     {"CUSTOMER", "Liisa <liisa@example.fi>"}};

Words words_of(const std::string& line) {
    Words words;
    std::istringstream in(line);
    for (std::string word; in >> word;) {
        if (word == "-e") { // what an editor would give
            words.insert(words.end(), {"-m", "text"});
            continue;
        }
        const auto found = k_filled_in.find(word);
        words.push_back(found == k_filled_in.end() ? word : found->second);
    }
    return words;
}

// "reklamaatio offer R-1 --accepted, or --declined --wish TEXT": each of the lines that may be typed.
std::vector<std::string> alternatives(std::string line) {
    constexpr std::string_view k_or = ", or ", k_with = ", with ", k_to = " to stop waiting";
    std::vector<std::string> lines;
    if (const auto with = line.find(k_with); with != std::string::npos) {
        lines.push_back(line.substr(0, with));
        line.replace(with, k_with.size(), " ");
        line.resize(line.find(k_to));
    }
    while (true) {
        const auto end = line.find(k_or);
        lines.push_back(line.substr(0, end));
        if (end == std::string::npos) return lines;
        auto rest = line.substr(end + k_or.size());
        if (rest.starts_with("--")) rest = lines.back().substr(0, lines.back().rfind(" --") + 1) + rest;
        line = rest;
    }
}

// The lines that a page proposes.
std::vector<std::string> proposals(const std::string& page) {
    constexpr std::string_view k_program = "reklamaatio ";
    std::vector<std::string> found;
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of(' ');
        if (begin == std::string::npos || !std::string_view(line).substr(begin).starts_with(k_program))
            continue;
        for (const auto& each : alternatives(line.substr(begin)))
            found.push_back(each.substr(k_program.size()));
    }
    return found;
}

// A database at which anything was done, and when that ended.
time::Instant fill(const std::string& database, unsigned seed) {
    auto store = store::Store::open_for_writing(database, true, store::tests::founding());
    store::tests::RandomDesk desk(seed);
    for (int i = 0; i < 70; ++i)
        desk.work(store);
    store.commit();
    return desk.now();
}

constexpr std::string_view k_steps_required = R"(
[organisation]
timezone = "Europe/Helsinki"
[calendar.office]
hours.mon = ["08:00-16:00"]
[[sla]]
resolution = "5bd"
followup = "14d"
[procedure]
required.complaint = ["understand", "fix"]
required.claim = ["apologise"]
)";

} // namespace

TEST_CASE("every proposal of a page is accepted, whatever was done before") {
    const reklamaatio::tests::TemporaryFolder folder;
    const auto policy = (folder / "policy.toml").string();
    reklamaatio::tests::write_file(policy, k_steps_required);
    std::set<std::string> commands;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const auto database = (folder / (std::to_string(seed) + ".db")).string();
        const auto now = fill(database, seed) + std::chrono::hours{seed};
        if (seed % 2 == 0) REQUIRE(run_at(database, now, {"policy", "apply", policy}).status == 0);
        const auto all = run_at(database, now, {"list", "--all", "--format", "ids"});
        // What ends with something left open is followed up, and paid or kept afterwards.
        for (const auto& id : words_of(all.out))
            if (seed % 4 == 0)
                run_at(database, now - std::chrono::hours{1}, {"resolve", id, "--force", "-m", "enough"});
        // A customer who writes after the end is answered, or it is reopened; random histories hardly have that.
        for (const auto& id : words_of(all.out))
            if (seed % 8 == 4) run_at(database, now, {"contact", id, "--in", "-m", "it broke again"});
        for (const auto& id : words_of(all.out))
            for (const auto& proposal : proposals(run_at(database, now, {"show", id}).out)) {
                auto words = words_of(proposal);
                commands.insert(words.front());
                words.emplace_back("--dry-run");
                const auto ended = run_at(database, now, words);
                CAPTURE(seed);
                CAPTURE(proposal);
                CAPTURE(ended.err);
                CHECK(ended.status == 0);
            }
    }
    for (const char* each :
         {"contact", "followup", "offer", "promise", "reopen", "resolve", "step", "task"}) {
        CAPTURE(std::string(each));
        CHECK(commands.count(each) == 1);
    }
}

constexpr std::string_view k_no_targets = R"(
[organisation]
timezone = "Europe/Helsinki"
[calendar.office]
hours.mon = ["08:00-16:00"]
)";

// The commands that the report on hygiene has, each once.
static std::set<std::string> mending(const std::string& database, time::Instant now) {
    std::set<std::string> commands;
    const auto report =
        run_at(database, now,
               {"report", "hygiene", "--since", "2020-01-01", "--format", "tsv", "--columns", "command"});
    REQUIRE(report.status == 0);
    std::istringstream lines(report.out);
    std::string line;
    std::getline(lines, line); // the heading
    while (std::getline(lines, line))
        commands.insert(line);
    return commands;
}

TEST_CASE("every command that mends is accepted, whatever was done before") {
    const reklamaatio::tests::TemporaryFolder folder;
    const auto policy = (folder / "policy.toml").string();
    reklamaatio::tests::write_file(policy, k_no_targets);
    std::set<std::string> kinds;
    for (unsigned seed = 21; seed <= 28; ++seed) {
        const auto database = (folder / (std::to_string(seed) + ".db")).string();
        const auto now = fill(database, seed) + std::chrono::hours{24 * seed};
        if (seed % 2 == 0) run_at(database, now, {"person", "away", "maria", "--until", "+2d"});
        if (seed % 3 == 0) REQUIRE(run_at(database, now, {"policy", "apply", policy}).status == 0);
        for (const char* who : {"Aino <aino@example.fi>", "Bert <bert@example.fi>"})
            REQUIRE(run_at(database, now, {"open", "A", "-c", who, "--phone", "09 123 456"}).status == 0);
        for (const auto& command : mending(database, now)) {
            auto words = words_of(command.substr(command.find(' ') + 1));
            kinds.insert(words.front());
            // It was received earlier.
            if (const auto option = std::ranges::find(words, "--received"); option != words.end())
                *std::next(option) = "2020-01-01";
            words.emplace_back("--dry-run");
            const auto ended = run_at(database, now, words);
            CAPTURE(seed);
            CAPTURE(command);
            CAPTURE(ended.err);
            CHECK(ended.status == 0);
        }
    }
    for (const char* each :
         {"action", "assign", "classify", "contact", "customer", "edit", "offer", "promise"}) {
        CAPTURE(std::string(each));
        CHECK(kinds.contains(each));
    }
}

} // namespace reklamaatio::cli::tests
