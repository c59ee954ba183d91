// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile.hpp"

#include "complaint/error.hpp"
#include "exchange/decoder.hpp"
#include "exchange/error.hpp"
#include "exchange/field.hpp"
#include "exchange/profile_table.hpp"
#include "text/nearest.hpp"
#include "text/unquoted_letter.hpp"

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

using complaint::BadValue;

char delimiter_of(const std::string& text) {
    const bool fits = text.size() == 1 && text != "\"" && text != "\n" && text != "\r"
                      && text != std::string(1, '\0') && static_cast<unsigned char>(text.front()) < 0x80;
    if (!fits)
        throw BadValue(fmt::format("'{}' cannot part fields; write one character, such as ; or \\t", text));
    return text.front();
}

complaint::DecimalMark decimal_mark_of(const std::string& text) {
    if (text == ".") return complaint::DecimalMark::point;
    if (text == ",") return complaint::DecimalMark::comma;
    throw BadValue(fmt::format("'{}' is not a decimal mark; write . or ,", text));
}

void read_form(ProfileTable& top, Profile& profile) {
    top.with_text("delimiter", [&](const std::string& text) { profile.delimiter = delimiter_of(text); });
    top.with_text("encoding", [&](const std::string& text) {
        if (!is_encoding(text))
            throw BadValue(fmt::format("'{}' is not an encoding; iconv -l lists them", text));
        profile.encoding = text;
    });
    top.with_number("skip_lines", [&](std::int64_t number) {
        if (number < 0 || number > static_cast<std::int64_t>(k_most_skipped))
            throw BadValue(fmt::format("skip_lines must be from 0 to {}, not {}", k_most_skipped, number));
        profile.skip_lines = static_cast<std::size_t>(number);
    });
    top.with_text("decimal_mark",
                  [&](const std::string& text) { profile.decimal_mark = decimal_mark_of(text); });
    top.with_texts("empty", [&](const std::string& text) { profile.empty.push_back(text); });
}

void read_times(ProfileTable& top, Profile& profile) {
    top.with_text("date_format", [&](const std::string& text) {
        const time::Pattern judged(text);
        profile.date_format = text;
    });
    top.with_text("timezone", [&](const std::string& text) {
        if (!time::Zone::named(text))
            throw BadValue(fmt::format("'{}' is not a time zone; write one such as Europe/Helsinki", text));
        profile.timezone = text;
    });
}

void read_columns(ProfileTable& top, Profile& profile) {
    auto columns = top.table("columns");
    if (!columns) return;
    profile.match_names = false;
    columns->field_names();
    profile.columns = columns->texts();
}

void read_constants(ProfileTable& top, Profile& profile) {
    auto constants = top.table("constants");
    if (!constants) return;
    constants->field_names();
    profile.constants = constants->texts();
    for (const auto& [field, value] : profile.constants)
        if (profile.columns.contains(field))
            constants->blame(field, fmt::format("{} has both a column and a constant; give one", field));
    if (!profile.source.empty() && profile.constants.contains("source"))
        constants->blame("source", "source is given twice, here and at the top; give one");
}

void read_values(ProfileTable& top, Profile& profile) {
    auto values = top.table("values");
    if (!values) return;
    for (const auto& field : values->field_names())
        if (auto words = values->table(field)) profile.values.emplace(field, words->texts());
}

} // namespace

Profile read_profile(std::string_view toml, std::string_view file) {
    ProfileFaults faults(file);
    toml::table parsed;
    if (const auto letter = text::unquoted_letter(toml)) {
        toml::source_region where;
        where.begin = {static_cast<toml::source_index>(letter->line),
                       static_cast<toml::source_index>(letter->column)};
        faults.add(where, text::unquoted_letter_text(*letter));
        faults.raise();
    }
    try {
        parsed = toml::parse(toml);
    } catch (const toml::parse_error& fault) {
        faults.add(fault.source(), fault.description());
        faults.raise();
    }
    Profile profile;
    ProfileTable top(parsed, "the profile", faults);
    read_form(top, profile);
    read_times(top, profile);
    top.with_text("source", [&](const std::string& text) { profile.source = text; });
    read_columns(top, profile);
    if (!profile.source.empty() && profile.columns.contains("source"))
        top.blame("source", "source has both a column and a constant; give one");
    read_constants(top, profile);
    read_values(top, profile);
    top.finish();
    faults.raise();
    return profile;
}

void add_mapping(Profile& profile, std::string_view mapping) {
    const auto equals = mapping.find('=');
    const auto name = mapping.substr(0, equals);
    if (equals == std::string_view::npos)
        throw ProfileError(
            fmt::format("'{}' is not a mapping; write FIELD=COLUMN, such as received_at=Date", mapping));
    if (field_named(name) == nullptr) {
        std::vector<std::string_view> known;
        for (const Field& field : fields())
            known.push_back(field.name);
        throw ProfileError(fmt::format("'{}' is not a field{}", name, text::did_you_mean(name, known)));
    }
    profile.columns.insert_or_assign(std::string(name), std::string(mapping.substr(equals + 1)));
}

} // namespace reklamaatio::exchange
