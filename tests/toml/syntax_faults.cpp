// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/syntax_faults.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::toml::tests {
namespace {

// A line for each, without the file.
std::string faults_of(std::string_view toml) {
    Faults faults;
    add_syntax_faults(toml, faults);
    auto lines = faults.lines("");
    for (auto& line : lines)
        line.erase(0, 1);
    return fmt::format("{}", fmt::join(lines, "\n"));
}

// The lines that have faults.
std::vector<std::string> faulty_lines(std::string_view toml) {
    Faults faults;
    add_syntax_faults(toml, faults);
    std::vector<std::string> numbers;
    for (const auto& line : faults.lines(""))
        numbers.push_back(line.substr(1, line.find(':', 1) - 1));
    return numbers;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("what is no TOML is told in plain words with the way out") {
    const std::string no_value =
        "this is not a value; put text in straight quotes, such as \"Europe/Helsinki\"";
    const std::string open_text = "the text has no closing quote on its line; add one";
    const std::string twice = " appears twice; remove one, or merge the two";
    const std::string brackets = " is written with one pair of brackets and with two; choose one";
    const std::pair<std::string_view, std::string> cases[] = {
        {"name = \"Our firm\nx = 1\n", "1:17: " + open_text},
        {"name = 'Our firm\n", "1:17: " + open_text},
        {"name = \"Our firm", "1:17: " + open_text},
        {"timezone = Europe/Helsinki\n", "1:12: " + no_value},
        {"timezone = \u201cEurope/Helsinki\u201d\n",
         "1:12: '\u201c' is not a straight quote; write \" instead"},
        {"response = 4h\n", "1:13: " + no_value},
        {"lead = nobody\n", "1:9: " + no_value},
        {"mon = 08:00\n", "1:12: " + no_value},
        {"name =\n", "1:7: there is no value; write one after the =, text in quotes"},
        {"kind = [\"a\" \"b\"]\n", "1:13: the list lacks a comma between two values, or its ] at the end"},
        {"kind = [\"a\",\n", "1:14: the list is not closed; put a ] at its end"},
        {"[calendar.a\n", "1:12: the name of the table is not closed; put a ] after it"},
        {"[person.päivi]\n", "1:10: 'ä' cannot stand here; put names and text with such characters in "
                             "straight quotes, as in [person.\"päivi\"]"},
        {"email = \"x@e.fi\",\n", "1:17: something after the value does not belong there; "
                                  "remove it, or put a # before it"},
        {"name \"x\"\n", "1:6: there is no = after the key; write it as in name = \"My company\""},
        {"name = \"\xe4\"\n", "1:8: this is not UTF-8; save the file in UTF-8"},
        {"[calendar.a]\nx = 1\n[calendar.a] # again\n", "3:1: [calendar.a]" + twice},
        {"[c]\ndates.\"2026-12-25\" = []\n dates.\"2026-12-25\" = []\n",
         "3:23: dates.\"2026-12-25\"" + twice},
        {"[[sla]]\n[sla]\n", "2:1: [sla]" + brackets},
        {"[sla]\n[[sla]]\n", "2:1: [[sla]]" + brackets},
    };
    for (const auto& [written, fault] : cases) {
        const auto& toml = written;
        CAPTURE(toml);
        CHECK(faults_of(toml) == fault);
    }
}

TEST_CASE("a good text has no faults") {
    CHECK(faults_of("").empty());
    CHECK(faults_of("\xef\xbb\xbf[a]\n\"ä\" = 'ä' # ä\n[[b]]\nc = [\n1,\n]\n").empty());
}

TEST_CASE("every faulty line is told") {
    CHECK(faults_of("name = shop\n"
                    "zone = \"a\";\n"
                    "[columns\n"
                    "x = 1\n"
                    "x = 2\n"
                    "[columns]\n"
                    "email “x”\n"
                    "lead = “x”\n"
                    "[[rule]\n"
                    "[[rule]]\n"
                    "[rule.when]\n"
                    "a = \"b\n")
          == "1:8: this is not a value; put text in straight quotes, such as \"Europe/Helsinki\"\n"
             "2:11: something after the value does not belong there; remove it, or put a # "
             "before it\n"
             "3:9: the name of the table is not closed; put a ] after it\n"
             "5:5: x appears twice; remove one, or merge the two\n"
             "6:1: [columns] appears twice; remove one, or merge the two\n"
             "7:7: '“' is not a straight quote; write \" instead\n"
             "8:8: '“' is not a straight quote; write \" instead\n"
             "9:8: the name of the table is not closed; put a ] after it\n"
             "12:7: the text has no closing quote on its line; add one");
}

TEST_CASE("a mended line makes no faults in those below it") {
    // The keys below a table that appears twice are its own.
    CHECK(faulty_lines("[a]\nx = 1\n[a]\nx = 1\n[a.b]\n") == Lines{"3"});
    CHECK(faulty_lines("[a] x\nx = 1\n[a.b]\ny = 1\n[c]\nx = 1\n") == Lines{"1"});
    CHECK(faulty_lines("[[rule]\n[rule.when]\n[[rule]]\n[rule.when]\n") == Lines{"1"});
    CHECK(faulty_lines("[a b]\nx = 1\n[a b]\nx = 1\n[=]\nx = 1\n") == Lines{"1", "3", "5"});
    // Names that differ by a letter are not the same.
    CHECK(faulty_lines("[person.päivi]\n[person.pöivi]\n") == Lines{"1", "2"});
    CHECK(faulty_lines("[person.ä]\n[person.x]\n[person._]\n") == Lines{"1"});
    CHECK(faulty_lines("a = „x“\nb = ‘x’\nä = ä\n") == Lines{"1", "2", "3"});
    CHECK(faulty_lines("a = [\n“x”,\n“y”,\n]\nb = z\n") == Lines{"2", "3", "5"});
}

TEST_CASE("where nobody knows how the text goes on nothing more is told") {
    CHECK(faulty_lines("a = [\n\"b\",\nc = x\nd = y\n") == Lines{"3"});
    CHECK(faulty_lines("a = [x,\n\"b\"]\nd = y\n") == Lines{"1"});
    CHECK(faulty_lines("a = \"\"\"\nb = x\nc = y").size() == 1);
    const std::string comment = "# the library decodes some dozens of characters at once\n";
    CHECK(faulty_lines("a = x\n" + comment + "b = \"\xe4\"\n" + comment + "c = \"\xe4\"\nd = x\n")
          == Lines{"1", "3"});
}

TEST_CASE("what is no TOML at all ends after some faults") {
    std::string csv;
    for (int i = 0; i < 1000; ++i)
        csv += fmt::format("{},2026-11-21,kiuas halkesi\n", i);
    CHECK(faulty_lines(csv).size() == k_most_syntax_faults);
    csv.clear();
    for (int i = 0; i < 1000; ++i)
        csv += "ä,ö\n";
    CHECK(faulty_lines(csv).size() == k_most_syntax_faults);
}

} // namespace reklamaatio::toml::tests
