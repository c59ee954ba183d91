// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/own_field_text.hpp"

#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

std::string shown(const complaint::OwnField& field, const std::string& text,
                  const rulebook::Organisation& firm) {
    if (field.facts().type == complaint::OwnType::money) return fmt::format("{} {}", text, firm.currency);
    if (field.facts().type != complaint::OwnType::time) return text;
    const auto at = time::from_iso(text);
    return at ? time::display_absolute(*at, firm.zone) : text;
}

} // namespace

std::vector<std::string> own_field_texts(const complaint::Complaint& complaint,
                                         const rulebook::Policy& policy, complaint::Language language) {
    std::vector<std::string> texts;
    for (const auto& field : policy.own)
        if (const std::string text(own_text(complaint, *field)); !text.empty())
            texts.push_back(
                fmt::format("{} {}", field->label(language), shown(*field, text, policy.organisation)));
    for (const auto* own : {&complaint.own, &complaint.own_personal})
        for (const auto& [name, text] : *own)
            if (complaint::own_field_named(policy.own, name) == nullptr)
                texts.push_back(fmt::format("{} {}", name, text));
    return texts;
}

} // namespace reklamaatio::view
