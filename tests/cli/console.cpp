// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a transcript of the program, in process, with the time turned by hand, and compares every line.
//
//   @now 2026-11-20T10:00:00Z       turns the clock; it stands still otherwise
//   @terminal 80                    standard output and error are a terminal so wide; @pipe ends that
//   @set NAME=VALUE                 an environment variable
//   @file NAME                      makes a file of the lines behind it that begin with "|" (which is taken
//   off) $ reklamaatio list --csv        a command; quotes, \n \e \x (a byte that is no text) and <<< 'text
//   for standard input' as in a shell R-1                             what it prints 2> reklamaatio: ... what
//   it prints on standard error = 2                             its exit status; without such a line 0
//
// What a command would have had /bin/sh do is printed, with "sh: " before the command and its variables and
// "sh< " before what it reads; "exit 3" ends with 3, "exit 3 for maria" only for her.
//
// {*} in an expected line stands for anything within the line. Lines that begin with # are comments. The
// database is x.db in a fresh folder; its name is set in the environment.
#include "cli/run.hpp"
#include "time/clock.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

using namespace reklamaatio;

namespace {

struct Step {
    std::size_t line = 0;
    std::string command;
    std::vector<std::string> out;
    std::vector<std::string> err;
    int status = 0;
};

// Stands for /bin/sh: tells what it was given, and ends as "exit N" says.
class ToldShell final : public host::Shell {
  public:
    explicit ToldShell(std::ostream& out) : m_out(out) {}
    int run(const std::string& command, const std::string& input,
            const std::map<std::string, std::string>& variables) const override {
        m_out << "sh: " << command << '\n';
        for (const char* name : {"REKLAMAATIO_TO", "REKLAMAATIO_EMAIL", "REKLAMAATIO_COUNT"})
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
    int run_for_person(const std::string& command,
                       const std::map<std::string, std::string>& variables) const override {
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
    static std::string content_of(const std::string& file) {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    std::ostream& m_out;
};

struct State {
    time::Instant now{time::from_iso("2026-11-20T10:00:00Z").value()};
    int terminal = 0;
    std::map<std::string, std::string> variables{
        {"REKLAMAATIO_DB", "x.db"}, {"REKLAMAATIO_AS", "liisa"}, {"NO_COLOR", "1"}};
};

// A command line into words, and what stands behind <<<.
std::vector<std::string> words_of(const std::string& line, std::string& input) {
    std::vector<std::string> words;
    std::string word;
    bool in_word = false;
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != '\0') {
            if (c == quote)
                quote = '\0';
            else if (c == '\\' && quote == '"' && i + 1 < line.size())
                word += line[++i];
            else
                word += c;
        } else if (c == '\'' || c == '"') {
            quote = c;
            in_word = true;
        } else if (c == '\\' && i + 1 < line.size()) {
            const char next = line[++i];
            word += next == 'n' ? '\n' : next == 'e' ? '\033' : next == 'x' ? '\xff' : next;
            in_word = true;
        } else if (c == ' ') {
            if (in_word) words.push_back(word);
            word.clear();
            in_word = false;
        } else {
            word += c;
            in_word = true;
        }
    }
    if (in_word) words.push_back(word);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] != "<<<") continue;
        input = words[i + 1] + "\n";
        words.resize(i);
    }
    return words;
}

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

bool play(const std::string& file, const Step& step, const State& state, bool print_only) {
    std::string input;
    auto words = words_of(step.command, input);
    if (words.empty() || words.front() != "reklamaatio") {
        std::cout << file << ":" << step.line << ": a command begins with reklamaatio\n";
        return false;
    }
    words.erase(words.begin());
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    const time::FixedClock clock(state.now);
    const ToldShell shell(out);
    const bool terminal = state.terminal > 0;
    const host::Environment environment{words,           in,       out,      err,
                                        state.variables, terminal, terminal, terminal,
                                        state.terminal,  clock,    "tester", shell};
    const int status = cli::run(environment);
    const auto out_lines = lines_of(out.str());
    const auto err_lines = lines_of(err.str());
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

bool is_directive(const std::string& line) {
    return line.starts_with("@") || line.starts_with("$ ");
}

void obey(const std::string& line, State& state) {
    std::istringstream words(line);
    std::string name;
    std::string value;
    words >> name;
    std::getline(words >> std::ws, value);
    if (name == "@now") state.now = time::from_iso(value).value();
    if (name == "@terminal") state.terminal = std::stoi(value);
    if (name == "@pipe") state.terminal = 0;
    if (name == "@set") state.variables[value.substr(0, value.find('='))] = value.substr(value.find('=') + 1);
}

int play_file(const std::string& file, bool print_only) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    State state;
    int commands = 0;
    int failures = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& line = lines[i];
        if (print_only && !line.starts_with("$ ")) std::cout << line << '\n';
        if (line.starts_with("@file ")) {
            std::ofstream made(line.substr(6));
            for (; i + 1 < lines.size() && lines[i + 1].starts_with("|"); ++i) {
                made << lines[i + 1].substr(1) << '\n';
                if (print_only) std::cout << lines[i + 1] << '\n';
            }
        } else if (line.starts_with("@")) {
            obey(line, state);
        } else if (line.starts_with("$ ")) {
            Step step{i + 1, line.substr(2), {}, {}, 0};
            std::string comments;
            for (; i + 1 < lines.size() && !is_directive(lines[i + 1]); ++i) {
                const std::string& next = lines[i + 1];
                if (next.empty() || next.starts_with("#")) comments += next + '\n';
                if (next.starts_with("#")) continue;
                if (next.starts_with("2> "))
                    step.err.push_back(next.substr(3));
                else if (next.starts_with("= "))
                    step.status = std::stoi(next.substr(2));
                else
                    step.out.push_back(next);
            }
            // Empty lines in front of the next command are for the reader.
            while (!step.out.empty() && step.out.back().empty())
                step.out.pop_back();
            ++commands;
            if (!play(file, step, state, print_only)) ++failures;
            if (print_only) std::cout << comments;
        }
    }
    if (!print_only) std::cout << file << ": " << commands << " commands, " << failures << " failed\n";
    return commands == 0 || failures > 0 ? 1 : 0;
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
