// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/output.hpp"

#include "host/failure.hpp"

#include <cerrno>

#include "temporary_folder.hpp"

namespace reklamaatio::host::tests {

using reklamaatio::tests::read_file;
using reklamaatio::tests::TemporaryFolder;

TEST_CASE("what is held back comes out at the end and once") {
    std::ostringstream standard;
    Output held(standard, std::nullopt, true);
    held.stream() << "done";
    CHECK(standard.str().empty());
    held.finish();
    held.finish();
    CHECK(standard.str() == "done");
    Output at_once(standard, std::nullopt, false);
    at_once.stream() << ", more";
    CHECK(standard.str() == "done, more");
}

TEST_CASE("what is held back and never finished is never said") {
    const TemporaryFolder folder;
    std::ostringstream standard;
    {
        Output held(standard, std::nullopt, true);
        held.stream() << "half";
        Output file(standard, (folder / "f").string(), true);
        file.stream() << "half";
    }
    CHECK(standard.str().empty());
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a file gets what standard output would have got") {
    const TemporaryFolder folder;
    for (const bool is_held : {false, true}) {
        std::ostringstream standard;
        Output output(standard, (folder / "f").string(), is_held);
        output.stream() << "to the file " << is_held;
        output.finish();
        CHECK(standard.str().empty());
        CHECK(read_file(folder / "f") == (is_held ? "to the file 1" : "to the file 0"));
    }
}

TEST_CASE("it is an error when not every byte is taken") {
    std::ofstream full("/dev/full");
    Output output(full, std::nullopt, true);
    output.stream() << "too much";
    try {
        output.finish();
        FAIL("a full disk takes nothing");
    } catch (const Failure& fault) {
        CHECK(fault.status() == ExitStatus::write_error);
    }
}

TEST_CASE("a failure of long ago is not told as a success") {
    std::ostringstream standard;
    Output output(standard, std::nullopt, false);
    standard.setstate(std::ios::badbit);
    errno = 0;
    CHECK_THROWS_WITH(output.finish(), "cannot write standard output: it did not take every byte");
    errno = ENOSPC;
    Output another(standard, std::nullopt, false);
    CHECK_THROWS_WITH(another.finish(), "cannot write standard output: No space left on device");
}

} // namespace reklamaatio::host::tests
