// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/roff.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace reklamaatio::docgen {

namespace {

// What is bold stands in a command or a file: no hyphen may come into it.
constexpr std::string_view k_begin_bold = "\\fB\\%";

// Characters that roff would obey, or print as typographic ones that no shell understands.
std::string_view escape_of(char32_t character) {
    switch (character) {
    case '\\':
        return "\\e";
    case '\'':
        return "\\(aq";
    case '`':
        return "\\(ga";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    default:
        return "";
    }
}

void append(std::string& roff, std::string_view text) {
    while (!text.empty()) {
        const auto character = text::decoded(text);
        if (const auto escape = escape_of(character.code_point); !escape.empty())
            roff += escape;
        else if (character.code_point < 0x80)
            roff += text.front();
        else
            roff += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(character.code_point));
        text.remove_prefix(character.size);
    }
}

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// The length of the option that begins there, or 0.
std::size_t option_at(std::string_view text, std::size_t at) {
    const bool apart = at == 0 || std::string_view(" (,").find(text[at - 1]) != std::string_view::npos;
    const std::size_t dashes = text.substr(at).starts_with("--") ? 2 : 1;
    if (!apart || text[at] != '-' || at + dashes >= text.size() || !is_letter(text[at + dashes])) return 0;
    std::size_t end = at + dashes;
    while (end < text.size() && (is_letter(text[end]) || text[end] == '-'))
        ++end;
    return end - at;
}

} // namespace

std::string literal(std::string_view text) {
    std::string roff;
    for (std::size_t at = 0; at <= text.size();) {
        const auto hyphen = std::min(text.find('-', at), text.size());
        append(roff, text.substr(at, hyphen - at));
        if (hyphen < text.size()) roff += "\\-";
        at = hyphen + 1;
    }
    return roff;
}

std::string bold(std::string_view text) {
    return std::string(k_begin_bold) + literal(text) + "\\fR";
}

std::string placeholder(std::string_view text) {
    return "\\fI" + literal(text) + "\\fR";
}

std::string prose(std::string_view text) {
    std::string roff;
    bool strong = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '`') {
            strong = !strong;
            roff += strong ? k_begin_bold : "\\fR";
            ++at;
        } else if (const auto end = text.find('}', at); !strong && text[at] == '{' && end != text.npos) {
            roff += placeholder(text.substr(at + 1, end - at - 1));
            at = end + 1;
        } else if (const auto size = strong ? 0 : option_at(text, at); size > 0) {
            roff += bold(text.substr(at, size));
            at += size;
        } else {
            const std::size_t size_of_one = text::decoded(text.substr(at)).size;
            const std::string_view one = text.substr(at, size_of_one);
            if (strong)
                roff += literal(one);
            else
                append(roff, one);
            at += size_of_one;
        }
    }
    return roff;
}

} // namespace reklamaatio::docgen
