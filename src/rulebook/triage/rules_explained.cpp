// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules_explained.hpp"

#include "rulebook/policy.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::rulebook {

namespace {

template <typename E>
std::vector<std::string> words_of(const std::vector<E>& values) {
    std::vector<std::string> words;
    for (const E value : values)
        words.emplace_back(complaint::word(value));
    return words;
}

template <typename T>
std::vector<std::string> texts_of(const std::vector<T>& patterns) {
    std::vector<std::string> texts;
    for (const T& pattern : patterns)
        texts.push_back(pattern.text);
    return texts;
}

std::vector<std::string> asked_by(const RuleConditions& when, Question question) {
    switch (question) {
    case Question::kind:
        return words_of(when.kind);
    case Question::priority:
        return words_of(when.priority);
    case Question::harm:
        return words_of(when.harm);
    case Question::category:
        return when.category;
    case Question::product:
        return when.product;
    case Question::channel:
        return when.channel;
    case Question::source:
        return when.source;
    case Question::team:
        return when.team;
    case Question::tag:
        return when.tag;
    case Question::customer:
        return texts_of(when.customer);
    case Question::text:
        return texts_of(when.text);
    }
    return {};
}

std::string had_by(const RuleFacts& facts, Question question) {
    const complaint::Complaint& c = facts.as_it_came();
    switch (question) {
    case Question::kind:
        return std::string(complaint::word(c.kind));
    case Question::priority:
        return std::string(complaint::word(c.priority));
    case Question::harm:
        return std::string(complaint::word(c.harm));
    case Question::category:
        return c.category;
    case Question::product:
        return c.product;
    case Question::channel:
        return c.channel;
    case Question::source:
        return c.source;
    case Question::team:
        return c.team;
    case Question::tag:
        return fmt::format("{}", fmt::join(c.tags, ", "));
    case Question::customer:
        return std::string(facts.customer_email.empty() ? facts.customer_name : facts.customer_email);
    case Question::text:
        break;
    }
    return {};
}

std::string why_not(const RuleFacts& facts, const Rule& rule, Question question) {
    const auto asked = asked_by(rule.when, question);
    if (question == Question::text) return fmt::format("the text has no {}", fmt::join(asked, ", "));
    const auto had = had_by(facts, question);
    return fmt::format("{} is {}, not {}", complaint::word(question), had.empty() ? "empty" : had,
                       fmt::join(asked, " or "));
}

std::string value_of(const RuleSettings& set, Settable field) {
    switch (field) {
    case Settable::kind:
        return std::string(complaint::word(*set.kind));
    case Settable::priority:
        return std::string(complaint::word(*set.priority));
    case Settable::harm:
        return std::string(complaint::word(*set.harm));
    case Settable::category:
        return *set.category;
    case Settable::product:
        return *set.product;
    case Settable::cause:
        return *set.cause;
    case Settable::assign:
        return set.person.empty() ? called_team(set.team) : set.person;
    }
    return {};
}

std::string_view name_of(Settable field) {
    return field == Settable::assign ? "who handles it" : complaint::word(field);
}

std::string what_it_did(const Policy& policy, const Rule& rule, const Ruling& ruling,
                        const RuleVerdict& verdict) {
    std::vector<std::string> parts;
    for (const Settable field : verdict.set)
        parts.push_back(field == Settable::assign ? fmt::format("assigns it to {}", value_of(rule.set, field))
                                                  : fmt::format("sets {} to {}", complaint::word(field),
                                                                value_of(rule.set, field)));
    if (!rule.set.tags.empty()) parts.push_back(fmt::format("adds tags {}", fmt::join(rule.set.tags, ", ")));
    for (const Settable field : verdict.stands)
        parts.push_back(
            field == Settable::assign
                ? fmt::format("{} has it already", value_of(rule.set, field))
                : fmt::format("{} is {} already", complaint::word(field), value_of(rule.set, field)));
    for (const Settable field : verdict.too_late) {
        const auto by = ruling.by[static_cast<std::size_t>(field)];
        parts.push_back(by ? fmt::format("{} was set by {}", name_of(field), policy.rules[*by].name)
                           : fmt::format("{} was decided otherwise", name_of(field)));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

} // namespace

std::vector<std::string> explained(const Policy& policy, const RuleFacts& facts, const Ruling& ruling) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < ruling.verdicts.size(); ++i) {
        const auto& rule = policy.rules[i];
        const auto& verdict = ruling.verdicts[i];
        lines.push_back(
            verdict.matched()
                ? fmt::format("{}: matched; {}", rule.name, what_it_did(policy, rule, ruling, verdict))
                : fmt::format("{}: did not match: {}", rule.name, why_not(facts, rule, *verdict.failed)));
    }
    return lines;
}

} // namespace reklamaatio::rulebook
