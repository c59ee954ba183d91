// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/event.hpp"

#include <algorithm>
#include <utility>

namespace reklamaatio::complaint {

namespace {

std::vector<FieldChange> turned(std::vector<FieldChange> changes) {
    for (auto& change : changes)
        std::swap(change.before, change.after);
    return changes;
}

} // namespace

const FieldChange* change_of(std::span<const FieldChange> changes, std::string_view field) {
    const auto found = std::ranges::find(changes, field, &FieldChange::field);
    return found == changes.end() ? nullptr : &*found;
}

void keep_changed(Value& before, Value& after) {
    const auto texts = [](const Value& value) {
        const auto* found = std::get_if<OwnTexts>(&value);
        return found != nullptr ? *found : OwnTexts();
    };
    auto change = changed_texts(texts(before), texts(after));
    before = std::move(change.before);
    after = std::move(change.after);
}

std::vector<FieldChange> each_change(const Event& event) {
    std::vector<FieldChange> each;
    const auto value = [](const std::string& text) { return text.empty() ? Value{} : Value{text}; };
    for (const auto& change : event.changes) {
        const auto* before = std::get_if<OwnTexts>(&change.before);
        const auto* after = std::get_if<OwnTexts>(&change.after);
        if (before == nullptr || after == nullptr) {
            each.push_back(change);
            continue;
        }
        for (const auto& [name, text] : *after)
            each.push_back({name, value(std::string(text_in(*before, name))), value(text)});
    }
    return each;
}

std::string asked_by(const Event& event) {
    const auto* change = change_of(event.changes, k_waiting_reason);
    return change == nullptr ? "" : text_of(change->after);
}

bool opens_again(const Event& event) {
    if (event.kind == EventKind::reopened) return true;
    return event.kind == EventKind::appealed && change_of(event.changes, "stage") != nullptr;
}

Event inverse(const Event& event) {
    Event made;
    made.kind = EventKind::undone;
    made.complaint = event.complaint;
    made.customer = event.customer;
    made.action = event.action;
    made.changes = turned(event.changes);
    for (const auto& part : event.parts)
        made.parts.push_back({part.part, part.number, turned(part.changes)});
    return made;
}

std::vector<Reopening> reopenings(const std::vector<Event>& events) {
    std::vector<Reopening> found;
    for (const auto& event : events) {
        if (!opens_again(event)) continue;
        const auto* resolved = change_of(event.changes, "resolved_at");
        const auto* seconds = resolved == nullptr ? nullptr : std::get_if<std::int64_t>(&resolved->before);
        if (seconds != nullptr)
            found.push_back({time::Instant{time::Seconds{*seconds}}, event.happened_at,
                             event.kind == EventKind::appealed});
    }
    return found;
}

} // namespace reklamaatio::complaint
