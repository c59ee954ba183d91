// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding_guess.hpp"

#include <doctest/doctest.h>

using reklamaatio::exchange::guess_encoding;

TEST_CASE("what is well-formed UTF-8 is UTF-8, also where its end is cut") {
    CHECK(guess_encoding("plain").encoding.empty());
    CHECK(guess_encoding("Meikäläinen").encoding.empty());
    const std::string text = "Meikäl\xC3";
    CHECK(guess_encoding(text).encoding.empty());
}

TEST_CASE("letters and quotes tell an encoding") {
    // "hyvää päivää – “kiuas” 10 €" as Windows writes it.
    const auto finnish = guess_encoding("hyv\xE4\xE4 p\xE4iv\xE4\xE4 \x96 \x93kiuas\x94 10 \x80");
    CHECK(finnish.encoding == "windows-1252");
    CHECK(finnish.evidence == "3 curly quotes, 1 euro sign and 5 letters");
    // "zażółć gęślą jaźń" in each of the two that Poles use.
    CHECK(guess_encoding("za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9 ja\x9F\xF1").encoding == "windows-1250");
    CHECK(guess_encoding("za\xBF\xF3\xB3\xE6 g\xEA\xB6l\xB1 ja\xBC\xF1").encoding == "ISO-8859-2");
}

TEST_CASE("what two encodings read alike is no doubt and what they read otherwise is") {
    CHECK(guess_encoding("p\xE4iv\xE4").others.empty()); // the same letters in all of them
    CHECK(guess_encoding("\xFF\xFEx").encoding == "UTF-16");
}

TEST_CASE("where lines end as on old Macs the letters are theirs") {
    CHECK(guess_encoding("Name\rJ\x9Frgen\rZo\x91\r5 \xDB\r").encoding == "MACINTOSH");
    CHECK(guess_encoding("Name\nJ\xFCrgen\nM\xE9ret\n").encoding == "windows-1252");
}
