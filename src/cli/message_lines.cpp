// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/message_lines.hpp"

#include "render/record.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"
#include "text/wrap.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

// A terminal that says less does not know.
constexpr int k_least_width = 20;
// As a command begins; a message begins with the name and a colon.
constexpr std::string_view k_program = "reklamaatio";
// As wide as a blank, and no place to break a line.
constexpr std::string_view k_bond = "\u00a0";

std::vector<std::string_view> words_of(std::string_view sentence) {
    std::vector<std::string_view> words;
    while (true) {
        const auto end = std::min(sentence.find(' '), sentence.size());
        words.push_back(sentence.substr(0, end));
        if (end == sentence.size()) return words;
        sentence.remove_prefix(end + 1);
    }
}

bool is_small(std::string_view word) {
    return !word.empty() && word.front() >= 'a' && word.front() <= 'z';
}

// How many words the command has that begins there, as far as can be told from prose behind it: command and action, then
// options with what follows them, and what begins with a capital or a figure. 1: there is none.
std::size_t words_of_command(std::span<const std::string_view> words) {
    constexpr std::size_t k_names = 3; // of the program, the command, its action
    if (words.front() != k_program) return 1;
    std::size_t count = 1;
    while (count < words.size() && !words[count].empty()) {
        const bool is_name = count < k_names && is_small(words[count]) && is_small(words[count - 1]);
        const bool is_value = words[count - 1].starts_with('-');
        if (is_small(words[count]) && !is_name && !is_value) break;
        if (words[count++].ends_with(';')) break;
    }
    return count;
}

std::string joined(std::span<const std::string_view> words, std::string_view between) {
    return fmt::format("{}", fmt::join(words, between));
}

// With its commands in one piece each, where they fit.
std::string bound(std::string_view sentence, int width) {
    const auto words = words_of(sentence);
    std::vector<std::string> pieces;
    for (std::span<const std::string_view> rest = words; !rest.empty();) {
        const auto command = rest.first(words_of_command(rest));
        const bool fits = text::width(joined(command, " ")) <= width;
        pieces.push_back(joined(command, fits ? k_bond : " "));
        rest = rest.subspan(command.size());
    }
    return fmt::format("{}", fmt::join(pieces, " "));
}

std::string unbound(std::string line) {
    for (auto at = line.find(k_bond); at != std::string::npos; at = line.find(k_bond, at))
        line.replace(at, k_bond.size(), " ");
    return line;
}

} // namespace

std::vector<std::string> sentence_lines(std::string_view sentence, int width) {
    if (width == 0) return {std::string(sentence)};
    const int room = std::min(width, text::k_widest_prose);
    auto lines = text::wrapped(bound(sentence, room), room);
    std::ranges::transform(lines, lines.begin(), unbound);
    return lines;
}

std::vector<std::string> message_lines(std::string_view sentence, const host::Environment& environment) {
    const bool is_one = !environment.err_is_terminal || environment.terminal_width < k_least_width;
    return sentence_lines(sentence, is_one ? 0 : environment.terminal_width);
}

std::vector<std::string> notice_lines(const std::string& sentence, render::Format format,
                                      const host::Environment& environment) {
    if (render::shape_of(format) == render::Shape::objects)
        return {render::json_text({{"message", render::Value{sentence}}})};
    return message_lines(fmt::format("{}: {}", k_program, text::spelt_out(sentence)), environment);
}

void print_notice(const std::string& sentence, render::Format format, const host::Environment& environment) {
    for (const auto& line : notice_lines(sentence, format, environment))
        environment.err << line << '\n';
}

} // namespace reklamaatio::cli
