// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/own_fields.hpp"

#include "policy/own_fields.hpp"
#include "store/own_values.hpp"

#include <algorithm>
#include <utility>

namespace reklamaatio::casework {

namespace {

// Tables of TOML stand for themselves, wherever they are.
void add(policy::JudgedPolicy& judged, const std::vector<complaint::OwnDeclaration>& fields) {
    if (!judged.toml.ends_with('\n')) judged.toml += '\n';
    for (const auto& field : fields)
        judged.toml += '\n' + policy::own_field_toml(field);
    judged.policy = policy::read(judged.toml, "the policy");
}

} // namespace

complaint::OwnFields shown_fields(Desk& desk) {
    const auto& own = desk.policy().own;
    complaint::OwnFields shown;
    for (const auto& field : own)
        if (field->facts().keep) shown.push_back(field);
    for (const auto& name : store::own_fields_in_use(desk.database())) {
        if (complaint::own_field_named(shown, name) != nullptr) continue;
        const auto retired = std::ranges::find(own, name, [](const auto& field) { return field->name(); });
        shown.push_back(retired != own.end() ? *retired
                                             : std::make_shared<const complaint::OwnField>(
                                                 complaint::OwnDeclaration{.name = name, .keep = false}));
    }
    return shown;
}

Retiring with_retired(Desk& desk, policy::JudgedPolicy judged) {
    Retiring made{std::move(judged), {}};
    std::vector<complaint::OwnDeclaration> lacking;
    for (const auto& name : store::own_fields_in_use(desk.database())) {
        if (complaint::own_field_named(made.judged.policy.own, name) != nullptr) continue;
        const auto* known = complaint::own_field_named(desk.policy().own, name);
        lacking.push_back(known != nullptr ? known->facts() : complaint::OwnDeclaration{.name = name});
        lacking.back().keep = false;
        made.retired.push_back(name);
    }
    if (!lacking.empty()) add(made.judged, lacking);
    return made;
}

exchange::KeptColumns keep_columns(Desk& desk, const exchange::RowReader& reader,
                                   const exchange::Profile& profile) {
    auto kept = exchange::keep_columns(reader, profile, desk.policy().own);
    if (kept.fields.empty()) return kept;
    policy::JudgedPolicy judged{desk.policy(), desk.store().policies().current_text().toml, {}};
    add(judged, kept.fields);
    desk.ledger().apply_policy(judged.toml, judged.policy);
    return kept;
}

} // namespace reklamaatio::casework
