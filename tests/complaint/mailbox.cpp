// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/mailbox.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

TEST_CASE("the spellings of one address have one key") {
    CHECK(email_key("Maija@Example.FI") == "maija@example.fi");
    CHECK(email_key("  maija@example.fi ") == "maija@example.fi");
    CHECK(email_key("ÄITI@example.fi") == "äiti@example.fi");
    CHECK(email_key("").empty());
    for (const std::string_view written :
         {"jane@example.com", "JANE@example.com.", "mailto:jane@example.com", "MAILTO:Jane@Example.COM",
          "mailto:jane@example.com?subject=Kiuas", "\u200bjane@example.com", "jane@example.com\u00a0",
          "\ufeffjane@example.com", "ja\u00adne@exa\u200bmple.com", "\u202ajane@example.com\u202c"}) {
        CAPTURE(written);
        CHECK(email_key(written) == "jane@example.com");
    }
}

// The coded forms are those of Python's idna and of RFC 3492, section 7.1.
TEST_CASE("a domain is one in letters and in its coding") {
    CHECK(email_key("a@exämple.fi") == "a@exämple.fi");
    CHECK(email_key("a@xn--exmple-cua.fi") == "a@exämple.fi");
    CHECK(email_key("a@XN--EXMPLE-CUA.FI") == "a@exämple.fi");
    CHECK(email_key("a@EXÄMPLE.FI") == "a@exämple.fi");
    CHECK(email_key("a@exa\u0308mple.fi") == "a@exämple.fi");
    CHECK(email_key("a@bücher.example") == email_key("a@xn--bcher-kva.example"));
    CHECK(email_key("a@例え.テスト") == email_key("a@xn--r8jz45g.xn--zckzah"));
    // Two domains since IDNA 2008.
    CHECK(email_key("a@straße.de") != email_key("a@strasse.de"));
    CHECK(email_key("a@straße.de") == email_key("a@xn--strae-oqa.de"));
    // None, and no reason to fail.
    CHECK(email_key("a@xn--\u00e4.fi") == "a@xn--ä.fi");
    // What no domain has, here a superscript, stays as it is coded.
    CHECK(email_key("a@XN--le-ccua.fi") == "a@xn--le-ccua.fi");
    CHECK(email_key("a@b_c.fi") == "a@b_c.fi");
    CHECK(email_key("exämple").starts_with("exämple"));
}

