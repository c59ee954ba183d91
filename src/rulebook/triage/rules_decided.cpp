// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules_decided.hpp"

#include "rulebook/policy.hpp"
#include "rulebook/triage/settable.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

bool was_changed(std::span<const complaint::Event> events, std::string_view field) {
    return std::ranges::any_of(events, [&](const complaint::Event& event) {
        return std::ranges::any_of(
            event.changes, [&](const complaint::FieldChange& change) { return change.field == field; });
    });
}

bool has_value(const complaint::Complaint& complaint, Settable field) {
    constexpr auto k_is = [](const std::string& text) { return !text.empty(); };
    switch (field) {
    case Settable::kind:
        return complaint.kind != complaint::Complaint{}.kind;
    case Settable::priority:
        return complaint.priority != complaint::Complaint{}.priority;
    case Settable::harm:
        return complaint.harm != complaint::Complaint{}.harm;
    case Settable::category:
        return k_is(complaint.category);
    case Settable::product:
        return k_is(complaint.product);
    case Settable::cause:
        return k_is(complaint.cause);
    case Settable::assign:
        return k_is(complaint.team) || k_is(complaint.assignee);
    }
    return true;
}

template <typename T>
bool contains(const std::vector<T>& values, const T& value) {
    return std::ranges::find(values, value) != values.end();
}

// The others can be empty, and are then nobody's decision.
bool always_has_value(Settable field) {
    return field == Settable::kind || field == Settable::priority || field == Settable::harm;
}

} // namespace

std::vector<Settable> decided_by_now(const complaint::Complaint& complaint,
                                     std::span<const complaint::Event> standing) {
    std::vector<Settable> decided;
    for (const auto field : complaint::values<Settable>())
        if (has_value(complaint, field)
            || (always_has_value(field) && was_changed(standing, complaint::word(field))))
            decided.push_back(field);
    return decided;
}

complaint::Complaint before_rules(const Policy& policy, const RuleFacts& facts) {
    const complaint::Complaint& complaint = facts.complaint;
    const complaint::Complaint blank;
    std::vector<Settable> by_hand;
    std::vector<std::string> own_tags;
    // Each round finds something more that was said by hand, and so on in the light of that.
    while (true) {
        complaint::Complaint came = complaint;
        for (const auto field : complaint::values<Settable>())
            if (!contains(by_hand, field)) take_field(came, blank, field, &complaint::Complaint::assignee);
        came.tags = own_tags;
        const auto ruled =
            classify_by_rules(policy, {came, facts.customer_name, facts.customer_email, by_hand}).set;
        const auto found = by_hand.size() + own_tags.size();
        for (const auto field : complaint::values<Settable>()) {
            const bool is_ruled = ruled.sets(field) && ruled.is_had_by(complaint, field);
            if (has_value(complaint, field) && !is_ruled && !contains(by_hand, field))
                by_hand.push_back(field);
        }
        for (const auto& tag : complaint.tags)
            if (!contains(ruled.tags, tag) && !contains(own_tags, tag)) own_tags.push_back(tag);
        if (by_hand.size() + own_tags.size() == found) return came;
    }
}

complaint::Classification classification_by(const RuleSettings& set) {
    return {set.kind, set.priority, set.harm, set.category, set.product, set.cause, set.tags, {}};
}

} // namespace reklamaatio::rulebook
