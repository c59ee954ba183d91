// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/unnamed_file.hpp"

#include <cerrno>
#include <csignal>
#include <set>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "temporary_folder.hpp"

namespace reklamaatio::host::tests {
namespace {

using reklamaatio::tests::read_file;
using reklamaatio::tests::TemporaryFolder;
using reklamaatio::tests::write_file;
using Kind = UnnamedFile::Kind;

std::set<std::string> names_in(const TemporaryFolder& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.insert(entry.path().filename());
    return names;
}

void write_into(const UnnamedFile& file, const std::string& text) {
    REQUIRE(::write(file.descriptor(), text.data(), text.size()) == static_cast<ssize_t>(text.size()));
}

constexpr Kind k_kinds[] = {Kind::unnamed_where_it_can_be, Kind::named};

} // namespace

TEST_CASE("a file that is put as a new one replaces nothing") {
    for (const Kind kind : k_kinds) {
        CAPTURE(kind);
        const TemporaryFolder folder;
        write_file(folder.path() / "taken", "old");
        {
            UnnamedFile file(folder.path() / "taken", kind);
            write_into(file, "new");
            CHECK_FALSE(file.put_new());
            CHECK(errno == EEXIST);
        }
        CHECK(read_file(folder.path() / "taken") == "old");
        UnnamedFile file(folder.path() / "free", kind);
        write_into(file, "new");
        CHECK(file.flush());
        REQUIRE(file.put_new());
        CHECK(file.flush());
        CHECK(read_file(folder.path() / "free") == "new");
        CHECK(names_in(folder) == std::set<std::string>{"free", "taken"});
    }
}

TEST_CASE("a file gets its name when it is put and replaces what had it") {
    for (const Kind kind : k_kinds) {
        CAPTURE(kind);
        const TemporaryFolder folder;
        const auto path = folder / "list.csv";
        for (const std::string text : {"one", "another"}) {
            UnnamedFile file(path, kind);
            REQUIRE(file.is_open());
            write_into(file, text);
            CHECK(file.put());
            CHECK(read_file(path) == text);
        }
        CHECK(names_in(folder) == std::set<std::string>{"list.csv"});
    }
}

TEST_CASE("a file that was not put leaves nothing and is read by nobody else meanwhile") {
    for (const Kind kind : k_kinds) {
        CAPTURE(kind);
        const TemporaryFolder folder;
        {
            const UnnamedFile file(folder / "list.csv", kind);
            REQUIRE(file.is_open());
            write_into(file, "half");
            struct stat facts {};
            REQUIRE(::fstat(file.descriptor(), &facts) == 0);
            CHECK((facts.st_mode & 07777) == 0600);
            CHECK(names_in(folder).size() == (kind == Kind::named ? 1 : 0));
        }
        CHECK(names_in(folder).empty());
    }
}

TEST_CASE("a signal that ends the program leaves nothing and ends it all the same") {
    for (const int signal : {SIGHUP, SIGINT, SIGTERM}) {
        CAPTURE(signal);
        const TemporaryFolder folder;
        const pid_t child = ::fork();
        if (child == 0) {
            std::signal(signal, SIG_DFL);
            const UnnamedFile file(folder / "list.csv", Kind::named);
            ::raise(signal);
            ::_exit(0);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == signal);
        CHECK(names_in(folder).empty());
    }
}

TEST_CASE("a folder that is not there is said by errno") {
    const TemporaryFolder folder;
    const UnnamedFile file(folder / "none" / "list.csv");
    CHECK_FALSE(file.is_open());
    CHECK(errno == ENOENT);
}

} // namespace reklamaatio::host::tests
