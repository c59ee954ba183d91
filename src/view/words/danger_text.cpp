// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/danger_text.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

struct Said {
    std::string_view field;
    std::string_view is;
    std::string_view would;
};

constexpr std::array k_said{
    Said{"not_reportable", "need not be reported: {}", "would need no report: {}"},
    Said{"reported_to", "is reported to {}", "would be reported to {}"},
};

} // namespace

std::optional<std::string> danger_text(const complaint::Event& event, bool would) {
    for (const auto& said : k_said) {
        const auto* change = complaint::change_of(event.changes, said.field);
        const auto text = change == nullptr ? "" : complaint::text_of(change->after);
        if (!text.empty()) return fmt::format(fmt::runtime(would ? said.would : said.is), text);
    }
    return std::nullopt;
}

} // namespace reklamaatio::view
