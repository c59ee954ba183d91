// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/spool.hpp"

#include "host/failure.hpp"
#include "host/world.hpp"

#include <sstream>

#include <doctest/doctest.h>

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
        const auto copy = spooled(in, world.environment(), 1000);
        for (int round = 0; round < 2; ++round) {
            CHECK(read_whole(*copy) == text);
            copy->clear();
            copy->seekg(0);
        }
    }
}

TEST_CASE("without a folder for it what is long is refused") {
    World world;
    world.variables["TMPDIR"] = "/nowhere";
    std::istringstream in(std::string(3000, 'x'));
    CHECK_THROWS_AS(spooled(in, world.environment(), 1000), Failure);
    std::istringstream small("x");
    CHECK(read_whole(*spooled(small, world.environment(), 1000)) == "x");
}

} // namespace reklamaatio::host::tests
