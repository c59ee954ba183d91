// SPDX-License-Identifier: GPL-3.0-or-later
// A page about one thing: a title, labelled sections, wrapped text.
#pragma once

#include "render/style.hpp"
#include "text/wrap.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::render {

// A stretch of text in one tone, and text of several such stretches.
struct Span {
    std::string text;
    Tone tone = Tone::plain;
};
using StyledText = std::vector<Span>;

// Labels stand in a column of 12; a label filled up to it, for text of several columns after it.
std::string label_column(std::string_view label);

// Lines for a person, laid out as they are added; text() gives them all, each ended by a newline. What comes
// in is already harmless (text::visible). painted() parts may stand in it; text with such parts is not
// wrapped.
class Page {
  public:
    // However wide the terminal is, no line of prose is wider than is read with ease.
    explicit Page(const Style& style) : m_style(style) {
        m_style.width = std::min(m_style.width, text::k_widest_prose);
    }

    // left at the left, right at the right edge, or below left where the width does not allow it; two blanks
    // after left when there is no width.
    void title(std::string_view left, std::string_view right = {});
    // As it is: not wrapped.
    void line(std::string_view text, Tone tone = Tone::plain);
    void
    blank(); // one empty line between what was and what comes; never two in a row, none at the top or the end
    // "Label       text": the label on the first line only, the text wrapped beside it. An empty label
    // continues. A label too long for its 12 columns has a line of its own.
    void labelled(std::string_view label, std::string_view text, Tone tone = Tone::plain);
    void labelled(std::string_view label, const StyledText& phrase);
    // Wrapped text after a prefix that stands on the first line and is blank on the others. Where that
    // leaves too little room, the prefix has a line of its own and the text stands below it.
    void wrapped(std::string_view prefix, std::string_view text, Tone tone = Tone::plain);
    void wrapped(std::string_view prefix, const StyledText& phrase);

    std::string text() const;

  private:
    void add(std::string line);
    std::vector<std::string> wrapped_beside(std::string_view text, int indent) const;
    bool is_too_narrow_for(std::string_view prefix, std::string_view text) const;

    Style m_style;
    std::vector<std::string> m_lines;
    bool m_blank_is_due = false;
};

} // namespace reklamaatio::render
