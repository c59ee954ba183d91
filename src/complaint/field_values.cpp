// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/field_values.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

void FieldValues::set(const Field<Complaint>& field, Value value) {
    if (const auto* text = std::get_if<std::string>(&value); text != nullptr && text->empty()) value = {};
    const auto known = std::ranges::find(m_values, &field, &FieldValue::field);
    if (known == m_values.end())
        m_values.push_back({&field, std::move(value)});
    else
        known->value = std::move(value);
}

void FieldValues::set(std::string_view field, Value value) {
    set(known_field<Complaint>(field), std::move(value));
}

void FieldValues::set(const FieldValues& others) {
    for (const auto& [field, value] : others)
        set(*field, value);
}

const Value* FieldValues::find(const Field<Complaint>& field) const {
    const auto known = std::ranges::find(m_values, &field, &FieldValue::field);
    return known == m_values.end() ? nullptr : &known->value;
}

const Value* FieldValues::find(std::string_view field) const {
    const auto known =
        std::ranges::find_if(m_values, [&](const FieldValue& value) { return value.field->name == field; });
    return known == m_values.end() ? nullptr : &known->value;
}

bool FieldValues::gives(std::string_view field) const {
    const auto* value = find(field);
    return value != nullptr && !std::holds_alternative<std::monostate>(*value);
}

void FieldValues::apply_to(Complaint& complaint) const {
    for (const auto& [field, value] : m_values)
        field->set(complaint, value);
}

} // namespace reklamaatio::complaint
