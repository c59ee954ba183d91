// SPDX-License-Identifier: GPL-3.0-or-later
// A manual page in man(7).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::docgen {

class ManPage {
  public:
    // Begins with the heading NAME. Throws std::runtime_error when the summary is missing.
    ManPage(std::string name, int section, std::string_view summary);

    void heading(std::string_view title);
    void subheading(std::string_view title);
    void paragraph(std::string_view text);
    // A paragraph that is roff already.
    void line(std::string_view roff);
    // A term, in roff, and what is said of it, in prose; an item without text has the next one's.
    void item(std::string_view term, std::string_view text);
    // As typed, line for line; commands that are too long for a terminal are broken where a shell allows it.
    void example(std::string_view text);
    // What stands between belongs to the item before.
    void begin_inner() { add(".RS"); }
    void end_inner() { add(".RE"); }
    // Columns as wide as what stands in them; the first row is the heading.
    void grid(const std::vector<std::vector<std::string>>& rows);

    const std::string& file_name() const { return m_file_name; }
    const std::string& text() const { return m_text; }

  private:
    void add(std::string_view macro);
    void add_verbatim(std::string_view lines);
    void begin_paragraph();
    void fill(std::string_view roff);

    std::string m_file_name;
    std::string m_text;
    bool m_after_heading = false; // where a paragraph needs no macro of its own
};

} // namespace reklamaatio::docgen
