// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/streamed_copy.hpp"

#include "store/error.hpp"
#include "text/streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "temporary_folder.hpp"

namespace reklamaatio::store::tests {
namespace {

// The header of one of ours with two pages of 512 bytes, and these.
std::string copy_of_1024_bytes() {
    std::string bytes(1024, 'x');
    bytes.replace(0, 16, std::string("SQLite format 3\0", 16));
    bytes.replace(16, 4, std::string("\x02\x00\x01\x01", 4));
    bytes.replace(28, 4, std::string("\x00\x00\x00\x02", 4));
    bytes.replace(68, 4, "RKLM");
    return bytes;
}

struct Taken {
    std::string fault; // empty: none
    off_t size = 0;
};

Taken taken(const std::string& bytes) {
    const reklamaatio::tests::TemporaryFolder folder;
    const int file = ::open((folder / "copy").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    text::InText in(bytes);
    Taken taken;
    try {
        take_copy(in, {file, "the pipe"});
    } catch (const StoreError& fault) {
        taken.fault = fault.what();
    }
    taken.size = ::lseek(file, 0, SEEK_END);
    ::close(file);
    return taken;
}

} // namespace

TEST_CASE("a copy that comes through a pipe is taken as it is") {
    CHECK(taken(copy_of_1024_bytes()).fault == "");
    CHECK(taken(copy_of_1024_bytes()).size == 1024);
}

TEST_CASE("what is no copy is refused with what it is instead") {
    auto bytes = copy_of_1024_bytes();
    CHECK(taken("").fault == "nothing came through the pipe; see what was to write it");
    CHECK(taken("\x1f\x8b packed").fault == "the pipe is packed; send it through gunzip first");
    CHECK(taken(bytes.substr(0, 99)).fault == "the pipe is not a reklamaatio database");
    CHECK(taken(bytes.substr(0, 700)).fault == "the pipe was cut short: 700 of 1024 bytes came");
    CHECK(taken(bytes + "y").fault
          == "the pipe goes on behind the end of the database, which has 1024 bytes");
    bytes[19] = 2;
    CHECK(taken(bytes).fault
          == "the pipe is a database in use and no backup; name its file, or send what reklamaatio "
             "backup - prints");
    bytes[70] = 'X';
    CHECK(taken(bytes).fault == "the pipe is not a reklamaatio database");
}

} // namespace reklamaatio::store::tests
