// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/reject_writer.hpp"

#include "exchange/columns.hpp"
#include "exchange/error.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

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

CsvRow header_of(const std::string& path, const Profile& profile, std::string delimiter) {
    std::ifstream in(path, std::ios::binary);
    CsvOptions options{profile.dialect, profile.skip_lines, profile.encoding};
    options.dialect.delimiter = std::move(delimiter);
    try {
        return CsvTable(in, path, options).header();
    } catch (const DataError&) {
        return {};
    }
}

} // namespace

bool is_file_of_rejects(const std::string& path, const Profile& profile) {
    std::error_code fault;
    if (!std::filesystem::is_regular_file(path, fault)) return false;
    std::vector<std::string> delimiters{",", ";", "\t", "|"};
    if (!profile.dialect.delimiter.empty()) delimiters.push_back(profile.dialect.delimiter);
    return std::ranges::any_of(delimiters, [&](const std::string& delimiter) {
        const auto header = header_of(path, profile, delimiter);
        const auto own = reject_columns_in(header);
        return !own.empty() && own.back() + 1 == header.fields.size()
               && own.front() + own.size() == header.fields.size();
    });
}

RejectWriter::RejectWriter(std::ostream& out, const RowReader& reader)
    : m_out(out), m_dialect(reader.dialect()), m_own(reject_columns_in(reader.header())),
      m_columns(reader.header().fields.size()), m_lines_at_end(reader.lines_at_end()) {
    m_out << reader.preamble();
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
