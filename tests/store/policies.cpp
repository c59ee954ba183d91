// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/policies.hpp"

#include "store/builders.hpp"
#include "store/digest.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

std::string named(const std::string& name) {
    return "[organisation]\nname = \"" + name + "\"\n";
}

std::vector<int> versions(std::span<const rulebook::PolicyVersion> span) {
    std::vector<int> found;
    for (const auto& version : span)
        found.push_back(version.version);
    return found;
}

using Versions = std::vector<int>;

// Changes: 1 makes the database, 2 applies "b", 3 and 4 open complaints, 5 applies "c", 6 opens another.
void work(Store& store) {
    Desk desk(store);
    desk.apply_policy(named("b"), utc("2026-01-02T00:00:00Z"));
    desk.open(about("x"), utc("2026-01-12T07:00:00Z"));
    desk.open(about("y"), utc("2026-01-12T08:00:00Z"));
    desk.apply_policy(named("c"), utc("2026-01-13T00:00:00Z"));
    desk.open(about("z"), utc("2026-01-14T08:00:00Z"));
}

} // namespace

TEST_CASE("a new database has the default policy in force") {
    Store store = Store::in_memory(founding());
    const auto& current = store.policies().current();
    CHECK(current.version == 1);
    CHECK(current.change == 1);
    CHECK(current.applied_at == utc(k_beginning));
    const auto text = store.policies().current_text();
    CHECK(text.toml == policy::default_toml());
    CHECK(text.hash == hex(digest(text.toml)));
    CHECK(PolicyBook::hash_of(text.toml) == text.hash);
}

TEST_CASE("the newest policy is in force and the older ones are known to those who ask for their time") {
    Store store = Store::in_memory(founding());
    work(store);
    const auto check = [&](PolicyBook& book) {
        CHECK(book.current().version == 3);
        CHECK(book.current().policy->organisation.name == "c");
        CHECK(book.current_text().toml == named("c"));
        CHECK(versions(book.since(6)) == Versions{3});
        CHECK(versions(book.since(4)) == Versions{2, 3});
        CHECK(versions(book.since(3)) == Versions{2, 3});
        CHECK(versions(book.since(2)) == Versions{1, 2, 3});
        CHECK(versions(book.since(1)) == Versions{1, 2, 3});
        CHECK(versions(book.since(6)) == Versions{3});
        CHECK(book.since(4).front().policy->organisation.name == "b");
    };
    check(store.policies());
    PolicyBook fresh(store.database());
    check(fresh);
    PolicyBook oldest_first(store.database());
    CHECK(versions(oldest_first.since(1)) == Versions{1, 2, 3});
    check(oldest_first);
}

TEST_CASE("a policy that is added to a book that has read nothing is the one in force") {
    Store store = Store::in_memory(founding());
    work(store);
    PolicyBook fresh(store.database());
    const auto policy = policy::read(named("d"), "p.toml");
    CHECK(fresh.next_version() == 4);
    fresh.add(4, 6, utc("2026-01-15T00:00:00Z"), named("d"), policy);
    CHECK(fresh.current().version == 4);
    CHECK(versions(fresh.since(1)) == Versions{1, 2, 3, 4});
}

TEST_CASE("a database without a policy is damaged") {
    Store store = Store::in_memory(founding());
    store.database().execute("DELETE FROM policy");
    PolicyBook fresh(store.database());
    const auto failure = failure_of([&] { fresh.current(); });
    CHECK(failure.kind == ErrorKind::damaged);
    CHECK(failure.message == ":memory: has no policy; restore a backup");
}

} // namespace reklamaatio::store::tests
