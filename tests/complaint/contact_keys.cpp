// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/contact_keys.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {

TEST_CASE("addresses that differ in case and blanks are the same") {
    CHECK(email_key("Maija@Example.FI") == "maija@example.fi");
    CHECK(email_key("  maija@example.fi ") == "maija@example.fi");
    CHECK(email_key("ÄITI@example.fi") == "äiti@example.fi");
    CHECK(email_key("").empty());
}

TEST_CASE("one number is one number however it is dialled") {
    struct Case {
        std::string_view country;
        std::string_view phone;
        std::string_view key;
    };
    const Case cases[] = {
        {"FI", "+358 40 123 4567", "358401234567"},
        {"FI", "+358 (0)40 123 4567", "358401234567"},
        {"FI", "00358 40 1234567", "358401234567"},
        {"FI", "040 123 4567", "358401234567"},
        {"FI", "040-1234567", "358401234567"},
        {"FI", " (040) 123 45 67 ", "358401234567"},
        {"FI", "+48 601 234 567", "48601234567"},
        {"PL", "601 234 567", "48601234567"},
        {"PL", "+48 601-234-567", "48601234567"},
        {"PL", "0048601234567", "48601234567"},
        {"SE", "070-123 45 67", "46701234567"},
        {"EE", "512 3456", "3725123456"},
        {"US", "(202) 555-0123", "12025550123"},
        {"US", "1-202-555-0123", "12025550123"},
        // From abroad, but with the trunk prefix all the same; as a link.
        {"FI", "+358 040 1234567", "358401234567"},
        {"PL", "00358 040 1234567", "358401234567"},
        {"FI", "+46 070 123 45 67", "46701234567"},
        {"FI", "+39 06 1234567", "39061234567"},
        {"FI", "tel:+358401234567", "358401234567"},
        {"FI", "TEL: 040 1234567", "358401234567"},
        // Two at one switchboard are two.
        {"FI", "040 1234567 ext 5", "358401234567x5"},
        {"FI", "040 1234567 ext. 05", "358401234567x05"},
        {"FI", "040 1234567x5", "358401234567x5"},
        {"FI", "040 1234567 #5", "358401234567x5"},
        {"FI", "040 1234567, alanumero 5", "358401234567x5"},
        {"FI", "tel:+358401234567;ext=5", "358401234567x5"},
        {"PL", "601 234 567 wewn. 12", "48601234567x12"},
        {"FI", "123 ext 12345", ""},
        // A country whose rules are not known: as it was typed.
        {"JP", "03 1234 5678", "0312345678"},
        {"", "040 1234567", "0401234567"},
        {"JP", "+358401234567", "358401234567"},
        // Too short to tell people apart.
        {"FI", "1234", ""},
        {"FI", "ext. 12", ""},
        {"FI", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.country);
        CAPTURE(c.phone);
        CHECK(phone_key(c.phone, c.country) == c.key);
    }
}

TEST_CASE("only digits and what stands between them can be dialled") {
    for (const std::string_view text :
         {"040 1234567", "+358 (0)40-123.45/67", "tel:+358401234567", "040 1234567 ext 5", "112"}) {
        CAPTURE(text);
        CHECK(is_dialled(text));
        CHECK(is_phone(text) == (text != "112"));
    }
    for (const std::string_view text : {"", "none", "ext 5", "040 CALL ME", "Bob 040 1234567"}) {
        CAPTURE(text);
        CHECK_FALSE(is_dialled(text));
        CHECK_FALSE(is_phone(text));
    }
}

TEST_CASE("the countries whose local numbers can be read are known") {
    CHECK(is_known_country("FI"));
    CHECK(is_known_country("PL"));
    for (const std::string_view country : {"", "fi", "XX", "Finland"})
        CHECK_FALSE(is_known_country(country));
}

TEST_CASE("a customer is a name or an address or both") {
    const auto customer = [](std::string_view name, std::string_view email) {
        Customer made;
        made.name = name;
        made.email = email;
        return made;
    };
    CHECK(parse_customer("Maija Meikäläinen <maija@example.fi>")
          == customer("Maija Meikäläinen", "maija@example.fi"));
    CHECK(parse_customer("maija@example.fi") == customer("", "maija@example.fi"));
    CHECK(parse_customer(" Maija Meikäläinen ") == customer("Maija Meikäläinen", ""));
    CHECK(parse_customer("<maija@example.fi>") == customer("", "maija@example.fi"));
    CHECK(parse_customer("Maija  < maija@example.fi > ") == customer("Maija", "maija@example.fi"));
    CHECK(parse_customer("") == customer("", ""));
}

TEST_CASE("what is no address is refused") {
    for (const std::string_view email : {"", "@", "maija", "@example.fi", "maija@", "a@b@c",
                                         "ma ija@example.fi", "maija@exam\nple.fi", "<a@b>", "a\x7f@b"}) {
        CAPTURE(email);
        CHECK(message_of<BadValue>([&] { check_email(email); })
              == "'" + std::string(email) + "' is not an e-mail address; write name@example.com");
    }
    CHECK_NOTHROW(check_email("maija@example.fi"));
    CHECK_NOTHROW(check_email("żółć+1@przykład.pl"));
    CHECK(message_of<BadValue>([] { parse_customer("Maija <maija>"); })
          == "'maija' is not an e-mail address; write name@example.com");
    CHECK(message_of<BadValue>([] { parse_customer("Maija <maija@example.fi"); })
          == "'Maija <maija@example.fi' is not a customer; write \"Name <mail>\"");
    CHECK_FALSE(message_of<BadValue>([] { parse_customer("maija @example.fi"); }).empty());
}

} // namespace reklamaatio::complaint::tests
