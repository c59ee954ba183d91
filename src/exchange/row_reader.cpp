// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_reader.hpp"

#include "complaint/error.hpp"
#include "exchange/cell_reader.hpp"
#include "exchange/column_name.hpp"
#include "exchange/columns.hpp"
#include "exchange/error.hpp"
#include "text/blank.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// Every column is one of an export, by its exact name.
bool is_our_header(const CsvRow& header, const FieldSet& fields) {
    return std::ranges::all_of(header.fields, [&](const CsvField& column) {
        return fields.named(column.text) != nullptr
               || std::ranges::find(k_reject_columns, column.text) != k_reject_columns.end();
    });
}

const Profile& checked(const Profile& profile, const FieldSet& fields) {
    check_foreign(profile, fields);
    return profile;
}

} // namespace

Place DraftRow::place_of(std::string_view field) const {
    const auto found = std::ranges::find(places, field, [](const auto& known) { return known.first; });
    return found == places.end() ? row.place : found->second;
}

struct RowReader::State {
    State(std::istream& in, std::string file_name, const Profile& given, const time::Zone& zone,
          std::string currency, complaint::OwnFields own)
        : file(std::move(file_name)), profile(given), fields(std::move(own)),
          cells(profile, zone, std::move(currency), fields),
          table(in, file, csv_options(profile), profile.has_header),
          columns(match_columns(table.header(), checked(profile, fields), file, fields)) {
        // In the files of others a backslash is a backslash, and quotes quote.
        if (table.reader().dialect().delimiter == "\t" && is_our_header(table.header(), fields))
            table.reader().read_escapes();
        know_columns();
        find_nameless();
        cells.know_fields([&](std::string_view field) { return present.contains(field); });
        if (!present.contains("uid") && present.erase("customer_id") > 0) present.emplace("customer_ref");
        check_header();
        cells.take_constants(constant);
    }

    void know_columns();
    void check_header() const;
    void find_nameless();
    void remove_guards(CsvRow& row) const;
    void check_nameless(DraftRow& read) const;
    bool is_read(std::size_t place) const;
    void take(const Column& column, DraftRow& into) const;
    template <typename Wanted>
    std::optional<DraftRow> next(Wanted wants);

    std::string file;
    Profile profile;
    FieldSet fields;
    CellReader cells;
    CsvTable table;
    std::vector<Column> columns;
    std::set<std::size_t> guarded;              // places, each once, whoever reads it
    std::vector<std::size_t> nameless;          // places behind the last name that nobody reads
    std::set<std::string, std::less<>> present; // fields that the file says something of
    Draft constant;                             // what every draft begins as
};

// Asked for each row, they are found once.
void RowReader::State::know_columns() {
    for (const auto& column : columns) {
        present.emplace(column.field->name);
        const auto is_in_utc = [&](std::size_t index) { return says_utc(table.header().fields[index].text); };
        if (profile.timezone.empty() && std::ranges::any_of(column.indices, is_in_utc))
            cells.read_as_utc(column.field->name);
        if (profile.csv.is_for_spreadsheets && column.field->is_guarded())
            guarded.insert(column.indices.begin(), column.indices.end());
    }
    for (const auto& [field, value] : profile.constants)
        present.insert(field);
    if (!profile.source.empty()) present.emplace("source");
}

// What stands there may have been parted from its field by a delimiter that lacks its quotes. A column without a name in
// front of others, such as an index, takes nothing of that kind.
void RowReader::State::find_nameless() {
    const auto& headers = table.header().fields;
    const auto rejects = reject_columns_in(table.header());
    for (std::size_t at = headers.size(); at-- > 0;) {
        if (std::ranges::find(rejects, at) != rejects.end()) continue;
        if (!text::is_blank(headers[at].text)) break;
        if (!is_read(at)) nameless.push_back(at);
    }
    std::ranges::reverse(nameless);
}

// Where columns are known by number, the first row of a file without a header would be lost as its header.
void RowReader::State::check_header() const {
    const auto received = std::ranges::find(columns, std::string_view("received_at"),
                                            [](const Column& column) { return column.field->name; });
    if (received == columns.end() || !profile.has_header) return;
    const auto& [text, place, offset] = table.header().fields[received->indices.front()];
    Draft draft;
    try {
        cells.take(*received->field, text, draft);
    } catch (const std::exception&) {
        return;
    }
    throw DataError(
        fmt::format("{}:{}:{}: '{}' is a time, and no name of a column; say header = false in the profile of "
                    "a file without a header",
                    file, place.line, place.column, text));
}

