// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/registry.hpp"

#include "cli/other_words.hpp"
#include "cli/parser.hpp"
#include "cli/settings.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::cli::tests {

TEST_CASE("each command is found by its name and each makes a command of its own") {
    std::set<std::string_view> names;
    for (const auto* row : commands()) {
        CHECK(command_named(row->name) == row);
        CHECK(row->make() != row->make());
        names.insert(row->name);
    }
    CHECK(names.size() == commands().size());
    CHECK(command_named("lsit") == nullptr);
    CHECK(command_named("") == nullptr);
}

TEST_CASE("no option of a command has a name or a letter of another one or of all commands") {
    for (const auto* row : commands()) {
        CAPTURE(row->name);
        GlobalOptions globals;
        Options options;
        globals.declare(options);
        const auto command = row->make();
        command->declare(options);
        std::set<std::string> names;
        for (const auto& option : options.rows())
            for (const auto& name : Options::parts_of(option.names)) {
                CAPTURE(name);
                CHECK(names.insert(name).second);
            }
    }
}

TEST_CASE("what is typed fifty times a day has a letter") {
    struct Typed {
        const char* command;
        const char* option;
        const char* letter;
    };
    constexpr Typed k_typed[] = {
        {"open", "--answered", "-a"},   {"open", "--channel", "-b"},     {"contact", "--channel", "-b"},
        {"open", "--customer", "-c"},   {"edit", "--customer", "-c"},    {"list", "--customer", "-c"},
        {"resolve", "--outcome", "-d"}, {"list", "--outcome", "-d"},     {"open", "--category", "-g"},
        {"contact", "--in", "-i"},      {"classify", "--kind", "-k"},    {"note", "--message", "-m"},
        {"open", "--priority", "-p"},   {"classify", "--product", "-P"}, {"resolve", "--remedy", "-r"},
        {"open", "--received", "-R"},   {"resolve", "--settled", "-s"},  {"list", "--status", "-S"},
        {"edit", "--text", "-t"},       {"list", "--text", "-t"},        {"classify", "--tag", "-T"},
        {"open", "--assign", "-w"},     {"list", "--assignee", "-w"},    {"resolve", "--cause", "-y"},
        {"resolve", "--amount", "-A"},  {"offer", "--amount", "-A"},     {"export", "--customer", "-c"},
    };
    for (const auto& [name, option, letter] : k_typed) {
        CAPTURE(name);
        CAPTURE(option);
        Options options;
        const auto command = command_named(name)->make();
        command->declare(options);
        const auto row = std::ranges::find(options.rows(), option, &OptionRow::long_name);
        REQUIRE(row != options.rows().end());
        CHECK(row->names == fmt::format("{},{}", letter, option));
    }
}

TEST_CASE("a letter means the same in every command but in check, which is a monitoring plugin") {
    std::map<std::string, std::set<std::string>> meant;
    for (const auto* row : commands()) {
        if (row->name == "check") continue;
        GlobalOptions globals;
        Options options;
        globals.declare(options);
        const auto command = row->make();
        command->declare(options);
        for (const auto& option : options.rows())
            if (!option.is_argument && option.names != option.long_name())
                meant[option.names.substr(0, 2)].insert(option.long_name());
    }
    for (const auto& [letter, options] : meant) {
        CAPTURE(letter);
        // Who has it, or is to have it.
        if (letter == "-w")
            CHECK(options == std::set<std::string>{"--assign", "--assignee"});
        else
            CHECK(options.size() == 1);
    }
}

TEST_CASE("a command that is misspelt gets a suggestion and one that is not known the way to the help") {
    CHECK(unknown_command("lsit") == "unknown command 'lsit'; did you mean 'list'?");
    CHECK(unknown_command("weather") == "unknown command 'weather'; see reklamaatio help");
}

TEST_CASE("what others call it leads to a command of ours by a line that this one takes") {
    // Words as in a shell that knows double quotes alone.
    const auto words_of = [](std::string_view line) {
        std::vector<std::string> words(1);
        bool is_quoted = false;
        for (const char c : line) {
            if (c == '"')
                is_quoted = !is_quoted;
            else if (c == ' ' && !is_quoted)
                words.emplace_back();
            else
                words.back() += c;
        }
        return words;
    };
    const auto bare = [](std::string_view line) {
        std::string plain(line);
        std::erase_if(plain, [](char c) { return c == '{' || c == '}'; });
        return plain;
    };
    std::set<std::string> known;
    for (const auto& row : other_words()) {
        CAPTURE(row.line);
        for (const auto& word : words_of(row.words)) {
            CAPTURE(word);
            CHECK(command_named(word) == nullptr);
            CHECK(known.insert(word).second);
            CHECK(line_for(word) == bare(row.line));
        }
        auto words = words_of(bare(row.line));
        const auto* row_of_command = command_named(words.front());
        REQUIRE(row_of_command != nullptr);
        words.erase(words.begin());
        GlobalOptions globals;
        Options options;
        globals.declare(options);
        const auto command = row_of_command->make();
        command->declare(options);
        CHECK_NOTHROW(parse(std::string(row_of_command->name), options.rows(), words));
    }
    for (const char* word : {"close", "new", "add", "find", "search", "reply", "answer", "delete", "remove",
                             "done", "start", "update", "call", "mail", "view", "ls"})
        CHECK(known.count(word) == 1);
    using Words = std::vector<std::string>;
    CHECK(line_for("find", Words{"broken", "lid"}) == "list broken lid");
    CHECK(line_for("close", Words{"1"}) == "resolve 1 upheld refund 49.90");
    CHECK(line_for("close", Words{"1", "R-3", "done", "-q"}) == "resolve 1 R-3 upheld refund 49.90");
    CHECK(line_for("close", Words{"broken"}) == "resolve R-12 upheld refund 49.90");
    CHECK(line_for("create", Words{"The", "lid", "broke"}).starts_with("open \"The lid broke\" -c "));
    CHECK(line_for("merge", Words{"1"}).empty());
    CHECK(line_for("weather").empty());
    CHECK(line_for("").empty());
}

} // namespace reklamaatio::cli::tests
