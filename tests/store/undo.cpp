// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back, and putting back: the state is what it would be had the change never been, to the byte.
#include "store/random_team.hpp"
#include "store/state.hpp"

#include <map>
#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
TEST_CASE("as many undos as there were commands give the state before each of them") {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        auto& database = store.database();
        RandomTeam team(store, seed);
        std::vector<std::pair<std::int64_t, std::string>> done;
        for (int i = 0; i < 40; ++i) {
            const std::string before = state_of(database);
            team.work();
            done.emplace_back(last_change(database), before);
        }
        REQUIRE(faults_of(store) == "");
        while (!done.empty()) {
            const auto [change, before] = done.back();
            done.pop_back();
            const std::string what = find_change(database, change)->command;
            CAPTURE(what);
            REQUIRE_NOTHROW(team.ledger("undo").undo(change));
            REQUIRE(differences(before, state_of(database)) == "");
            REQUIRE(before == state_of(database));
            REQUIRE(faults_of(store) == "");
        }
        check_words(database);
    }
}

// Whatever the way to it: what stands alone says what the state is.
TEST_CASE("undoing and putting back at random gives the state that belongs to what stands") {
    std::size_t met_again = 0;
    for (unsigned seed = 1; seed <= 9; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        auto& database = store.database();
        RandomTeam team(store, 1000 + seed);
        std::set<std::int64_t> standing;
        bool is_half_done = false;
        std::map<std::set<std::int64_t>, std::string> known{{{}, state_of(database)}};
        std::map<std::int64_t, std::int64_t> base; // what a chain of undoings began with
        for (int i = 0; i < 80; ++i) {
            if (i < 12 || team.choose(4) == 0) {
                team.work();
                const auto made = last_change(database);
                base[made] = made;
                standing.insert(made);
            } else {
                const auto last = last_change(database);
                const auto change = last - static_cast<std::int64_t>(team.choose(12));
                if (change <= 1 || !base.contains(change)) continue;
                const std::string before = state_of(database);
                const std::string what = find_change(database, change)->command;
                CAPTURE(what);
                try {
                    team.ledger("undo").undo(change);
                } catch (const complaint::Refusal&) {
                    // The transaction takes back what was begun; here nothing may have been.
                    is_half_done = last_change(database) != last;
                    if (is_half_done) break;
                    REQUIRE(before == state_of(database));
                    continue;
                }
                const auto root = base[last_change(database)] = base[change];
                if (standing.contains(root))
                    standing.erase(root);
                else
                    standing.insert(root);
            }
            REQUIRE(faults_of(store) == "");
            const auto [place, is_new] = known.try_emplace(standing, state_of(database));
            if (is_new) continue;
            ++met_again;
            REQUIRE(differences(place->second, state_of(database)) == "");
        }
        if (!is_half_done) check_words(database);
    }
    CHECK(met_again > 50);
}

} // namespace reklamaatio::store::tests
