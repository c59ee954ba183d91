// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile.hpp"

#include "complaint/error.hpp"
#include "complaint/own_field.hpp"
#include "complaint/word.hpp"
#include "exchange/column_name.hpp"
#include "exchange/decoder.hpp"
#include "exchange/error.hpp"
#include "exchange/field.hpp"
#include "exchange/profile_words.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"
#include "toml/reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::exchange {

namespace {

using complaint::BadValue;

constexpr std::string_view k_values = "[values]";

complaint::DecimalMark decimal_mark_of(const std::string& text) {
    if (text == ".") return complaint::DecimalMark::point;
    if (text == ",") return complaint::DecimalMark::comma;
    throw BadValue(fmt::format("'{}' is not a decimal mark; write . or ,", text));
}

std::vector<std::string_view> field_names() {
    return text::names_of(fields(), &Field::name);
}

std::size_t read_skipped(toml::Reader& top, std::string_view key) {
    const auto number = top.whole_number(key).value_or(0);
    if (number >= 0 && number <= static_cast<std::int64_t>(k_most_skipped))
        return static_cast<std::size_t>(number);
    top.blame_value(key, fmt::format("{} must be from 0 to {}, not {}", key, k_most_skipped, number));
    return 0;
}

void read_dialect(toml::Reader& top, Dialect& dialect) {
    top.with(top.string("delimiter"),
             [&](const std::string& text) { dialect.delimiter = read_delimiter(text); });
    top.with(top.string("quote"), [&](const std::string& text) { dialect.quote = read_quote(text); });
    top.with(top.string("escape"), [&](const std::string& text) { dialect.escape = read_escape(text); });
    try {
        check(dialect);
    } catch (const BadValue& fault) {
        top.blame_value(dialect.escape != '\0' ? "escape" : "quote", fault.what());
    }
}

void read_header(toml::Reader& top, Profile& profile) {
    if (const auto header = top.truth("header")) profile.has_header = *header;
    profile.skip_lines = read_skipped(top, "skip_lines");
    profile.skip_last_lines = read_skipped(top, "skip_last_lines");
    profile.keeps_other = top.truth("keep_other").value_or(false);
    top.with(top.string("rows"), [&](const std::string& text) {
        if (text != "last" && text != "error")
            throw BadValue(fmt::format("'{}' is no rule for rows of one key; write last or error", text));
        profile.last_row_decides = text == "last";
    });
}

void read_csv_dialect(toml::Reader& top, Profile& profile) {
    top.with(top.string("csv_dialect"), [&](const std::string& text) {
        const auto known = text::names_of(render::k_spreadsheet_dialects, &render::CsvDialect::name);
        const auto* csv = render::csv_dialect_named(text);
        if (csv == nullptr) throw BadValue(complaint::unknown_word(text, "a dialect of CSV", known));
        take_csv_dialect(profile, *csv);
    });
}

// What is said on its own decides before the dialect.
void read_form(toml::Reader& top, Profile& profile) {
    read_csv_dialect(top, profile);
    read_dialect(top, profile.dialect);
    top.with(top.string("encoding"), [&](const std::string& text) {
        if (!is_encoding(text))
            throw BadValue(fmt::format("'{}' is not an encoding; iconv -l lists them", text));
        profile.encoding = text;
    });
    read_header(top, profile);
    top.with(top.string("decimal_mark"),
             [&](const std::string& text) { profile.decimal_mark = decimal_mark_of(text); });
    top.with_each("empty", [&](const std::string& text) { profile.empty.push_back(text); });
}

std::string no_field(std::string_view name) {
    return fmt::format("'{}' is not a field{}", name, text::did_you_mean(name, field_names()));
}

// The keys of a table that are fields, ours or perhaps the firm's own: the policy, which knows them, is not known yet.
std::vector<std::string_view> fields_in(toml::Reader& table, Profile& profile) {
    std::vector<std::string_view> names;
    for (const auto& [key, place, value] : table.table().entries()) {
        const bool is_ours = field_named(key) != nullptr;
        if (is_ours || complaint::is_own_name(key))
            names.push_back(key);
        else
            table.faults().add(place, fmt::format("{}: {}", table.name(), no_field(key)));
        if (!is_ours) profile.foreign.push_back({std::string(key), table.name(), place});
    }
    return names;
}

std::vector<std::string> read_formats(toml::Reader& table, std::string_view key) {
    std::vector<std::string> formats;
    table.with_each(key, [&](const std::string& text) {
        const time::Pattern judged(text);
        formats.push_back(text);
    });
    return formats;
}

bool is_ignored(toml::Reader& top, std::string_view key) {
    bool ignored = false;
    top.with(top.string(key), [&](const std::string& text) {
        if (text != "ignore")
            throw BadValue(fmt::format("'{}' is not ignore, the only word for {}", text, key));
        ignored = true;
    });
    return ignored;
}

void read_times(toml::Reader& top, Profile& profile) {
    profile.date_formats = read_formats(top, "date_format");
    profile.ignores_date_rest = is_ignored(top, "date_rest");
    profile.ignores_stale_ends = is_ignored(top, "stale_ends");
    if (const toml::Node table = top.subtable("date_formats", "[date_formats]")) {
        toml::Reader formats(table, "[date_formats]", top.faults());
        for (const auto field : fields_in(formats, profile))
            profile.date_formats_of.emplace(field, read_formats(formats, field));
    }
    top.with(top.string("tag_separator"), [&](const std::string& text) {
        if (text.size() != 1 || static_cast<unsigned char>(text.front()) >= 0x80)
            throw BadValue(fmt::format("'{}' cannot separate tags; write one character, such as ,", text));
        profile.tag_separator = text.front();
    });
    top.with(top.string("timezone"), [&](const std::string& text) {
        if (!time::Zone::named(text))
            throw BadValue(fmt::format("'{}' is not a time zone; write one such as Europe/Helsinki", text));
        profile.timezone = text;
    });
}

std::string numbered(std::int64_t number, const std::string& called) {
    if (number < 1) throw BadValue(fmt::format("{}: the first column is 1, not {}", called, number));
    return column_number(static_cast<std::size_t>(number));
}

// By name or by number, one or a list; "" is none.
void read_column_names(toml::Reader& table, std::string_view key, ColumnChoice& choice) {
    for (const auto& [column, place] : table.strings_or(key, numbered))
        if (!column.empty()) choice.columns.push_back(column);
}

// Columns, or { join = [...], names = true, between = ", " }.
ColumnChoice read_choice(toml::Reader& columns, std::string_view field) {
    ColumnChoice choice;
    if (!columns.find(field).is_table()) {
        read_column_names(columns, field, choice);
        return choice;
    }
    toml::Reader parts(columns.find(field), columns.called(field), columns.faults());
    read_column_names(parts, "join", choice);
    choice.has_names = parts.truth("names").value_or(false);
    parts.with(parts.string("between"), [&](const std::string& text) { choice.between = text; });
    parts.finish();
    return choice;
}

void read_columns(toml::Reader& top, Profile& profile) {
    const toml::Node table = top.subtable("columns", "[columns]");
    if (!table) return;
    toml::Reader columns(table, "[columns]", top.faults());
    profile.match_names = false;
    for (const auto field : fields_in(columns, profile))
        profile.columns.emplace(field, read_choice(columns, field));
}

void read_constants(toml::Reader& top, Profile& profile) {
    const toml::Node table = top.subtable("constants", "[constants]");
    if (!table) return;
    toml::Reader constants(table, "[constants]", top.faults());
    fields_in(constants, profile);
    profile.constants = constants.all_strings();
    for (const auto& [field, value] : profile.constants)
        if (profile.columns.contains(field))
            constants.blame_key(field, fmt::format("{} has both a column and a constant; give one", field));
    if (!profile.source.empty() && profile.constants.contains("source"))
        constants.blame_key("source", "source is given twice, here and at the top; remove one");
}

void read_values(toml::Reader& top, Profile& profile) {
    const toml::Node all = top.subtable("values", "[values.FIELD]");
    if (!all) return;
    toml::Reader values(all, std::string(k_values), top.faults());
    for (const auto field : fields_in(values, profile)) {
        const std::string header = fmt::format("[values.{}]", field);
        const toml::Node table = values.subtable(field, header);
        if (!table) continue;
        toml::Reader words(table, header, top.faults());
        const auto read = profile.values.emplace(field, words.all_strings()).first;
        check_words(words, read->second, field_named(field));
    }
}

Profile read_tables(toml::Reader& top) {
    Profile profile;
    read_form(top, profile);
    read_times(top, profile);
    top.with(top.string("source"), [&](const std::string& text) { profile.source = text; });
    read_columns(top, profile);
    if (!profile.source.empty() && profile.columns.contains("source"))
        top.blame_key("source", "source has both a column and a constant; give one");
    read_constants(top, profile);
    read_values(top, profile);
    top.finish();
    return profile;
}

// Of a field of the firm's own, told at the table.
void add_wrong_words(const Field& field, const Words& words, toml::Place place, toml::Faults& faults) {
    for (const auto& [theirs, ours] : words)
        if (const auto fault = why_not(field, ours))
            faults.add(place, fmt::format("[values.{}]: {}", field.name, *fault));
}

void raise(const toml::Faults& faults, std::string_view file) {
    if (!faults.empty()) throw ProfileError(fmt::format("{}", fmt::join(faults.lines(file), "\n")));
}

} // namespace

