// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/columns.hpp"

#include "complaint/prose.hpp"
#include "exchange/column_name.hpp"
#include "exchange/error.hpp"
#include "text/blank.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::exchange {

namespace {

// A header that is none may be very long.
constexpr std::size_t k_most_named = 40;
constexpr int k_longest_named = 60;

std::string shown(std::string_view name) {
    return text::shortened(text::spelt_out(name), k_longest_named);
}

std::string usual_between(const Column& column, char tag_separator) {
    const auto name = column.field->name;
    if (name == "tags") return std::string(1, tag_separator);
    return column.has_names || (complaint::is_prose(name) && name != "subject") ? "\n" : " ";
}

class Matcher {
  public:
    Matcher(const CsvRow& header, const Profile& profile, std::string_view file, const FieldSet& fields)
        : m_header(header), m_profile(profile), m_file(file), m_fields(fields),
          m_taken(reject_columns_in(header)) {
        for (const auto& [field, choice] : profile.columns)
            for (const auto& name : choice.columns)
                std::ranges::copy(columns_called(header, name), std::back_inserter(m_taken));
        for (const auto& column : header.fields)
            m_meanings.push_back(fields.of_header(column.text));
        if (!gives("uid") && !gives("ref")) take_foreign_uids_as_refs();
    }

    std::vector<Column> match() const {
        std::vector<Column> columns;
        for (const Field* each : m_fields.all()) {
            const Field& field = *each;
            auto column = column_of(field);
            if (column.indices.empty()) continue;
            if (is_constant(field.name))
                refuse(m_header.fields[column.indices.front()].place,
                       fmt::format("{} has both a column and a constant; give one", field.name));
            columns.push_back(std::move(column));
        }
        check_enough(columns);
        return columns;
    }

  private:
    bool gives(std::string_view field) const {
        return m_profile.columns.contains(std::string(field)) || is_constant(field)
               || std::ranges::any_of(
                   m_meanings, [&](const Field* meant) { return meant != nullptr && meant->name == field; });
    }

    void take_foreign_uids_as_refs() {
        for (std::size_t i = 0; i < m_meanings.size(); ++i)
            if (m_meanings[i] == nullptr && is_foreign_uid(m_header.fields[i].text))
                m_meanings[i] = m_fields.named("ref");
    }

    Column column_of(const Field& field) const {
        Column column{&field, {}};
        const auto mapped = m_profile.columns.find(std::string(field.name));
        if (mapped == m_profile.columns.end()) {
            if (const auto index = matching(field)) column.indices.push_back(*index);
            return column;
        }
        column.has_names = mapped->second.has_names;
        column.between = mapped->second.between;
        for (const auto& name : mapped->second.columns)
            column.indices.push_back(named(name, field));
        return column;
    }

    // The column that the profile names.
    std::size_t named(const std::string& name, const Field& field) const {
        const auto found = columns_called(m_header, name);
        if (found.size() > 1) refuse_twins(found[0], found[1], field);
        if (!found.empty()) return found.front();
        const auto known = text::names_of(m_header.fields, &CsvField::text);
        refuse(m_header.place, fmt::format("no column '{}' for {}{}; the file has: {}", name, field.name,
                                           text::did_you_mean(name, known), columns_there()));
    }

    // The column whose name means the field.
    std::optional<std::size_t> matching(const Field& field) const {
        std::optional<std::size_t> found;
        if (!m_profile.match_names || is_constant(field.name)) return found;
        for (std::size_t i = 0; i < m_header.fields.size(); ++i) {
            const auto& column = m_header.fields[i];
            if (m_meanings[i] != &field || is_taken(i)) continue;
            // Each of them is kept in a field.
            if (found && field.own() != nullptr && m_profile.keeps_other) return std::nullopt;
            if (found && m_header.fields[*found].text == column.text) refuse_twins(*found, i, field);
            if (found)
                throw DataError(Unreadable::columns_alike, named(column.place),
                                {{"one", shown(m_header.fields[*found].text)},
                                 {"other", shown(column.text)},
                                 {"field", std::string(field.name)}});
            found = i;
        }
        return found;
    }

    // Whether the profile says what the column is for, or it is of a file of rejects.
    bool is_taken(std::size_t index) const { return std::ranges::find(m_taken, index) != m_taken.end(); }

    bool is_constant(std::string_view field) const {
        return (field == "source" && !m_profile.source.empty())
               || m_profile.constants.contains(std::string(field));
    }

    void check_enough(const std::vector<Column>& columns) const {
        const auto given = [&](std::string_view name) {
            return is_constant(name)
                   || std::ranges::any_of(columns, [&](const Column& c) { return c.field->name == name; });
        };
        if (!given("received_at"))
            throw DataError(Unreadable::no_time_column, named(m_header.place),
                            {{"columns", columns_there()}});
        if (!given("subject") && !given("text"))
            throw DataError(Unreadable::no_text_column, named(m_header.place),
                            {{"columns", columns_there()}});
    }

    std::string columns_there() const {
        std::vector<std::string> names;
        for (const auto& column : m_header.fields)
            names.push_back(shown(column.text));
        const bool more = names.size() > k_most_named;
        if (more) names.resize(k_most_named);
        return fmt::format("{}{}", fmt::join(names, ", "), more ? ", ..." : "");
    }

    [[noreturn]] void refuse_twins(std::size_t first, std::size_t second, const Field& field) const {
        const auto& place = m_header.fields[first].place;
        throw DataError(Unreadable::columns_twice, named(m_header.fields[second].place),
                        {{"name", shown(m_header.fields[first].text)},
                         {"first", fmt::format("{}:{}", place.line, place.column)},
                         {"field", std::string(field.name)}});
    }

    [[noreturn]] void refuse(const Place& place, std::string_view what) const {
        throw DataError(fmt::format("{}: {}", named(place), what));
    }

    std::string named(const Place& place) const {
        return fmt::format("{}:{}:{}", m_file, place.line, place.column);
    }

    const CsvRow& m_header;
    const Profile& m_profile;
    std::string_view m_file;
    const FieldSet& m_fields;
    std::vector<std::size_t> m_taken;
    std::vector<const Field*> m_meanings; // of each column, by its name
};

} // namespace

std::vector<std::size_t> reject_columns_in(const CsvRow& header) {
    std::vector<std::size_t> found;
    for (const auto name : k_reject_columns) {
        const auto column = std::ranges::find(header.fields, name, &CsvField::text);
        if (column == header.fields.end()) return {};
        found.push_back(static_cast<std::size_t>(column - header.fields.begin()));
    }
    return found;
}

std::string text_of(const Column& column, const CsvRow& row, const CsvRow& header, char tag_separator,
                    const std::function<bool(std::string_view)>& is_none) {
    if (column.indices.size() == 1 && !column.has_names) return row.fields[column.indices.front()].text;
    const auto between = column.between ? *column.between : usual_between(column, tag_separator);
    std::string joined;
    for (const auto index : column.indices) {
        const auto text = text::trimmed(row.fields[index].text);
        if (is_none(text)) continue;
        if (!joined.empty()) joined += between;
        if (column.has_names) joined += header.fields[index].text + ": ";
        joined += text;
    }
    return joined;
}

std::vector<Column> match_columns(const CsvRow& header, const Profile& profile, std::string_view file,
                                  const FieldSet& fields) {
    return Matcher(header, profile, file, fields).match();
}

} // namespace reklamaatio::exchange
