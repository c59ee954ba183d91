// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/condition.hpp"

namespace reklamaatio::rulebook {

using Field = complaint::Field<complaint::Complaint>;

std::string FieldCondition::had_by(const complaint::Complaint& complaint) const {
    auto text = complaint::text_of(field->get(complaint));
    return text.empty() ? otherwise : text;
}

void FieldConditions::ask(const Field& field, std::vector<std::string> words, std::string otherwise) {
    if (words.empty()) return;
    const auto known = std::ranges::find(m_conditions, &field, &FieldCondition::field);
    if (known == m_conditions.end())
        m_conditions.push_back({&field, std::move(words), std::move(otherwise)});
    else
        *known = {&field, std::move(words), std::move(otherwise)};
}

void FieldConditions::ask(std::string_view field, std::vector<std::string> words) {
    ask(complaint::known_field<complaint::Complaint>(field), std::move(words));
}

const std::vector<std::string>& FieldConditions::asked_of(const Field& field) const {
    static const std::vector<std::string> k_none;
    const auto known = std::ranges::find(m_conditions, &field, &FieldCondition::field);
    return known == m_conditions.end() ? k_none : known->words;
}

const std::vector<std::string>& FieldConditions::asked_of(std::string_view field) const {
    return asked_of(complaint::known_field<complaint::Complaint>(field));
}

bool FieldConditions::hold(const complaint::Complaint& complaint) const {
    return std::ranges::all_of(m_conditions, [&](const FieldCondition& c) { return c.holds(complaint); });
}

bool FieldConditions::agree_with(const FieldConditions& others) const {
    return std::ranges::all_of(m_conditions, [&](const FieldCondition& c) {
        const auto& theirs = others.asked_of(*c.field);
        return theirs.empty()
               || std::ranges::any_of(theirs, [&](const std::string& word) { return admits(c.words, word); });
    });
}

bool FieldConditions::cover(const FieldConditions& narrow) const {
    return std::ranges::all_of(m_conditions, [&](const FieldCondition& c) {
        return is_part_of(c.words, narrow.asked_of(*c.field));
    });
}

} // namespace reklamaatio::rulebook