Profile read_profile(std::string_view toml, std::string_view file) {
    toml::Faults faults;
    const toml::Document document = toml::parse(toml, faults);
    raise(faults, file);
    toml::Reader top(document.root(), "the profile", faults);
    Profile profile = read_tables(top);
    profile.file = file;
    // With other faults slips are told as well.
    if (!faults.empty())
        for (const auto& [name, where, place] : profile.foreign)
            if (complaint::is_own_name(name)) faults.add(place, fmt::format("{}: {}", where, no_field(name)));
    raise(faults, file);
    return profile;
}

CsvOptions csv_options(const Profile& profile) {
    return {profile.dialect, profile.skip_lines, profile.encoding, profile.skip_last_lines};
}

void take_csv_dialect(Profile& profile, const render::CsvDialect& csv) {
    profile.csv = csv;
    profile.dialect.delimiter = csv.separator;
    profile.decimal_mark =
        csv.decimal_mark == ',' ? complaint::DecimalMark::comma : complaint::DecimalMark::point;
}

void check_foreign(const Profile& profile, const FieldSet& fields) {
    toml::Faults faults;
    for (const auto& [name, where, place] : profile.foreign) {
        if (const auto* field = fields.named(name); field != nullptr) {
            if (where == k_values) add_wrong_words(*field, profile.values.at(name), place, faults);
            continue;
        }
        const bool is_slip = !text::did_you_mean(name, field_names()).empty();
        faults.add(place,
                   fmt::format("{}: {}{}", where, no_field(name),
                               is_slip ? "" : "; one of your own needs a table [field.NAME] in the policy"));
    }
    raise(faults, profile.file);
}

void add_mapping(Profile& profile, std::string_view mapping) {
    const auto equals = mapping.find('=');
    const auto name = mapping.substr(0, equals);
    if (equals == std::string_view::npos)
        throw ProfileError(
            fmt::format("'{}' is not a mapping; write FIELD=COLUMN, such as received_at=Date", mapping));
    if (field_named(name) == nullptr && !complaint::is_own_name(name)) throw ProfileError(no_field(name));
    ColumnChoice choice;
    if (const auto column = mapping.substr(equals + 1); !column.empty()) choice.columns.emplace_back(column);
    profile.columns.insert_or_assign(std::string(name), std::move(choice));
}

} // namespace reklamaatio::exchange
