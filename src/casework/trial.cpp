// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/trial.hpp"

#include "complaint/tags.hpp"
#include "rulebook/triage/rules.hpp"

namespace reklamaatio::casework {

namespace {

std::string or_nothing(std::string text) {
    return text.empty() ? std::string(exchange::k_nothing) : text;
}

std::string owner(const complaint::Complaint& complaint, const rulebook::RuleSettings& set) {
    return rulebook::owner_of(set.team.empty() ? complaint.team : set.team,
                              set.person.empty() ? complaint.assignee : set.person);
}

// What the complaint is like once the rules are through with it. `what`: its place in what_rules_set().
std::string got(const complaint::OwnFields& own, std::size_t what, const complaint::Complaint& complaint,
                const rulebook::RuleSettings& set) {
    const auto settables = rulebook::settables(own);
    if (what == settables.size()) return or_nothing(complaint::joined_tags(complaint.tags));
    const auto* field = settables[what].field;
    return or_nothing(field == nullptr ? owner(complaint, set) : complaint::text_of(field->get(complaint)));
}

void judge(Trial& trial, const complaint::OwnFields& own, const exchange::Case& tried,
           const rulebook::RuleSettings& set) {
    complaint::Complaint sorted = tried.draft.complaint;
    complaint::apply_classification(sorted, rulebook::classification_by(set));
    bool fails = false;
    for (std::size_t field = 0; field < tried.expected.size(); ++field) {
        const auto& expected = tried.expected[field];
        if (!expected) continue;
        const std::string became = got(own, field, sorted, set);
        ++trial.confusions[field][{*expected, became}];
        if (became == *expected) continue;
        fails = true;
        trial.misses.push_back(
            {tried.place.line, exchange::what_rules_set(own)[field], *expected, became, sorted.subject});
    }
    ++trial.cases;
    if (fails) ++trial.failed;
}

} // namespace

Trial try_rules(const rulebook::Policy& policy, const std::vector<exchange::Case>& cases) {
    Trial trial;
    trial.hits.resize(policy.rules.size());
    trial.confusions.resize(exchange::what_rules_set(policy.own).size());
    for (const auto& tried : cases) {
        const auto& draft = tried.draft;
        const auto ruling = rulebook::classify_by_rules(
            policy, {draft.complaint, draft.customer.name, draft.customer.email, tried.decided});
        judge(trial, policy.own, tried, ruling.set);
        for (std::size_t rule = 0; rule < ruling.verdicts.size(); ++rule)
            if (ruling.verdicts[rule].matched()) ++trial.hits[rule];
    }
    return trial;
}

} // namespace reklamaatio::casework
