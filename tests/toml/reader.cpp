// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/reader.hpp"

#include <stdexcept>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::toml::tests {
namespace {

// A file, its reader, and what was found wrong.
struct File {
    explicit File(std::string_view text) : document(parse(text, faults)) {}
    std::string told() const { return fmt::format("{}", fmt::join(faults.lines("f"), "\n")); }

    Faults faults;
    Document document;
    Reader reader{document.root(), "the file", faults};
};

std::vector<std::string> texts_of(const std::vector<Placed>& found) {
    std::vector<std::string> texts;
    texts.reserve(found.size());
    for (const auto& placed : found)
        texts.push_back(placed.text);
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("values come as they are asked for and what is not there is none") {
    File file("name = \"a\"\nshare = 1\nlines = 2\nlist = [\"x\", \"y\"]\n");
    CHECK(file.reader.string("name")->text == "a");
    CHECK(file.reader.string("name")->place == Place{1, 8});
    CHECK(file.reader.number("share") == 1.0);
    CHECK(file.reader.whole_number("lines") == 2);
    CHECK(file.reader.string_or_whole_number("name") == "a");
    CHECK(file.reader.string_or_whole_number("lines") == "2");
    CHECK(texts_of(file.reader.strings("list")) == Texts{"x", "y"});
    CHECK(texts_of(file.reader.strings("name")) == Texts{"a"});
    CHECK_FALSE(file.reader.string("none"));
    CHECK_FALSE(file.reader.number("none"));
    CHECK_FALSE(file.reader.whole_number("none"));
    CHECK_FALSE(file.reader.string_or_whole_number("none"));
    CHECK(file.reader.strings("none").empty());
    CHECK_FALSE(static_cast<bool>(file.reader.subtable("none", "[none]")));
    CHECK(file.reader.named_tables("none").empty());
    CHECK(file.reader.tables("none", "they are").empty());
    file.reader.finish();
    CHECK(file.told().empty());
}

TEST_CASE("a value of another type is a fault at its place") {
    File file("a = 1\nb = \"x\"\nc = 1.5\nd = true\ne = 1\nf = [\"x\", 2, []]\ng = 3\n[h]\nx = 1\n[i]\n");
    CHECK_FALSE(file.reader.string("a"));
    CHECK_FALSE(file.reader.number("b"));
    CHECK_FALSE(file.reader.whole_number("c"));
    CHECK_FALSE(file.reader.string_or_whole_number("d"));
    CHECK(file.reader.strings("e").empty());
    CHECK(texts_of(file.reader.strings("f")) == Texts{"x"});
    CHECK_FALSE(static_cast<bool>(file.reader.subtable("g", "g.x = 1")));
    CHECK(file.reader.named_tables("h").empty());
    CHECK(file.reader.tables("i", "they are").empty());
    CHECK(file.told()
          == "f:1:5: the file: a must be a string in quotes\n"
             "f:2:5: the file: b must be a number\n"
             "f:3:5: the file: c must be a whole number\n"
             "f:4:5: the file: d must be a string in quotes or a whole number\n"
             "f:5:5: the file: e must be a list of strings, such as [\"a\", \"b\"]\n"
             "f:6:11: the file: f must have only strings in quotes\n"
             "f:6:14: the file: f must have only strings in quotes\n"
             "f:7:5: the file: g must be a table; write g.x = 1\n"
             "f:9:5: h.x must be a table; write [h.x]\n"
             "f:10:1: they are written [[i]], with two brackets");
}

TEST_CASE("true and false are no texts") {
    File file("yes = true\nno = false\nword = \"true\"\n");
    CHECK(file.reader.truth("yes") == true);
    CHECK(file.reader.truth("no") == false);
    CHECK(file.reader.truth("absent") == std::nullopt);
    CHECK(file.told().empty());
    CHECK(file.reader.truth("word") == std::nullopt);
    CHECK(file.told() == "f:3:8: the file: word must be true or false, without quotes");
}

TEST_CASE("tables come in the order of the file") {
    File file("[team.b]\n[team.a]\nx = 1\n[[rule]]\ny = 1\n[[rule]]\ny = 2\n");
    const auto teams = file.reader.named_tables("team");
    REQUIRE(teams.size() == 2);
    CHECK(teams[0].name == "b");
    CHECK(teams[1].table["x"].whole_number() == 1);
    const auto rules = file.reader.tables("rule", "rules are");
    REQUIRE(rules.size() == 2);
    CHECK(rules[1]["y"].whole_number() == 2);
    CHECK(file.told().empty());
}

TEST_CASE("a key that nobody asked for is a fault that names what it may have meant") {
    File file("timezone = \"a\"\ntimezome = \"b\"\n \"z z\" = 1\n");
    file.reader.string("timezone");
    file.reader.find("currency");
    file.reader.finish();
    CHECK(file.told()
          == "f:2:1: the file has no key 'timezome'; did you mean 'timezone'?\n"
             "f:3:2: the file has no key 'z z'; it has timezone, currency");
}

TEST_CASE("all texts of a table are asked for at once") {
    File file("b = \"1\"\na = \"2\"\nc = 3\n");
    CHECK(file.reader.all_strings() == std::map<std::string, std::string>{{"a", "2"}, {"b", "1"}});
    file.reader.finish();
    CHECK(file.told() == "f:3:5: the file: c must be a string in quotes");
}

TEST_CASE("what a conversion throws is a fault at the value") {
    File file("a = \"x\"\nb = [\"y\",\n\"z\"]\n");
    Texts read;
    const auto convert = [&](const std::string& text) {
        if (text != "y") throw std::runtime_error(fmt::format("'{}' is bad", text));
        read.push_back(text);
    };
    file.reader.with(file.reader.string("a"), convert);
    file.reader.with(file.reader.string("none"), convert);
    file.reader.with_each("b", convert);
    CHECK(read == Texts{"y"});
    CHECK(file.told() == "f:1:5: 'x' is bad\nf:3:1: 'z' is bad");
    CHECK_THROWS_AS(
        file.reader.with(file.reader.string("a"), [](const std::string&) { throw std::logic_error("ours"); }),
        std::logic_error);
}

TEST_CASE("a fault may stand at a key, at its value, or at the table") {
    File file("\n[t]\nkey = 1\n");
    Reader table(file.document.root()["t"], "[t]", file.faults);
    CHECK(table.called("key") == "[t]: key");
    table.blame_key("key", "key");
    table.blame_value("key", "value");
    table.blame_key("none", "no key");
    table.blame_value("none", "no value");
    CHECK(file.told() == "f:2:1: no key\nf:2:1: no value\nf:3:1: key\nf:3:7: value");
}

} // namespace reklamaatio::toml::tests
