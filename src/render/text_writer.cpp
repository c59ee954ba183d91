// SPDX-License-Identifier: GPL-3.0-or-later
// Tables for people: columns as wide as what stands in them, made to fit the terminal.
#include "render/fitting.hpp"
#include "render/format_writers.hpp"
#include "render/shown_text.hpp"
#include "render/sparkline.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"
#include "text/wrap.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::render {

namespace {

constexpr int k_bar_width = 12;

struct ShownCell {
    ShownCell() = default;
    ShownCell(std::string shown, Tone t) : text(std::move(shown)), tone(t), width(text::width(text)) {}

    std::string text;
    Tone tone = Tone::plain;
    int width = 0;
};

using ShownRow = std::vector<ShownCell>;

// A row while it waits: of each cell its tone, its text, and an end. No text that is shown has a control character in it.
std::string packed(const ShownRow& row) {
    std::string bytes;
    for (const auto& cell : row)
        (bytes += static_cast<char>(cell.tone)).append(cell.text) += '\0';
    return bytes;
}

ShownRow unpacked(std::string_view bytes) {
    ShownRow row;
    while (!bytes.empty()) {
        const auto end = bytes.find('\0', 1);
        row.emplace_back(std::string(bytes.substr(1, end - 1)), static_cast<Tone>(bytes.front()));
        bytes.remove_prefix(end + 1);
    }
    return row;
}

bool is_absent(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

class TextWriter final : public Writer {
  public:
    TextWriter(std::ostream& out, const WriterOptions& options)
        : m_out(out), m_style(options.style), m_zone(options.zone), m_header(options.header),
          m_names_left_out(options.names_left_out) {}

    void begin(std::span<const Column> columns) override { m_columns.assign(columns.begin(), columns.end()); }

    void row(std::span<const Cell> cells) override {
        m_has_numbers.resize(m_columns.size());
        m_has_words.resize(m_columns.size());
        m_widths.resize(m_columns.size());
        m_first.resize(m_columns.size());
        m_differs.resize(m_columns.size());
        ShownRow shown(m_columns.size());
        for (std::size_t i = 0; i < std::min(cells.size(), shown.size()); ++i) {
            shown[i] = ShownCell{shown_text(cells[i], m_columns[i]), cells[i].tone};
            m_widths[i] = std::max(m_widths[i], shown[i].width);
            if (m_rows.empty())
                m_first[i] = shown[i].text;
            else if (m_first[i] != shown[i].text)
                m_differs[i] = true;
            if (is_absent(cells[i].value)) continue;
            (is_number(cells[i].value) ? m_has_numbers : m_has_words)[i] = true;
        }
        m_rows.push_back(packed(shown));
    }

    void end() override {
        if (m_rows.empty()) return;
        const auto all = measured();
        auto columns = all;
        if (m_style.width > 0) fit(columns, m_style.width, m_style.near_times);
        if (columns.empty()) return;
        if (m_header) print_headings(columns);
        for (const auto& packed_row : m_rows) {
            const auto row = unpacked(packed_row);
            print(row, columns);
            print_below(row);
        }
        if (m_names_left_out) print_left_out(all, columns);
    }

  private:
    std::string shown_text(const Cell& cell, const Column& column) const {
        const auto* share = std::get_if<Share>(&cell.value);
        if (column.is_bar) return share != nullptr ? bar(*share, k_bar_width, m_style.signs) : "";
        if (m_style.near_times && !cell.near_text.empty()) return text::visible_line(cell.near_text);
        return render::shown_text(cell.value, m_zone);
    }

    // Columns with nothing in them at all are left out: their gap would look like a mistake.
    std::vector<Fitted> measured() const {
        std::vector<Fitted> columns;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto& column = m_columns[i];
            if (column.is_below) continue;
            const int heading = m_header ? text::width(text::visible_line(column.heading)) : 0;
            const int natural = std::max(heading, m_widths[i]);
            if (natural > 0)
                columns.push_back({i, natural, column.min_width, column.expendable, column.is_whole,
                                   column.yields_first, !m_has_numbers[i] && !m_has_words[i], is_alike(i),
                                   natural});
        }
        return columns;
    }

    bool is_alike(std::size_t column) const { return m_rows.size() > 1 && !m_differs[column]; }

    bool is_right(std::size_t column) const {
        if (m_columns[column].is_bar) return false;
        return m_columns[column].align == Align::right || (m_has_numbers[column] && !m_has_words[column]);
    }

    void print_headings(const std::vector<Fitted>& columns) const {
        ShownRow headings;
        for (const auto& column : m_columns)
            headings.emplace_back(text::visible_line(column.heading), Tone::dim);
        const auto has_text = [](const ShownCell& cell) { return !cell.text.empty(); };
        if (std::any_of(headings.begin(), headings.end(), has_text)) print(headings, columns);
    }

    void print(const ShownRow& row, const std::vector<Fitted>& columns) const {
        std::string line;
        int due = 0; // blanks owed before the next text; never paid at the end of a line
        for (const auto& column : columns) {
            const auto& whole = row[column.column];
            const auto cell = whole.width <= column.width
                                  ? whole
                                  : ShownCell{text::shortened(whole.text, column.width), whole.tone};
            const int spare = column.width - cell.width;
            const bool right = is_right(column.column);
            if (right) due += spare;
            if (!cell.text.empty()) {
                line.append(static_cast<std::size_t>(due), ' ')
                    .append(painted(cell.text, cell.tone, m_style));
                due = 0;
            }
            due += (right ? 0 : spare) + k_gap;
        }
        m_out << line << '\n';
    }

    void print_below(const ShownRow& row) const {
        constexpr int k_indent = 4;
        const int width =
            m_style.width > 0 ? std::max(m_style.width - k_indent, 1) : std::numeric_limits<int>::max();
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (!m_columns[i].is_below || row[i].text.empty()) continue;
            for (const auto& line : text::wrapped(row[i].text, width))
                m_out << std::string(k_indent, ' ') << painted(line, row[i].tone, m_style) << '\n';
        }
    }

    // What says nothing in any row is missed by nobody.
    void print_left_out(const std::vector<Fitted>& all, const std::vector<Fitted>& shown) const {
        std::vector<std::string> names;
        for (const auto& column : all) {
            const bool is_shown = std::ranges::count(shown, column.column, &Fitted::column) > 0;
            const auto name = text::visible_line(m_columns[column.column].heading);
            if (!is_shown && !column.is_empty && !name.empty()) names.push_back(name);
        }
        if (names.empty()) return;
        const bool is_one = names.size() == 1;
        const auto sentence = fmt::format(
            "{} {}: {}; --width 0 shows {}", text::plural(names.size(), "column"),
            is_one ? "does not fit" : "do not fit", fmt::join(names, ", "), is_one ? "it" : "them");
        for (const auto& line : text::wrapped(sentence, m_style.width))
            m_out << painted(line, Tone::dim, m_style) << '\n';
    }

    std::ostream& m_out;
    Style m_style;
    time::Zone m_zone;
    bool m_header;
    bool m_names_left_out;
    std::vector<Column> m_columns;
    std::deque<std::string> m_rows; // packed: there may be a great many
    std::vector<int> m_widths;
    std::vector<std::string> m_first; // what stands in the first row
    std::vector<bool> m_differs;      // whether anything else stands below
    std::vector<bool> m_has_numbers;
    std::vector<bool> m_has_words;
};

} // namespace

std::unique_ptr<Writer> make_text_writer(std::ostream& out, const WriterOptions& options) {
    return std::make_unique<TextWriter>(out, options);
}

} // namespace reklamaatio::render
