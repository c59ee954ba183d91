// SPDX-License-Identifier: GPL-3.0-or-later
// The list of who was erased, beside the database.
#include "store/erased_list.hpp"

#include "store/builders.hpp"
#include "store/customer_scope.hpp"
#include "store/digest.hpp"
#include "store/erasure.hpp"
#include "store/sealed.hpp"

#include <csignal>
#include <sys/resource.h>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

namespace fs = std::filesystem;

const Instant k_now = utc("2026-01-12T07:00:00Z");
const Instant k_later = utc("2026-01-13T07:00:00Z");

Erased complaint_erased(const std::string& uid, Instant at = k_now) {
    return {0, "", uid, at};
}

// As long as it lives, files cannot grow: writing to them fails with EFBIG.
class NoRoom {
  public:
    NoRoom() : m_before_signal(std::signal(SIGXFSZ, SIG_IGN)) {
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &m_before) == 0);
        const rlimit none{0, m_before.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
    }
    ~NoRoom() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_before_signal);
    }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

  private:
    rlimit m_before{};
    void (*m_before_signal)(int);
};

std::vector<fs::path> names_in(const fs::path& folder) {
    std::vector<fs::path> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename());
    return names;
}

// Two customers, of whom the first has two complaints, and a complaint of nobody's.
void fill(Desk& desk) {
    desk.open(about("The stove is broken"), k_now, customer("Maija", "maija@example.fi"));
    desk.open(about("It is broken again"), k_now, customer("Maija", "maija@example.fi"));
    desk.open(about("Late again"), k_now, customer("Pekka", "pekka@example.fi"));
    desk.open(about("Nobody answers"), k_now);
}

} // namespace

TEST_CASE("the list is read as it was written, and each is in it once") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    write_file(path, "x");
    CHECK(erased_beside(path).empty());
    const Erased one{7, "07e8", "", k_now};
    const auto other = complaint_erased("019b0000-0000-7000-8000-000000000001", k_later);
    add_erased(path, {one});
    add_erased(path, {one, other});
    add_erased(path, {});
    CHECK(erased_beside(path) == std::vector{one, other});
    CHECK(read_file(erased_list_of(path))
          == R"({"customer_event":7,"hash":"07e8","erased_at":"2026-01-12T07:00:00Z"})"
             "\n"
             R"({"complaint":"019b0000-0000-7000-8000-000000000001","erased_at":"2026-01-13T07:00:00Z"})"
             "\n");
}

TEST_CASE("a list that cannot be read says why") {
    const TemporaryFolder folder;
    const auto list = folder / "r.db.erased";
    fs::create_directory(list);
    CHECK(failure_of([&] { erased_beside(folder / "r.db"); }).kind == ErrorKind::not_ours);
    const auto failure = failure_of([&] { read_erased(list); });
    CHECK(failure.kind == ErrorKind::unreachable);
    CHECK(failure.message == fmt::format("cannot read {}: Is a directory", list.string()));
    fs::remove(list);
    for (const auto* line :
         {"{}", "x", R"({"complaint":"019b"})", R"({"complaint":"019b","erased_at":"today"})",
          R"({"customer_event":"7","hash":"07e8","erased_at":"2026-01-12T07:00:00Z"})"}) {
        CAPTURE(line);
        write_file(list, R"({"complaint":"019b","erased_at":"2026-01-12T07:00:00Z"})"
                         "\n" + std::string(line)
                             + "\n");
        const auto damaged = failure_of([&] { erased_beside(folder / "r.db"); });
        CHECK(damaged.kind == ErrorKind::damaged);
        CHECK(damaged.message == fmt::format("{}:2: this tells of nothing that was erased", list.string()));
    }
}

