// SPDX-License-Identifier: GPL-3.0-or-later
// That a writer is told after ten seconds that the database is busy is tried by cli/processes.sh.
#include "store/lock.hpp"

#include "store/builders.hpp"
#include "store/companions.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using std::chrono::seconds;

// Another process that has the writers' lock of a database, and then does something before it ends.
template <typename Work>
pid_t start_holder(const std::filesystem::path& database, Work work) {
    std::array<int, 2> ready{};
    REQUIRE(::pipe(ready.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        try {
            const WriterLock lock(database);
            if (::write(ready[1], "x", 1) == 1) work();
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    ::close(ready[1]);
    char byte = 0;
    const bool has_it = ::read(ready[0], &byte, 1) == 1;
    ::close(ready[0]);
    REQUIRE(has_it);
    return child;
}

// Whether anybody has it, asked of the kernel.
bool is_locked(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(descriptor >= 0);
    const bool is_free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return !is_free;
}

} // namespace

TEST_CASE("whoever waits for a lock gives up when the time is up, and is then in nobody's way") {
    const TemporaryFolder folder;
    const auto database = folder / "r.db";
    const auto path = folder / "r.db.lock";
    LockFile waiting(database, k_writers_lock);
    {
        LockFile holding(database, k_writers_lock);
        REQUIRE(holding.lock(seconds{1}));
        const auto begin = std::chrono::steady_clock::now();
        CHECK_FALSE(waiting.lock(seconds{1}));
        const auto waited = std::chrono::steady_clock::now() - begin;
        CHECK(waited >= std::chrono::milliseconds{990});
        CHECK(waited < seconds{8}); // on a machine that is busy with other things
    }
    CHECK_FALSE(is_locked(path));
    LockFile third(database, k_writers_lock);
    CHECK(third.lock(seconds{1}));
    CHECK(is_locked(path));

    // The alarm clock of the process is as it was.
    struct sigaction handler {};
    REQUIRE(::sigaction(SIGALRM, nullptr, &handler) == 0);
    CHECK((handler.sa_handler == SIG_DFL));
    itimerval timer{};
    REQUIRE(::getitimer(ITIMER_REAL, &timer) == 0);
    CHECK((timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0));
}

TEST_CASE("a second writer waits until the first is done, or dead") {
    const TemporaryFolder folder;
    const auto database = folder / "r.db";
    const auto done = folder / "done";
    pid_t holder = start_holder(database, [&] {
        ::usleep(200'000);
        write_file(done, "done");
    });
    {
        const WriterLock lock(database);
        CHECK(std::filesystem::exists(done));
    }
    ::waitpid(holder, nullptr, 0);
    holder = start_holder(database, [] { ::pause(); });
    ::kill(holder, SIGKILL);
    CHECK_FALSE(failure_of([&] { const WriterLock lock(database); }).kind);
    ::waitpid(holder, nullptr, 0);
}

TEST_CASE("writers and deliveries of alerts do not wait for each other") {
    const TemporaryFolder folder;
    const auto database = folder / "r.db";
    const DeliveryLock delivery(database);
    const WriterLock writer(database);
    for (const auto* name : {"r.db.lock", "r.db.alerts.lock"}) {
        CHECK(is_locked(folder / name));
        struct stat status {};
        REQUIRE(::stat((folder / name).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600U);
    }
    CHECK_FALSE(std::filesystem::exists(database));
}

TEST_CASE("a command that is begun under a lock does not keep it") {
    const TemporaryFolder folder;
    {
        LockFile holding(folder / "x", k_writers_lock);
        REQUIRE(holding.lock(seconds{1}));
        REQUIRE(std::system("sleep 4 >/dev/null 2>&1 &") == 0);
    }
    CHECK_FALSE(is_locked(folder / "x.lock"));
}

TEST_CASE("a lock file that cannot be made is named, and a link is none") {
    const TemporaryFolder folder;
    const auto at = [&](std::string_view name) {
        return failure_of([&] { const WriterLock lock(folder / name); });
    };
    CHECK(at("nowhere/r.db").kind == ErrorKind::cannot_create);
    CHECK(
        at("nowhere/r.db").message
        == fmt::format("cannot make {}: No such file or directory", (folder / "nowhere/r.db.lock").string()));
    std::filesystem::create_symlink(folder / "elsewhere", folder / "r.db.lock");
    CHECK(at("r.db").kind == ErrorKind::not_ours);
    CHECK(at("r.db").message
          == fmt::format("{0}.lock is a symbolic link, where {0} has a file of its own; remove it",
                         (folder / "r.db").string()));
    CHECK_FALSE(std::filesystem::exists(folder / "elsewhere"));
}

} // namespace reklamaatio::store::tests
