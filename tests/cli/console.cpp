// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a transcript of the program, in process, with the time turned by hand, and compares every line.
//
//   console [--print] TRANSCRIPT      --print: the transcript as the program would have it, to read and judge
//
// Between commands:
//
//   @now 2026-11-20T10:00:00Z         turns the clock, which stands still otherwise
//   @terminal 80                      standard output and standard error are a terminal, 80 columns wide
//   @pipe                             they are none any more
//   @set NAME=VALUE                   sets an environment variable
//   @file NAME                        makes a file of the lines that follow and begin with "|", without the "|"
//   # ...                             a comment; it may stand anywhere
//
// A command, and up to the next one what is expected of it:
//
//   $ reklamaatio list --csv          words are quoted as in a shell; \n and \e are the characters that they
//                                     are in C, \u{a0} is that character, \x is a byte that is no text;
//                                     <<< 'text' at the end of the line is its standard input
//   R-1                               a line of its standard output
//   2> reklamaatio: ...               a line of its standard error
//   = 2                               its exit status; 0 when there is no such line
//
// {*} in an expected line stands for anything within the line. Empty lines in front of the next command are
// for the reader. A line that is none of these is a failure: a transcript that is misspelt must not pass.
//
// What a command would have had /bin/sh do is printed, with "sh: " before the command and its variables and
// "sh< " before what it reads; "exit 3" ends with 3, "exit 3 for maria" only for her. An editor shows its file
// with "editor> " before each line; "write WORDS" puts these words in front of it. There is no pager, unless one is set;
// what it shows follows "pager: " and its command.
//
// The database is x.db in a fresh folder; its name is set in the environment. That it was made need not be expected:
// without a line for it, it is passed over.
#include "cli/run.hpp"
#include "cli/transcript.hpp"
#include "time/clock.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

using namespace reklamaatio;
using tests::Scene;
using tests::Step;
using tests::Transcript;

namespace {

// Stands for /bin/sh: tells what it was given, and ends as "exit N" says.
class ToldShell final : public host::Shell {
  public:
    explicit ToldShell(std::ostream& out) : m_out(out) {}
    std::optional<int> run(const std::string& command, const std::string& input,
                           const std::map<std::string, std::string>& variables,
                           std::chrono::seconds) const override {
        m_out << "sh: " << command << '\n';
        for (const char* name :
             {"REKLAMAATIO_TO", "REKLAMAATIO_EMAIL", "REKLAMAATIO_COUNT", "REKLAMAATIO_ALERTS"})
            m_out << "sh: " << name << '=' << variables.at(name) << '\n';
        std::istringstream lines(input);
        for (std::string line; std::getline(lines, line);)
            m_out << "sh< " << line << '\n';
        // For one recipient alone: "exit 3 for maria".
        const auto who = command.find(" for ");
        const bool is_meant =
            who == std::string::npos || command.substr(who + 5) == variables.at("REKLAMAATIO_TO");
        return command.starts_with("exit ") && is_meant ? std::stoi(command.substr(5)) : 0;
    }
    // An editor that shows its file and, where it is called "write WORDS", puts those words in front of it.
    int run_for_person(const std::string& command, const std::map<std::string, std::string>& variables,
                       const std::optional<std::string>& input) const override {
        if (input) return show(command, *input);
        const std::string file = variables.at("REKLAMAATIO_DRAFT");
        const std::string shown = content_of(file);
        std::istringstream lines(shown);
        for (std::string line; std::getline(lines, line);)
            m_out << "editor> " << line << '\n';
        constexpr std::string_view k_write = "write ";
        if (command.starts_with(k_write))
            std::ofstream(file) << command.substr(k_write.size(), command.find(" \"") - k_write.size())
                                << shown;
        return command.starts_with("exit ") ? std::stoi(command.substr(5)) : 0;
    }

