// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/output_file.hpp"

#include "host/failure.hpp"

#include <optional>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

#include "temporary_folder.hpp"

namespace reklamaatio::host::tests {
namespace {

namespace fs = std::filesystem;
using reklamaatio::tests::read_file;
using reklamaatio::tests::TemporaryFolder;
using reklamaatio::tests::write_file;

std::set<std::string> names_in(const TemporaryFolder& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder.path()))
        names.insert(entry.path().filename());
    return names;
}

std::optional<ExitStatus> status_of(const std::string& path) {
    try {
        OutputFile file(path);
    } catch (const Failure& fault) {
        return fault.status();
    }
    return std::nullopt;
}

bool is_refused(const std::string& path, const std::string& database) {
    try {
        check_output("--output", path, database);
    } catch (const UsageError&) {
        return true;
    }
    return false;
}

} // namespace

TEST_CASE("a file is the old one until all is written and then the new one") {
    const TemporaryFolder folder;
    const auto path = folder / "list.csv";
    write_file(path, "old");
    OutputFile file(path);
    file.stream() << "new" << std::flush;
    CHECK(read_file(path) == "old");
    file.finish();
    CHECK(read_file(path) == "new");
    CHECK(names_in(folder) == std::set<std::string>{"list.csv"});
}

TEST_CASE("what is given up leaves the old file and nothing beside it") {
    const TemporaryFolder folder;
    const auto path = folder / "list.csv";
    write_file(path, "old");
    {
        OutputFile file(path);
        file.stream() << "half";
    }
    CHECK(read_file(path) == "old");
    { OutputFile unwritten(folder / "none.csv"); }
    CHECK(names_in(folder) == std::set<std::string>{"list.csv"});
}

TEST_CASE("a file that is written again keeps its mode") {
    const TemporaryFolder folder;
    const auto path = folder / "list.csv";
    write_file(path, "old");
    for (const mode_t mode : {0600U, 0640U, 0666U}) {
        REQUIRE(::chmod(path.c_str(), mode) == 0);
        OutputFile file(path);
        file.finish();
        struct stat facts {};
        REQUIRE(::stat(path.c_str(), &facts) == 0);
        CHECK((facts.st_mode & 07777) == mode);
    }
}

TEST_CASE("a new file has the mode that the umask gives") {
    const TemporaryFolder folder;
    const mode_t before = ::umask(027);
    OutputFile file(folder / "new.csv");
    file.finish();
    ::umask(before);
    struct stat facts {};
    REQUIRE(::stat((folder / "new.csv").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 07777) == 0640);
}

TEST_CASE("a link stays a link and what it leads to is written") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "elsewhere");
    fs::create_symlink("elsewhere/target", folder / "second");
    fs::create_symlink("second", folder / "first");
    for (const auto* text : {"made", "replaced"}) {
        OutputFile file(folder / "first");
        file.stream() << text;
        file.finish();
        CHECK(fs::is_symlink(folder / "first"));
        CHECK(fs::is_symlink(folder / "second"));
        CHECK(read_file(folder / "elsewhere/target") == text);
    }
    fs::create_symlink("round", folder / "round");
    CHECK(status_of(folder / "round") == ExitStatus::cannot_create);
}

// fs.protected_symlinks, which is on in Debian, keeps only those links from being followed that the kernel follows.
TEST_CASE("a link that somebody else put where everybody may is not followed"
          * doctest::skip(::geteuid() != 0)) {
    constexpr uid_t k_stranger = 4242;
    const TemporaryFolder folder;
    const auto place = folder / "place";
    fs::create_directory(place);
    write_file(folder / "private", "old");
    for (const auto* target : {"../private", "../none"}) {
        const auto link = place / (std::string("link-to-") + (target + 3));
        fs::create_symlink(target, link);
        fs::permissions(place, fs::perms(01777));
        REQUIRE(::chown(place.c_str(), k_stranger, k_stranger) == 0);
        CHECK(status_of(link) == std::nullopt); // of ours
        REQUIRE(::lchown(link.c_str(), k_stranger + 1, k_stranger) == 0);
        CHECK(status_of(link) == ExitStatus::no_permission);
        REQUIRE(::lchown(link.c_str(), k_stranger, k_stranger) == 0);
        CHECK(status_of(link) == std::nullopt); // of whose the folder is
        REQUIRE(::lchown(link.c_str(), k_stranger + 1, k_stranger) == 0);
        fs::permissions(place, fs::perms(0777));
        CHECK(status_of(link) == std::nullopt); // where anybody can take away anything
    }
    CHECK(read_file(folder / "private") == "old");
}

TEST_CASE("a file beside the database is known by a relative name as well") {
    const TemporaryFolder folder;
    const std::string database = folder / "r.db";
    write_file(database, "");
    const auto before = fs::current_path();
    fs::current_path(folder.path());
    for (const auto* name : {"r.db", "./r.db", "r.db-journal", "./r.db-wal", "r.db.lock"}) {
        CAPTURE(name);
        CHECK(is_refused(name, database));
        CHECK(is_refused(database + "-journal", "r.db"));
    }
    CHECK_FALSE(is_refused("r.csv", database));
    fs::current_path(before);
}

TEST_CASE("a device is written as it stands") {
    OutputFile nowhere("/dev/null");
    nowhere.stream() << "gone";
    nowhere.finish();
    CHECK(fs::is_character_file("/dev/null"));
    OutputFile full("/dev/full");
    full.stream() << "too much";
    try {
        full.finish();
        FAIL("a full disk takes nothing");
    } catch (const Failure& fault) {
        CHECK(fault.status() == ExitStatus::write_error);
    }
}

TEST_CASE("what cannot be made is refused before anything is written") {
    const TemporaryFolder folder;
    CHECK(status_of(folder.path()) == ExitStatus::cannot_create);
    CHECK(status_of(folder / "none/list.csv") == ExitStatus::cannot_create);
    CHECK_FALSE(status_of(folder / "list.csv"));
}

TEST_CASE("two paths name one file through links and folders and before it is there") {
    const TemporaryFolder folder;
    write_file(folder / "a", "");
    write_file(folder / "b", "");
    fs::create_symlink("a", folder / "link");
    fs::create_hard_link(folder / "a", folder / "hard");
    fs::create_directory(folder / "sub");
    CHECK(is_same_file(folder / "a", folder / "link"));
    CHECK(is_same_file(folder / "a", folder / "hard"));
    CHECK(is_same_file(folder / "a", folder / "sub/../a"));
    CHECK_FALSE(is_same_file(folder / "a", folder / "b"));
    CHECK(is_same_file(folder / "none", folder / "sub/../none"));
    CHECK_FALSE(is_same_file(folder / "none", folder / "sub/none"));
}

TEST_CASE("no output takes the place of the database or of a file beside it") {
    const TemporaryFolder folder;
    const std::string database = folder / "r.db";
    CHECK(is_refused("", database));
    CHECK(is_refused("", ""));
    for (const auto* ending : {"", "-wal", "-shm", "-journal", ".lock", ".alerts.lock"})
        CHECK(is_refused(database + ending, database));
    write_file(database, "");
    fs::create_symlink("r.db", folder / "link");
    CHECK(is_refused(folder / "link", database));
    CHECK_FALSE(is_refused(folder / "r.csv", database));
    CHECK_FALSE(is_refused(database, ""));
}

} // namespace reklamaatio::host::tests
