// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/page.hpp"

#include "text/width.hpp"
#include "text/wrap.hpp"

#include <algorithm>

namespace reklamaatio::render {

namespace {

constexpr int k_label_width = 12;
constexpr char k_escape = '\x1b';

std::string blanks(int count) {
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

std::string without_trailing_blanks(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

// The columns of text whose painted() parts take none.
int width_unpainted(std::string_view text) {
    int columns = 0;
    while (true) {
        const auto escape = std::min(text.find(k_escape), text.size());
        columns += text::width(text.substr(0, escape));
        if (escape == text.size()) return columns;
        text.remove_prefix(std::min(text.find('m', escape), text.size() - 1) + 1);
    }
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> lines;
    while (true) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(without_trailing_blanks(std::string(text.substr(0, end))));
        if (end == text.size()) return lines;
        text.remove_prefix(end + 1);
    }
}

} // namespace

void Page::add(std::string line) {
    if (m_blank_is_due && !m_lines.empty()) m_lines.emplace_back();
    m_blank_is_due = false;
    m_lines.push_back(without_trailing_blanks(std::move(line)));
}

std::vector<std::string> Page::wrapped_beside(std::string_view text, int indent) const {
    const bool has_paint = text.find(k_escape) != std::string_view::npos;
    if (m_style.width == 0 || has_paint) return split(text);
    return text::wrapped(text, std::max(1, m_style.width - indent));
}

void Page::title(std::string_view left, std::string_view right) {
    constexpr int k_gap = 2;
    const int room = m_style.width - width_unpainted(left) - width_unpainted(right);
    const bool unlimited = m_style.width == 0;
    if (!right.empty() && (unlimited || room >= k_gap)) {
        add(painted(left, Tone::strong, m_style).append(blanks(unlimited ? k_gap : room)).append(right));
        return;
    }
    wrapped({}, left, Tone::strong);
    if (!right.empty()) wrapped({}, right);
}

void Page::line(std::string_view text, Tone tone) {
    for (const auto& piece : split(text))
        add(painted(piece, tone, m_style));
}

void Page::blank() {
    m_blank_is_due = true;
}

void Page::labelled(std::string_view label, std::string_view text, Tone tone) {
    const int room = k_label_width - width_unpainted(label);
    if (room > 0) {
        wrapped(std::string(label) + blanks(room), text, tone);
        return;
    }
    line(label);
    wrapped(blanks(k_label_width), text, tone);
}

void Page::wrapped(std::string_view prefix, std::string_view text, Tone tone) {
    const int indent = width_unpainted(prefix);
    std::string before(prefix);
    for (const auto& piece : wrapped_beside(text, indent)) {
        add(before + painted(piece, tone, m_style));
        before = blanks(indent);
    }
}

std::string Page::text() const {
    std::string all;
    for (const auto& line : m_lines)
        all.append(line).append("\n");
    return all;
}

} // namespace reklamaatio::render
