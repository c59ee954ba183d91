// SPDX-License-Identifier: GPL-3.0-or-later
// What goes through a pager, and what happens where there is none.
#include "host/pager.hpp"

#include "host/failure.hpp"
#include "host/output.hpp"
#include "host/world.hpp"

#include "temporary_folder.hpp"

namespace reklamaatio::host::tests {
namespace {

// Ten columns and four rows, the last of which is for the prompt.
struct SmallTerminal : World {
    SmallTerminal() {
        out_is_terminal = true;
        terminal_width = 10;
        terminal_height = 4;
        variables["PATH"] = "/bin";
    }
    bool shows(const std::string& text, const std::string& command = "sh") {
        const auto all = environment();
        return Pager(all, command).show(text);
    }
};

} // namespace

TEST_CASE("text that fits the terminal is not for the pager and longer text is") {
    SmallTerminal terminal;
    CHECK_FALSE(terminal.shows(""));
    CHECK_FALSE(terminal.shows("1\n2\n3\n"));
    CHECK_FALSE(terminal.shows("1\n2\n3"));
    CHECK(terminal.shell.commands.empty());
    CHECK(terminal.shows("1\n2\n3\n4\n"));
    CHECK(terminal.shell.commands == std::vector<std::string>{"sh"});
    CHECK(terminal.shell.inputs == std::vector<std::string>{"1\n2\n3\n4\n"});
}

TEST_CASE("a line too long for the terminal takes several rows and colours take none") {
    SmallTerminal terminal;
    CHECK_FALSE(terminal.shows("0123456789\n0123456789\n0123456789\n"));
    CHECK(terminal.shows("0123456789\n0123456789\n0123456789x\n"));
    CHECK_FALSE(terminal.shows("\x1b[31m0123456789\x1b[0m\n\x1b[1määä\x1b[0m\n\n"));
}

TEST_CASE("there is no pager where none is wished") {
    SmallTerminal terminal;
    for (const char* none : {"", " ", "cat"})
        CHECK_FALSE(terminal.shows("1\n2\n3\n4\n", none));
    CHECK(terminal.shell.commands.empty());
}

TEST_CASE("a pager that is not installed is not even tried") {
    SmallTerminal terminal;
    CHECK_FALSE(terminal.shows("1\n2\n3\n4\n", "no-such-pager -x"));
    CHECK_FALSE(terminal.shows("1\n2\n3\n4\n", "/bin/no-such-pager"));
    CHECK(terminal.shell.commands.empty());
    CHECK(terminal.shows("1\n2\n3\n4\n", "/bin/sh -c more"));
    CHECK(terminal.shows("1\n2\n3\n4\n", "LESS=F no-such-pager"));
}

TEST_CASE("text that the shell could not hand over is printed and how a pager ends means nothing") {
    SmallTerminal terminal;
    for (const int status : {126, 127}) {
        terminal.shell.instead = [&](const auto&) { return status; };
        CHECK_FALSE(terminal.shows("1\n2\n3\n4\n"));
    }
    for (const int status : {0, 1, 2, 130, 141}) {
        terminal.shell.instead = [&](const auto&) { return status; };
        CHECK(terminal.shows("1\n2\n3\n4\n"));
    }
    terminal.shell.instead = [](const auto&) -> int {
        throw Failure(ExitStatus::cannot_create, "cannot run /bin/sh");
    };
    CHECK_FALSE(terminal.shows("1\n2\n3\n4\n"));
}

TEST_CASE("less passes colours on and reads UTF-8 unless somebody has said otherwise") {
    SmallTerminal terminal;
    FakeShell::Variables seen;
    terminal.shell.instead = [&](const auto& variables) {
        seen = variables;
        return 0;
    };
    terminal.shows("1\n2\n3\n4\n");
    CHECK(seen.at("LESS") == "FRX");
    CHECK(seen.at("LESSCHARSET") == "utf-8");
    CHECK(seen.at("PATH") == "/bin");
    terminal.variables["LESS"] = "S";
    terminal.shows("1\n2\n3\n4\n");
    CHECK(seen.at("LESS") == "S");
}

TEST_CASE(
    "an output goes through its pager when it is finished and what the pager does not show is printed") {
    SmallTerminal terminal;
    const auto all = terminal.environment();
    Output paged(terminal.out, std::nullopt, false, Pager(all, "sh"));
    paged.stream() << "1\n2\n3\n4\n";
    CHECK(terminal.shell.commands.empty());
    paged.finish();
    paged.finish();
    CHECK(terminal.shell.commands.size() == 1);
    CHECK(terminal.out.str().empty());
    Output fitting(terminal.out, std::nullopt, false, Pager(all, "sh"));
    fitting.stream() << "1\n";
    fitting.finish();
    CHECK(terminal.out.str() == "1\n");
    CHECK(terminal.shell.commands.size() == 1);
}

TEST_CASE("a file is not read in a pager") {
    const reklamaatio::tests::TemporaryFolder folder;
    SmallTerminal terminal;
    const auto all = terminal.environment();
    Output output(terminal.out, (folder / "f").string(), false, Pager(all, "sh"));
    output.stream() << "1\n2\n3\n4\n";
    output.finish();
    CHECK(terminal.shell.commands.empty());
    CHECK(reklamaatio::tests::read_file(folder / "f") == "1\n2\n3\n4\n");
}

} // namespace reklamaatio::host::tests
