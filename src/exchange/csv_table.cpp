// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.hpp"

#include "exchange/columns.hpp"
#include "exchange/error.hpp"
#include "text/blank.hpp"
#include "text/plural.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// Whether all fields from that one on are empty.
bool ends_at(const CsvRow& row, std::size_t index) {
    return std::all_of(row.fields.begin() + static_cast<std::ptrdiff_t>(index), row.fields.end(),
                       [](const CsvField& field) { return field.text.empty(); });
}

// Nothing stands in it: no row of a table.
bool is_blank(const CsvRow& row) {
    return std::ranges::all_of(row.fields, [](const CsvField& field) { return text::is_blank(field.text); });
}

} // namespace

CsvTable::CsvTable(std::istream& in, std::string file, const CsvOptions& options, bool has_header)
    : m_reader(in, file, options), m_has_header(has_header), m_skipped_at_end(options.skip_last_lines) {
    read_header(file, options.skip_lines);
}

void CsvTable::read_header(const std::string& file, std::size_t skipped) {
    auto row = next_row();
    const auto* expected = m_has_header ? "a header was" : "rows were";
    if (!row && skipped > 0)
        throw DataError(
            fmt::format("{}: has nothing after the {} lines to skip; {} expected", file, skipped, expected));
    if (!row) throw DataError(fmt::format("{}: is empty; {} expected", file, expected));
    if (row->fault)
        throw DataError(fmt::format("{}:{}:{}: {}", file, row->fault->place.line, row->fault->place.column,
                                    row->fault->message));
    m_has_header = m_has_header || !reject_columns_in(*row).empty();
    if (m_has_header)
        m_header = std::move(*row);
    else
        number_columns(std::move(*row));
}

std::optional<CsvRow> CsvTable::next_row() {
    while (m_ahead.size() <= m_skipped_at_end) {
        auto row = next_filled();
        if (!row) return std::nullopt;
        m_ahead.push_back(std::move(*row));
    }
    auto row = std::move(m_ahead.front());
    m_ahead.pop_front();
    return row;
}

std::optional<CsvRow> CsvTable::next_filled() {
    auto row = m_reader.next();
    while (row && is_blank(*row))
        row = m_reader.next();
    return row;
}

void CsvTable::number_columns(CsvRow first) {
    m_header.place = first.place;
    for (const auto& field : first.fields) {
        if (!m_header.fields.empty()) m_header.raw += m_reader.dialect().delimiter;
        auto number = std::to_string(m_header.fields.size() + 1);
        const auto offset = m_header.raw.size();
        m_header.raw += number;
        m_header.fields.push_back({std::move(number), field.place, offset});
    }
    m_first = std::move(first);
}

std::optional<TableRow> CsvTable::next() {
    auto row = m_first ? std::exchange(m_first, std::nullopt) : next_row();
    if (!row) return std::nullopt;
    auto misfit = row->fault ? row->fault->message : fit(*row);
    return TableRow{std::move(*row), std::move(misfit)};
}

std::string CsvTable::fit(CsvRow& row) {
    const auto has = row.fields.size();
    const auto wanted = m_header.fields.size();
    if (is_header(row))
        return "is the header once more; take the line out, and see whether another table begins here";
    if (has == wanted) return {};
    if (has > wanted && ends_at(row, wanted)) {
        trim(row);
        return {};
    }
    if (has < wanted && m_has_header && ends_at(m_header, has)) {
        pad(row);
        return {};
    }
    return fmt::format("has {}, the {} has {}", text::plural(has, "field"),
                       m_has_header ? "header" : "first row", wanted);
}

bool CsvTable::is_header(const CsvRow& row) const {
    return m_has_header
           && std::ranges::equal(row.fields, m_header.fields, {}, &CsvField::text, &CsvField::text);
}

void CsvTable::trim(CsvRow& row) {
    const auto has = row.fields.size();
    const auto wanted = m_header.fields.size();
    const auto& first_empty = row.fields[wanted];
    if (has != m_usual_fields)
        row.doubts.push_back(
            {first_empty.place,
             fmt::format("{} more than the {} has, passed over because nothing stands there",
                         text::plural(has - wanted, "field"), m_has_header ? "header" : "first row")});
    if (m_usual_fields == 0) m_usual_fields = has;
    row.raw.resize(first_empty.offset - m_reader.dialect().delimiter.size());
    row.fields.resize(wanted);
}

void CsvTable::pad(CsvRow& row) const {
    while (row.fields.size() < m_header.fields.size()) {
        row.raw += m_reader.dialect().delimiter;
        row.fields.push_back({"", row.fields.back().place, row.raw.size()});
    }
}

} // namespace reklamaatio::exchange