  private:
    // A pager, which shows everything at once.
    int show(const std::string& command, const std::string& text) const {
        m_out << "pager: " << command << '\n' << text;
        return command.starts_with("exit ") ? std::stoi(command.substr(5)) : 0;
    }
    static std::string content_of(const std::string& file) {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    std::ostream& m_out;
};

bool matches(std::string_view expected, std::string_view actual) {
    const auto star = expected.find("{*}");
    if (star == std::string_view::npos) return expected == actual;
    if (!actual.starts_with(expected.substr(0, star))) return false;
    const std::string_view rest = expected.substr(star + 3);
    for (std::size_t i = star; i <= actual.size(); ++i)
        if (matches(rest, actual.substr(i))) return true;
    return false;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    if (!text.empty() && text.back() != '\n') lines.back() += "{no newline at the end}";
    return lines;
}

bool same(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
    if (expected.size() != actual.size()) return false;
    for (std::size_t i = 0; i < expected.size(); ++i)
        if (!matches(expected[i], actual[i])) return false;
    return true;
}

// Without the line that a database was made, unless such a line is expected.
std::vector<std::string> as_expected(std::vector<std::string> lines,
                                     const std::vector<std::string>& expected) {
    const auto tells_of_new = [](const std::string& line) {
        return line.find("made a new database ") != std::string::npos;
    };
    if (std::ranges::none_of(expected, tells_of_new)) std::erase_if(lines, tells_of_new);
    return lines;
}

void print(const std::string& what, const std::vector<std::string>& expected,
           const std::vector<std::string>& actual) {
    std::cout << "  expected " << what << ":\n";
    for (const auto& line : expected)
        std::cout << "    " << line << '\n';
    std::cout << "  but got:\n";
    for (const auto& line : actual)
        std::cout << "    " << line << '\n';
}

struct Result {
    std::vector<std::string> out;
    std::vector<std::string> err;
    int status = 0;
};

// With --print: the transcript as it would have to be, for a person to read and judge.
void print_transcript(const Step& step, const Result& result) {
    std::cout << "$ " << step.command << '\n';
    for (const auto& line : result.out)
        std::cout << line << '\n';
    for (const auto& line : result.err)
        std::cout << "2> " << line << '\n';
    if (result.status != 0) std::cout << "= " << result.status << '\n';
}

bool play(const std::string& file, const Step& step, const Scene& scene, bool print_only) {
    auto words = step.words;
    if (words.empty() || words.front() != "reklamaatio") {
        std::cout << file << ":" << step.line << ": a command begins with reklamaatio\n";
        return false;
    }
    words.erase(words.begin());
    std::istringstream in(step.input);
    std::ostringstream out;
    std::ostringstream err;
    const time::FixedClock clock(scene.now);
    const ToldShell shell(out);
    const bool terminal = scene.terminal > 0;
    const host::Environment environment{words,
                                        in,
                                        out,
                                        err,
                                        scene.variables,
                                        terminal,
                                        terminal,
                                        terminal,
                                        scene.terminal,
                                        0,
                                        clock,
                                        [] { return "tester"; },
                                        shell};
    const int status = cli::run(environment);
    const auto out_lines = lines_of(out.str());
    const auto err_lines = as_expected(lines_of(err.str()), step.err);
    if (print_only) {
        print_transcript(step, {out_lines, err_lines, status});
        return true;
    }
    const bool good = same(step.out, out_lines) && same(step.err, err_lines) && status == step.status;
    if (good) return true;
    std::cout << file << ":" << step.line << ": $ " << step.command << '\n';
    if (!same(step.out, out_lines)) print("on standard output", step.out, out_lines);
    if (!same(step.err, err_lines)) print("on standard error", step.err, err_lines);
    if (status != step.status)
        std::cout << "  expected status " << step.status << ", but got " << status << '\n';
    return false;
}

int play_file(const std::string& file, bool print_only) {
    Transcript transcript(file);
    Scene scene;
    int commands = 0;
    int failures = 0;
    while (!transcript.done()) {
        if (!transcript.is_command()) {
            transcript.take_other(scene);
            for (const auto& line : transcript.taken())
                if (print_only) std::cout << line << '\n';
            continue;
        }
        const Step step = transcript.take_command();
        ++commands;
        if (!play(file, step, scene, print_only)) ++failures;
        if (print_only) std::cout << step.comments;
    }
    if (!print_only)
        std::cout << file << ": " << commands << " commands, " << failures << " failed, "
                  << transcript.faults() << " misspelt\n";
    return commands == 0 || failures > 0 || transcript.faults() > 0 ? 1 : 0;
}

} // namespace

int main(int argc, char** argv) {
    const bool print_only = argc > 2 && std::string(argv[1]) == "--print";
    if (argc < 2) return 2;
    const std::string file = std::filesystem::absolute(argv[print_only ? 2 : 1]).string();
    std::string folder = (std::filesystem::temp_directory_path() / "console-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) return 2;
    std::filesystem::current_path(folder);
    const int result = play_file(file, print_only);
    std::filesystem::current_path("/");
    std::filesystem::remove_all(folder);
    return result;
}