TEST_CASE("a mailbox is read as mail programs write it") {
    struct Case {
        std::string_view text, name, address;
    };
    const Case cases[] = {
        {"Maija Meikäläinen <maija@example.fi>", "Maija Meikäläinen", "maija@example.fi"},
        {"maija@example.fi", "", "maija@example.fi"},
        {"<maija@example.fi>", "", "maija@example.fi"},
        {"Maija  < maija@example.fi > ", "Maija", "maija@example.fi"},
        {"Maija\u00a0Meikäläinen\t<maija@example.fi>", "Maija Meikäläinen", "maija@example.fi"},
        {"\"Doe, Jane\" <jane@example.com>", "Doe, Jane", "jane@example.com"},
        {"\"Jane \\\"JD\\\" Doe\" <jane@example.com>", "Jane JD Doe", "jane@example.com"},
        {"\"back\\\\slash\" <jane@example.com>", "back\\slash", "jane@example.com"},
        {"\"a <b> (c)\" <jane@example.com>", "a <b> (c)", "jane@example.com"},
        {"Jane \"JD\" Doe <jane@example.com>", "Jane JD Doe", "jane@example.com"},
        {"'Jane Doe' <jane@example.com>", "Jane Doe", "jane@example.com"},
        {"Jane O'Brien <jane@example.com>", "Jane O'Brien", "jane@example.com"},
        {"5\" Pipe Oy <jane@example.com>", "5\" Pipe Oy", "jane@example.com"},
        {"jane@example.com (Jane Doe)", "Jane Doe", "jane@example.com"},
        {"JANE@example.com. (Jane Doe)", "Jane Doe", "JANE@example.com"},
        {"(Jane Doe) jane@example.com", "Jane Doe", "jane@example.com"},
        {"jane@example.com (Jane (of Acme) Doe\\))", "Jane (of Acme) Doe)", "jane@example.com"},
        {"Jane Doe <jane@example.com> (at work)", "Jane Doe (at work)", "jane@example.com"},
        {"Jane Doe (Acme) <jane@example.com>", "Jane Doe (Acme)", "jane@example.com"},
        {"Jane Doe <mailto:jane@example.com>", "Jane Doe", "jane@example.com"},
        {"mailto:jane@example.com", "", "jane@example.com"},
        {"Mailto: jane@example.com", "", "jane@example.com"},
        {"jane@example.com <JANE@Example.com>", "", "JANE@Example.com"},
        {"\ufeffJane\u200b <\u200bjane@example.com\u00a0>", "Jane", "jane@example.com"},
        {"jane\u2011doe@ex\u00adample.com", "", "jane-doe@example.com"},
        {"=?utf-8?Q?J=C3=A4rvi?= <j@example.fi>", "Järvi", "j@example.fi"},
        {"=?UTF-8?B?SsOkcnZp?= Oy <j@example.fi>", "Järvi Oy", "j@example.fi"},
        {"=?iso-8859-1?q?J=E4rvi=2C?= =?iso-8859-1?q?_Maija?= <j@example.fi>", "Järvi, Maija",
         "j@example.fi"},
        {"j@example.fi (=?utf-8?Q?J=C3=A4rvi?=)", "Järvi", "j@example.fi"},
        {"\"=?utf-8?Q?J=C3=A4rvi?=\" <j@example.fi>", "Järvi", "j@example.fi"},
        {"=?utf-8?Q?J=C3=A?= <j@example.fi>", "=?utf-8?Q?J=C3=A?=", "j@example.fi"},
        {"=?klingon?Q?a?= <j@example.fi>", "=?klingon?Q?a?=", "j@example.fi"},
        {"maija@[192.0.2.1]", "", "maija@[192.0.2.1]"},
        {"żółć+1@przykład.pl", "", "żółć+1@przykład.pl"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(read_mailbox(c.text) == Mailbox{std::string(c.name), std::string(c.address)});
    }
}

TEST_CASE("what is no mailbox is refused, with what cannot be seen in it") {
    const auto refusal = [](std::string_view text) {
        return message_of<BadValue>([&] { read_mailbox(text); });
    };
    CHECK(refusal("Maija <maija>") == "'maija' is not an e-mail address; write name@example.com");
    CHECK(refusal("Maija <maija@example.fi")
          == "'Maija <maija@example.fi' is not a customer; write \"Name <mail>\"");
    CHECK(refusal("a@x.fi <b@x.fi> <c@x.fi>")
          == "'a@x.fi <b@x.fi> <c@x.fi>' is not a customer; write \"Name <mail>\"");
    CHECK(refusal("maija @example.fi")
          == "'maija @example.fi' is not an e-mail address; write name@example.com");
    CHECK(refusal("maija@exa\u00a0mple.fi")
          == "'maija@exa\u00a0mple.fi' is not an e-mail address; write name@example.com");
    CHECK_FALSE(refusal("jane@example.com Jane").empty());
    CHECK_FALSE(refusal("jane@example.com, bob@example.com").empty());
}

TEST_CASE("what was read is read as itself") {
    for (const std::string_view written :
         {"\"Doe, \"ane\" <a@b.fi>", "\"Do\r, Jane\" <a@b.fi>", "\"\\\"Masa\\\"\" <a@b.fi>",
          "\"a\" (\\\"b) <a@b.fi>", "mailto:mailto:a@b.fi?subject=x", "a@b.fi .", "a@b.fi\t.."}) {
        CAPTURE(written);
        const auto read = read_mailbox(written);
        CHECK(read.address == "a@b.fi");
        CHECK(read_name(read.name) == read.name);
        CHECK(email_key(read.address) == read.address);
    }
}

TEST_CASE("what is no address is refused") {
    for (const std::string_view email :
         {"", "@", "maija", "@example.fi", "maija@", "a@b@c", "ma ija@example.fi", "maija@exam\nple.fi",
          "a\x7f@b", "Maija <maija@example.fi>", "a@b..c", "a@.b", "a@x.fi,", "a@x fi", "."}) {
        CAPTURE(email);
        CHECK(message_of<BadValue>([&] { read_email(email); })
              == "'" + std::string(email) + "' is not an e-mail address; write name@example.com");
    }
}

TEST_CASE("an address is kept as it was written, in clean form") {
    CHECK(read_email("Maija@Example.FI") == "Maija@Example.FI");
    CHECK(read_email("\u00a0<maija@example.fi> ") == "maija@example.fi");
    CHECK(read_email("mailto:maija@example.fi") == "maija@example.fi");
    CHECK(read_email("maija@example.fi.") == "maija@example.fi");
    CHECK(read_email("maija\u200b@exämple.fi") == "maija@exämple.fi");
}

TEST_CASE("a name is its words without the quotes around them") {
    CHECK(read_name(" Maija  Meikäläinen\u00a0") == "Maija Meikäläinen");
    CHECK(read_name("\"Doe, Jane\"") == "Doe, Jane");
    CHECK(read_name("Bygg \"Nord") == "Bygg \"Nord");
    CHECK(read_name("Järvi (Oulu)") == "Järvi (Oulu)");
    CHECK(read_name("=?utf-8?Q?J=C3=A4rvi?=") == "Järvi");
    CHECK(read_name("\u200b").empty());
}

} // namespace
} // namespace reklamaatio::complaint::tests
