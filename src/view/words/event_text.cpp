// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/event_text.hpp"

#include "complaint/effort.hpp"
#include "complaint/money.hpp"
#include "complaint/overview.hpp"
#include "text/append.hpp"
#include "time/display.hpp"
#include "time/effort.hpp"
#include "view/words/in_words.hpp"
#include "view/words/leftover_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Direction;
using complaint::FieldChange;
using complaint::FieldType;
using complaint::Value;

using complaint::k_waiting_reason;

constexpr std::string_view k_waiting_until = "waiting_until";

// Fields that only say when and how the others changed.
constexpr std::array<std::string_view, 8> k_bookkeeping{
    "status_at",      "uid",         "logged_at",  "row_digest",
    "waited_seconds", "assigned_at", "granted_at", "owed_since"};

std::string shown(const Value& value, FieldType type, const TimeText& when) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) {
        const auto* letters = std::get_if<std::string>(&value);
        return letters != nullptr ? *letters : "–";
    }
    switch (type) {
    case FieldType::instant:
    case FieldType::given_due:
        if (*number == 0) return "–"; // a default-made one: the opening was undone
        return when(time::Instant{time::Seconds{*number}});
    case FieldType::money:
        return complaint::amount_text(*number);
    case FieldType::length:
        return time::display_length(time::Seconds{*number});
    case FieldType::complaint_id:
        return to_string(complaint::Id{*number});
    case FieldType::customer_id:
        return to_string(complaint::CustomerId{*number});
    default:
        return std::to_string(*number);
    }
}

// As people say it, without the unit, which the value shows: "given response due".
std::string name_of(std::string_view field) {
    for (const std::string_view unit : {"_cents", "_id", "_due_at"})
        if (field.ends_with(unit)) field.remove_suffix(unit == "_due_at" ? 3 : unit.size());
    std::string name(field);
    std::ranges::replace(name, '_', ' ');
    return name;
}

std::string shown(const FieldChange& change, const Value& value, FieldType type, const TimeText& when) {
    constexpr std::size_t k_telling_digits = 12;
    if (change.field == "left_undone") {
        const auto left = leftover_text(complaint::text_of(value), {});
        return left.empty() ? "–" : left;
    }
    std::string text = shown(value, type, when);
    if (change.field == complaint::k_policy_hash) text.resize(std::min(text.size(), k_telling_digits));
    return text;
}

// "open → waiting"; of a field that had no value, or of a first event, what it became alone.
std::string values_of(const FieldChange& change, FieldType type, bool is_first, const TimeText& when) {
    std::string after = shown(change, change.after, type, when);
    if (is_first || std::holds_alternative<std::monostate>(change.before)) return after;
    return fmt::format("{} → {}", shown(change, change.before, type, when), after);
}

// "took 15 min"; of a sum that was put right, both.
std::string effort_text(const FieldChange& change, const complaint::Event& event) {
    const auto length = [](const Value& value) {
        const auto* minutes = std::get_if<std::int64_t>(&value);
        return time::display_effort(std::chrono::minutes{minutes == nullptr ? 0 : *minutes});
    };
    if (event.kind == complaint::EventKind::edited || event.undoes != 0)
        return fmt::format("effort {} → {}", length(change.before), length(change.after));
    return "took " + length(Value{complaint::effort_of(event)});
}

std::string shown(const FieldChange& change, const complaint::Event& event, bool is_first,
                  const TimeText& when) {
    if (change.field == complaint::k_effort) return effort_text(change, event);
    return fmt::format("{} {}", name_of(change.field),
                       values_of(change, type_of(event, change.field), is_first, when));
}

// Whether it says more than the kind of event. When a thing happened is when the event happened; when the
// complaint was received may be put right.
bool is_worth_a_word(const FieldChange& change, const complaint::Event& event) {
    constexpr std::array<std::string_view, 3> k_follow{"reopened_count", "left_undone", "first_outcome"};
    if (std::ranges::find(k_bookkeeping, change.field) != k_bookkeeping.end()) return false;
    if (std::ranges::find(k_follow, change.field) != k_follow.end()) return false;
    // What is open again has no end.
    const bool is_gone = std::holds_alternative<std::monostate>(change.after);
    if (event.kind == complaint::EventKind::reopened && is_gone) return false;
    // The end of a wait is told by the status; what it was for, by its beginning.
    if (change.field == k_waiting_reason || change.field == k_waiting_until) return !is_gone;
    return type_of(event, change.field) != FieldType::instant || change.field == "received_at"
           || change.field == "paid_at";
}

// "status open → waiting" stands before it.
bool is_told_by_status(const complaint::Event& event) {
    const auto* status = complaint::change_of(event.changes, "status");
    return status != nullptr
           && status->after == complaint::Value{std::string(complaint::word(complaint::Status::waiting))};
}

