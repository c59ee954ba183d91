// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decoder.hpp"

#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::DataError;
using tests::csv_texts;

namespace {

std::string fault_in(const std::string& csv, const std::string& encoding = "") {
    return tests::fault_of<DataError>([&] { tests::csv_rows(csv, {.encoding = encoding}); });
}

std::string utf16(std::u16string_view text, bool big_endian) {
    std::string bytes;
    for (const char16_t c : text) {
        const char high = static_cast<char>(c >> 8);
        const char low = static_cast<char>(c & 0xFF);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    }
    return bytes;
}

} // namespace

TEST_CASE("other encodings become UTF-8") {
    CHECK(csv_texts("a,b\n\xE4\xF6,x\n", {.encoding = "ISO-8859-1"}) == "a|b / äö|x");
    CHECK(csv_texts("\xB3\xF3\x9F,\xBF\n", {.encoding = "windows-1250"}) == "łóź|ż");
    CHECK(csv_texts("\xB3\xF3\xBC,\xBF\n", {.encoding = "iso-8859-2"}) == "łóź|ż");
    for (const auto* utf8 : {"", "utf8", "UTF-8"})
        CHECK(csv_texts("ä,b\n", {.encoding = utf8}) == "ä|b");
    CHECK(tests::csv_places("\xE4\xF6,x\n", {.encoding = "latin1"}) == "1:1 1:4");
}

TEST_CASE("UTF-16 needs to be announced") {
    const auto csv = utf16(u"\uFEFFa,ä€\r\n1,2\r\n", false);
    CHECK(fault_in(csv) == "f.csv: utf16: encoding UTF-16");
    CHECK(csv_texts(csv, {.encoding = "UTF-16"}) == "a|ä€ / 1|2");
    CHECK(csv_texts(csv, {.encoding = "UTF-16LE"}) == "a|ä€ / 1|2");
    CHECK(csv_texts(utf16(u"\uFEFFa,ä\n", true), {.encoding = "UTF-16"}) == "a|ä");
    CHECK(fault_in(utf16(u"\uFEFFa,b\n", true)) == "f.csv: utf16: encoding UTF-16");
    CHECK(fault_in(std::string("\xFF\xFE\0\0a\0\0\0", 8)) == "f.csv: utf16: encoding UTF-32");
    CHECK(fault_in(std::string("\0\0\xFE\xFF\0\0\0a", 8)) == "f.csv: utf16: encoding UTF-32");
    CHECK(fault_in(utf16(u"a,b\n", false)) == "f.csv: utf16: encoding UTF-16LE");
    CHECK(fault_in(utf16(u"a,b\n", true)) == "f.csv: utf16: encoding UTF-16BE");
}

TEST_CASE("a BOM means UTF-8 whatever was said") {
    CHECK(csv_texts("\xEF\xBB\xBFä,b\n") == "ä|b");
    CHECK(csv_texts("\xEF\xBB\xBFä,b\n", {.encoding = "ISO-8859-1"}) == "ä|b");
}

TEST_CASE("characters that fall across the edge of the buffer are whole") {
    const std::string pad(65'535, 'x');
    const auto wide = [](std::string_view text) {
        std::u16string units;
        for (const char c : text)
            units += static_cast<char16_t>(c);
        return units;
    };
    CHECK((csv_texts(utf16(wide(pad) + u"😀,b\n", false), {.encoding = "UTF-16LE"}) == pad + "😀|b"));
    CHECK((csv_texts(pad + "\xE4\n", {.encoding = "latin1"}) == pad + "ä"));
    CHECK((csv_texts(pad + "😀\n") == pad + "😀"));
}

TEST_CASE("an encoding that nobody knows is refused") {
    const auto read = [] { tests::csv_rows("a\n", {.encoding = "latin-42"}); };
    CHECK(tests::fault_of<exchange::ProfileError>(read)
          == "'latin-42' is not an encoding; iconv -l lists them");
}

TEST_CASE("bytes that mean control characters in an encoding of ISO are told with the one of Windows") {
    // 0x96 is a dash in windows-1252.
    CHECK(fault_in("a,b\n1,x \x96 y\n", "ISO-8859-1")
          == "f.csv:2:5: control_character: byte 96; meant windows-1252; encoding ISO-8859-1");
    CHECK(fault_in("a,\xE4\x80\n", "latin1")
              .starts_with("f.csv:1:4: control_character: byte 80; meant windows-1252"));
    CHECK(fault_in("\x9F\n", "iso-8859-2").find("meant windows-1250") != std::string::npos);
    CHECK(fault_in("\x9C\n", "ISO-8859-15").find("meant windows-1252") != std::string::npos);
    CHECK(fault_in("\x93\n", "ISO_8859-5").find("meant windows-1251") != std::string::npos);
    CHECK(fault_in("\x93\n", "ISO8859-9").find("meant windows-1254") != std::string::npos);
    CHECK(csv_texts("x \x96 y\n", {.encoding = "windows-1252"}) == "x – y");
    CHECK(csv_texts("\x8D\x9F\n", {.encoding = "windows-1250"}) == "Ťź");
}

TEST_CASE("UTF-8 that is called something else is told where it shows") {
    CHECK(fault_in("a\nÄ\n", "ISO-8859-1")
          == "f.csv:2:2: control_character: byte 84; meant UTF-8; encoding ISO-8859-1");
    // Such a character is one in UTF-8 as well, if a strange one.
    CHECK(csv_texts("\u0085x,b\n") == "\u0085x|b");
}

TEST_CASE("what is no text is named for what it is") {
    CHECK(fault_in("%PDF-1.4\n").starts_with("f.csv: pdf"));
    CHECK(fault_in("\xEF\xBB\xBF<html><table>").starts_with("f.csv: web_page"));
    CHECK(fault_in("\x1F\x8B\x08", "windows-1252") == "f.csv: packed: with gzip");
}
