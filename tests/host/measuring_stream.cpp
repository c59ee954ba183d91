// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/measuring_stream.hpp"

#include <sstream>

#include <doctest/doctest.h>

namespace reklamaatio::host::tests {

TEST_CASE("what passes through is counted and digested") {
    std::ostringstream target;
    MeasuringStream measured(target);
    // The examples of FIPS 180-2.
    CHECK(measured.measure().sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    measured << "a" << 'b';
    measured.put('c');
    CHECK(measured.measure().bytes == 3);
    CHECK(measured.measure().sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(target.str() == "abc");
}

TEST_CASE("what was not taken is not counted, and known") {
    std::ostringstream target;
    MeasuringStream measured(target);
    measured << "abc";
    target.setstate(std::ios::badbit);
    measured << "def";
    CHECK_FALSE(measured);
    CHECK(measured.measure().bytes == 3);
}

} // namespace reklamaatio::host::tests
