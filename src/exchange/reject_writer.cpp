// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/reject_writer.hpp"

#include "exchange/columns.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::exchange {

namespace {

// All that is wrong with the row; the first fault has its place in columns of its own.
std::string errors_of(const std::vector<RowFault>& faults) {
    std::string text;
    for (const auto& fault : faults) {
        if (!text.empty()) text += fmt::format("; {}: ", fault.field);
        text += fault.message;
    }
    return text;
}

// Whether the names of the four columns follow each other, whatever parts them.
bool begins_with_columns(std::string_view text) {
    constexpr std::size_t k_longest_delimiter = 16;
    const auto& [line, column, field, error] = k_reject_columns;
    if (!text.starts_with(line)) return false;
    const auto next = text.substr(0, line.size() + k_longest_delimiter + column.size()).find(column);
    if (next == std::string_view::npos) return false;
    const std::string delimiter(text.substr(line.size(), next - line.size()));
    return text.starts_with(fmt::format("{}\n", fmt::join(k_reject_columns, delimiter)));
}

} // namespace

bool is_file_of_rejects(const std::string& path) {
    constexpr std::size_t k_longest_header = 1'000'000;
    std::error_code fault;
    if (!std::filesystem::is_regular_file(path, fault)) return false;
    std::ifstream in(path, std::ios::binary);
    std::string beginning(k_longest_header, '\0');
    in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(in.gcount()));
    const auto& first = k_reject_columns.front();
    for (auto at = beginning.find(first); at != std::string::npos; at = beginning.find(first, at + 1))
        if (begins_with_columns(std::string_view(beginning).substr(at))) return true;
    return false;
}

RejectWriter::RejectWriter(std::ostream& out, const RowReader& reader)
    : m_out(out), m_dialect(reader.dialect()), m_own(reject_columns_in(reader.header())),
      m_columns(reader.header().fields.size()), m_lines_at_end(reader.lines_at_end()) {
    m_out << reader.preamble();
    if (!reader.has_header()) return;
    Verdict names;
    std::ranges::copy(k_reject_columns, names.begin());
    write(reader.header(), names);
}

// A field as it stands in the file.
std::string_view RejectWriter::raw_field(const CsvRow& row, std::size_t index) const {
    const auto begin = row.fields[index].offset;
    const bool last = index + 1 == row.fields.size();
    const auto end = last ? row.raw.size() : row.fields[index + 1].offset - m_dialect.delimiter.size();
    return std::string_view(row.raw).substr(begin, end - begin);
}

void RejectWriter::row(const DraftRow& rejected) {
    if (rejected.faults.empty()) return;
    const auto& first = rejected.faults.front();
    write(rejected.row, {std::to_string(first.place.line), std::to_string(first.place.column), first.field,
                         errors_of(rejected.faults)});
}

void RejectWriter::finish() {
    constexpr std::string_view k_skipped = "_end";
    for (std::size_t i = 0; i < m_lines_at_end; ++i)
        m_out << k_skipped << '\n';
}

// Where an earlier verdict stands in the row. One that has not as many fields as the header has it at its end
// all the same, unless it was added by hand.
std::vector<std::size_t> RejectWriter::own_of(const CsvRow& row) const {
    const auto size = row.fields.size();
    if (size == m_columns || m_own.empty()) return m_own;
    const bool judged = size > m_own.size() && text::is_number(row.fields[size - 4].text)
                        && text::is_number(row.fields[size - 3].text);
    if (!judged || m_own.front() + m_own.size() != m_columns) return {};
    return {size - 4, size - 3, size - 2, size - 1};
}

void RejectWriter::write(const CsvRow& row, const Verdict& verdict) {
    const auto own = own_of(row);
    if (own.empty()) {
        m_out << row.raw;
    } else {
        std::vector<std::string_view> kept;
        for (std::size_t i = 0; i < row.fields.size(); ++i)
            if (std::ranges::find(own, i) == own.end()) kept.push_back(raw_field(row, i));
        m_out << fmt::format("{}", fmt::join(kept, m_dialect.delimiter));
    }
    for (const auto& text : verdict)
        m_out << m_dialect.delimiter << as_field(text, m_dialect);
    m_out << '\n';
}

} // namespace reklamaatio::exchange
