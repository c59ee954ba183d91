// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/phone.hpp"

#include "complaint/builders.hpp"
#include "complaint/country.hpp"
#include "complaint/error.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::complaint::tests {
namespace {

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
        // An extension is no part of the number.
        {"FI", "040 1234567 ext 5", "358401234567"},
        {"FI", "040 1234567 ext. 05", "358401234567"},
        {"FI", "040 1234567x5", "358401234567"},
        {"FI", "040 1234567 #5", "358401234567"},
        {"FI", "040 1234567, alanumero 5", "358401234567"},
        {"FI", "tel:+358401234567;ext=5", "358401234567"},
        {"PL", "601 234 567 wewn. 12", "48601234567"},
        {"PL", "601 234 567 wew. 12", "48601234567"},
        {"PL", "601 234 567 wewnętrzny 12", "48601234567"},
        {"FI", "puh. 040 123 4567", "358401234567"},
        // As word processors and web pages write it.
        {"FI", "+358\u00a040\u202f123\u20094567", "358401234567"},
        {"FI", "040\u2011123\u20134567", "358401234567"},
        {"FI", "040\u2212123\ufe6345\uff0d67", "358401234567"},
        {"FI", "\u202a+358 40 1234567\u202c", "358401234567"},
        {"FI", "040\u00ad1234567\u200b", "358401234567"},
        {"FI", "123 ext 12345", ""},
        {"FI", "(+358) 40 1234567", "358401234567"},
        // The international prefixes of other countries, in front of a national prefix too.
        {"US", "011 358 40 1234567", "358401234567"},
        {"US", "011 358 (0)40 1234567", "358401234567"},
        {"US", "0044 (0)20 7946 0000", "442079460000"},
        {"FI", "011 1234567", "358111234567"},
        {"FI", "990 46 70 123 45 67", "46701234567"},
        {"AU", "0011 44 20 7946 0000", "442079460000"},
        {"JP", "010 1 202 555 0123", "12025550123"},
        {"RU", "8~10 358 40 1234567", "358401234567"},
        {"BR", "00 21 358 40 1234567", "358401234567"},
        {"CV", "0 358 40 1234567", "358401234567"},
        // What is dialled within a country and left out from abroad.
        {"JP", "03 1234 5678", "81312345678"},
        {"FR", "01 23 45 67 89", "33123456789"},
        {"HU", "06 30 123 4567", "36301234567"},
        {"HU", "+36 (06) 30 123 4567", "36301234567"},
        {"RU", "8 (912) 345-67-89", "79123456789"},
        {"RU", "812 123 45 67", "78121234567"},
        {"RU", "8 812 123 45 67", "78121234567"},
        {"FI", "+7 8 812 123 45 67", "78121234567"},
        {"LT", "8 612 34567", "37061234567"},
        {"LT", "0 612 34567", "37061234567"},
        {"LT", "612 34567", "37061234567"},
        {"LT", "800 12345", "37080012345"},
        {"LT", "8 800 12345", "37080012345"},
        {"FI", "+370 (8) 612 34567", "37061234567"},
        {"BY", "8 029 491 19 11", "375294911911"},
        {"BY", "+375 (0)29 491 19 11", "375294911911"},
        {"BR", "(11) 2345-6789", "551123456789"},
        {"BR", "011 2345-6789", "551123456789"},
        {"BR", "0 21 11 2345-6789", "551123456789"},
        {"BR", "021 2345-6789", "552123456789"},
        {"PL", "+48 (0)601 234 567", "48601234567"},
        {"NO", "+47 (0)22 12 34 56", "4722123456"},
        {"FI", "+1 1 202 555 0123", "12025550123"},
        // A 0 that belongs to the number.
        {"IT", "06 1234567", "39061234567"},
        {"IT", "+39 (0)6 1234567", "39061234567"},
        {"IT", "347 123 4567", "393471234567"},
        {"VA", "06 698 12345", "390669812345"},
        {"CI", "07 12 34 56 78", "2250712345678"},
        {"NO", "02000", "4702000"},
        {"GA", "011 12 34 56", "24111123456"},
        {"GA", "01 11 23 45", "24101112345"},
        // Short numbers of a country with one area code.
        {"AG", "464-1234", "12684641234"},
        {"AG", "+1 268 464 1234", "12684641234"},
        {"AG", "202-555-0123", "12025550123"},
        {"US", "464-1234", "14641234"},
        {"JE", "456789", "441534456789"},
        {"SM", "886377", "3780549886377"},
        // Mobile numbers of Argentina, with area codes of two, three and four digits.
        {"AR", "011 15-2345-6789", "5491123456789"},
        {"AR", "0221 15 512-3456", "5492215123456"},
        {"AR", "03715 15 41-2345", "5493715412345"},
        {"AR", "011 2345-6789", "541123456789"},
        {"US", "011 54 9 11 2345 6789", "5491123456789"},
        // Nobody has a number there, or nothing says where: as it was typed.
        {"AQ", "040 1234567", "0401234567"},
        {"XX", "040 1234567", "0401234567"},
        {"", "040 1234567", "0401234567"},
        {"", "0040 1234567", "401234567"},
        {"XX", "+358401234567", "358401234567"},
        {"FI", "+800 1234 5678", "80012345678"},
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

// phone_examples.tsv, which tells where it is from.
struct Example {
    std::string country;
    std::string number; // all its digits, without the plus
    std::string written;
};

std::vector<Example> examples() {
    std::ifstream in(std::string(TESTS_FOLDER) + "/complaint/phone_examples.tsv");
    std::vector<Example> found;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) continue;
        const auto number = line.find('\t');
        const auto written = line.find('\t', number + 1);
        REQUIRE(line.at(number + 1) == '+');
        found.push_back({line.substr(0, number), line.substr(number + 2, written - number - 2),
                         line.substr(written + 1)});
    }
    REQUIRE(found.size() > 900);
    return found;
}

