// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/transcript.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

namespace reklamaatio::tests {

namespace {

bool is_for_the_reader(std::string_view line) {
    return line.empty() || line.starts_with("#");
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size() && number >= 0;
    return is_whole ? std::optional(number) : std::nullopt;
}

// "{a0" → U+00A0; what is no number becomes U+FFFD.
char32_t number_in_braces(std::string_view text) {
    std::uint32_t number = 0;
    const bool begins = text.starts_with('{');
    const auto [end, error] =
        std::from_chars(text.data() + (begins ? 1 : 0), text.data() + text.size(), number, 16);
    return error == std::errc{} && end == text.data() + text.size() ? number : U'\ufffd';
}

// A command line into words. Nothing when a quotation mark has no second one.
std::optional<std::vector<std::string>> words_of(std::string_view line) {
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
            if (next == 'u') {
                const auto end = std::min(line.find('}', i), line.size());
                text::append_utf8(word, number_in_braces(line.substr(i + 1, end - i - 1)));
                i = end;
            } else {
                word += next == 'n' ? '\n' : next == 'e' ? '\033' : next == 'x' ? '\xff' : next;
            }
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
    return quote == '\0' ? std::optional(words) : std::nullopt;
}

// "<<< text" leaves the words and becomes the input; it stands at the end. False when it stands elsewhere.
bool take_input(Step& step) {
    const auto mark = std::find(step.words.begin(), step.words.end(), "<<<");
    if (mark == step.words.end()) return true;
    if (step.words.end() - mark != 2) return false;
    step.input = step.words.back() + "\n";
    step.words.erase(mark, step.words.end());
    return true;
}

} // namespace

Transcript::Transcript(const std::string& file) : m_file(file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        m_lines.push_back(line);
}

Step Transcript::take_command() {
    m_first = m_next;
    Step step;
    step.command = take().substr(2);
    step.line = m_next;
    const auto words = words_of(step.command);
    if (!words) fault("a quotation mark has no second one");
    step.words = words.value_or(std::vector<std::string>{});
    if (!take_input(step)) fault("<<< stands before the last word");
    bool has_status = false;
    while (!done() && !next_begins("@") && !is_command())
        take_expectation(step, has_status);
    // Empty lines in front of the next command are for the reader.
    while (!step.out.empty() && step.out.back().empty())
        step.out.pop_back();
    return step;
}

void Transcript::take_expectation(Step& step, bool& has_status) {
    const std::string& line = take();
    if (is_for_the_reader(line)) step.comments += line + '\n';
    if (line.starts_with("#")) return;
    if (line.starts_with("2> ")) {
        step.err.push_back(line.substr(3));
    } else if (line.starts_with("= ")) {
        const auto status = whole_number(line.substr(2));
        if (!status) fault("'" + line.substr(2) + "' is no exit status");
        if (has_status) fault("a second exit status for one command");
        step.status = status.value_or(0);
        has_status = true;
    } else {
        step.out.push_back(line);
    }
}

void Transcript::take_other(Scene& scene) {
    m_first = m_next;
    const std::string line = take();
    if (line.starts_with("@file "))
        take_file(line.substr(6));
    else if (line.starts_with("@"))
        obey(line, scene);
    else if (!is_for_the_reader(line))
        fault("this line belongs to no command: " + line);
}

void Transcript::take_file(const std::string& name) {
    std::ofstream made(name);
    if (!made) fault("the file '" + name + "' cannot be made");
    while (next_begins("|"))
        made << take().substr(1) << '\n';
}

void Transcript::obey(const std::string& line, Scene& scene) {
    std::istringstream words(line);
    std::string name;
    std::string value;
    words >> name;
    std::getline(words >> std::ws, value);
    const auto now = time::from_iso(value);
    const auto width = whole_number(value);
    const auto equals = value.find('=');
    if (name == "@now" && now)
        scene.now = *now;
    else if (name == "@terminal" && width.value_or(0) > 0)
        scene.terminal = *width;
    else if (name == "@pipe" && value.empty())
        scene.terminal = 0;
    else if (name == "@set" && equals != std::string::npos && equals > 0)
        scene.variables[value.substr(0, equals)] = value.substr(equals + 1);
    else
        fault("this directive means nothing: " + line);
}

std::vector<std::string> Transcript::taken() const {
    const auto at = [&](std::size_t line) { return m_lines.begin() + static_cast<std::ptrdiff_t>(line); };
    return {at(m_first), at(m_next)};
}

void Transcript::fault(const std::string& what) {
    std::cerr << m_file << ':' << m_next << ": " << what << '\n';
    ++m_faults;
}

} // namespace reklamaatio::tests
