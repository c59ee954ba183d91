// SPDX-License-Identifier: GPL-3.0-or-later
// Corners where it once went wrong.
#include "store/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

const Instant k_now = utc("2026-01-12T07:00:00Z");

auto noting(const std::string& text) {
    return [text](const Complaint& c, const Occasion& then) { return complaint::note(c, text, then); };
}

// What verify says after somebody changed the file behind the program's back.
std::string faults_after(const std::string& tampering) {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    {
        Store store = Store::open_for_writing(path, true, founding());
        Desk desk(store);
        desk.open(about("The stove is broken"), k_now, customer("Maija", "maija@example.fi"));
        desk.act({1}, k_now, saying(complaint::tests::outbound("We come tomorrow.")));
        store.commit();
    }
    CHECK(Intruder(path).run(tampering) > 0);
    Store store = Store::open_for_reading(path);
    return faults_of(store);
}

} // namespace

// A complaint may say nothing that the index has words for when the first words about it are to be exchanged.
TEST_CASE("a complaint that came in without words takes a note") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    Complaint silent = about("!?!");
    desk.import(silent, k_now);
    const auto failure = failure_of([&] { desk.act({1}, k_now, noting("called the carrier")); });
    CHECK(failure.message == "");
    CHECK(ids_with_words(store.database(), "carrier") == std::vector<std::int64_t>{1});
}

TEST_CASE("words that no version knows are found by verify and not thrown") {
    for (const std::string tampering :
         {"UPDATE complaint SET status = 'lost'", "UPDATE event SET kind = 'lost' WHERE id = 4",
          "UPDATE deadline SET clock = 'lost' WHERE clock = 'response'",
          "UPDATE message SET direction = 'up'", "UPDATE event SET changes = 'nonsense' WHERE id = 4"}) {
        CAPTURE(tampering);
        std::string faults;
        CHECK_NOTHROW(faults = faults_after(tampering));
        CHECK(faults != "");
    }
}

TEST_CASE("a policy whose text was changed is found by verify even when no deadline moves") {
    CHECK(faults_after("UPDATE policy SET toml = replace(toml, 'My company', 'Your company')") != "");
}

TEST_CASE("a folder is no place to make a database of") {
    const TemporaryFolder folder;
    const auto directory = folder / "d";
    std::filesystem::create_directory(directory);
    const auto failure = failure_of([&] { Store::open_for_writing(directory, true, founding()).commit(); });
    CHECK(failure.kind == ErrorKind::not_ours);
    CHECK(failure.message == directory.string() + " is not a file");
    CHECK_FALSE(std::filesystem::exists(folder / "d.lock"));
}

TEST_CASE("a database that was made for nothing leaves nothing, no lock either") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    static_cast<void>(Store::open_for_writing(path, true, founding()));
    CHECK(std::filesystem::is_empty(folder.path()));
    Store::open_for_writing(path, true, founding()).commit();
    CHECK(std::filesystem::exists(folder / "r.db.lock"));
}

} // namespace reklamaatio::store::tests
