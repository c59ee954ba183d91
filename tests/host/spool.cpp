// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/spool.hpp"

#include "host/failure.hpp"
#include "host/input_file.hpp"
#include "host/world.hpp"

#include <filesystem>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "temporary_folder.hpp"

namespace reklamaatio::host::tests {
namespace {

std::string read_whole(std::istream& in) {
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace

TEST_CASE("what was spooled can be read again and again however long it is") {
    World world;
    for (const std::size_t length : {0UL, 1UL, 999UL, 1000UL, 1001UL, 200'000UL}) {
        CAPTURE(length);
        std::string text;
        for (std::size_t i = 0; i < length; ++i)
            text += static_cast<char>('a' + i % 23);
        std::istringstream in(text);
        const auto copy = spooled(in, "input", world.environment(), 1000);
        for (int round = 0; round < 2; ++round) {
            CHECK(read_whole(*copy) == text);
            copy->clear();
            copy->seekg(0);
        }
    }
}

TEST_CASE("a line that does not end is given up") {
    World world;
    const std::string line(k_longest_text, 'x');
    std::istringstream in(line + "\n" + line + "\r");
    CHECK_NOTHROW(spooled(in, "input", world.environment(), 1000));
    std::istringstream longer("\n" + line + "x");
    CHECK_THROWS_WITH_AS(spooled(longer, "input", world.environment(), 1000),
                         "input: a line is longer than 16 MiB; is this a text file?", Failure);
}

TEST_CASE("without a folder for it what is long is refused") {
    World world;
    world.variables["TMPDIR"] = "/nowhere";
    std::istringstream in(std::string(3000, 'x'));
    CHECK_THROWS_WITH_AS(spooled(in, "input", world.environment(), 1000),
                         "cannot keep what comes through the pipe in /nowhere: No such file or directory; "
                         "set TMPDIR to a folder with room",
                         Failure);
    std::istringstream small("x");
    CHECK(read_whole(*spooled(small, "input", world.environment(), 1000)) == "x");
}

TEST_CASE("what is spooled has no name that anybody could find") {
    World world;
    const reklamaatio::tests::TemporaryFolder folder;
    world.variables["TMPDIR"] = folder.path().string();
    std::istringstream in(std::string(3000, 'x'));
    const auto copy = spooled(in, "input", world.environment(), 1000);
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK(read_whole(*copy).size() == 3000);
}

} // namespace reklamaatio::host::tests
