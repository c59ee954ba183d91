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

std::string in_quotes(std::string_view text, char delimiter) {
    if (text.find_first_of("\"\r\n") == std::string_view::npos
        && text.find(delimiter) == std::string_view::npos)
        return std::string(text);
    std::string field = "\"";
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    return field += '"';
}

std::string joined(const std::array<std::string, 4>& fields, char delimiter) {
    std::string text;
    for (const auto& field : fields)
        text += delimiter + in_quotes(field, delimiter);
    return text;
}

// All that is wrong with the row; the first fault has its place in columns of its own.
std::string errors_of(const std::vector<RowFault>& faults) {
    std::string text;
    for (const auto& fault : faults) {
        if (!text.empty()) text += fmt::format("; {}: ", fault.field);
        text += fault.message;
    }
    return text;
}

// A field as it stands in the file.
std::string_view raw_field(const CsvRow& row, std::size_t index) {
    const auto begin = row.fields[index].offset;
    const bool last = index + 1 == row.fields.size();
    const auto end = last ? row.raw.size() : row.fields[index + 1].offset - 1;
    return std::string_view(row.raw).substr(begin, end - begin);
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
    std::array<std::string, k_reject_columns.size()> names;
    std::ranges::copy(k_reject_columns, names.begin());
    return std::ranges::any_of(std::string_view(",;|\t"), [&](char delimiter) {
        return beginning.find(joined(names, delimiter) + '\n') != std::string::npos;
    });
}

RejectWriter::RejectWriter(std::ostream& out, const CsvRow& header, char delimiter, std::string_view preamble)
    : m_out(out), m_delimiter(delimiter), m_own(reject_columns_in(header)), m_columns(header.fields.size()) {
    m_out << preamble;
    const auto& [line, column, field, error] = k_reject_columns;
    write(header, joined({std::string(line), std::string(column), std::string(field), std::string(error)},
                         delimiter));
}

void RejectWriter::row(const DraftRow& rejected) {
    if (rejected.faults.empty()) return;
    const auto& first = rejected.faults.front();
    write(rejected.row, joined({std::to_string(first.place.line), std::to_string(first.place.column),
                                first.field, errors_of(rejected.faults)},
                               m_delimiter));
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

void RejectWriter::write(const CsvRow& row, std::string_view verdict) {
    const auto own = own_of(row);
    if (own.empty()) {
        m_out << row.raw << verdict << '\n';
        return;
    }
    std::vector<std::string_view> kept;
    for (std::size_t i = 0; i < row.fields.size(); ++i)
        if (std::ranges::find(own, i) == own.end()) kept.push_back(raw_field(row, i));
    m_out << fmt::format("{}", fmt::join(kept, std::string_view(&m_delimiter, 1))) << verdict << '\n';
}

} // namespace reklamaatio::exchange
