// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules_decided.hpp"

#include "rulebook/policy.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

bool was_changed(std::span<const complaint::Event> events, std::string_view field) {
    return std::ranges::any_of(events, [&](const complaint::Event& event) {
        return std::ranges::any_of(
            event.changes, [&](const complaint::FieldChange& change) { return change.field == field; });
    });
}

bool has_value(const complaint::Complaint& complaint, Settable what) {
    if (what.field != nullptr) return !what.field->same(complaint, complaint::Complaint{});
    return !complaint.team.empty() || !complaint.assignee.empty();
}

void clear(complaint::Complaint& complaint, Settable what) {
    const complaint::Complaint blank;
    if (what.field != nullptr) return what.field->set(complaint, what.field->get(blank));
    complaint.team.clear();
    complaint.assignee.clear();
}

template <typename T>
bool contains(const std::vector<T>& values, const T& value) {
    return std::ranges::find(values, value) != values.end();
}

// The others can be empty, and are then nobody's decision.
bool always_has_value(Settable what) {
    return what.field != nullptr
           && !std::holds_alternative<std::monostate>(what.field->get(complaint::Complaint{}));
}

} // namespace

std::vector<Settable> decided_by_now(const complaint::Complaint& complaint,
                                     std::span<const complaint::Event> standing) {
    std::vector<Settable> decided;
    for (const auto field : settables())
        if (has_value(complaint, field) || (always_has_value(field) && was_changed(standing, field.name())))
            decided.push_back(field);
    return decided;
}

complaint::Complaint before_rules(const Policy& policy, const RuleFacts& facts) {
    const complaint::Complaint& complaint = facts.complaint;
    std::vector<Settable> by_hand;
    std::vector<std::string> own_tags;
    // Each round finds something more that was said by hand, and so on in the light of that.
    while (true) {
        complaint::Complaint came = complaint;
        for (const auto field : settables())
            if (!contains(by_hand, field)) clear(came, field);
        came.tags = own_tags;
        const auto ruled =
            classify_by_rules(policy, {came, facts.customer_name, facts.customer_email, by_hand}).set;
        const auto found = by_hand.size() + own_tags.size();
        for (const auto field : settables()) {
            const bool is_ruled = ruled.sets(field) && ruled.is_had_by(complaint, field);
            if (has_value(complaint, field) && !is_ruled && !contains(by_hand, field))
                by_hand.push_back(field);
        }
        for (const auto& tag : complaint.tags)
            if (!contains(ruled.tags, tag) && !contains(own_tags, tag)) own_tags.push_back(tag);
        if (by_hand.size() + own_tags.size() == found) return came;
    }
}

} // namespace reklamaatio::rulebook
