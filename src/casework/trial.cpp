// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/trial.hpp"

#include "complaint/tags.hpp"
#include "rulebook/triage/rules.hpp"

namespace reklamaatio::casework {

namespace {

using rulebook::Settable;

constexpr std::size_t k_tags = exchange::k_expected.size() - 1;

std::string or_nothing(std::string text) {
    return text.empty() ? std::string(exchange::k_nothing) : text;
}

std::string owner(const complaint::Complaint& complaint, const rulebook::RuleSettings& set) {
    const auto& person = set.person.empty() ? complaint.assignee : set.person;
    if (!person.empty()) return person;
    const auto& team = set.team.empty() ? complaint.team : set.team;
    return team.empty() ? "" : rulebook::called_team(team);
}

// What the complaint is like once the rules are through with it.
std::string got(std::size_t field, const complaint::Complaint& complaint, const rulebook::RuleSettings& set) {
    if (field == k_tags) return or_nothing(complaint::joined_tags(complaint.tags));
    switch (static_cast<Settable>(field)) {
    case Settable::kind:
        return std::string(word(complaint.kind));
    case Settable::priority:
        return std::string(word(complaint.priority));
    case Settable::harm:
        return std::string(word(complaint.harm));
    case Settable::category:
        return or_nothing(complaint.category);
    case Settable::product:
        return or_nothing(complaint.product);
    case Settable::cause:
        return or_nothing(complaint.cause);
    case Settable::assign:
        return or_nothing(owner(complaint, set));
    }
    return {};
}

void judge(Trial& trial, const exchange::Case& tried, const rulebook::RuleSettings& set) {
    complaint::Complaint sorted = tried.draft.complaint;
    complaint::apply_classification(sorted, rulebook::classification_by(set));
    bool fails = false;
    for (std::size_t field = 0; field < tried.expected.size(); ++field) {
        const auto& expected = tried.expected[field];
        if (!expected) continue;
        const std::string became = got(field, sorted, set);
        ++trial.confusions[field][{*expected, became}];
        if (became == *expected) continue;
        fails = true;
        trial.misses.push_back(
            {tried.place.line, exchange::k_expected[field], *expected, became, sorted.subject});
    }
    ++trial.cases;
    if (fails) ++trial.failed;
}

} // namespace

Trial try_rules(const rulebook::Policy& policy, const std::vector<exchange::Case>& cases) {
    Trial trial;
    trial.hits.resize(policy.rules.size());
    for (const auto& tried : cases) {
        const auto& draft = tried.draft;
        const auto ruling = rulebook::classify_by_rules(
            policy, {draft.complaint, draft.customer.name, draft.customer.email, tried.decided});
        judge(trial, tried, ruling.set);
        for (std::size_t rule = 0; rule < ruling.verdicts.size(); ++rule)
            if (ruling.verdicts[rule].matched()) ++trial.hits[rule];
    }
    return trial;
}

} // namespace reklamaatio::casework
