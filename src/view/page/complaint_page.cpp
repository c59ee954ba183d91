// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page/complaint_page.hpp"

#include "view/page/page_view.hpp"

#include <array>

namespace reklamaatio::view {

namespace {

using Section = void (*)(const PageView&, render::Page&);

// With an empty line between the groups. What was said and what is to be done stand last: there a person
// looks when the page has rolled by.
const std::array k_groups{
    std::array<Section, 3>{show_head, nullptr, nullptr},
    std::array<Section, 3>{show_customer, show_facts, nullptr},
    std::array<Section, 3>{show_clocks, nullptr, nullptr},
    std::array<Section, 3>{show_steps, show_offers, show_promises},
    std::array<Section, 3>{show_end, nullptr, nullptr},
    std::array<Section, 3>{show_history, nullptr, nullptr},
    std::array<Section, 3>{show_conversation, nullptr, nullptr},
    std::array<Section, 3>{show_next, nullptr, nullptr},
};

} // namespace

std::string complaint_page(const casework::Dossier& dossier, const rulebook::Policy& policy,
                           time::Instant now, const render::Style& style) {
    const PageView view{dossier, policy, now, style};
    render::Page page(style);
    for (const auto& group : k_groups) {
        page.blank();
        for (const auto section : group)
            if (section != nullptr) section(view, page);
    }
    return page.text();
}

} // namespace reklamaatio::view
