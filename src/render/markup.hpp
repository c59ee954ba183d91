// SPDX-License-Identifier: GPL-3.0-or-later
// Elements, attributes and text of HTML that is well-formed XML as well.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::render {

// Foreign text as HTML and XML have it, on one line: it stays text, whatever it says. What cannot be seen or would turn the
// direction of what follows is spelt as on a terminal (text::visible_line); what XML cannot hold becomes U+FFFD.
std::string markup_text(std::string_view text);

struct Attribute {
    std::string_view name;
    std::string value;
};
using Attributes = std::vector<Attribute>;

// Names of elements and attributes are ours and not escaped; values and texts are.
class Markup {
  public:
    Markup& open(std::string_view element, const Attributes& attributes = {});
    // The one that was opened last.
    Markup& close();
    Markup& text(std::string_view text);
    // With that text in it.
    Markup& element(std::string_view element, std::string_view text, const Attributes& attributes = {});
    // With nothing in it; of HTML only those that have no end: meta, col.
    Markup& empty(std::string_view element, const Attributes& attributes);
    // As it is: what this class made, or the program's own.
    Markup& raw(std::string_view markup);

    const std::string& str() const { return m_text; }

  private:
    void begin(std::string_view element, const Attributes& attributes);

    std::string m_text;
    std::vector<std::string> m_open;
};

} // namespace reklamaatio::render
