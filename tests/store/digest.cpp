// SPDX-License-Identifier: GPL-3.0-or-later
// The digests are what `b2sum -l 256` prints.
#include "store/digest.hpp"

#include "complaint/id.hpp"

#include <set>
#include <vector>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {

using std::chrono::milliseconds;

TEST_CASE("a digest is BLAKE2b of 32 bytes, of any bytes") {
    CHECK(hex(digest("")) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(hex(digest("abc")) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    const std::string zero("a\0b", 3);
    CHECK(hex(digest(zero)) == "f2c67fb755da2d22dea00c49aa161fa4457ada51c50260da341260b4752f74d1");
    CHECK(digest(zero) != digest("a"));
    CHECK(short_digest("abc") == "vd2BPGNCOXIxce8/7phXmw"); // head -c 16 | base64 of the same
}

TEST_CASE("hexadecimal digits are those of whole bytes or none") {
    CHECK(hex("").empty());
    CHECK(hex(std::string("\0\x0a\xff", 3)) == "000aff");
    CHECK(from_hex("000aff") == std::string("\0\x0a\xff", 3));
    CHECK(from_hex("0AfF") == std::string("\x0a\xff"));
    CHECK(from_hex("") == "");
    for (const auto* text : {"0", "000", "0g", "g0", "00 ", " 00", "0x00", "00:00"}) {
        CAPTURE(text);
        CHECK_FALSE(from_hex(text));
    }
    std::string all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    CHECK(from_hex(hex(all)) == all);
}

TEST_CASE("salts are 16 bytes and none comes twice") {
    std::set<std::string> salts;
    for (int i = 0; i < 100; ++i)
        salts.insert(new_salt());
    CHECK(salts.size() == 100);
    for (const auto& salt : salts)
        CHECK(salt.size() == 16);
}

// RFC 9562, A.6: 017F22E2-79B0-7CC3-98C4-DC0C0C07398F was made on 22 February 2022 at 19:22:22 UTC.
TEST_CASE("a uid begins with its time, is of version 7, and sorts by it") {
    const milliseconds then{1'645'557'742'000};
    std::set<std::string> uids;
    std::vector<std::string> made;
    for (int i = 0; i < 100; ++i) {
        const auto uid = new_uid(then);
        CAPTURE(uid);
        CHECK(complaint::is_uid(uid));
        CHECK(uid.substr(0, 15) == "017f22e2-79b0-7");
        CHECK(std::string_view("89ab").find(uid[19]) != std::string_view::npos);
        uids.insert(uid);
        made.push_back(uid);
    }
    CHECK(uids.size() == 100);
    CHECK(std::vector(uids.begin(), uids.end()) == made);
    CHECK(*uids.rbegin() < new_uid(then + milliseconds{1}));
}

} // namespace reklamaatio::store::tests
