// SPDX-License-Identifier: GPL-3.0-or-later
// What one account can see of sharing; several accounts are tried by cli/sharing.sh.
#include "store/sharing.hpp"

#include "store/builders.hpp"
#include "store/companions.hpp"
#include "store/likeness.hpp"
#include "store/sole_use.hpp"

#include <unistd.h>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds k_at_once{0};

void make(const fs::path& path) {
    Store::open_for_writing(path, true, founding()).commit();
}

bool is_nobodys(const fs::path& path) {
    return SoleUse(path).take(k_at_once);
}

} // namespace

TEST_CASE("the log and its index stay when the last one goes, with nothing in the log") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    make(path);
    CHECK(fs::exists(companion(path, "-shm")));
    REQUIRE(fs::exists(companion(path, "-wal")));
    CHECK(fs::file_size(companion(path, "-wal")) == 0);
    CHECK(Store::open_for_reading(path).policies().current().version == 1);
    CHECK(fs::file_size(companion(path, "-wal")) == 0);
}

TEST_CASE("nobody has a database alone that another has open, also in the same process") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    make(path);
    CHECK(is_nobodys(path));
    {
        const Store reader = Store::open_for_reading(path);
        CHECK_FALSE(is_nobodys(path));
        // The reader has not lost its lock by that.
        CHECK_FALSE(is_nobodys(path));
    }
    {
        const Store writer = Store::open_for_writing(path, false, founding());
        CHECK_FALSE(is_nobodys(path));
    }
    CHECK(is_nobodys(path));
    SoleUse alone(path);
    REQUIRE(alone.take(k_at_once));
    CHECK_FALSE(is_nobodys(path));
}

TEST_CASE("a file that is made like another has its mode from the start, whatever the umask") {
    const TemporaryFolder folder;
    for (const mode_t mask : {0U, 022U, 077U}) {
        const auto before = ::umask(mask);
        const auto path = folder / std::to_string(mask);
        make_file_alike(path, {0664, ::geteuid(), ::getegid()});
        ::umask(before);
        CHECK(likeness_of(path)->mode == 0664U);
        CHECK(fs::file_size(path) == 0);
    }
}

TEST_CASE("a file that is there is not made anew, and a link is not followed") {
    const TemporaryFolder folder;
    const Likeness wanted{0640, ::geteuid(), ::getegid()};
    write_file(folder / "x", "kept");
    make_file_alike(folder / "x", wanted);
    CHECK(read_file(folder / "x") == "kept");
    fs::permissions(folder / "x", fs::perms(0600));
    fs::create_symlink(folder / "x", folder / "soft");
    make_alike(folder / "soft", wanted);
    CHECK(likeness_of(folder / "x")->mode == 0600U);
    fs::create_hard_link(folder / "x", folder / "hard");
    make_alike(folder / "hard", wanted);
    CHECK(likeness_of(folder / "x")->mode == 0600U);
    fs::remove(folder / "hard");
    make_alike(folder / "x", wanted);
    CHECK(likeness_of(folder / "x")->mode == 0640U);
}

TEST_CASE("what may be used alike is alike: the owner matters where he may more than the group") {
    const Likeness original{0640, 1, 5};
    CHECK(is_alike({0640, 1, 5}, original));
    CHECK_FALSE(is_alike({0640, 2, 5}, original));
    CHECK_FALSE(is_alike({0640, 1, 6}, original));
    CHECK_FALSE(is_alike({0600, 1, 5}, original));
    CHECK(is_alike({0660, 2, 5}, {0660, 1, 5}));
}

TEST_CASE("the file systems of networks are known by the numbers of statfs(2)") {
    // From the manual page of statfs.
    CHECK(network_named(0x6969) == "NFS");
    CHECK(network_named(0xff534d42) == "CIFS");
    CHECK(network_named(0xfe534d42) == "SMB");
    CHECK(network_named(0x517b) == "SMB");
    CHECK(network_named(0x73757245) == "Coda");
    CHECK(network_named(0x01021997) == "9P");
    CHECK(network_named(0xef53).empty());     // ext4
    CHECK(network_named(0x01021994).empty()); // tmpfs
    CHECK_FALSE(network_of("/nonexistent"));
}

TEST_CASE("a folder that does not hand its group on is no place to share") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    make(path);
    fs::permissions(folder.path(), fs::perms(0770));
    const auto failure = failure_of([&] { share(path); });
    CHECK(failure.kind == ErrorKind::cannot_create);
    CHECK(failure.message.find("does not hand its group on to new files") != std::string::npos);
    CHECK(likeness_of(path)->mode == 0600U);
    fs::permissions(folder.path(), fs::perms(02770));
    share(path);
    for (const auto* ending : {"", "-wal", "-shm", ".lock"})
        CHECK(likeness_of(companion(path, ending))->mode == 0660U);
}

} // namespace reklamaatio::store::tests
