// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/appeal_text.hpp"

#include "complaint/appeal.hpp"
#include "rulebook/people.hpp"
#include "text/append.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

bool decides(const complaint::PartChange& part) {
    return complaint::change_of(part.changes, "decided_at") != nullptr;
}

} // namespace

std::string appeal_advice(const complaint::Complaint& before, const complaint::Complaint& after,
                          const complaint::Event& event) {
    if (after.stage != before.stage) {
        const auto owner = rulebook::owner_of(after.team, after.assignee);
        const bool is_given = after.assignee != before.assignee && !owner.empty();
        return fmt::format("; it is open again, at stage {}{}", after.stage,
                           is_given ? ", with " + owner : "");
    }
    if (is_unresolved(after.status) && std::ranges::any_of(event.parts, decides))
        return fmt::format("; see to it, and end it: reklamaatio resolve {} OUTCOME", to_string(after.id));
    return "";
}

std::string appeals_on_text(std::span<const complaint::Appeal> appeals) {
    std::string text;
    for (const auto& appeal : appeals)
        if (is_on(appeal))
            text::append(text, fmt::format("{} still has it (appeal A{})", appeal.body, appeal.number), ", ");
    return text;
}

} // namespace reklamaatio::view
