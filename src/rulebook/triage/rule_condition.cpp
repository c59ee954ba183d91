// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rule_condition.hpp"

#include "complaint/mailbox.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::rulebook {

namespace {

using Conditions = RuleConditions;

bool has_tag(const Conditions& when, const ReadFacts& facts) {
    return when.tag.empty() || std::ranges::any_of(when.tag, [&](const std::string& tag) {
               return std::ranges::find(facts.complaint.tags, tag) != facts.complaint.tags.end();
           });
}

bool is_of(const ReadFacts& facts, const CustomerPattern& pattern) {
    if (pattern.name) return facts.customer.contains(*pattern.name);
    return pattern.address.starts_with('@') ? facts.email.ends_with(pattern.address)
                                            : facts.email == pattern.address;
}

bool is_of_customer(const Conditions& when, const ReadFacts& facts) {
    return when.customer.empty()
           || std::ranges::any_of(when.customer, [&](const auto& pattern) { return is_of(facts, pattern); });
}

bool has_text(const Conditions& when, const ReadFacts& facts) {
    return when.text.empty() || std::ranges::any_of(when.text, [&](const Phrase& phrase) {
               return facts.subject.contains(phrase) || facts.text.contains(phrase);
           });
}

bool covers(const CustomerPattern& wide, const CustomerPattern& narrow) {
    if (wide.name && narrow.name) return covers(*wide.name, *narrow.name);
    if (wide.name || narrow.name) return false;
    return wide.address == narrow.address
           || (wide.address.starts_with('@') && narrow.address.ends_with(wide.address));
}

// Each of the narrow ones is covered by one of the wide ones.
template <typename T>
bool each_is_covered(const std::vector<T>& wide, const std::vector<T>& narrow) {
    if (wide.empty()) return true;
    return !narrow.empty() && std::ranges::all_of(narrow, [&](const T& n) {
        return std::ranges::any_of(wide, [&](const T& w) { return covers(w, n); });
    });
}

template <typename T>
std::vector<std::string> texts_of(const std::vector<T>& patterns) {
    std::vector<std::string> texts;
    for (const T& pattern : patterns)
        texts.push_back(pattern.text);
    return texts;
}

constexpr std::array k_conditions{
    RuleCondition{"tag", has_tag,
                  [](const Conditions& w, const Conditions& n) { return is_part_of(w.tag, n.tag); },
                  [](const Conditions& when) { return when.tag; },
                  [](const RuleFacts& facts) {
                      return fmt::format("tag is {}",
                                         facts.as_it_came().tags.empty()
                                             ? "empty"
                                             : fmt::format("{}", fmt::join(facts.as_it_came().tags, ", ")));
                  }},
    RuleCondition{
        "customer", is_of_customer,
        [](const Conditions& w, const Conditions& n) { return each_is_covered(w.customer, n.customer); },
        [](const Conditions& when) { return texts_of(when.customer); },
        [](const RuleFacts& facts) {
            const auto who = facts.customer_email.empty() ? facts.customer_name : facts.customer_email;
            return fmt::format("customer is {}", who.empty() ? "empty" : who);
        }},
    RuleCondition{"text", has_text,
                  [](const Conditions& w, const Conditions& n) { return each_is_covered(w.text, n.text); },
                  [](const Conditions& when) { return texts_of(when.text); },
                  [](const RuleFacts&) { return std::string(); }},
};

} // namespace

ReadFacts::ReadFacts(const RuleFacts& facts)
    : complaint(facts.as_it_came()), subject(complaint.subject), text(complaint.text),
      customer(facts.customer_name), email(complaint::email_key(facts.customer_email)) {}

std::span<const RuleCondition> rule_conditions() {
    return k_conditions;
}

std::optional<std::string_view> first_failure(const RuleConditions& when, const ReadFacts& facts) {
    for (const auto& condition : when.fields)
        if (!condition.holds(facts.complaint)) return condition.field->name;
    for (const auto& condition : k_conditions)
        if (!condition.holds(when, facts)) return condition.name;
    return std::nullopt;
}

bool covers(const RuleConditions& wide, const RuleConditions& narrow) {
    return wide.fields.cover(narrow.fields)
           && std::ranges::all_of(
               k_conditions, [&](const RuleCondition& condition) { return condition.covers(wide, narrow); });
}

} // namespace reklamaatio::rulebook
