// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/volume_reader.hpp"

#include "complaint/error.hpp"
#include "exchange/column_name.hpp"
#include "exchange/error.hpp"
#include "render/csv_dialect.hpp"
#include "text/plain.hpp"
#include "text/visible.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

using complaint::BadValue;

constexpr std::array<std::string_view, 10> k_period_names{
    "period", "month", "week", "kausi", "jakso", "kuukausi", "viikko", "okres", "miesiac", "tydzien"};
constexpr std::array<std::string_view, 16> k_volume_names{
    "volume",      "orders",    "deliveries", "visits", "units",   "quantity",   "maara",   "volyymi",
    "toimitukset", "tilaukset", "kaynnit",    "ilosc",  "wolumen", "zamowienia", "dostawy", "wizyty"};

bool is_one_of(const std::string& header, std::span<const std::string_view> names) {
    return std::ranges::any_of(names, [&](std::string_view name) { return is_called(header, name); });
}

bool may_be_of(const Field& field, const FieldSet& fields) {
    return std::ranges::find(complaint::k_volume_fields, field.name) != complaint::k_volume_fields.end()
           || complaint::own_field_named(fields.declared(), field.name) != nullptr;
}

} // namespace

VolumeReader::VolumeReader(std::istream& in, std::string file, const Profile& profile, const FieldSet& fields,
                           time::Instant now, const time::Zone& zone)
    : m_table(in, file, csv_options(profile)), m_now(now), m_zone(zone),
      m_is_guarded(profile.csv.is_for_spreadsheets) {
    for (const auto& name : m_table.header().fields)
        m_columns.push_back(column_called(name.text, fields));
    check_columns(file);
}

VolumeReader::Column VolumeReader::column_called(const std::string& name, const FieldSet& fields) const {
    if (is_one_of(name, k_period_names)) return {Meaning::period, ""};
    if (is_one_of(name, k_volume_names)) return {Meaning::volume, ""};
    const auto* field = fields.of_header(name);
    if (field == nullptr || !may_be_of(*field, fields)) return {};
    return {Meaning::part, std::string(field->name)};
}

void VolumeReader::check_columns(const std::string& file) const {
    const auto& header = m_table.header().fields;
    const auto number_of = [&](Meaning meaning) {
        return std::ranges::count(m_columns, meaning, &Column::meaning);
    };
    for (const auto& [meaning, what] : {std::pair{Meaning::period, "period"}, {Meaning::volume, "volume"}})
        if (number_of(meaning) == 0)
            throw DataError(fmt::format("{}:{}: no column is a {}; call it {}", file,
                                        header.front().place.line, what, what));
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        for (std::size_t j = 0; j < i && m_columns[i].meaning != Meaning::none; ++j)
            if (m_columns[i].meaning == m_columns[j].meaning && m_columns[i].field == m_columns[j].field)
                throw DataError(
                    fmt::format("{}:{}:{}: the columns '{}' and '{}' mean the same; leave one out", file,
                                header[i].place.line, header[i].place.column, text::spelt_out(header[j].text),
                                text::spelt_out(header[i].text)));
}

std::vector<std::string> VolumeReader::unused_columns() const {
    std::vector<std::string> unused;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].meaning == Meaning::none) unused.push_back(m_table.header().fields[i].text);
    return unused;
}

void VolumeReader::take_text(const Column& column, const std::string& text, complaint::Volume& volume) const {
    switch (column.meaning) {
    case Meaning::period:
        volume.of.period = complaint::parse_volume_period(text, m_now, m_zone);
        return;
    case Meaning::volume:
        volume.number = complaint::parse_volume(text);
        return;
    case Meaning::part:
        if (text.empty()) return;
        if (!volume.of.field.empty())
            throw BadValue(
                fmt::format("a volume is of one thing, and this row says {} as well", volume.of.field));
        volume.of.field = column.field;
        volume.of.value = text;
        return;
    case Meaning::none:
        return;
    }
}

void VolumeReader::take(const Column& column, const CsvField& cell, VolumeRow& row) const {
    constexpr std::array<std::string_view, 3> k_names{"", "period", "volume"};
    const auto text = text::plain(m_is_guarded ? render::unguarded(cell.text) : cell.text);
    const auto name = column.meaning == Meaning::part
                          ? column.field
                          : std::string(k_names.at(static_cast<std::size_t>(column.meaning)));
    try {
        if (text.empty() && (column.meaning == Meaning::period || column.meaning == Meaning::volume))
            throw BadValue("is empty");
        take_text(column, text, row.volume);
    } catch (const BadValue& fault) {
        row.faults.push_back({cell.place, name, fault.what()});
    }
}

std::optional<VolumeRow> VolumeReader::next() {
    auto next = m_table.next();
    if (!next) return std::nullopt;
    VolumeRow row{std::move(next->row), {}, {}};
    if (!next->misfit.empty()) {
        row.faults.push_back({row.row.fault ? row.row.fault->place : row.row.place, "", next->misfit});
        return row;
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        take(m_columns[i], row.row.fields[i], row);
    return row;
}

} // namespace reklamaatio::exchange
