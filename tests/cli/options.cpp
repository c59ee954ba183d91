// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.hpp"

#include "complaint/error.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::cli::tests {
namespace {

using complaint::BadValue;
using complaint::Kind;
using Words = std::vector<std::string>;

} // namespace

TEST_CASE("a list has a part between each two commas without the blanks around it") {
    CHECK(Options::parts_of("a") == Words{"a"});
    CHECK(Options::parts_of(" a ,b c, d") == Words{"a", "b c", "d"});
    CHECK(Options::parts_of("") == Words{""});
    CHECK(Options::parts_of("a,,") == Words{"a", "", ""});
    CHECK(Options::named_parts_of("a, b") == Words{"a", "b"});
    for (const char* bad : {"", " ", ",", "a,", "a, ,b", ",a"})
        CHECK_THROWS_AS(Options::named_parts_of(bad), BadValue);
}

TEST_CASE("the long name of an option is behind its letter") {
    CHECK(OptionRow{.names = "-m,--message"}.long_name() == "--message");
    CHECK(OptionRow{.names = "--now"}.long_name() == "--now");
}

TEST_CASE("a number is whole and not below nothing") {
    std::optional<std::int64_t> into;
    Options options;
    options.number("--limit", "N", into, "how many");
    const auto take = [&](const char* text) { options.rows().back().take(text); };
    take("007");
    CHECK(into == 7);
    take("9223372036854775807");
    CHECK(into == 9'223'372'036'854'775'807);
    for (const char* bad : {"", "-1", "+1", "1.5", "1e3", " 1", "1 ", "9223372036854775808", "one"})
        CHECK_THROWS_AS(take(bad), BadValue);
    CHECK(into == 9'223'372'036'854'775'807);
}

TEST_CASE("a word is one of its vocabulary and several are told apart by commas") {
    std::optional<Kind> kind;
    std::vector<Kind> kinds;
    Options options;
    options.word("--kind", "KIND", kind, "what it is");
    options.words("--kinds", "KINDS", kinds, "which");
    const auto& rows = options.rows();
    rows[0].take("claim");
    CHECK(kind == Kind::claim);
    CHECK_THROWS_AS(rows[0].take("Klaim"), BadValue);
    rows[1].take("praise, remark");
    rows[1].take("claim");
    CHECK(kinds == std::vector{Kind::praise, Kind::remark, Kind::claim});
    CHECK_THROWS_AS(rows[1].take("praise,"), BadValue);
    CHECK(rows[1].is_repeatable);
    CHECK_FALSE(rows[0].is_repeatable);
    CHECK(rows[0].words == Words{"praise", "remark", "complaint", "claim"});
    CHECK(rows[0].help == "what it is: praise, remark, complaint or claim");
}

TEST_CASE("a choice is one of its words and a word turned round is not explained again") {
    std::optional<std::string> order;
    Options options;
    options.choice("--sort", "ORDER", {"id", "due", "-id", "-due"}, "an order", order, "in which order");
    const auto& row = options.rows().back();
    row.take("-due");
    CHECK(order == "-due");
    CHECK_THROWS_AS(row.take("date"), BadValue);
    CHECK_THROWS_AS(row.take(""), BadValue);
    CHECK(row.help == "in which order: id or due");
    CHECK(row.words.size() == 4);
}

TEST_CASE("the last of a value and its shorthands counts") {
    std::optional<std::string> format;
    Options options;
    options.text("--format", "FORMAT", format, "how");
    options.shorthand("--json", "json", format, "as json");
    options.rows()[0].take("csv");
    options.rows()[1].take("");
    CHECK(format == "json");
    CHECK(options.rows()[1].value.empty()); // a flag
}

TEST_CASE("a list of texts grows by every part and takes no empty one") {
    Words tags;
    Options options;
    options.list("--tag", "TAGS", tags, "tags");
    options.rows()[0].take("a, b");
    options.rows()[0].take("c");
    CHECK(tags == Words{"a", "b", "c"});
    CHECK_THROWS_AS(options.rows()[0].take("d,,e"), BadValue);
}

TEST_CASE("words that are offered are not the only ones that are taken") {
    std::optional<std::string> remedy;
    Options options;
    options.text("--remedy", "REMEDY", remedy, "what the customer gets");
    options.offer_remedies();
    const auto& row = options.rows().back();
    for (const auto& word : row.words)
        CHECK(row.help.find(word) != std::string::npos);
    row.take("a cake");
    CHECK(remedy == "a cake");
}

} // namespace reklamaatio::cli::tests