// "approved by liisa": with the field's name as people say it.
std::string in_words(const FieldChange& change, const complaint::Event& event, const TimeText& when) {
    // It may be long, and stands elsewhere.
    if (change.field == "text") return "text changed";
    if (change.field == "paid_at")
        return std::holds_alternative<std::monostate>(change.after) ? "remedy no longer paid" : "remedy paid";
    const auto type = type_of(event, change.field);
    // Behind "status open → waiting", or by itself.
    if (change.field == k_waiting_reason && change.before == change.after)
        return fmt::format("still waiting for: {}", shown(change, change.after, type, when));
    if (change.field == k_waiting_reason)
        return fmt::format("{}for: {}", is_told_by_status(event) ? "" : "waiting ",
                           values_of(change, type, false, when));
    if (change.field == k_waiting_until) return fmt::format("until {}", values_of(change, type, false, when));
    return shown(change, event, false, when);
}

// Every field of it is new.
bool begins(const complaint::Event& event) {
    return event.kind == complaint::EventKind::opened || event.kind == complaint::EventKind::imported;
}

void add(std::string& text, std::string_view part) {
    text::append(text, part, ", ");
}

// "to phone (automatic) "Thank you"", "from email"; a note is its words.
std::string message_text(const complaint::Message& message) {
    std::string text;
    const auto add_word = [&](std::string_view word) { text::append(text, word, " "); };
    if (message.direction != Direction::note) {
        add_word(message.direction == Direction::in ? "from" : "to");
        add_word(message.channel.empty() ? "the customer" : message.channel);
    }
    if (message.automatic) add_word("(automatic)");
    if (message.needs_no_answer) add_word("(needs no answer)");
    if (!message.text.empty()) add_word(fmt::format("\"{}\"", message.text));
    return text;
}

} // namespace

FieldType type_of(const complaint::Event& event, std::string_view name) {
    if (event.action) return complaint::field_named<complaint::Action>(name)->type;
    if (event.customer) return complaint::field_named<complaint::Customer>(name)->type;
    const auto* field = event.complaint ? complaint::field_named<complaint::Complaint>(name) : nullptr;
    return field == nullptr ? FieldType::text : field->type;
}

std::string kind_text(complaint::EventKind kind) {
    std::string words{in_words(kind)};
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string event_text(const complaint::Event& event, const TimeText& when) {
    const bool is_first = begins(event);
    std::string text;
    for (const auto& change : complaint::each_change(event))
        if (std::ranges::find(k_bookkeeping, change.field) == k_bookkeeping.end())
            add(text, shown(change, event, is_first, when));
    add(text, parts_text(event.parts, when));
    if (event.erased) add(text, complaint::k_erased);
    if (event.message) add(text, message_text(*event.message));
    return text;
}

std::string telling_text(const complaint::Event& event, const TimeText& when) {
    std::string first, facts, times;
    for (const auto& change : complaint::each_change(event)) {
        if (std::ranges::find(k_bookkeeping, change.field) != k_bookkeeping.end()) continue;
        const auto type = type_of(event, change.field);
        const bool is_words = change.field == "subject" || change.field == "text";
        auto& place = is_words ? first : type == FieldType::instant ? times : facts;
        add(place, is_words && begins(event) ? shown(change.after, type, when)
                                             : shown(change, event, begins(event), when));
    }
    std::string text = std::move(first);
    add(text, parts_text(event.parts, when));
    for (const auto& part : event.parts)
        add(text, found_text(part));
    if (event.message) add(text, message_text(*event.message));
    add(text, std::move(facts));
    add(text, std::move(times));
    if (event.erased) add(text, complaint::k_erased);
    return text;
}

std::string event_text(const complaint::Event& event, const time::Zone& zone) {
    return event_text(event, absolute(zone));
}

std::string summary_text(const complaint::Event& event, const TimeText& when, bool is_told) {
    std::string text;
    for (const auto& change : complaint::each_change(event))
        if (is_worth_a_word(change, event)) add(text, in_words(change, event, when));
    add(text, is_told ? internal_parts_text(event.parts, when) : parts_text(event.parts, when));
    if (event.erased) add(text, complaint::k_erased);
    if (is_told || !event.message || event.message->direction == Direction::note) return text;
    // What is offered or promised is said to the customer anyway.
    using complaint::EventKind;
    const auto kind = event.kind;
    if (kind == EventKind::promised || kind == EventKind::offered || kind == EventKind::offer_answered)
        return text;
    const bool in = event.message->direction == Direction::in;
    add(text, fmt::format("message {} the customer{}", in ? "from" : "to",
                          event.message->channel.empty() ? "" : " by " + event.message->channel));
    return text;
}

std::string about_text(Direction direction, const std::vector<complaint::PartChange>& parts,
                       const TimeText& when) {
    return direction == Direction::note ? parts_text(parts, when) : said_parts_text(parts, when);
}

std::string changes_text(const complaint::Complaint& before, const complaint::Complaint& after,
                         const time::Zone& zone) {
    complaint::Event event;
    event.complaint = after.id;
    event.changes = complaint::differences(before, after);
    return event_text(event, zone);
}

std::string with_reason(const std::string& what, const std::string& why) {
    if (why.empty() || what.empty()) return what + why;
    return fmt::format("{} ({})", what, why);
}

} // namespace reklamaatio::view
