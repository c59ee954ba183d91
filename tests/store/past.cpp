// SPDX-License-Identifier: GPL-3.0-or-later
// Going back: the state is what it was, to the byte, and the log ends where it ended.
#include "store/past.hpp"

#include "store/random_team.hpp"
#include "store/state.hpp"

#include <map>

#include <doctest/doctest.h>

#include "temporary_folder.hpp"

namespace reklamaatio::store::tests {

using reklamaatio::tests::read_file;
using reklamaatio::tests::TemporaryFolder;

namespace {

const std::string k_of_log =
    "SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM event), event FROM log_head";

std::string log_of(Database& database) {
    auto query = database.query_once(k_of_log);
    query.next();
    return fmt::format("{} changes, {} events, the last is {}", query.integer(0), query.integer(1),
                       query.integer(2));
}

struct Was {
    std::string state;
    std::string log;
};
using History = std::map<Instant, Was>;

void try_to_undo(RandomTeam& team, Database& database) {
    const auto last = last_change(database);
    try {
        team.ledger("undo").undo(last - static_cast<std::int64_t>(team.choose(10)));
    } catch (const complaint::Refusal&) {
    }
}

// What was there at the end of each second in which something was recorded.
History work(Store& store, unsigned seed, int commands) {
    auto& database = store.database();
    RandomTeam team(store, seed);
    History history;
    for (int i = 0; i < commands; ++i) {
        team.work();
        if (team.choose(5) == 0) try_to_undo(team, database);
        history[known_change(database, last_change(database)).recorded_at] = {state_of(database),
                                                                              log_of(database)};
    }
    return history;
}

Store as_of(const std::filesystem::path& path, Instant moment) {
    return Store::open_as_of(path, [&](Store&) { return moment; });
}

} // namespace

TEST_CASE("a database is as it was at any moment, and whole") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        const TemporaryFolder folder;
        const auto path = folder / "r.db";
        auto store = std::make_unique<Store>(Store::open_for_writing(path, true, founding()));
        const auto history = work(*store, seed, 60);
        store->commit();
        store.reset();
        const auto bytes = read_file(path);
        for (const auto& [at, was] : history) {
            CAPTURE(time::to_iso(at));
            auto past = as_of(path, at);
            CHECK(past.as_of() == at);
            REQUIRE(differences(was.state, state_of(past.database())) == "");
            CHECK(was.state == state_of(past.database()));
            CHECK(was.log == log_of(past.database()));
            CHECK(faults_of(past) == "");
        }
        CHECK(read_file(path) == bytes);
        // Words are looked for by the whole documents: where much, and where little is taken back.
        for (const auto at : {std::next(history.begin(), 5)->first, std::prev(history.end(), 5)->first}) {
            auto past = as_of(path, at);
            check_words(past.database());
        }
    }
}

TEST_CASE("a change counts from the second in which it was recorded, whatever clocks said between") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    const auto at = [&](const char* when) { Desk(store).open(about("x"), utc(when)); };
    at("2026-01-12T07:00:00Z");
    at("2031-01-12T07:00:00Z"); // the clock was wrong
    at("2026-01-12T08:00:00Z");
    CHECK(last_change_by(database, utc("2026-01-12T06:59:59Z")) == 1);
    CHECK(last_change_by(database, utc("2026-01-12T07:00:00Z")) == 2);
    CHECK(last_change_by(database, utc("2026-01-12T07:59:59Z")) == 2);
    CHECK(last_change_by(database, utc("2026-01-12T08:00:00Z")) == 4);
    CHECK(last_change_by(database, utc("2020-01-01T00:00:00Z")) == 0);
}

TEST_CASE("who looks back hinders no writer, and sees nothing of one") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    History history;
    {
        Store store = Store::open_for_writing(path, true, founding());
        history = work(store, 7, 30);
        store.commit();
    }
    const auto& [at, was] = *std::prev(history.end(), 10);
    auto past = as_of(path, at);
    for (int i = 0; i < 3; ++i) {
        Store store = Store::open_for_writing(path, false, founding());
        Desk(store).open(about("y"), utc("2027-01-12T07:00:00Z"));
        store.commit();
    }
    CHECK(was.state == state_of(past.database()));
    CHECK(faults_of(past) == "");
    auto again = as_of(path, at); // with a log in which there is more
    CHECK(was.state == state_of(again.database()));
    CHECK(faults_of(again) == "");
}

} // namespace reklamaatio::store::tests
