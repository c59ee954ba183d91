// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_set.hpp"

#include <algorithm>
#include <utility>

namespace reklamaatio::exchange {

bool is_header_of(std::string_view header, const complaint::OwnField& field) {
    const auto& facts = field.facts();
    return is_called(header, facts.name) || is_called(header, field.label())
           || (!facts.label_fi.empty() && is_called(header, facts.label_fi))
           || (!facts.label_pl.empty() && is_called(header, facts.label_pl));
}

FieldSet::FieldSet(complaint::OwnFields own) : m_declared(std::move(own)) {
    for (const auto& field : fields())
        m_all.push_back(&field);
    for (const auto& field : m_declared)
        m_all.push_back(&m_own.emplace_back(field->field(), Field::Synonyms()));
}

const Field* FieldSet::named(std::string_view name) const {
    const auto found = std::ranges::find(m_all, name, &Field::name);
    return found == m_all.end() ? nullptr : *found;
}

const Field* FieldSet::of_header(std::string_view header) const {
    if (const auto* ours = field_of_header(header)) return ours;
    const auto found =
        std::ranges::find_if(m_own, [&](const Field& field) { return is_header_of(header, *field.own()); });
    return found == m_own.end() ? nullptr : &*found;
}

} // namespace reklamaatio::exchange
