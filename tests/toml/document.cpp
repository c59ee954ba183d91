// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/document.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::toml::tests {
namespace {

Document good(std::string_view text) {
    Faults faults;
    auto document = parse(text, faults);
    REQUIRE(faults.empty());
    return document;
}

} // namespace

TEST_CASE("values know their type and their place") {
    const auto document =
        good("text = \"a\"\nwhole = 7\n  part = 0.5\nlist = [\"x\", 1]\n[table]\nz = 1\na = 2\n");
    const Node root = document.root();
    CHECK(*root["text"].text() == "a");
    CHECK(root["text"].place() == Place{1, 8});
    CHECK(root["whole"].whole_number() == 7);
    CHECK(root["whole"].number() == 7.0);
    CHECK(root["whole"].text() == nullptr);
    CHECK(root["part"].number() == 0.5);
    CHECK_FALSE(root["part"].whole_number());
    CHECK(root["part"].place() == Place{3, 10});
    CHECK(root["list"].is_list());
    CHECK(root["list"].count() == 2);
    CHECK(*root["list"][0].text() == "x");
    CHECK(root["list"][1].place() == Place{4, 14});
    CHECK(root["table"].is_table());
    const auto entries = root["table"].entries();
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].key == "a");
    CHECK(entries[0].key_place == Place{7, 1});
    CHECK(entries[0].value.whole_number() == 2);
}

TEST_CASE("nothing is in nothing") {
    const auto document = good("text = \"a\"\nlist = [1]\n");
    for (const Node none : {Node(), document.root()["missing"], document.root()["text"]["below"],
                            document.root()["list"][1], document.root()[std::size_t{0}]}) {
        CHECK_FALSE(static_cast<bool>(none));
        CHECK(none.place() == Place{1, 1});
        CHECK(none.text() == nullptr);
        CHECK_FALSE(none.number());
        CHECK_FALSE(none.whole_number());
        CHECK_FALSE(none.is_list());
        CHECK_FALSE(none.is_table());
        CHECK(none.count() == 0);
        CHECK(none.entries().empty());
        CHECK_FALSE(static_cast<bool>(none["x"]["y"]));
    }
}

TEST_CASE("a text that is no TOML is an empty table and its faults") {
    Faults faults;
    const auto document = parse("a = 1\nb = x\nc\n", faults);
    CHECK(document.root().is_table());
    CHECK(document.root().count() == 0);
    CHECK(faults.count() == 2);
    CHECK(faults.lines("f.toml", "mind: ")[1]
          == "f.toml:3:2: mind: there is no = after the key; write it as in name = \"My company\"");
}

TEST_CASE("a character beyond ASCII outside of quotes is a fault also where the library would take it") {
    Faults faults;
    CHECK(parse("a = 1\u00a0\n", faults).root().count() == 0); // a blank that does not break lines
    CHECK(faults.count() == 1);
}

TEST_CASE("faults are told in the order of their places") {
    Faults faults;
    CHECK(faults.lines("f").empty());
    faults.add({2, 1}, "c");
    faults.add({1, 10}, "b");
    faults.add({1, 9}, "a");
    faults.add({2, 1}, "d");
    CHECK(fmt::format("{}", fmt::join(faults.lines("f"), " ")) == "f:1:9: a f:1:10: b f:2:1: c f:2:1: d");
}

} // namespace reklamaatio::toml::tests
