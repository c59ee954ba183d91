// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/country.hpp"
#include "complaint/error.hpp"
#include "policy/sections.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;

// As it is written: no table of languages is kept.
void check_language(std::string_view key) {
    const auto is_small = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    if (key.size() != 2 || !std::ranges::all_of(key, is_small))
        throw BadValue(fmt::format("'{}' is not a language; write two small letters, such as fi", key));
}

std::vector<toml::Entry> in_order(toml::Node table) {
    auto entries = table.entries();
    std::ranges::sort(entries, {}, &toml::Entry::key_place);
    return entries;
}

void read_texts(toml::Reader& file, std::string_view country, toml::Node table, rulebook::Recourse& into) {
    toml::Reader reader(table, fmt::format("[recourse.{}]", country), file.faults());
    if (!complaint::find_country(country))
        file.faults().add(table.place(),
                          fmt::format("'{}' is not a country; write two capital letters, such as FI or PL{}",
                                      country, complaint::country_suggestion(country)));
    for (const auto& entry : in_order(table)) {
        const std::string_view key = entry.key;
        reader.with(reader.string(key), [&](const std::string& text) {
            check_language(key);
            if (text.find_first_not_of(" \t\n") == std::string::npos)
                throw BadValue(fmt::format("{} is empty", reader.called(key)));
            into.texts.push_back({std::string(country), std::string(key), text});
        });
    }
    reader.finish();
}

} // namespace

void read_recourse(toml::Reader& file, rulebook::Policy& policy) {
    const toml::Node table = file.subtable("recourse", "[recourse]");
    if (!table) return;
    toml::Reader reader(table, "[recourse]", file.faults());
    reader.with(reader.string("without"), [&](const std::string& text) {
        policy.recourse.without = complaint::parse_word<rulebook::WithoutRecourse>(text);
    });
    for (const auto& entry : in_order(table)) {
        const std::string_view country = entry.key;
        if (country == "without") continue;
        if (const toml::Node node = reader.subtable(country, fmt::format("[recourse.{}]", country)))
            read_texts(file, country, node, policy.recourse);
    }
    if (policy.recourse.texts.empty() && file.faults().empty())
        file.faults().add(table.place(), "[recourse] has no sentence; add one, such as FI.fi = \"...\"");
    reader.finish();
}

} // namespace reklamaatio::policy