TEST_CASE("a list that cannot be written stays as it was, and nothing is left beside it") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    write_file(path, "x");
    add_erased(path, {complaint_erased("one")});
    const auto before = read_file(erased_list_of(path));
    const auto names = names_in(folder.path());
    const auto failure = failure_of([&] {
        const NoRoom disk;
        add_erased(path, {complaint_erased("two")});
    });
    CHECK(failure.kind == ErrorKind::cannot_write);
    CHECK(failure.message
          == fmt::format("cannot write {}, the list of who was erased: File too large",
                         erased_list_of(path).string()));
    CHECK(read_file(erased_list_of(path)) == before);
    CHECK(names_in(folder.path()) == names);
    const auto missing = failure_of([&] { add_erased(folder / "none" / "r.db", {complaint_erased("two")}); });
    CHECK(missing.kind == ErrorKind::cannot_write);
    CHECK(missing.message.ends_with("the list of who was erased: No such file or directory"));
}

TEST_CASE("a change tells whom it erased, and the log tells of all") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    Desk desk(store);
    fill(desk);
    auto ledger = desk.ledger(k_later, "customer erase");
    ledger.erase(scope_of(database, CustomerId{1}));
    const auto erased = erased_by(database, ledger.change());
    REQUIRE(erased.size() == 3); // she, and what she complained of
    CHECK(erased[0].event > 0);
    CHECK(erased[0].uid.empty());
    CHECK(erased[1].uid == Desk::uid_of({1}));
    CHECK(erased[2].uid == Desk::uid_of({2}));
    CHECK(erased_ever(database) == erased);
    CHECK(erased_by(database, 2).empty());
    CHECK(still_kept(database, erased).empty());
}

TEST_CASE("of the list those are erased again who are there as they were") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    fill(desk);
    auto ledger = desk.ledger(k_later, "customer erase");
    ledger.erase(scope_of(store.database(), CustomerId{1}));
    const auto list = erased_by(store.database(), ledger.change());

    Store older = Store::in_memory(founding());
    Desk other(older);
    fill(other);
    auto& database = older.database();
    const auto numbers = [&](const std::vector<Erased>& erased) {
        const auto found = still_kept(database, erased);
        return std::pair(found.customers, found.complaints);
    };
    using Found = std::pair<std::vector<CustomerId>, std::vector<Id>>;
    // The salts are others in this database: no customer of it is the one whom the list means, but whose complaints they all are.
    CHECK(numbers(list) == Found{{CustomerId{1}}, {}});
    // One of two complaints does not say that all of hers was erased.
    CHECK(numbers({list[1]}) == Found{{}, {Id{1}}});
    CHECK(numbers({complaint_erased(Desk::uid_of({4}))}) == Found{{}, {Id{4}}});
    CHECK(numbers({complaint_erased("of another database")}) == Found{});
    CHECK(numbers({{999, "07e8", "", k_later}}) == Found{});
    other.ledger(k_later, "customer erase").erase(scope_of(database, CustomerId{1}));
    CHECK(numbers(list) == Found{});
    // What came after is meant by a later erasure only.
    CHECK(numbers({complaint_erased(Desk::uid_of({1}), k_later)}) == Found{});
    CHECK(numbers({complaint_erased(Desk::uid_of({1}), utc("2026-01-14T07:00:00Z"))}) == Found{});
}

TEST_CASE("a customer who is known by the event that added her is erased, unless that was later") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    Desk desk(store);
    desk.ledger(k_now).register_customer(customer("Maija", "maija@example.fi"));
    const auto event = last_event(database);
    const Erased meant{event, hex(hash_of_event(database, event)), "", k_later};
    CHECK(still_kept(database, {meant}).customers == std::vector{CustomerId{1}});
    CHECK(still_kept(database, {{event, "07e8", "", k_later}}).empty());
    desk.ledger(k_later, "customer erase").erase(scope_of(database, CustomerId{1}));
    CHECK(still_kept(database, {meant}).empty());
    desk.ledger(k_later, "undo"); // nothing of it comes back
    CHECK(faults_of(store) == "");
}

} // namespace reklamaatio::store::tests
