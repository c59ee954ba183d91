// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/templates.hpp"

#include "complaint/word.hpp"
#include "policy/legal_templates.hpp"
#include "text/names.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::policy {

namespace {

// The texts as they are embedded: calendars, then templates.
enum class Text { england, finland, ireland, poland, weekdays };

struct Template {
    std::string_view name;
    Text calendar;
};

constexpr std::array<Template, 8> k_templates{{
    {"pl-shop", Text::poland},
    {"pl-finance", Text::poland},
    {"fi-shop", Text::finland},
    {"uk-finance", Text::england},
    {"uk-housing", Text::england},
    {"ie-finance", Text::ireland},
    {"eu-data", Text::weekdays},
    {"b2b", Text::weekdays},
}};
constexpr std::size_t k_calendars = 5;
static_assert(std::size(k_legal_templates) == k_calendars + k_templates.size());

constexpr std::string_view k_head = "# Statutory terms. Check before use; this is no legal advice: laws "
                                    "change, and which of them are yours the program\n"
                                    "# cannot know. Each source ends with the month in which it was looked "
                                    "up; policy check tells when that was long ago.\n";

std::size_t place_of(const std::string& name) {
    const auto found = std::ranges::find(k_templates, name, &Template::name);
    if (found == k_templates.end()) complaint::refuse_word(name, "a template", template_names());
    return static_cast<std::size_t>(found - k_templates.begin());
}

} // namespace

std::vector<std::string_view> template_names() {
    return text::names_of(k_templates, &Template::name);
}

std::string templates_toml(std::span<const std::string> names) {
    std::string calendars;
    std::string terms;
    std::vector<std::size_t> told;
    const auto add = [&](std::string& to, std::size_t text) {
        if (std::ranges::find(told, text) != told.end()) return;
        told.push_back(text);
        to += '\n';
        to += k_legal_templates[text];
    };
    for (const auto& name : names) {
        const auto place = place_of(name);
        add(calendars, static_cast<std::size_t>(k_templates[place].calendar));
        add(terms, k_calendars + place);
    }
    return std::string(k_head) + calendars + terms;
}

} // namespace reklamaatio::policy
