// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_reader.hpp"

#include "complaint/error.hpp"
#include "complaint/prose.hpp"
#include "exchange/columns.hpp"
#include "exchange/error.hpp"
#include "exchange/field_read.hpp"
#include "text/blank.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// What stands in a field by mistake may be a whole letter.
constexpr int k_longest_shown = 80;

// A message that names the value, fit for one line.
std::string clause(std::string message, const std::string& value) {
    const auto at = message.find(value);
    if (at != std::string::npos)
        message.replace(at, value.size(), text::shortened(text::spelt_out(value), k_longest_shown));
    return text::spelt_out(message);
}

CsvOptions options_of(const Profile& profile) {
    return {profile.delimiter.value_or('\0'), profile.skip_lines, profile.encoding};
}

Reading reading_of(const Profile& profile, const time::Zone& zone, std::string currency) {
    Reading reading{zone, std::nullopt, profile.date_format, profile.decimal_mark, std::move(currency)};
    if (!profile.timezone.empty()) {
        const auto named = time::Zone::named(profile.timezone);
        if (!named)
            throw ProfileError(
                fmt::format("'{}' is not a time zone; write one such as Europe/Helsinki", profile.timezone));
        reading.zone = *named;
    }
    try {
        if (!profile.date_format.empty()) reading.pattern.emplace(profile.date_format);
    } catch (const time::Error& fault) {
        throw ProfileError(fmt::format("date_format: {}", fault.what()));
    }
    return reading;
}

// Every column is one of an export, by its exact name.
bool is_our_header(const CsvRow& header) {
    return std::ranges::all_of(header.fields, [](const CsvField& column) {
        return field_named(column.text) != nullptr
               || std::ranges::find(k_reject_columns, column.text) != k_reject_columns.end();
    });
}

// Receipt is where the clocks start: the default would be 1970.
void take_nothing(const Field& field, Draft& draft) {
    if (field.name == "received_at")
        throw complaint::BadValue("is empty; when the complaint came must be known");
    field.take_empty(draft);
}

} // namespace

Place DraftRow::place_of(std::string_view field) const {
    const auto found = std::ranges::find(places, field, [](const auto& known) { return known.first; });
    return found == places.end() ? row.place : found->second;
}

struct RowReader::State {
    State(std::istream& in, std::string file_name, const Profile& given, const time::Zone& zone,
          std::string currency)
        : file(std::move(file_name)), profile(given), reading(reading_of(profile, zone, std::move(currency))),
          reader(in, file, options_of(profile)), header(read_header()),
          columns(match_columns(header, profile, file)) {
        if (!has("uid")) reading.ids = has("ref") ? Ids::foreign : Ids::references;
        if (!profile.source.empty()) take_constant("source", profile.source);
        for (const auto& [field, value] : profile.constants)
            take_constant(field, value);
    }

    bool has(std::string_view field) const;
    CsvRow read_header();
    void take_constant(const std::string& name, const std::string& value);
    std::string translated(const Column& column, const std::string& cell) const;
    void take(const Column& column, const CsvField& from, DraftRow& into) const;
    bool is_empty(const std::string& text) const;

    std::string file;
    Profile profile;
    Reading reading;
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

bool RowReader::State::is_empty(const std::string& text) const {
    return text.empty() || std::ranges::find(profile.empty, text) != profile.empty.end();
}

// The file's word, or ours for it.
std::string RowReader::State::translated(const Column& column, const std::string& cell) const {
    const std::string text(text::trimmed(cell));
    if (column.words != nullptr)
        for (const auto& said : {cell, text})
            if (const auto word = column.words->find(said); word != column.words->end()) return word->second;
    if (is_empty(text)) return "";
    if (column.words != nullptr)
        if (const auto rest = column.words->find("*"); rest != column.words->end()) return rest->second;
    return complaint::is_prose(column.field->name) ? cell : text;
}

void RowReader::State::take_constant(const std::string& name, const std::string& value) {
    const auto* field = field_named(name);
    if (field == nullptr) throw ProfileError(fmt::format("'{}' is not a field", name));
    const auto words = profile.values.find(name);
    const Column column{field, 0, words == profile.values.end() ? nullptr : &words->second};
    try {
        const auto text = translated(column, value);
        if (text.empty())
            take_nothing(*field, constant);
        else
            field->take(constant, text, reading);
    } catch (const complaint::BadValue& fault) {
        throw ProfileError(fmt::format("the constant for {}: {}", name, clause(fault.what(), value)));
    } catch (const time::Error& fault) {
        throw ProfileError(fmt::format("the constant for {}: {}", name, clause(fault.what(), value)));
    }
}

void RowReader::State::take(const Column& column, const CsvField& from, DraftRow& into) const {
    const Field& field = *column.field;
    const auto text = translated(column, from.text);
    const auto blame = [&](const std::exception& fault) {
        into.faults.push_back({from.place, std::string(field.name), clause(fault.what(), text)});
    };
    try {
        if (text.empty())
            take_nothing(field, into.draft);
        else
            field.take(into.draft, text, reading);
    } catch (const complaint::BadValue& fault) {
        blame(fault);
    } catch (const time::Error& fault) {
        blame(fault);
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
    for (const auto& column : m_state->columns) {
        const auto& field = read.row.fields[column.index];
        read.places.emplace_back(column.field->name, field.place);
        m_state->take(column, field, read);
    }
    complete(read.draft, m_state->reading);
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
    const bool are_references = m_state->reading.ids == Ids::references;
    return m_state->has(field) || (field == "ref" && are_references && m_state->has("id"));
}

std::vector<std::string> RowReader::unused_columns() const {
    const auto own = reject_columns_in(header());
    std::vector<std::string> unused;
    for (std::size_t i = 0; i < header().fields.size(); ++i) {
        const auto reads = [&](const Column& column) { return column.index == i; };
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
