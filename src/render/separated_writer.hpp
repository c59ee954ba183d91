// SPDX-License-Identifier: GPL-3.0-or-later
// What CSV and TSV share: a row a line, a character between the fields.
#pragma once

#include "render/writer.hpp"
#include "text/visible.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::render {

struct Separation {
    char separator;
    void (*append)(std::string& line, std::string_view text, char separator); // as it stands in the file
    // What stands for an empty field that has its line to itself.
    std::string_view lone_empty;
    // Where it stands: in the value, or in `room`.
    std::string_view (*text)(const Value& value, const CsvDialect& dialect, std::string& room);
    std::string_view line_end = "\n";
    std::string_view before_all = "";
};

class SeparatedWriter final : public Writer {
  public:
    SeparatedWriter(std::ostream& out, const WriterOptions& options, const Separation& separation)
        : m_out(out), m_header(options.header), m_to_terminal(options.to_terminal), m_dialect(options.csv),
          m_separation(separation) {}

    void begin(std::span<const Column> columns) override {
        m_out << m_separation.before_all;
        if (m_header) print(columns, [](const Column& column) -> std::string_view { return column.key; });
    }
    void row(std::span<const Cell> cells) override {
        print(cells, [&](const Cell& cell) { return m_separation.text(cell.value, m_dialect, m_room); });
    }
    void end() override {}

  private:
    template <typename Items, typename Text>
    void print(const Items& items, Text text_of) {
        m_line.clear();
        for (const auto& item : items) {
            const std::string_view text = text_of(item);
            if (m_to_terminal)
                m_separation.append(m_line, text::visible(text), m_separation.separator);
            else
                m_separation.append(m_line, text, m_separation.separator);
            m_line += m_separation.separator;
        }
        if (!m_line.empty()) m_line.pop_back();
        if (m_line.empty()) m_line += m_separation.lone_empty;
        m_out << (m_line += m_separation.line_end);
    }

    std::ostream& m_out;
    bool m_header;
    bool m_to_terminal;
    CsvDialect m_dialect;
    Separation m_separation;
    std::string m_line; // both are kept for their room
    std::string m_room;
};

} // namespace reklamaatio::render
