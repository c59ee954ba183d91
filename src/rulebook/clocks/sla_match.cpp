// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/sla_match.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::rulebook {

namespace {

std::vector<ConditionCheck> checks_of(const FieldConditions& when, const complaint::Complaint& complaint) {
    std::vector<ConditionCheck> checks;
    for (const auto& condition : when)
        checks.push_back({condition.field->name, condition.words, condition.had_by(complaint)});
    return checks;
}

} // namespace

bool ConditionCheck::holds() const {
    return std::ranges::find(asked, value) != asked.end();
}

bool SlaMatch::holds() const {
    return std::ranges::all_of(checks, [](const ConditionCheck& c) { return c.holds(); });
}

std::vector<SlaMatch> match_slas(const Policy& policy, const complaint::Complaint& complaint) {
    std::vector<SlaMatch> matches;
    for (const Sla& sla : policy.slas) {
        matches.push_back({&sla, matches.size() + 1, checks_of(sla.when, complaint)});
        if (matches.back().holds()) break;
    }
    return matches;
}

SlaMatch match_of(const LegalTerm& term, const complaint::Complaint& complaint) {
    return {nullptr, 0, checks_of(term.when, complaint)};
}

std::string to_text(const ConditionCheck& check) {
    const std::string_view value = check.value.empty() ? "empty" : std::string_view(check.value);
    if (check.holds()) return fmt::format("{} is {}", check.field, value);
    return fmt::format("{} is {}, not {}", check.field, value, fmt::join(check.asked, " or "));
}

std::string to_text(const SlaMatch& match) {
    if (match.checks.empty()) return "applies: it has no conditions";
    const bool holds = match.holds();
    std::vector<std::string> parts;
    for (const auto& check : match.checks)
        if (check.holds() == holds) parts.push_back(to_text(check));
    return fmt::format("{}: {}", holds ? "applies" : "does not apply", fmt::join(parts, holds ? ", " : "; "));
}

} // namespace reklamaatio::rulebook
