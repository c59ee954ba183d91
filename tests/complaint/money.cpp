// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/money.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {

TEST_CASE("money is read to the cent with a currency at either end") {
    struct Case {
        std::string_view text;
        Money money;
    };
    const Case cases[] = {
        {"49.90", {4990, ""}},
        {"49,90", {4990, ""}},
        {"49", {4900, ""}},
        {"49.9", {4990, ""}},
        {"0", {0, ""}},
        {"0.05", {5, ""}},
        {"007", {700, ""}},
        {"1 234,50", {123'450, ""}},
        {"1 234 567", {123'456'700, ""}},
        {"12 345.5", {1'234'550, ""}},
        {"49,90 EUR", {4990, "EUR"}},
        {"49.90EUR", {4990, "EUR"}},
        {"EUR 49.90", {4990, "EUR"}},
        {"PLN49", {4900, "PLN"}},
        {"1 234,50 PLN", {123'450, "PLN"}},
        {"  49 ", {4900, ""}},
        {"1\u00a0234,50", {123'450, ""}},
        {"1\u202f234,50\u00a0€", {123'450, "EUR"}},
        {"1\u2009234\u2007567", {123'456'700, ""}},
        {"\ufeff49,90\u200b\u00a0EUR ", {4990, "EUR"}},
        {"49\n", {4900, ""}},
        {"€49", {4900, "EUR"}},
        {"12,5 €", {1'250, "EUR"}},
        {"1 234,50 zł", {123'450, "PLN"}},
        {"999999999999999.99", {99'999'999'999'999'999, ""}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(parse_money(c.text) == c.money);
    }
}

TEST_CASE("what is no sum of money is refused with how to write one") {
    for (const std::string_view text : {"",      "EUR",      "5-",         "+5",     "4 9",
                                        "12 34", "1234 567", "1  234",     "49.",    ".50",
                                        ",5",    "49.901x",  "1.2.3",      "4,5,6",  "49 eur",
                                        "49 EU", "49 EURO",  "EUR 49 EUR", "49.9 0", "1e3",
                                        "0x10",  "forty",    "1.2345",     "--5",    "1\u00a0\u00a0234",
                                        "1'234", "€49 EUR",  "€",          "€€5"}) {
        CAPTURE(text);
        CHECK(message_of<BadValue>([&] { parse_money(text); })
              == "'" + std::string(text) + "' is not a sum of money; write 49.90 or 49,90 EUR");
    }
    for (const std::string_view text : {"-5", "−12,50", "-12.50", "‑5", "- 5 EUR", "€-5"}) {
        CAPTURE(text);
        for (const auto mark : {DecimalMark::either, DecimalMark::comma})
            CHECK(message_of<BadValue>([&] { parse_money(text, mark); })
                  == "'" + std::string(text)
                         + "' is below zero, which no sum here is; write it without the minus, or leave it "
                           "out");
    }
}

TEST_CASE("a sum of too many digits is called so") {
    CHECK(parse_money("999999999999999.99").cents == 99999999999999999);
    for (const auto mark : {DecimalMark::either, DecimalMark::point})
        CHECK(message_of<BadValue>([&] { parse_money("9999999999999999", mark); })
              == "'9999999999999999' is too large for a sum of money, which has 15 digits at most");
}

TEST_CASE("a sign that stands for one currency is that currency") {
    CHECK(parse_money("£49.90") == Money{4990, "GBP"});
    CHECK(parse_money("49,90 €") == Money{4990, "EUR"});
    CHECK(parse_money("49 zł") == Money{4900, "PLN"});
}

TEST_CASE("where it is plain what was meant the right spelling is told") {
    for (const auto& [written, spelling] : {std::pair<std::string, std::string>{"1,234.56", "1234.56"},
                                            {"1.234,56", "1234,56"},
                                            {"1.234.567,89", "1234567,89"},
                                            {"$49", "49 USD"}}) {
        const auto& text = written;
        CAPTURE(text);
        CHECK(message_of<BadValue>([&] { parse_money(text); })
              == "'" + text + "' is not a sum of money; write " + spelling);
    }
}

TEST_CASE("three digits behind a mark may be thousands or a fraction and are refused") {
    const std::vector<std::pair<std::string, std::string>> cases{{"1,234", "1234.00 or 1.23"},
                                                                 {"1.234", "1234.00 or 1.23"},
                                                                 {"0,500", "0.50"},
                                                                 {"1,234 EUR", "1234.00 or 1.23"}};
    for (const auto& [written, spelling] : cases) {
        const auto& text = written;
        CAPTURE(text);
        CHECK(message_of<BadValue>([&] { parse_money(text); })
              == "'" + text + "' can be read two ways; write " + spelling);
    }
}

TEST_CASE("where the decimal mark is known the other one may part groups of three, and nothing else") {
    CHECK(parse_money("49,90", DecimalMark::comma) == Money{4990, ""});
    CHECK(parse_money("49.90", DecimalMark::point) == Money{4990, ""});
    CHECK(parse_money("49", DecimalMark::comma) == Money{4900, ""});
    CHECK(parse_money("1.234", DecimalMark::comma) == Money{123'400, ""});
    CHECK(parse_money("1.234,50", DecimalMark::comma) == Money{123'450, ""});
    CHECK(parse_money("1,234,567.5 EUR", DecimalMark::point) == Money{123'456'750, "EUR"});
    CHECK(parse_money("1 234,50 €", DecimalMark::comma) == Money{123'450, "EUR"});
    for (const std::string text : {"49.90", "1.23,4", "12.345.6", "1234.567", "1,234", "1,5,0", "", ",5"}) {
        CAPTURE(text);
        CHECK(message_of<BadValue>([&] { parse_money(text, DecimalMark::comma); })
              == "'" + text + "' is not a sum of money in which a comma parts the cents; write 1234,50");
    }
    CHECK(message_of<BadValue>([] { parse_money("49,90", DecimalMark::point); })
          == "'49,90' is not a sum of money in which a point parts the cents; write 1234.50");
}

TEST_CASE("amounts are written with a point and two decimals and read back") {
    CHECK(amount_text(0) == "0.00");
    CHECK(amount_text(5) == "0.05");
    CHECK(amount_text(4990) == "49.90");
    CHECK(amount_text(123'450) == "1234.50");
    for (std::int64_t cents = 0; cents < 100'000; cents += 37)
        REQUIRE(parse_money(amount_text(cents)).cents == cents);
}

TEST_CASE("a currency is three capitals") {
    CHECK(is_currency("EUR"));
    for (const std::string_view text : {"", "EU", "EURO", "eur", "E1R", "ÄÖÅ", "EU "})
        CHECK_FALSE(is_currency(text));
}

} // namespace reklamaatio::complaint::tests
