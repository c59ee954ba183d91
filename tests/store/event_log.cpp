// SPDX-License-Identifier: GPL-3.0-or-later
// A log out and in again: the same log, the same state, and nothing that was changed on the way comes in.
#include "store/event_log.hpp"

#include "complaint/error.hpp"
#include "complaint/refusal.hpp"
#include "store/random_team.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

std::vector<std::string> log_of(Store& store) {
    std::vector<std::string> lines;
    write_event_log(store.database(), store.policies(),
                    [&](const std::string& line) { lines.push_back(line); });
    return lines;
}

void restore(Store& store, const std::vector<std::string>& lines) {
    Restoration restoration(store.database(), store.policies());
    for (const auto& line : lines)
        restoration.take(line);
    restoration.finish();
}

std::string refusal(const std::vector<std::string>& lines) {
    Store store = Store::in_memory(founding());
    return message_of<complaint::BadValue>([&] { restore(store, lines); });
}

} // namespace

TEST_CASE("a log makes the database that it came from") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        RandomTeam team(store, seed);
        for (int i = 0; i < 60; ++i)
            team.work();
        const auto lines = log_of(store);
        Store other = Store::in_memory(founding());
        restore(other, lines);
        CHECK(log_of(other) == lines);
        CHECK(faults_of(other) == "");
        CHECK(differences(state_of(store.database()), state_of(other.database())) == "");
    }
}

TEST_CASE("what is not the log that was written does not come in") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("one"), utc("2026-01-12T07:00:00Z"), customer("Maija", "m@example.fi"));
    const auto lines = log_of(store);
    REQUIRE(lines.size() == 3);
    CHECK(refusal(lines).empty());
    CHECK(refusal({}) == "there is no event in it");
    CHECK(refusal({lines[0], lines[2]}) == "event 2 is missing; 3 is in its place");
    auto changed = lines;
    changed[1].replace(changed[1].find("Maija"), 5, "Liisa");
    CHECK(refusal(changed) == "what a person said in event 2 is not as it was logged");
    changed = lines;
    changed[2].replace(changed[2].find("\"maria\""), 7, "\"liisa\"");
    CHECK(refusal(changed) == "event 3, or one before it, is not as it was logged");
    for (const std::string letter : {"x", "Ä"}) {
        changed = lines;
        changed[2].replace(changed[2].find("\"hash\":\"") + 8, letter.size(), letter);
        CHECK(refusal(changed).ends_with("is not a run of bytes in hexadecimal digits"));
    }
    CHECK(refusal({"{}"}) == "this is not a log event");
    CHECK(refusal({"{\"event\":"}) == "this is not a log event");
}

TEST_CASE("a log is no addition to what is there") {
    Store store = Store::in_memory(founding());
    const auto lines = log_of(store);
    Desk(store).open(about("one"), utc("2026-01-12T07:00:00Z"));
    CHECK(message_of<complaint::Refusal>([&] {
              restore(store, lines);
          }).starts_with("database_in_use: database "));
}

} // namespace reklamaatio::store::tests
