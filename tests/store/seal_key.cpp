// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seal_key.hpp"

#include "complaint/error.hpp"
#include "store/digest.hpp"

#include <string>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {

TEST_CASE("a seal is that of Python's hashlib, whichever way its key is written") {
    // hashlib.blake2b(b"reklamaatio change 1:7:12:" + b"\x01" * 32, digest_size=32, key=bytes(range(32)))
    const std::string digits = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    const std::string expected = "c84f514f96f25f439d6d1ec7533902c8805404a2662ecfbf6a8a9492313a5bb6";
    for (const auto& content : {digits, digits + "\n", digits + "\r\n", from_hex(digits).value()})
        CHECK(hex(SealKey(content).seal_of(7, 12, std::string(32, '\1'))) == expected);
}

TEST_CASE("a seal is of one change, one event and one hash") {
    const SealKey key(from_hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f").value());
    const auto seal = key.seal_of(1, 23, "a");
    CHECK(seal != key.seal_of(12, 3, "a"));
    CHECK(seal != key.seal_of(1, 23, "b"));
    CHECK(seal != key.seal_of(1, 2, "3:a"));
    CHECK(seal == key.seal_of(1, 23, "a"));
}

TEST_CASE("what is too short or too long or always the same is no key") {
    for (const std::size_t size : {0U, 1U, 30U, 32U, 62U, 64U, 200U})
        CHECK_THROWS_AS(SealKey(std::string(size, 'a') + (size > 0 ? "b" : "")), complaint::BadValue);
    CHECK_THROWS_AS(SealKey(std::string(32, 'x')), complaint::BadValue);
    CHECK_THROWS_AS(SealKey(std::string(64, '0')), complaint::BadValue);
    CHECK_THROWS_AS(SealKey(std::string(63, '1') + "g"), complaint::BadValue);
}

} // namespace reklamaatio::store::tests