// What libphonenumber reads and we do not, in any country that is not named here.
bool is_left_unread(const Example& example) {
    // After the 8 these are still as long as other numbers that begin with 8.
    if (example.country == "BY" && example.number == "3758011234567") return example.written.starts_with('8');
    // Four digits could be an extension of anybody.
    return (example.country == "NU" || example.country == "TK") && example.written.size() == 4;
}

// Where a prefix of three or four digits that begins with 00 chooses a carrier, 00 alone is none.
bool has_carriers_behind_00(std::string_view country) {
    const auto countries = {"BR", "CO", "HK", "KH", "SG"};
    return std::ranges::find(countries, country) != countries.end();
}

TEST_CASE("a number written in its country is the number that the whole world dials") {
    for (const Example& example : examples()) {
        CAPTURE(example.country);
        CAPTURE(example.written);
        const bool is_read = phone_key(example.written, example.country) == example.number;
        CHECK(is_read != is_left_unread(example));
    }
}

TEST_CASE("a number is the same dialled from wherever") {
    for (const Example& example : examples()) {
        CAPTURE(example.country);
        CAPTURE(example.number);
        CHECK(phone_key("+" + example.number, example.country) == example.number);
        CHECK(phone_key("00" + example.number, "DE") == example.number);
        CHECK(phone_key("011 " + example.number, "US") == example.number);
        CHECK(phone_key("0011 " + example.number, "AU") == example.number);
        CHECK(phone_key("8~10 " + example.number, "RU") == example.number);
        std::istringstream prefixes(std::string(find_country(example.country)->international_prefixes));
        for (std::string prefix; prefixes >> prefix;) {
            CAPTURE(prefix);
            if (prefix != "00" || !has_carriers_behind_00(example.country))
                CHECK(phone_key(prefix + example.number, example.country) == example.number);
        }
    }
}

TEST_CASE("only digits and what stands between them can be dialled") {
    for (const std::string_view text :
         {"040 1234567", "+358 (0)40-123.45/67", "tel:+358401234567", "040 1234567 ext 5", "112",
          "(+358) 40 123 4567", "040 123 4567, alanumero 12", "Puh. 040 1234567", "p. 040 1234567",
          "040\u20131234567"}) {
        CAPTURE(text);
        CHECK(is_dialled(text));
        CHECK(is_phone(text) == (text != "112"));
    }
    for (const std::string_view text : {"",
                                        "none",
                                        "ext 5",
                                        "040 CALL ME",
                                        "Bob 040 1234567",
                                        "++358 40 1234567",
                                        "+358",
                                        "+358 ext 12",
                                        "0",
                                        "00",
                                        "+",
                                        "(",
                                        "00000",
                                        "40+1234567",
                                        "+358 40 +1234567",
                                        "040 1234567 ext",
                                        "040 1234567#",
                                        "puh.",
                                        "puhe 040 1234567",
                                        "040_1234567"}) {
        CAPTURE(text);
        CHECK_FALSE(is_dialled(text));
        CHECK_FALSE(is_phone(text));
    }
}

