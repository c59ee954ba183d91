// SPDX-License-Identifier: GPL-3.0-or-later
// A database that is known by a file that is open already.
#include "store/open_file.hpp"

#include "store/builders.hpp"
#include "store/held_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

class Held : public HeldFile {
  public:
    explicit Held(const char* name, int kind = SQLITE_OPEN_MAIN_DB) : HeldFile(by_descriptor(), name, kind) {}
};

class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags)
        : m_number(::open(path.c_str(), flags | O_CLOEXEC)) {
        REQUIRE(m_number >= 0);
    }
    ~Descriptor() { ::close(m_number); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }
    std::string name() const { return std::to_string(m_number); }

  private:
    int m_number;
};

} // namespace

TEST_CASE("what names no descriptor is no file, and what is sorted goes the usual way") {
    for (const auto* name : {"", "r.db", "12x", "99999999999999999999"}) {
        CAPTURE(name);
        CHECK(Held(name).status() == SQLITE_CANTOPEN);
    }
    Held sorted(nullptr, SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_DELETEONCLOSE | SQLITE_OPEN_EXCLUSIVE);
    REQUIRE(sorted.status() == SQLITE_OK);
    CHECK(sorted.methods().xWrite(sorted.file(), "abc", 3, 0) == SQLITE_OK);
    sqlite3_int64 size = 0;
    CHECK(sorted.methods().xFileSize(sorted.file(), &size) == SQLITE_OK);
    CHECK(size == 3);
}

TEST_CASE(
    "a file that may only be read is neither written nor cut, and one that may only be written is not read") {
    const TemporaryFolder folder;
    write_file(folder / "r.db", "abc");
    const Descriptor reading(folder / "r.db", O_RDONLY);
    Held read(reading.name().c_str());
    REQUIRE(read.status() == SQLITE_OK);
    CHECK(read.methods().xWrite(read.file(), "x", 1, 0) == SQLITE_IOERR_WRITE);
    CHECK(read.methods().xTruncate(read.file(), 1) == SQLITE_IOERR_TRUNCATE);
    std::array<char, 5> bytes{};
    bytes.fill('?');
    CHECK(read.methods().xRead(read.file(), bytes.data(), 5, 1) == SQLITE_IOERR_SHORT_READ);
    CHECK(std::string_view(bytes.data(), bytes.size()) == std::string_view("bc\0\0\0", 5));
    const auto failure = failure_of([&] { set_journal({reading.number(), "the copy"}, Journal::rollback); });
    CHECK(failure.kind == ErrorKind::cannot_write);
    CHECK(failure.message == "cannot write the copy: Bad file descriptor");

    const Descriptor writing(folder / "r.db", O_WRONLY);
    Held written(writing.name().c_str());
    CHECK(written.methods().xRead(written.file(), bytes.data(), 1, 0) == SQLITE_IOERR_READ);
    CHECK(written.methods().xTruncate(written.file(), 1) == SQLITE_OK);
    CHECK(read_file(folder / "r.db") == "a");
    // Where all is full, that is what SQLite hears.
    const Descriptor full("/dev/full", O_WRONLY);
    Held stuck(full.name().c_str());
    CHECK(stuck.methods().xWrite(stuck.file(), "x", 1, 0) == SQLITE_FULL);
}

TEST_CASE("a file that is closed meanwhile has no size") {
    const auto failure = failure_of([] { size_of({1 << 20, "the copy"}); });
    CHECK(failure.kind == ErrorKind::cannot_read);
    CHECK(failure.message == "cannot look at the copy: Bad file descriptor");
    Held gone("1048576");
    sqlite3_int64 size = 0;
    CHECK(gone.methods().xFileSize(gone.file(), &size) == SQLITE_IOERR_FSTAT);
}

} // namespace reklamaatio::store::tests
