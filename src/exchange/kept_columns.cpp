// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/kept_columns.hpp"

#include "exchange/column_name.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// Shortened where what comes behind it would be too much.
std::string with_ending(std::string name, std::string_view ending) {
    name.resize(std::min(name.size(), complaint::k_longest_own_name - ending.size()));
    return name.append(ending);
}

class Keeper {
  public:
    Keeper(const complaint::OwnFields& own, KeptColumns& kept) : m_own(own), m_kept(kept) {}

    void keep(const std::string& header, std::size_t place) {
        const std::string label(text::trimmed(header));
        const auto called = label.empty() ? fmt::format("column {}", place + 1) : label;
        const auto name = known_name(called).value_or(std::string());
        m_kept.names.push_back(name.empty() ? declare(called, label) : name);
        m_names.insert(m_kept.names.back());
        m_kept.profile.columns[m_kept.names.back()] = {{column_number(place + 1)}};
    }

  private:
    // Of a field that is there, and that no other column of this file has.
    std::optional<std::string> known_name(const std::string& called) const {
        for (const auto& field : m_own)
            if ((is_called(called, field->name()) || is_called(called, field->label()))
                && !m_names.contains(field->name()))
                return field->name();
        return std::nullopt;
    }

    std::string declare(const std::string& called, const std::string& label) {
        auto name = new_own_name(called, [this](const std::string& made) { return is_taken(made); });
        m_kept.fields.push_back({.name = name, .label = label});
        return name;
    }

    bool is_taken(const std::string& name) const {
        return m_names.contains(name) || complaint::own_field_named(m_own, name) != nullptr;
    }

    const complaint::OwnFields& m_own;
    KeptColumns& m_kept;
    std::set<std::string> m_names; // of columns of this file
};

} // namespace

std::string own_name_of(std::string_view header) {
    std::string name;
    for (const char c : text::folded(header)) {
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

std::string new_own_name(std::string_view header, const std::function<bool(const std::string&)>& is_taken) {
    const auto wanted = own_name_of(header);
    std::string name = wanted;
    for (int number = 2; is_taken(name); ++number)
        name = with_ending(wanted, fmt::format("_{}", number));
    return name;
}

KeptColumns keep_columns(const RowReader& reader, const Profile& profile, const complaint::OwnFields& own) {
    KeptColumns kept{{}, {}, profile};
    Keeper keeper(own, kept);
    for (const auto place : reader.unused_places())
        keeper.keep(reader.header().fields[place].text, place);
    return kept;
}

} // namespace reklamaatio::exchange
