// SPDX-License-Identifier: GPL-3.0-or-later
// What is left for the rules to decide, and what they decided.
#include "complaint/rules.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

namespace {

bool was_changed(std::span<const Event> events, std::string_view field) {
    return std::ranges::any_of(events, [&](const Event& event) {
        return std::ranges::any_of(event.changes,
                                   [&](const FieldChange& change) { return change.field == field; });
    });
}

bool has_value(const Complaint& complaint, Settable field) {
    constexpr auto k_is = [](const std::string& text) { return !text.empty(); };
    switch (field) {
    case Settable::kind:
        return complaint.kind != Complaint{}.kind;
    case Settable::priority:
        return complaint.priority != Complaint{}.priority;
    case Settable::harm:
        return complaint.harm != Complaint{}.harm;
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

// The others can be empty, and are then nobody's decision.
bool always_has_value(Settable field) {
    return field == Settable::kind || field == Settable::priority || field == Settable::harm;
}

} // namespace

std::vector<Settable> decided_by_now(const Complaint& complaint, std::span<const Event> standing) {
    std::vector<Settable> decided;
    for (std::size_t i = 0; i < Vocabulary<Settable>::k_words.size(); ++i) {
        const auto field = static_cast<Settable>(i);
        if (has_value(complaint, field) || (always_has_value(field) && was_changed(standing, word(field))))
            decided.push_back(field);
    }
    return decided;
}

Classification classification_by(const RuleSettings& set) {
    return {set.kind, set.priority, set.harm, set.category, set.product, set.cause, set.tags, {}};
}

} // namespace reklamaatio::complaint
