// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page/complaint_page.hpp"

#include "view/page/page_view.hpp"

#include <array>

namespace reklamaatio::view {

namespace {

using Section = void (*)(const PageView&, render::Page&);

// With an empty line between the groups. What was said and what is to be done stand last: there a person
// looks when the page has rolled by.
using Group = std::array<Section, 5>;
const std::array k_groups{
    Group{show_head},         Group{show_customer, show_facts},
    Group{show_clocks},       Group{show_steps, show_offers, show_promises, show_tasks, show_appeals},
    Group{show_end},          Group{show_history},
    Group{show_conversation}, Group{show_next},
};

} // namespace

std::string complaint_page(const casework::Dossier& dossier, const rulebook::Policy& policy,
                           time::Instant now, const render::Style& style, complaint::Language language) {
    const PageView view{dossier, policy, now, style, language};
    render::Page page(style);
    for (const auto& group : k_groups) {
        page.blank();
        for (const auto section : group)
            if (section != nullptr) section(view, page);
    }
    return page.text();
}

} // namespace reklamaatio::view
