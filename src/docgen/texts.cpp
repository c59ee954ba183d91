// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/texts.hpp"

#include "docgen/insertions.hpp"
#include "docgen/prose.hpp"
#include "docgen/roff.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace reklamaatio::docgen {

namespace {

constexpr std::string_view k_verbatim = "    ";
constexpr std::string_view k_item = ": ";
constexpr std::string_view k_inner = "  @";

// Takes the first line off.
std::string_view next_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

// Takes the first word off.
std::string_view next_word(std::string_view& line) {
    const auto word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    return word;
}

bool ends_block(std::string_view text) {
    return text.empty() || text.front() == '\n' || text.starts_with(k_item);
}

// The lines up to an empty one or the next item, as one paragraph.
std::string joined_block(std::string_view first, std::string_view& text) {
    std::string block(first);
    while (!ends_block(text)) {
        if (!block.empty()) block += ' ';
        block += next_line(text);
    }
    return block;
}

void write_verbatim(ManPage& page, std::string_view first, std::string_view& text) {
    std::string block(first.substr(k_verbatim.size()));
    while (text.starts_with(k_verbatim))
        block += fmt::format("\n{}", next_line(text).substr(k_verbatim.size()));
    page.example(block);
}

void write_insertion(ManPage& page, std::string_view line, std::string_view& text) {
    line.remove_prefix(1);
    const auto name = next_word(line);
    std::vector<Meaning> meanings;
    while (!text.empty() && text.front() != '\n') {
        auto rest = next_line(text);
        const auto word = next_word(rest);
        meanings.push_back({word, rest});
    }
    insert(page, name, line, meanings);
}

void write_block(ManPage& page, std::string_view line, std::string_view& text) {
    if (line.starts_with(k_inner)) {
        page.begin_inner();
        write_insertion(page, line.substr(k_inner.size() - 1), text);
        page.end_inner();
    } else if (line.starts_with("## "))
        page.subheading(line.substr(3));
    else if (line.starts_with("# "))
        page.heading(line.substr(2));
    else if (line.starts_with(k_verbatim))
        write_verbatim(page, line, text);
    else if (line.starts_with('@'))
        write_insertion(page, line, text);
    else if (line.starts_with(k_item))
        page.item(prose(line.substr(k_item.size())), joined_block("", text));
    else
        page.paragraph(joined_block(line, text));
}

bool is_named(std::string_view text, std::string_view name) {
    return next_line(text).substr(2) == name;
}

} // namespace

bool has_text(std::string_view name) {
    return std::ranges::any_of(k_prose, [&](auto text) { return is_named(text, name); });
}

std::string_view text_named(std::string_view name) {
    for (const auto text : k_prose)
        if (is_named(text, name)) return text;
    throw std::runtime_error(fmt::format("there is no text '{}'", name));
}

std::vector<ManPage> written_pages() {
    std::vector<ManPage> pages;
    for (auto text : k_prose) {
        auto title = next_line(text);
        if (!title.starts_with("= ")) continue;
        next_word(title);
        const auto name = next_word(title);
        const auto section = next_word(title);
        if (title.empty()) continue; // a part of a command's page
        pages.emplace_back(std::string(name), section.front() - '0', title);
        write_text(pages.back(), text);
    }
    return pages;
}

void write_text(ManPage& page, std::string_view text) {
    while (!text.empty()) {
        const auto line = next_line(text);
        if (!line.empty()) write_block(page, line, text);
    }
}

} // namespace reklamaatio::docgen
