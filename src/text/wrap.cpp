// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/wrap.hpp"

#include "text/width.hpp"

#include <algorithm>

namespace reklamaatio::text {

namespace {

// Breaks one line of text: words come in order, each with the blanks before it.
class Breaker {
  public:
    Breaker(std::vector<std::string>& lines, int columns) : m_lines(lines), m_columns(columns) {}

    void add(std::size_t blanks, std::string_view word) {
        const int word_width = width(word);
        const int gap = static_cast<int>(std::min(blanks, static_cast<std::size_t>(m_columns)));
        if (m_width + gap + word_width <= m_columns) {
            m_line.append(blanks, ' ').append(word);
            m_width += gap + word_width;
            return;
        }
        if (m_width > 0) finish();
        add_in_pieces(word);
    }

    void finish() {
        m_lines.push_back(std::move(m_line));
        m_line.clear();
        m_width = 0;
    }

  private:
    void add_in_pieces(std::string_view word) {
        while (!word.empty()) {
            const auto cluster = first_cluster(word);
            if (m_width > 0 && m_width + cluster.width > m_columns) finish();
            m_line.append(word.substr(0, cluster.size));
            m_width += cluster.width;
            word.remove_prefix(cluster.size);
        }
    }

    std::vector<std::string>& m_lines;
    int m_columns;
    std::string m_line;
    int m_width = 0;
};

void wrap_line(std::vector<std::string>& lines, std::string_view line, int columns) {
    constexpr std::string_view k_blanks = " \t\r";
    Breaker breaker(lines, columns);
    std::size_t at = 0;
    while (true) {
        const auto word = line.find_first_not_of(k_blanks, at);
        if (word == std::string_view::npos) break;
        const auto end = std::min(line.find_first_of(k_blanks, word), line.size());
        breaker.add(word - at, line.substr(word, end - word));
        at = end;
    }
    breaker.finish();
}

} // namespace

std::vector<std::string> wrapped(std::string_view text, int columns) {
    std::vector<std::string> lines;
    while (true) {
        const auto end = std::min(text.find('\n'), text.size());
        wrap_line(lines, text.substr(0, end), columns);
        if (end == text.size()) return lines;
        text.remove_prefix(end + 1);
    }
}

} // namespace reklamaatio::text
