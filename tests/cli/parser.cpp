// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/parser.hpp"

#include "host/failure.hpp"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::cli::tests {
namespace {

using Words = std::vector<std::string>;

// A command with an option of each sort, and what came of its arguments.
struct Typed {
    bool all = false;
    bool loud = false;
    std::optional<std::string> message;
    std::optional<std::string> file;
    std::optional<std::int64_t> limit;
    Words tags;
    Words ids;
    friend bool operator==(const Typed&, const Typed&) = default;
};

void declare(Options& options, Typed& into) {
    options.flag("-a,--all", into.all, "all");
    options.flag("-l,--loud", into.loud, "loud");
    options.text("-m,--message", "TEXT", into.message, "what to say");
    options.mark_prose();
    options.text("-o,--output", "FILE", into.file, "where to");
    options.number("-n,--limit", "N", into.limit, "how many");
    options.texts("-t,--tag", "TAG", into.tags, "a tag");
    options.arguments("ID", into.ids, "complaints", false);
}

Typed typed(const Words& arguments) {
    Typed made;
    Options options;
    declare(options, made);
    parse("note", options.rows(), arguments);
    return made;
}

// What is said of wrong usage; empty when nothing is wrong.
std::string fault(const Words& arguments) {
    try {
        typed(arguments);
    } catch (const host::UsageError& wrong) {
        return wrong.what();
    }
    return "";
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a value stands after its option or joined to it") {
    for (const auto& arguments :
         {Words{"-m", "a b"}, Words{"-ma b"}, Words{"--message", "a b"}, Words{"--message=a b"}})
        CHECK(typed(arguments).message == "a b");
    CHECK(typed({"--message=a=b"}).message == "a=b");
    CHECK(typed({"-m", "-"}).message == "-");
}

TEST_CASE("nothing behind the equals sign is an empty value and not the next argument") {
    for (const auto& arguments : {Words{"--message=", "R-1"}, Words{"R-1", "--message="}}) {
        const auto made = typed(arguments);
        CHECK(made.message == "");
        CHECK(made.ids == Words{"R-1"});
    }
    CHECK(typed({"--tag=", "--tag=a"}).tags == Words{"", "a"});
    CHECK(typed({"--", "--message="}).ids == Words{"--message="});
}

TEST_CASE("flags with a letter can be joined and the last may be an option with its value") {
    const auto joined = typed({"-al"});
    CHECK(joined.all);
    CHECK(joined.loud);
    for (const auto& arguments : {Words{"-alm", "x"}, Words{"-almx"}, Words{"-a", "-l", "-mx"}}) {
        const auto made = typed(arguments);
        CHECK(made.all);
        CHECK(made.loud);
        CHECK(made.message == "x");
    }
    // The value of -m has the letters of other options.
    const auto text = typed({"-mall"});
    CHECK(text.message == "all");
    CHECK_FALSE(text.all);
}

TEST_CASE("behind the mark nothing is an option") {
    const auto made = typed({"R-1", "-a", "--", "-l", "--message", "-"});
    CHECK(made.all);
    CHECK_FALSE(made.loud);
    CHECK_FALSE(made.message);
    CHECK(made.ids == Words{"R-1", "-l", "--message", "-"});
}

TEST_CASE("an option that takes one value can be given only once") {
    for (const auto& arguments : {Words{"-m", "a", "-m", "a"}, Words{"-m", "a", "--message=b"},
                                  Words{"--limit", "1", "R-1", "-n2"}, Words{"-o", "a", "-o", "b"}})
        CHECK(has(fault(arguments), "only once"));
    CHECK(fault({"-a", "-a"}).empty());
}

TEST_CASE("an option that may be repeated takes one value each time and leaves the arguments alone") {
    const auto made = typed({"--tag", "a", "R-1", "-tb", "R-2", "--tag=c"});
    CHECK(made.tags == Words{"a", "b", "c"});
    CHECK(made.ids == Words{"R-1", "R-2"});
}

TEST_CASE("a value that is missing is asked for by the name of its option") {
    for (const auto& arguments : {Words{"-m"}, Words{"R-1", "--message"}, Words{"-alm"}}) {
        CHECK(has(fault(arguments), "--message needs a value"));
        CHECK(has(fault(arguments), "reklamaatio note --help"));
    }
    CHECK(has(fault({"--tag"}), "--tag needs a value"));
}

TEST_CASE("an option that there is not gets a suggestion and is never guessed") {
    CHECK(has(fault({"--mesage=x"}), "no option '--mesage'; did you mean '--message'"));
    CHECK(has(fault({"--outptu", "x"}), "did you mean '--output'"));
    CHECK(has(fault({"--mess", "x"}), "no option '--mess'"));
    CHECK(has(fault({"--weather"}), "no option '--weather'; see reklamaatio note --help"));
    CHECK(has(fault({"-x"}), "no option '-x'"));
    CHECK_FALSE(fault({"-ax"}).empty());
}

TEST_CASE("what its reader refuses is said with the name of the option") {
    CHECK(fault({"--limit", "many"}).starts_with("--limit: "));
    CHECK(fault({"-n-1"}).starts_with("--limit: "));
    CHECK(fault({"-m", "\xff"}).starts_with("--message: "));
    CHECK(fault({"\xff"}).starts_with("ID: "));
    CHECK(typed({"-o", "\xff"}).file == "\xff"); // the name of a file is bytes
}

TEST_CASE("blanks alone say nothing unless they are the name of a file") {
    CHECK(typed({"-m", " \t"}).message == "");
    CHECK(typed({"-m", "\u00a0\u200b"}).message == "");
    CHECK(typed({"-o", " "}).file == " ");
}

TEST_CASE("blanks at the ends say nothing except in prose and in the name of a file") {
    CHECK(typed({"-m", " a "}).message == " a ");
    CHECK(typed({" R-1 ", "\u00a0R-2\ufeff"}).ids == Words{"R-1", "R-2"});
    CHECK(typed({"-o", " a"}).file == " a");
}

TEST_CASE("arguments are as many as the command takes") {
    std::optional<std::string> first, second;
    Options options;
    options.argument("NAME", first, "a name", true);
    options.argument("FILE", second, "a file");
    const auto wrong = [&](const Words& arguments) -> std::string {
        try {
            parse("init", options.rows(), arguments);
        } catch (const host::UsageError& fault) {
            return fault.what();
        }
        return "";
    };
    CHECK(has(wrong({}), "needs NAME"));
    CHECK(wrong({"a"}).empty());
    CHECK(first == "a");
    CHECK_FALSE(second);
    CHECK(wrong({"a", "b"}).empty());
    CHECK(second == "b");
    CHECK(has(wrong({"a", "b", "c"}), "'c' is one argument too many"));
    CHECK(has(wrong({"a", "b", "--", "-c"}), "'-c' is one argument too many"));
}

// Random choices, written in one of the ways in which they can be, are read back as they were made.
TEST_CASE("whatever way a line is written in it means the same") {
    std::mt19937 random(11);
    const auto pick = [&](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    const Words values{"a", "all", "x y", "R-12", "o=m", "ä", "lam"};
    const auto value = [&] { return values[static_cast<std::size_t>(pick(7))]; };
    for (int round = 0; round < 1500; ++round) {
        Typed meant;
        std::vector<Words> groups;
        Words behind_mark;
        std::string joined;
        const auto write = [&](char letter, const std::string& name, const std::string& text) {
            switch (pick(4)) {
            case 0:
                return groups.push_back({fmt::format("-{}", letter), text});
            case 1:
                return groups.push_back({fmt::format("-{}{}", letter, text)});
            case 2:
                return groups.push_back({name, text});
            default:
                return groups.push_back({name + "=" + text});
            }
        };
        if ((meant.all = pick(2) == 1)) pick(2) == 1 ? joined += 'a' : (groups.push_back({"--all"}), joined);
        if ((meant.loud = pick(2) == 1)) joined += 'l';
        if (!joined.empty()) groups.push_back({"-" + joined});
        if (pick(2) == 1) write('m', "--message", *(meant.message = value()));
        if (pick(2) == 1) write('o', "--output", *(meant.file = value()));
        if (pick(2) == 1) write('n', "--limit", std::to_string(*(meant.limit = pick(100))));
        std::shuffle(groups.begin(), groups.end(), random);
        // Tags and arguments keep their order.
        for (int n = pick(3); n > 0; --n) {
            meant.tags.push_back(value());
            write('t', "--tag", meant.tags.back());
        }
        for (int n = pick(3); n > 0; --n) {
            meant.ids.push_back(value());
            groups.push_back({meant.ids.back()});
        }
        if (pick(2) == 1)
            for (const auto* text : {"-a", "--tag", "R-3"}) {
                behind_mark.emplace_back(text);
                meant.ids.emplace_back(text);
            }
        Words line;
        for (const auto& group : groups)
            line.insert(line.end(), group.begin(), group.end());
        if (!behind_mark.empty()) line.emplace_back("--");
        line.insert(line.end(), behind_mark.begin(), behind_mark.end());
        CAPTURE(fmt::format("{}", fmt::join(line, " | ")));
        CHECK(typed(line) == meant);
    }
}

TEST_CASE("the command is the first word that is neither a global option nor its value") {
    Typed ignored;
    Options options;
    declare(options, ignored);
    const auto place = [&](const Words& arguments) { return find_command(options.rows(), arguments); };
    CHECK(place({"list", "--all"}) == 0);
    CHECK(place({"-a", "list"}) == 1);
    CHECK(place({"--message", "show", "list"}) == 2);
    CHECK(place({"-m", "show", "list"}) == 2);
    CHECK(place({"--message=show", "list"}) == 1);
    CHECK(place({"-mshow", "list"}) == 1);
    CHECK(place({"--unknown", "list"}) == 1);
    CHECK(place({"--", "list"}) == 1);
    CHECK(place({"-", "list"}) == 0);
    CHECK(place({"-a"}) == 1);
    CHECK(place({}) == 0);
}

TEST_CASE("in front of a command only global options may stand") {
    Typed ignored;
    Options options;
    declare(options, ignored);
    const auto wrong = [&](const Words& arguments) -> std::string {
        try {
            check_global(options.rows(), arguments);
        } catch (const host::UsageError& fault) {
            return fault.what();
        }
        return "";
    };
    CHECK(wrong({"--all", "--message=x", "-a", "--"}).empty());
    CHECK(has(wrong({"--all", "--mesage=x"}), "'--mesage' before a command; did you mean '--message'"));
    CHECK(has(wrong({"--weather"}), "'--weather' before a command"));
}

} // namespace reklamaatio::cli::tests
