// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/id.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {

TEST_CASE("a complaint is named in four ways and written in one") {
    for (const std::string_view text : {"R-124", "r-124", "124", "#124", "R-0124", "#00124"}) {
        CAPTURE(text);
        CHECK(parse_id(text) == Id{124});
    }
    CHECK(to_string(Id{124}) == "R-124");
    CHECK(parse_id("R-1") == Id{1});
    CHECK(parse_id("999999999999999999") == Id{999'999'999'999'999'999});
}

TEST_CASE("what names no complaint is refused with the ways to name one") {
    for (const std::string_view text : {"",
                                        "R-",
                                        "#",
                                        "R124",
                                        "R--1",
                                        "-1",
                                        "0",
                                        "R-0",
                                        "#0",
                                        "+1",
                                        "R- 1",
                                        "#R-1",
                                        "##1",
                                        "1.0",
                                        "1e3",
                                        "0x1",
                                        "R-12a",
                                        "C-7",
                                        "\u0661",
                                        "1000000000000000000",
                                        "99999999999999999999",
                                        "R\u2011\u00a01",
                                        "R\u00ad1"}) {
        CAPTURE(text);
        CHECK(message_of<BadValue>([&] { parse_id(text); })
              == "'" + std::string(text) + "' is not a complaint; write R-124, 124, R-120..R-124 or ref:X");
    }
}

TEST_CASE("dashes and blanks of any kind do not hide an id") {
    for (const std::string_view text :
         {" 124", "R\u2011124", "r\u2013124 ", "R\u2212124\u00a0", "\ufeff#124", "R-124\n"}) {
        CAPTURE(text);
        CHECK(parse_id(text) == Id{124});
    }
    CHECK(parse_customer_id("C\u20117") == CustomerId{7});
    CHECK(parse_action_id("A\u20113\u200b") == ActionId{3});
    CHECK(parse_references("R\u20111..R\u20114,\u00a05") == std::vector<Reference>{IdRange{{1}, {4}}, Id{5}});
    CHECK(parse_references(" ref:A\u20111 ") == std::vector<Reference>{OutsideReference{"A-1"}});
    CHECK(parse_references("ref:sh\u00adop/INC\u00a012")
          == std::vector<Reference>{OutsideReference{"shop/INC 12"}});
}

TEST_CASE("a customer has a number of another kind") {
    CHECK(parse_customer_id("C-7") == CustomerId{7});
    CHECK(parse_customer_id("c-7") == CustomerId{7});
    CHECK(to_string(CustomerId{7}) == "C-7");
    for (const std::string_view text : {"", "7", "C7", "C-", "C-0", "C--7", "R-7", "#7", "C-7x"}) {
        CAPTURE(text);
        CHECK(message_of<BadValue>([&] { parse_customer_id(text); })
              == "'" + std::string(text) + "' is not a customer's number; write C-7");
    }
}

TEST_CASE("an argument names one complaint or a range or an outside reference or a list of them") {
    using List = std::vector<Reference>;
    CHECK(parse_references("R-3") == List{Id{3}});
    CHECK(parse_references("R-120..R-124") == List{IdRange{{120}, {124}}});
    CHECK(parse_references("120..#124") == List{IdRange{{120}, {124}}});
    CHECK(parse_references("r-5..5") == List{IdRange{{5}, {5}}});
    CHECK(parse_references("ref:X") == List{OutsideReference{"X"}});
    CHECK(parse_references("ref:shop/A-1") == List{OutsideReference{"shop/A-1"}});
    // A reference of somebody else's may hold dots.
    CHECK(parse_references("ref:1..2") == List{OutsideReference{"1..2"}});
    CHECK(parse_references("1,#2,R-4..R-6,ref:Z")
          == List{Id{1}, Id{2}, IdRange{{4}, {6}}, OutsideReference{"Z"}});
    CHECK(parse_references("2,2") == List{Id{2}, Id{2}});
}

TEST_CASE("references that cannot be are refused one by one") {
    struct Case {
        std::string_view text;
        std::string_view message;
    };
    const std::string_view how = " is not a complaint; write R-124, 124, R-120..R-124 or ref:X";
    const Case cases[] = {
        {"", "''"},
        {",", "''"},
        {"1,", "''"},
        {"1,,2", "''"},
        {"1, 2 3", "'2 3'"},
        {"..", "'..'"},
        {"1..", "'1..'"},
        {"..3", "'..3'"},
        {"1...3", "'1...3'"},
        {"1..2..3", "'1..2..3'"},
        {"1-3", "'1-3'"},
        {"a..3", "'a..3'"},
        {"1..ref:X", "'1..ref:X'"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(message_of<BadValue>([&] { parse_references(c.text); })
              == std::string(c.message) + std::string(how));
    }
    CHECK(message_of<BadValue>([] { parse_references("R-9..R-3"); }) == "'R-9..R-3' ends before it begins");
    CHECK(message_of<BadValue>([] { parse_references("ref:"); })
          == "'ref:' names nothing; write ref:X, or ref:SOURCE/X");
    CHECK(message_of<BadValue>([] { parse_references("1,ref:"); })
          == "'ref:' names nothing; write ref:X, or ref:SOURCE/X");
}

TEST_CASE("a uid is a UUID of version 7 in lower case and nothing else") {
    const std::string uid = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
    CHECK(is_uid(uid));
    for (std::size_t i = 0; i < uid.size(); ++i)
        for (const char wrong : {'g', 'A', ' ', uid[i] == '-' ? '0' : '-'}) {
            std::string other = uid;
            other[i] = wrong;
            CAPTURE(other);
            CHECK_FALSE(is_uid(other));
        }
    CHECK_FALSE(is_uid(uid + "0"));
    CHECK_FALSE(is_uid(uid.substr(1)));
    CHECK_FALSE(is_uid(""));
    for (const std::string_view foreign :
         {"550e8400-e29b-41d4-a716-446655440000", "017f22e2-79b0-7cc3-c8c4-dc0c0c07398f"}) {
        CHECK(is_uuid(foreign));
        CHECK_FALSE(is_uid(foreign));
    }
}

} // namespace reklamaatio::complaint::tests
