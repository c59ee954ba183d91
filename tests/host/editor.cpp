// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/editor.hpp"

#include "host/failure.hpp"
#include "host/world.hpp"

#include <algorithm>
#include <optional>
#include <sys/stat.h>

#include "temporary_folder.hpp"

namespace reklamaatio::host::tests {
namespace {

using reklamaatio::tests::read_file;
using reklamaatio::tests::TemporaryFolder;
using reklamaatio::tests::write_file;

// Somebody who writes a text in place of what the editor shows, and an editor that ends with a status.
class Desk {
  public:
    explicit Desk(std::string text, int status = 0) {
        world.variables["EDITOR"] = "ed --quick";
        world.shell.instead = [this, text = std::move(text), status](const FakeShell::Variables& variables) {
            file = variables.at("REKLAMAATIO_DRAFT");
            shown = read_file(file);
            write_file(file, text + shown);
            return status;
        };
    }

    Draft write(const std::string& comments = "A letter to Maija") {
        return write_draft(world.environment(), drafts(), comments);
    }
    // How it fails; nothing when all is well.
    std::optional<ExitStatus> status() {
        try {
            write();
        } catch (const Failure& fault) {
            message = fault.what();
            return fault.status();
        }
        return std::nullopt;
    }
    std::string drafts() const { return (m_folder / "state/drafts").string(); }

    World world;
    std::string file, shown, message;

  private:
    TemporaryFolder m_folder;
};

mode_t mode_of(const std::string& path) {
    struct stat facts {};
    REQUIRE(::stat(path.c_str(), &facts) == 0);
    return facts.st_mode & 07777;
}

} // namespace

TEST_CASE("what was written comes back without the comments and stays in a private file") {
    Desk desk("\nDear Maija,\n\n  we are sorry.  \n\n");
    const auto draft = desk.write("A letter to Maija\n\nwho waits");
    CHECK(draft.text == "Dear Maija,\n\n  we are sorry.");
    CHECK(draft.file == desk.file);
    CHECK(draft.file.starts_with(desk.drafts() + "/"));
    CHECK(read_file(draft.file) == draft.text + "\n");
    CHECK(mode_of(draft.file) == 0600);
    CHECK(mode_of(desk.drafts()) == 0700);
    remove_draft(draft.file);
    CHECK(std::filesystem::is_empty(desk.drafts()));
}

TEST_CASE("the editor shows what the text is for in lines that begin with the mark") {
    Desk desk("x");
    desk.write("A letter to Maija\n\nwho waits");
    CHECK(desk.shown.starts_with("\n# A letter to Maija\n#\n# who waits\n#"));
    std::istringstream lines(desk.shown.substr(1));
    for (std::string line; std::getline(lines, line);)
        CHECK(line.starts_with('#'));
}

TEST_CASE("VISUAL comes before EDITOR and either needs no terminal") {
    Desk desk("x");
    desk.write();
    CHECK(desk.world.shell.commands.back() == "ed --quick \"$REKLAMAATIO_DRAFT\"");
    desk.world.variables["VISUAL"] = "vim -u NONE";
    desk.write();
    CHECK(desk.world.shell.commands.back() == "vim -u NONE \"$REKLAMAATIO_DRAFT\"");
}

TEST_CASE("with no editor named it is Debian's choice where there is one and else vi") {
    Desk desk("x");
    desk.world.variables.clear();
    CHECK(desk.status() == ExitStatus::usage); // nobody could use it
    desk.world.err_is_terminal = true;
    desk.world.in_is_terminal = true;
    desk.write();
    CHECK(desk.world.shell.commands.back().starts_with("vi "));
    const TemporaryFolder programs;
    write_file(programs / "sensible-editor", "");
    desk.world.variables["PATH"] = "/none:" + programs.path().string();
    desk.write();
    CHECK(desk.world.shell.commands.back().starts_with("vi ")); // it cannot be run
    ::chmod((programs / "sensible-editor").c_str(), 0700);
    desk.write();
    CHECK(desk.world.shell.commands.back().starts_with("sensible-editor "));
}

TEST_CASE("where ids come through standard input the editor talks to the terminal") {
    Desk desk("x");
    const auto reads_terminal = [&] {
        desk.write();
        return desk.world.shell.commands.back().ends_with("</dev/tty");
    };
    CHECK_FALSE(reads_terminal()); // there is none
    desk.world.out_is_terminal = true;
    CHECK(reads_terminal());
    desk.world.in_is_terminal = true;
    CHECK_FALSE(reads_terminal());
}

TEST_CASE("when nothing is written nothing is done and nothing is kept") {
    for (const auto* text : {"", "\n \t\n", "# only a comment\n"})
        for (const int status : {0, 1}) {
            Desk desk(text, status);
            CHECK(desk.status() == ExitStatus::refused);
            CHECK(std::filesystem::is_empty(desk.drafts()));
        }
}

TEST_CASE("what was written in an editor that failed is kept and named") {
    Desk desk("Dear Maija", 1);
    CHECK(desk.status() == ExitStatus::refused);
    CHECK(desk.message.find(desk.file) != std::string::npos);
    CHECK(read_file(desk.file) == "Dear Maija\n");
}

TEST_CASE("what is no text is refused and kept as it was") {
    for (const std::string& text : {std::string("p\xE4iv\xE4\n"), std::string("a\0b\n", 4)}) {
        Desk desk(text);
        CHECK(desk.status() == ExitStatus::usage);
        CHECK(desk.message.find(desk.file) != std::string::npos);
        CHECK(read_file(desk.file).starts_with(text));
    }
}

TEST_CASE("where no folder can be made a draft goes to the folder for temporary files") {
    Desk desk("x");
    const TemporaryFolder temporary;
    desk.world.variables["TMPDIR"] = temporary.path();
    CHECK(write_draft(desk.world.environment(), "/dev/null/drafts", "")
              .file.starts_with(temporary.path().string() + "/"));
    CHECK(write_draft(desk.world.environment(), "", "").file.starts_with(temporary.path().string() + "/"));
}

TEST_CASE("a kept text is named so that a shell takes it for one file") {
    CHECK(kept_text("/home/liisa/a.txt").ends_with("-m - </home/liisa/a.txt"));
    CHECK(kept_text("/my drafts/it's.txt").ends_with("-m - <'/my drafts/it'\\''s.txt'"));
}

} // namespace reklamaatio::host::tests
