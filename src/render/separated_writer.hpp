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
    std::string (*field)(std::string_view text, char separator); // as it stands in the file
    // What stands for an empty field that has its line to itself.
    std::string_view lone_empty;
    std::string (*text)(const Value& value, const CsvDialect& dialect);
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
        if (m_header) print(columns, [](const Column& column) { return column.key; });
    }
    void row(std::span<const Cell> cells) override {
        print(cells, [&](const Cell& cell) { return m_separation.text(cell.value, m_dialect); });
    }
    void end() override {}

  private:
    template <typename Items, typename Text>
    void print(const Items& items, Text text_of) {
        std::string line;
        for (const auto& item : items) {
            const std::string text = text_of(item);
            line.append(
                m_separation.field(m_to_terminal ? text::visible(text) : text, m_separation.separator));
            line.push_back(m_separation.separator);
        }
        if (!line.empty()) line.pop_back();
        m_out << (line.empty() ? m_separation.lone_empty : line) << m_separation.line_end;
    }

    std::ostream& m_out;
    bool m_header;
    bool m_to_terminal;
    CsvDialect m_dialect;
    Separation m_separation;
};

} // namespace reklamaatio::render
