// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/field_facts.hpp"

#include "store/error.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::FieldType;
using complaint::Part;
using complaint::Value;

template <typename Owner>
FieldFacts facts_in(std::string_view name) {
    const auto* field = complaint::field_named<Owner>(name);
    if (field == nullptr)
        throw StoreError(ErrorKind::damaged, fmt::format("it names an unknown field '{}'", name));
    return {field->name, field->type, field->personal, field->words};
}

// What the log says of a policy: which version, and the hash of its text; of staff: who, and when they are away; and of
// volumes: of what, and how much.
constexpr std::array k_firm_fields{FieldFacts{complaint::k_policy_version, FieldType::integer, false},
                                   FieldFacts{complaint::k_policy_hash, FieldType::text, false},
                                   FieldFacts{complaint::k_person, FieldType::text, false},
                                   FieldFacts{complaint::k_away, FieldType::text, false},
                                   FieldFacts{complaint::k_volume_of, FieldType::text, false},
                                   FieldFacts{complaint::k_volume, FieldType::integer, false}};

template <typename Owner>
Value blank_in(std::string_view name) {
    static const Owner blank;
    return complaint::known_field<Owner>(name).get(blank);
}

} // namespace

FieldFacts facts(const complaint::Event& event, std::string_view name) {
    if (event.complaint) return facts_in<complaint::Complaint>(name);
    if (event.customer) return facts_in<complaint::Customer>(name);
    if (event.action) return facts_in<complaint::Action>(name);
    const auto found = std::ranges::find(k_firm_fields, name, &FieldFacts::name);
    if (found == k_firm_fields.end())
        throw StoreError(ErrorKind::damaged, fmt::format("it names an unknown field '{}'", name));
    return *found;
}

FieldFacts facts(Part part, std::string_view name) {
    switch (part) {
    case Part::step:
        return facts_in<complaint::StepRecord>(name);
    case Part::promise:
        return facts_in<complaint::Promise>(name);
    case Part::offer:
        return facts_in<complaint::Offer>(name);
    case Part::alert:
        return facts_in<complaint::AlertRecord>(name);
    case Part::task:
        return facts_in<complaint::Task>(name);
    case Part::appeal:
        return facts_in<complaint::Appeal>(name);
    case Part::extension:
        return facts_in<complaint::Extension>(name);
    }
    throw StoreError(ErrorKind::bug, "a part of a complaint without a table of fields");
}

Value blank(const complaint::Event& event, std::string_view name) {
    if (event.complaint) return blank_in<complaint::Complaint>(name);
    if (event.customer) return blank_in<complaint::Customer>(name);
    if (event.action) return blank_in<complaint::Action>(name);
    return {};
}

} // namespace reklamaatio::store