TEST_CASE("a number is kept as it was given, in clean form") {
    CHECK(read_phone(" 040 123 4567 ext. 12 ") == "040 123 4567 ext. 12");
    CHECK(read_phone("040 123 4567 x12") == "040 123 4567 x12");
    CHECK(read_phone("puh. 040 123 4567") == "040 123 4567");
    CHECK(read_phone("Tel.: 040 123 4567") == "040 123 4567");
    CHECK(read_phone("tel:+358401234567;ext=5") == "+358401234567;ext=5");
    CHECK(read_phone("(+358) 40 123 4567") == "+358 40 123 4567");
    CHECK(read_phone("+358 (0)40 123 4567") == "+358 (0)40 123 4567");
    CHECK(read_phone("(09) 123 456, alanumero 12") == "(09) 123 456, alanumero 12");
    CHECK(read_phone("+358\u00a040\u2013123") == "+358 40-123");
    CHECK(read_phone("\u200b040 1234567\ufeff") == "040 1234567");
    CHECK(message_of<BadValue>([] { read_phone("+358"); })
          == "'+358' is not a telephone number; write one such as +358 40 1234567");
}

TEST_CASE("several numbers in one text are refused") {
    for (const std::string_view text :
         {"040 1234567 / 050 7654321", "040 1234567 050 7654321", "0401234567/0507654321", "040-1234567/8",
          "040 1234567 / 8", "+358 40 1234567/8", "09 12345 / 09 65432", "1234567 / 7654321",
          "+358 40 1234567 +358 50 7654321", "tel: 040 1234567 - 050 7654321", "1234567890123456",
          "040 1234567 / 050 7654321 ext. 8"}) {
        CAPTURE(text);
        CHECK(message_of<BadValue>([&] { read_phone(text); }).starts_with(fmt::format("'{}' is ", text)));
    }
    CHECK(
        message_of<BadValue>([] { read_phone("040-1234567/8"); })
        == "'040-1234567/8' is more than one telephone number; write one of them, and an extension as in 09 "
           "123456 ext. 8");
}

TEST_CASE("a number that is merely written with blanks or slashes is one") {
    for (const std::string_view text : {"030/1234567",          "030 / 1234567",
                                        "(030) / 12 34 56-78",  "+49 (0)30/1234567",
                                        "+49 (0)40 / 123 456",  "033701/123456",
                                        "033701 / 123456",      "+49 33701 / 123456",
                                        "0049 33701/123456",    "+49/30/1234567",
                                        "0171/123 45 67",       "01512 / 3456789",
                                        "4933701/123456",       "0475/12/34/56",
                                        "02/511.12.34",         "+358 (0)40-123.45/67",
                                        "01/512 34 56",         "0316/8",
                                        "(0)40 1234567",        "011 358 40 1234567",
                                        "0011 44 20 7946 0000", "00358 (0)40 123 4567 ext. 12345"}) {
        CAPTURE(text);
        CHECK(read_phone(text) == text);
    }
    for (const Example& example : examples())
        for (const std::string& text :
             {example.written, "+" + example.number, "00" + example.number, "0011 " + example.number}) {
            CAPTURE(text);
            if (is_dialled(text)) CHECK(read_phone(text) == text);
        }
}

TEST_CASE("an extension is the figures behind its word") {
    for (const std::string_view phone :
         {"040 123 4567 ext. 12", "040 1234567x12", "040 123 4567 EXT 12", "040 123 4567 alanumero 12",
          "601 234 567 wew. 12", "601 234 567 wewnętrzny\u00a012", "tel:+358401234567;ext=12",
          "040 1234567 #12", "040 1234567 extension: 12"}) {
        CAPTURE(phone);
        CHECK(phone_extension(phone) == "12");
        CHECK(is_phone(phone));
    }
    CHECK(phone_extension("040 123 4567").empty());
    CHECK(phone_extension("+358 40-12").empty());
    CHECK(phone_extension("").empty());
}

TEST_CASE("two extensions are two people and the switchboard may be either") {
    CHECK(may_be_one_phone("09 1234567 ext 5", "+358 9 123 4567 x5", "FI"));
    CHECK(may_be_one_phone("09 1234567 ext 5", "09 1234567", "FI"));
    CHECK(may_be_one_phone("09 1234567", "09 1234567 ext 5", "FI"));
    CHECK_FALSE(may_be_one_phone("09 1234567 ext 5", "09 1234567 ext 6", "FI"));
    CHECK_FALSE(may_be_one_phone("09 1234567", "09 1234568", "FI"));
    CHECK_FALSE(may_be_one_phone("112", "112", "FI"));
    CHECK_FALSE(may_be_one_phone("", "", "FI"));
    CHECK(is_one_phone("09 1234567 ext 5", "+358 9 1234567 x5", "FI"));
    CHECK_FALSE(is_one_phone("09 1234567 ext 5", "09 1234567", "FI"));
}

} // namespace
} // namespace reklamaatio::complaint::tests
