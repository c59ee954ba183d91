// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a complaint or a customer, and how it changes them: the one truth from which all else
// follows.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/field.hpp"
#include "time/instant.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

enum class EventKind {
    customer_added,
    customer_changed,
    customer_moved, // a complaint to another customer: two were found to be one
    opened,
    imported,
    classified,
    assigned,
    contacted,
    noted,
    edited,
    stepped,
    promised,
    promise_ended,
    offered,
    offer_answered,
    appealed, // to an outside body or a second look of our own, and what came of that
    extended, // a term, by telling the customer
    resolved,
    reopened,
    followed_up,
    merged, // of the one that stays
    voided,
    alerted, // somebody was told that something is due; never undone
    acknowledged,
    action_opened,
    action_changed,
    task_opened,
    task_changed, // done, dropped or given to somebody else
    undone,
    policy_applied,
    went_away, // a member of staff
    came_back,
    volume_set,
    erased // what was personal of it; never undone
};

constexpr auto vocabulary(EventKind) {
    return Words<34>{
        "an event",
        {"customer_added", "customer_changed", "customer_moved", "opened",       "imported", "classified",
         "assigned",       "contacted",        "noted",          "edited",       "stepped",  "promised",
         "promise_ended",  "offered",          "offer_answered", "appealed",     "extended", "resolved",
         "reopened",       "followed_up",      "merged",         "voided",       "alerted",  "acknowledged",
         "action_opened",  "action_changed",   "task_opened",    "task_changed", "undone",   "policy_applied",
         "went_away",      "came_back",        "volume_set",     "erased"}};
}

// Whether an event is something that was done about its complaint. Alerts, and their acknowledgements, go to staff alone, and
// an erasure takes only words.
constexpr bool is_handling(EventKind kind) {
    return kind != EventKind::alerted && kind != EventKind::acknowledged && kind != EventKind::erased;
}

// What an event of a policy says of it.
inline constexpr std::string_view k_policy_version = "policy_version";
inline constexpr std::string_view k_policy_hash = "policy_hash";
// What an event of a member of staff says: whose, and when they are away.
inline constexpr std::string_view k_person = "person";
inline constexpr std::string_view k_away = "away";
// What an event of a volume says: of what it is, as text_of(VolumeOf) has it, and how much it is.
inline constexpr std::string_view k_volume_of = "volume_of";
inline constexpr std::string_view k_volume = "volume";

// What the customer is waited for.
inline constexpr std::string_view k_waiting_reason = "waiting_reason";

// One field, from what to what. The name is that of its field table.
struct FieldChange {
    std::string_view field;
    Value before;
    Value after;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

// Null when that field did not change.
const FieldChange* change_of(std::span<const FieldChange> changes, std::string_view field);

struct Event;
// What changed, own fields one by one under their names, as long as the event lives.
std::vector<FieldChange> each_change(const Event& event);

// What the customer is asked for by it; empty where it asks for nothing.
std::string asked_by(const Event& event);

// What a complaint has several of.
enum class Part { step, promise, offer, alert, task, appeal, extension };

constexpr auto vocabulary(Part) {
    return Words<7>{"a part of a complaint",
                    {"step", "promise", "offer", "alert", "task", "appeal", "extension"}};
}

// What changed in one of them.
struct PartChange {
    Part part = Part::step;
    std::int64_t number = 0;
    std::vector<FieldChange> changes;
    friend bool operator==(const PartChange&, const PartChange&) = default;
};

// Something said: by the customer, to the customer, or among ourselves.
struct Message {
    Direction direction = Direction::note;
    std::string channel;
    bool automatic = false; // of a machine: a receipt, which answers nothing, or word that somebody is away
    std::string text;       // personal
    // Of the customer's: it asks nothing of us. Of a note: nothing asks that the customer has said by then.
    bool needs_no_answer = false;
    friend bool operator==(const Message&, const Message&) = default;
};

// An event of one complaint, of one customer, of one action, of a member of staff, of a volume, or of the policy. What a command, which makes
// it, leaves at zero the store fills in: number, change, recorded_at, actor.
struct Event {
    std::int64_t number = 0; // order of recording, over the whole log
    std::int64_t change = 0; // all events of one command belong to one change
    EventKind kind = EventKind::noted;
    std::optional<Id> complaint;
    std::optional<CustomerId> customer;
    std::optional<ActionId> action;
    time::Instant happened_at;
    time::Instant recorded_at;
    std::string actor;
    std::vector<FieldChange> changes;
    std::vector<PartChange> parts;
    std::optional<Message> message;
    std::int64_t undoes = 0; // the change that this one takes back; 0: none
    bool erased = false;     // its personal data are gone
    friend bool operator==(const Event&, const Event&) = default;
};

// Of all own fields before and after a change those that differ.
void keep_changed(Value& before, Value& after);

// The fields in which two states differ, in the order of the table.
template <typename Owner>
std::vector<FieldChange> differences(const Owner& before, const Owner& after) {
    std::vector<FieldChange> found;
    for (const auto& field : fields_of<Owner>()) {
        if (field.same(before, after)) continue;
        Value was = field.get(before);
        Value is = field.get(after);
        if (field.type == FieldType::own) keep_changed(was, is);
        if (was != is) found.push_back({field.name, std::move(was), std::move(is)});
    }
    return found;
}

// Every changed field takes its new value.
template <typename Owner>
void set_fields(Owner& owner, const std::vector<FieldChange>& changes) {
    for (const auto& change : changes)
        if (const auto* field = field_named<Owner>(change.field)) field->set(owner, change.after);
}

// Brings a state forward by one event of its own. Replaying all events of a complaint, in order, from a
// default-made one gives its current state exactly.
template <typename Owner>
void apply(Owner& owner, const Event& event) {
    set_fields(owner, event.changes);
}

// Whether it opens what was resolved again: a reopening, or an appeal that begins another stage.
bool opens_again(const Event& event);

// The event that takes this one back: every field from what it became to what it was. What was said is not
// unsaid by it; it no longer stands.
Event inverse(const Event& event);

// A stretch in which a complaint was resolved, before it was opened again.
struct Reopening {
    time::Instant resolved_at;
    time::Instant reopened_at;
    bool by_appeal = false;
    friend bool operator==(const Reopening&, const Reopening&) = default;
};

// Each reopening among the events of one complaint, in order.
std::vector<Reopening> reopenings(const std::vector<Event>& events);

} // namespace reklamaatio::complaint
