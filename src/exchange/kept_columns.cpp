// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/kept_columns.hpp"

#include "exchange/column_name.hpp"
#include "exchange/field_set.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// Shortened where what comes behind it would be too much.
std::string with_ending(std::string name, std::string_view ending) {
    name.resize(std::min(name.size(), complaint::k_longest_own_name - ending.size()));
    return name.append(ending);
}

// A field that is there, and that none of the columns so far has.
const complaint::OwnField* known_field(const complaint::OwnFields& own, const std::string& column,
                                       const std::vector<std::string>& names) {
    const auto is_it = [&](const auto& field) {
        return is_header_of(column, *field) && std::ranges::find(names, field->name()) == names.end();
    };
    const auto found = std::ranges::find_if(own, is_it);
    return found == own.end() ? nullptr : found->get();
}

} // namespace

std::string own_name_of(std::string_view header) {
    std::string name;
    for (const char c : text::folded(text::plain(header))) {
        const bool is_of_name = text::is_letter(c) || text::is_digit(c);
        if (is_of_name)
            name += text::to_lower(c);
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (name.ends_with('_'))
        name.pop_back();
    name.resize(std::min(name.size(), complaint::k_longest_own_name));
    return complaint::is_own_name(name) ? name : with_ending("own_" + name, "");
}

std::string called(std::string_view header, std::size_t place) {
    const auto label = text::trimmed(header);
    return label.empty() ? fmt::format("column {}", place + 1) : std::string(label);
}

std::string new_own_name(std::string_view column, std::set<std::string>& taken) {
    const auto wanted = own_name_of(column);
    std::string name = wanted;
    for (int number = 2; !taken.insert(name).second; ++number)
        name = with_ending(wanted, fmt::format("_{}", number));
    return name;
}

KeptColumns keep_columns(const RowReader& reader, const Profile& profile, const complaint::OwnFields& own) {
    KeptColumns kept{{}, {}, profile};
    std::set<std::string> taken;
    for (const auto& field : own)
        taken.insert(field->name());
    for (const auto place : reader.unused_places()) {
        const auto& header = reader.header().fields[place].text;
        const auto column = called(header, place);
        if (const auto* known = known_field(own, column, kept.names)) {
            kept.names.push_back(known->name());
        } else {
            kept.names.push_back(new_own_name(column, taken));
            kept.fields.push_back({.name = kept.names.back(), .label = std::string(text::trimmed(header))});
        }
        kept.profile.columns[kept.names.back()] = {{column_number(place + 1)}};
    }
    return kept;
}

} // namespace reklamaatio::exchange
