// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/page.hpp"

#include "text/painted.hpp"
#include "text/width.hpp"
#include "text/wrap.hpp"

#include <algorithm>

namespace reklamaatio::render {

namespace {

constexpr int k_label_width = 12;
// Text in fewer columns than this is no longer read with ease.
constexpr int k_least_room = 16;
constexpr int k_narrow_indent = 4;
constexpr char k_escape = '\x1b';

std::string blanks(int count) {
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

std::string without_trailing_blanks(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
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

std::string plain_text_of(const StyledText& phrase) {
    std::string text;
    for (const auto& span : phrase)
        text += span.text;
    return text;
}

// A piece of the phrase that begins at that place of its plain text, each stretch in its tone.
std::string painted_piece(std::string_view piece, std::size_t place, const StyledText& phrase,
                          const Style& style) {
    std::string result;
    std::size_t begin = 0;
    for (const auto& span : phrase) {
        const std::size_t end = begin + span.text.size();
        if (end > place && !piece.empty()) {
            const auto taken = std::min(piece.size(), end - std::max(begin, place));
            result += painted(piece.substr(0, taken), span.tone, style);
            piece.remove_prefix(taken);
            place += taken;
        }
        begin = end;
    }
    return result.append(piece);
}

} // namespace

std::string label_column(std::string_view label) {
    return text::padded_right(label, k_label_width);
}

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
    const int room = m_style.width - text::width_of_painted(left) - text::width_of_painted(right);
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
    labelled(label, StyledText{{std::string(text), tone}});
}

void Page::labelled(std::string_view label, const StyledText& phrase) {
    const int room = k_label_width - text::width_of_painted(label);
    if (room > 0) {
        wrapped(std::string(label) + blanks(room), phrase);
        return;
    }
    line(label);
    wrapped(blanks(k_label_width), phrase);
}

bool Page::is_too_narrow_for(std::string_view prefix, std::string_view text) const {
    const int indent = text::width_of_painted(prefix);
    const int room = m_style.width - indent;
    return m_style.width > 0 && indent > k_narrow_indent && room < k_least_room
           && text::width_of_painted(text) > room;
}

void Page::wrapped(std::string_view prefix, std::string_view text, Tone tone) {
    wrapped(prefix, StyledText{{std::string(text), tone}});
}

void Page::wrapped(std::string_view prefix, const StyledText& phrase) {
    const std::string plain = plain_text_of(phrase);
    if (is_too_narrow_for(prefix, plain)) {
        if (prefix.find_first_not_of(' ') != std::string_view::npos) add(std::string(prefix));
        wrapped(blanks(k_narrow_indent), phrase);
        return;
    }
    const int indent = text::width_of_painted(prefix);
    std::string before(prefix);
    std::size_t place = 0;
    for (const auto& piece : wrapped_beside(plain, indent)) {
        // A piece stands in the plain text as it is, unless a tab became a blank.
        if (const auto found = plain.find(piece, place); found != std::string::npos) place = found;
        add(before + painted_piece(piece, place, phrase, m_style));
        place += piece.size();
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
