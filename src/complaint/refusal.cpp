// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/refusal.hpp"

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

} // namespace reklamaatio::complaint
