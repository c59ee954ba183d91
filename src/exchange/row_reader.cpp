// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_reader.hpp"

#include "complaint/error.hpp"
#include "exchange/cell_reader.hpp"
#include "exchange/columns.hpp"
#include "exchange/error.hpp"
#include "text/plural.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

CsvOptions options_of(const Profile& profile) {
    return {profile.delimiter.value_or('\0'), profile.skip_lines, profile.encoding};
}

// Every column is one of an export, by its exact name.
bool is_our_header(const CsvRow& header) {
    return std::ranges::all_of(header.fields, [](const CsvField& column) {
        return field_named(column.text) != nullptr
               || std::ranges::find(k_reject_columns, column.text) != k_reject_columns.end();
    });
}

} // namespace

Place DraftRow::place_of(std::string_view field) const {
    const auto found = std::ranges::find(places, field, [](const auto& known) { return known.first; });
    return found == places.end() ? row.place : found->second;
}

struct RowReader::State {
    State(std::istream& in, std::string file_name, const Profile& given, const time::Zone& zone,
          std::string currency)
        : file(std::move(file_name)), profile(given), cells(profile, zone, std::move(currency)),
          reader(in, file, options_of(profile)), header(read_header()),
          columns(match_columns(header, profile, file)) {
        cells.know_fields([&](std::string_view field) { return has(field); });
        cells.take_constants(constant);
    }

    bool has(std::string_view field) const;
    CsvRow read_header();
    void take(const Column& column, DraftRow& into) const;

    std::string file;
    Profile profile;
    CellReader cells;
    CsvReader reader;
    CsvRow header;
    std::vector<Column> columns;
    Draft constant; // what every draft begins as
};

bool RowReader::State::has(std::string_view field) const {
    if (field == "source" && !profile.source.empty()) return true;
    if (profile.constants.contains(std::string(field))) return true;
    return std::ranges::any_of(columns, [&](const Column& column) { return column.field->name == field; });
}

CsvRow RowReader::State::read_header() {
    if (auto row = reader.next()) {
        if (row->fields.size() == 1 && row->fields.front().text == "[")
            throw DataError(Unreadable::json, std::string(file));
        // In the files of others a backslash is a backslash, and quotes quote.
        if (reader.delimiter() == '\t' && is_our_header(*row)) reader.read_escapes();
        return *row;
    }
    if (profile.skip_lines > 0)
        throw DataError(fmt::format("{}: has nothing behind the {} lines to skip; a header was expected",
                                    file, profile.skip_lines));
    throw DataError(fmt::format("{}: is empty; a header was expected", file));
}

void RowReader::State::take(const Column& column, DraftRow& into) const {
    const auto place = into.row.fields[column.indices.front()].place;
    into.places.emplace_back(column.field->name, place);
    try {
        cells.take(*column.field, text_of(column, into.row, header), into.draft);
    } catch (const complaint::BadValue& fault) {
        into.faults.push_back({place, std::string(column.field->name), fault.what()});
    }
}

RowReader::RowReader(std::istream& in, std::string file, const Profile& profile, const time::Zone& zone,
                     std::string currency)
    : m_state(std::make_unique<State>(in, std::move(file), profile, zone, std::move(currency))) {}

RowReader::~RowReader() = default;

std::optional<DraftRow> RowReader::next() {
    auto row = m_state->reader.next();
    if (!row) return std::nullopt;
    DraftRow read{std::move(*row), m_state->constant, {}, {}};
    const auto has = read.row.fields.size();
    const auto wanted = m_state->header.fields.size();
    if (has != wanted) {
        read.faults.push_back({read.row.place, "",
                               fmt::format("has {}, the header has {}", text::plural(has, "field"), wanted)});
        return read;
    }
    read.places.reserve(m_state->columns.size());
    for (const auto& column : m_state->columns)
        m_state->take(column, read);
    m_state->cells.complete(read.draft);
    std::ranges::stable_sort(read.faults, {}, [](const RowFault& fault) {
        return std::pair{fault.place.line, fault.place.column};
    });
    return read;
}

const CsvRow& RowReader::header() const {
    return m_state->header;
}

char RowReader::delimiter() const {
    return m_state->reader.delimiter();
}

bool RowReader::has(std::string_view field) const {
    return m_state->has(field)
           || (field == "ref" && m_state->cells.ids_are_references() && m_state->has("id"));
}

std::vector<std::string> RowReader::unused_columns() const {
    const auto own = reject_columns_in(header());
    std::vector<std::string> unused;
    for (std::size_t i = 0; i < header().fields.size(); ++i) {
        const auto reads = [&](const Column& column) {
            return std::ranges::find(column.indices, i) != column.indices.end();
        };
        if (std::ranges::any_of(m_state->columns, reads) || std::ranges::find(own, i) != own.end()) continue;
        unused.push_back(header().fields[i].text);
    }
    return unused;
}

std::string RowReader::preamble() const {
    const std::string bom = m_state->reader.encoding().empty() ? "" : "\xEF\xBB\xBF";
    return bom + m_state->reader.skipped();
}

} // namespace reklamaatio::exchange
