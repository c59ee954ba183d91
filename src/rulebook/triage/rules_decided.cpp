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

// What of a complaint somebody said, and not the rules.
struct Said {
    std::vector<Settable> fields;
    std::vector<std::string> tags;
    std::size_t size() const { return fields.size() + tags.size(); }
};

complaint::Complaint came_with(const Said& said, const Policy& policy,
                               const complaint::Complaint& complaint) {
    complaint::Complaint came = complaint;
    for (const auto field : settables(policy.own))
        if (!contains(said.fields, field)) clear(came, field);
    came.tags = said.tags;
    return came;
}

// With what the complaint has besides, and the rules would not have given to one that came so.
Said with_what_rules_leave(Said said, const Policy& policy, const RuleFacts& facts) {
    const complaint::Complaint came = came_with(said, policy, facts.complaint);
    const auto ruled =
        classify_by_rules(policy, {came, facts.customer_name, facts.customer_email, said.fields}).set;
    for (const auto field : settables(policy.own)) {
        const bool is_ruled = ruled.sets(field) && ruled.is_had_by(facts.complaint, field);
        if (has_value(facts.complaint, field) && !is_ruled && !contains(said.fields, field))
            said.fields.push_back(field);
    }
    for (const auto& tag : facts.complaint.tags)
        if (!contains(ruled.tags, tag) && !contains(said.tags, tag)) said.tags.push_back(tag);
    return said;
}

// Without one thing that rules give because of the rest; false when there is none.
template <typename T>
bool drop_one(Said& said, std::vector<T> Said::*list, const Policy& policy, const RuleFacts& facts) {
    for (std::size_t i = 0; i < (said.*list).size(); ++i) {
        Said fewer = said;
        (fewer.*list).erase((fewer.*list).begin() + static_cast<std::ptrdiff_t>(i));
        if (with_what_rules_leave(fewer, policy, facts).size() != fewer.size()) continue;
        said = std::move(fewer);
        return true;
    }
    return false;
}

} // namespace

std::vector<Settable> decided_by_now(const Policy& policy, const complaint::Complaint& complaint,
                                     std::span<const complaint::Event> standing) {
    std::vector<Settable> decided;
    for (const auto field : settables(policy.own))
        if (has_value(complaint, field) || (always_has_value(field) && was_changed(standing, field.name())))
            decided.push_back(field);
    return decided;
}

complaint::Complaint before_rules(const Policy& policy, const RuleFacts& facts) {
    Said said;
    // Each round finds something more that was said by hand, and so on in the light of that.
    while (true) {
        Said more = with_what_rules_leave(said, policy, facts);
        if (more.size() == said.size()) break;
        said = std::move(more);
    }
    // What was found in one round can be why rules gave the rest of it.
    while (drop_one(said, &Said::fields, policy, facts) || drop_one(said, &Said::tags, policy, facts)) {
    }
    return came_with(said, policy, facts.complaint);
}

} // namespace reklamaatio::rulebook
