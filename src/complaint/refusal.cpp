// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/refusal.hpp"

#include "complaint/fact_names.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::complaint {

namespace {

std::vector<Fact> named(Reason reason, std::vector<std::vector<std::string>> texts) {
    std::vector<Fact> facts;
    std::string_view names = row_of(reason).facts;
    for (auto& each : texts)
        facts.push_back({take_name(names), std::move(each)});
    return facts;
}

std::string in_short(Reason reason, const std::vector<Fact>& facts) {
    std::vector<std::string> told;
    for (const auto& [name, texts] : facts)
        if (!texts.empty()) told.push_back(fmt::format("{} {}", name, fmt::join(texts, ", ")));
    return fmt::format("{}{}{}", row_of(reason).word, told.empty() ? "" : ": ", fmt::join(told, "; "));
}

} // namespace

Refusal::Refusal(Reason reason, std::vector<std::vector<std::string>> texts)
    : Refusal(named(reason, std::move(texts)), reason) {}

Refusal::Refusal(std::vector<Fact> facts, Reason reason)
    : std::runtime_error(in_short(reason, facts)), m_reason(reason), m_facts(std::move(facts)) {}

const Fact& Refusal::fact(std::string_view name) const {
    return *std::ranges::find(m_facts, name, &Fact::name);
}

Refusal Refusal::without(std::string_view name) const {
    auto facts = m_facts;
    std::ranges::find(facts, name, &Fact::name)->texts.clear();
    return {std::move(facts), m_reason};
}

namespace {

// "C-3" of "C-3 (Ann, ann@example.com)"; empty where it does not begin with an id.
std::string leading_id(std::string_view text) {
    const auto word = text.substr(0, text.find(' '));
    const bool has_prefix =
        word.size() > 2 && word[1] == '-' && std::string_view("RCA").find(word[0]) != std::string_view::npos;
    const bool is_id = has_prefix && word.find_first_not_of("0123456789", 2) == std::string_view::npos;
    return is_id ? std::string(word) : std::string();
}

} // namespace

std::vector<std::string> ids_in(const Refusal& refusal) {
    std::vector<std::string> ids;
    for (const auto& fact : refusal.facts()) {
        if (!may_name_id(fact.name)) continue;
        for (const auto& text : fact.texts)
            if (auto id = leading_id(text); !id.empty() && std::ranges::find(ids, id) == ids.end())
                ids.push_back(std::move(id));
    }
    return ids;
}

} // namespace reklamaatio::complaint
