// SPDX-License-Identifier: GPL-3.0-or-later
// Several processes at once.
#include "store/builders.hpp"
#include "store/events.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

// A process of its own; its exit status is 0 when the work ended without an error.
template <typename Work>
pid_t start(Work work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child > 0) return child;
    try {
        work();
    } catch (...) {
        ::_exit(1);
    }
    ::_exit(0);
}

bool ended_well(pid_t child) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void open_some(const std::filesystem::path& path, const std::string& subject, int count) {
    for (int i = 0; i < count; ++i) {
        Store store = Store::open_for_writing(path, true, founding());
        Desk(store).open(about(subject), utc("2026-01-12T07:00:00Z"));
        store.commit();
    }
}

} // namespace

TEST_CASE("two writers at once both succeed even when neither has a database yet") {
    constexpr int k_each = 15;
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    const pid_t one = start([&] { open_some(path, "stove", k_each); });
    const pid_t other = start([&] { open_some(path, "oven", k_each); });
    CHECK(ended_well(one));
    CHECK(ended_well(other));
    Store store = Store::open_for_reading(path);
    CHECK(next_complaint_id(store.database()) == Id{2 * k_each + 1});
    CHECK(ids_with_words(store.database(), "stove").size() == k_each);
    CHECK(ids_with_words(store.database(), "oven").size() == k_each);
    CHECK(store.policies().current().version == 1);
    CHECK(faults_of(store) == "");
}

TEST_CASE("readers go on while somebody writes and see what was committed") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    open_some(path, "before", 1);
    Store writer = Store::open_for_writing(path, false, founding());
    Desk(writer).open(about("during"), utc("2026-01-12T08:00:00Z"));
    const pid_t reader = start([&] {
        Store store = Store::open_for_reading(path);
        if (next_complaint_id(store.database()) != Id{2}) throw std::runtime_error("not committed");
    });
    CHECK(ended_well(reader));
    writer.commit();
    const pid_t later = start([&] {
        Store store = Store::open_for_reading(path);
        if (next_complaint_id(store.database()) != Id{3}) throw std::runtime_error("committed");
    });
    CHECK(ended_well(later));
}

TEST_CASE("a writer that dies before it commits leaves nothing and blocks nobody") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    open_some(path, "before", 1);
    const pid_t victim = start([&] {
        Store store = Store::open_for_writing(path, false, founding());
        Desk(store).open(about("lost"), utc("2026-01-12T08:00:00Z"));
        ::_exit(0);
    });
    CHECK(ended_well(victim));
    open_some(path, "after", 1);
    Store store = Store::open_for_reading(path);
    CHECK(next_complaint_id(store.database()) == Id{3});
    CHECK(ids_with_words(store.database(), "lost").empty());
    CHECK(faults_of(store) == "");
}

} // namespace reklamaatio::store::tests
