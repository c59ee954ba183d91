// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/own_fields.hpp"

#include "complaint/error.hpp"
#include "policy/sections.hpp"
#include "toml/quoted.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;
using complaint::OwnDeclaration;
using complaint::OwnType;

void read_values(toml::Reader& reader, OwnDeclaration& field) {
    reader.with_each("values", [&](const std::string& text) {
        if (text.empty()) throw BadValue("'' is not a value; remove it");
        if (std::ranges::find(field.values, text) != field.values.end())
            throw BadValue(fmt::format("'{}' is listed twice; remove one", text));
        field.values.push_back(text);
    });
    if (!field.values.empty() && field.type != OwnType::text)
        reader.blame_value("values", fmt::format("values are for fields of texts, not of type {}",
                                                 complaint::word(field.type)));
}

OwnDeclaration read_own_field(toml::Reader& reader, const std::string& name, const std::string& written) {
    OwnDeclaration field;
    field.name = name;
    if (written != name) field.written = written;
    reader.with(reader.string("type"),
                [&](const std::string& text) { field.type = complaint::parse_word<OwnType>(text); });
    reader.with(reader.string("label"), [&](const std::string& text) { field.label = text; });
    reader.with(reader.string("label_fi"), [&](const std::string& text) { field.label_fi = text; });
    reader.with(reader.string("label_pl"), [&](const std::string& text) { field.label_pl = text; });
    read_values(reader, field);
    field.personal = reader.truth("personal").value_or(false);
    field.same_case = reader.truth("same_case").value_or(false);
    field.keep = reader.truth("keep").value_or(true);
    return field;
}

} // namespace

void read_own_fields(toml::Reader& file, rulebook::Policy& policy, bool was_in_force) {
    for (const auto& [key, table] : file.named_tables("field")) {
        const std::string written(key);
        const auto name = was_in_force ? complaint::settled_own_name(written) : written;
        try {
            complaint::check_own_name(name);
        } catch (const BadValue& fault) {
            file.faults().add(table.place(), fault.what());
        }
        toml::Reader reader(table, fmt::format("[field.{}]", written), file.faults());
        policy.own.push_back(
            std::make_shared<const complaint::OwnField>(read_own_field(reader, name, written)));
        reader.finish();
    }
}

std::string own_field_toml(const OwnDeclaration& field) {
    std::string toml =
        fmt::format("[field.{}]\ntype = {}\n", field.name, toml::quoted(complaint::word(field.type)));
    const auto add_text = [&](std::string_view key, const std::string& text) {
        if (!text.empty()) toml += fmt::format("{} = {}\n", key, toml::quoted(text));
    };
    add_text("label", field.label);
    add_text("label_fi", field.label_fi);
    add_text("label_pl", field.label_pl);
    std::vector<std::string> values;
    for (const auto& value : field.values)
        values.push_back(toml::quoted(value));
    if (!values.empty()) toml += fmt::format("values = [{}]\n", fmt::join(values, ", "));
    if (field.personal) toml += "personal = true\n";
    if (field.same_case) toml += "same_case = true\n";
    if (!field.keep) toml += "keep = false\n";
    return toml;
}

std::string own_value(const complaint::OwnField& field, const std::string& text) {
    if (text.empty()) throw BadValue("'' is not a value; write one, or remove it");
    return complaint::is_of_time(field.facts().type) ? complaint::read_own_time(field, text)
                                                     : complaint::read_own(field, text);
}

} // namespace reklamaatio::policy