// The row goes to a file of rejects as it stands.
void RowReader::State::remove_guards(CsvRow& row) const {
    for (const auto index : guarded)
        row.fields[index].text = render::unguarded(row.fields[index].text);
}

void RowReader::State::check_nameless(DraftRow& read) const {
    constexpr int k_longest_shown = 40;
    for (const auto at : nameless) {
        const auto& field = read.row.fields[at];
        const auto value = text::trimmed(field.text);
        if (cells.is_none(value)) continue;
        read.faults.push_back({field.place, "",
                               fmt::format("'{}' stands in a column without a name; put a text that holds a "
                                           "delimiter in quotes, or give the column a name",
                                           text::shortened(text::spelt_out(value), k_longest_shown))});
    }
}

bool RowReader::State::is_read(std::size_t place) const {
    return std::ranges::any_of(columns, [&](const Column& column) {
        return std::ranges::find(column.indices, place) != column.indices.end();
    });
}

void RowReader::State::take(const Column& column, DraftRow& into) const {
    const auto place = into.row.fields[column.indices.front()].place;
    into.places.emplace_back(column.field->name, place);
    const auto is_none = [&](std::string_view text) { return cells.is_none(text); };
    try {
        cells.take(*column.field, text_of(column, into.row, table.header(), profile.tag_separator, is_none),
                   into.draft);
    } catch (const complaint::BadValue& fault) {
        into.faults.push_back({place, std::string(column.field->name), fault.what()});
    }
}

RowReader::RowReader(std::istream& in, std::string file, const Profile& profile, const time::Zone& zone,
                     std::string currency, complaint::OwnFields own)
    : m_state(
        std::make_unique<State>(in, std::move(file), profile, zone, std::move(currency), std::move(own))) {}

RowReader::~RowReader() = default;

std::optional<DraftRow> RowReader::next() {
    return m_state->next([](std::string_view) { return true; });
}

std::optional<DraftRow> RowReader::next_key() {
    return m_state->next([](std::string_view field) {
        return field == "uid" || field == "ref" || field == "source" || field == "id";
    });
}

template <typename Wanted>
std::optional<DraftRow> RowReader::State::next(Wanted wants) {
    auto row = table.next();
    if (!row) return std::nullopt;
    const auto misfit_place = row->misfit_place();
    DraftRow read{std::move(row->row), constant, {}, {}};
    if (!row->misfit.empty()) {
        read.faults.push_back({misfit_place, "", row->misfit});
        return read;
    }
    remove_guards(read.row);
    read.places.reserve(columns.size());
    for (const auto& column : columns)
        if (wants(column.field->name)) take(column, read);
    cells.complete(read.draft);
    check_nameless(read);
    std::ranges::stable_sort(read.faults, {}, [](const RowFault& fault) {
        return std::pair{fault.place.line, fault.place.column};
    });
    return read;
}

const CsvRow& RowReader::header() const {
    return m_state->table.header();
}

const Dialect& RowReader::dialect() const {
    return m_state->table.reader().dialect();
}

bool RowReader::has(std::string_view field) const {
    const auto& present = m_state->present;
    return present.contains(field)
           || (field == "ref" && m_state->cells.ids_are_references() && present.contains("id"));
}

std::vector<std::string> RowReader::unused_columns() const {
    std::vector<std::string> names;
    for (const auto place : unused_places())
        names.push_back(header().fields[place].text);
    return names;
}

std::vector<std::size_t> RowReader::unused_places() const {
    const auto own = reject_columns_in(header());
    std::vector<std::size_t> unused;
    for (std::size_t i = 0; i < header().fields.size(); ++i) {
        if (m_state->is_read(i) || std::ranges::find(own, i) != own.end()) continue;
        unused.push_back(i);
    }
    return unused;
}

std::string RowReader::preamble() const {
    const bool is_plain =
        m_state->table.reader().encoding().empty() && !m_state->profile.csv.is_for_spreadsheets;
    const std::string bom = is_plain ? "" : "\xEF\xBB\xBF";
    return bom + m_state->table.reader().skipped();
}

std::size_t RowReader::lines_at_end() const {
    return m_state->profile.skip_last_lines;
}

} // namespace reklamaatio::exchange
