// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_json.hpp"

#include "store/error.hpp"
#include "store/rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store {

namespace {

using complaint::FieldType;
using complaint::Part;
using complaint::Value;
using Json = nlohmann::ordered_json;

constexpr const char* k_message = "message";

// What an event's fields are called depends on whom it is about.
struct FieldFacts {
    std::string_view name;
    FieldType type = FieldType::text;
    bool personal = false;
};

template <typename Owner>
FieldFacts facts_in(std::string_view name) {
    const auto* field = complaint::field_named<Owner>(name);
    if (field == nullptr)
        throw StoreError(Trouble::damaged, fmt::format("the log names an unknown field '{}'", name));
    return {field->name, field->type, field->personal};
}

// What the log says of a policy: which version, and the hash of its text.
constexpr std::array k_policy_fields{FieldFacts{complaint::k_policy_version, FieldType::integer, false},
                                     FieldFacts{complaint::k_policy_hash, FieldType::text, false}};

FieldFacts facts(const complaint::Event& event, std::string_view name) {
    if (event.complaint) return facts_in<complaint::Complaint>(name);
    if (event.customer) return facts_in<complaint::Customer>(name);
    if (event.action) return facts_in<complaint::Action>(name);
    const auto found = std::ranges::find(k_policy_fields, name, &FieldFacts::name);
    if (found == k_policy_fields.end())
        throw StoreError(Trouble::damaged, fmt::format("the log names an unknown field '{}'", name));
    return *found;
}

FieldFacts facts(Part part, std::string_view name) {
    switch (part) {
    case Part::step:
        return facts_in<complaint::StepRecord>(name);
    case Part::promise:
        return facts_in<complaint::Promise>(name);
    case Part::offer:
        return facts_in<complaint::Offer>(name);
    }
    throw StoreError(Trouble::bug, "a part of a complaint without a table of fields");
}

// "promise 2"
std::string part_name(const complaint::PartChange& change) {
    return fmt::format("{} {}", complaint::word(change.part), change.number);
}

Json to_json(const Value& value, FieldType type) {
    const bool instant = type == FieldType::instant || type == FieldType::given_due;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (instant) return time::to_iso(time::Instant{time::Seconds{*number}});
        return *number;
    }
    if (const auto* letters = std::get_if<std::string>(&value)) return *letters;
    return nullptr;
}

Value to_value(const Json& json, FieldType type) {
    if (json.is_null()) return {};
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (!json.is_string()) throw StoreError(Trouble::damaged, "the log holds a value of no known type");
    const auto& letters = json.get_ref<const std::string&>();
    if (type == FieldType::instant || type == FieldType::given_due)
        if (const auto at = time::from_iso(letters)) return at->time_since_epoch().count();
    return letters;
}

complaint::FieldChange read_change(const FieldFacts& field, const Json& pair) {
    if (!pair.is_array() || pair.size() != 2)
        throw StoreError(Trouble::damaged,
                         fmt::format("the log does not say from what to what '{}' changed", field.name));
    return {field.name, to_value(pair[0], field.type), to_value(pair[1], field.type)};
}

// The part that "promise 2" names, with what is known of it already: its personal fields stand elsewhere.
complaint::PartChange& part_named(complaint::Event& event, const std::string& name) {
    const auto blank = std::min(name.find(' '), name.size() - 1);
    const auto part = stored_word<Part>(name.substr(0, blank));
    std::int64_t number = 0;
    std::from_chars(name.data() + blank + 1, name.data() + name.size(), number);
    for (auto& known : event.parts)
        if (known.part == part && known.number == number) return known;
    event.parts.push_back({part, number, {}});
    return event.parts.back();
}

void read_changes(const Json& object, complaint::Event& event) {
    for (const auto& [name, item] : object.items()) {
        if (name == k_message) continue;
        if (!item.is_object()) {
            event.changes.push_back(read_change(facts(event, name), item));
            continue;
        }
        auto& part = part_named(event, name);
        for (const auto& [field, pair] : item.items())
            part.changes.push_back(read_change(facts(part.part, field), pair));
    }
}

void read_message(const Json& object, complaint::Event& event) {
    if (!object.contains(k_message)) return;
    const Json& facts = object[k_message];
    event.message.emplace();
    event.message->direction = stored_word<complaint::Direction>(facts.at("direction").get<std::string>());
    event.message->channel = facts.value("channel", "");
    event.message->automatic = facts.value("automatic", false);
}

Json message_facts(const complaint::Message& message) {
    Json facts{{"direction", complaint::word(message.direction)}};
    if (!message.channel.empty()) facts["channel"] = message.channel;
    if (message.automatic) facts["automatic"] = true;
    return facts;
}

Json pair_of(const complaint::FieldChange& change, const FieldFacts& field) {
    return Json::array({to_json(change.before, field.type), to_json(change.after, field.type)});
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

EventJson to_json(const complaint::Event& event) {
    Json open = Json::object();
    Json personal = Json::object();
    for (const auto& change : event.changes) {
        const FieldFacts field = facts(event, change.field);
        (field.personal ? personal : open)[std::string(field.name)] = pair_of(change, field);
    }
    for (const auto& part : event.parts) {
        for (const auto& change : part.changes) {
            const FieldFacts field = facts(part.part, change.field);
            (field.personal ? personal : open)[part_name(part)][std::string(field.name)] =
                pair_of(change, field);
        }
    }
    if (event.message) {
        open[k_message] = message_facts(*event.message);
        if (!event.message->text.empty()) personal[k_message] = event.message->text;
    }
    return {dump(open), personal.empty() ? "" : dump(personal)};
}

void from_json(const EventJson& json, complaint::Event& event) {
    try {
        const Json open = Json::parse(json.changes);
        read_changes(open, event);
        read_message(open, event);
        if (json.personal.empty()) return;
        const Json personal = Json::parse(json.personal);
        read_changes(personal, event);
        if (event.message) event.message->text = personal.value(k_message, "");
    } catch (const nlohmann::json::exception& fault) {
        throw StoreError(Trouble::damaged,
                         fmt::format("event {} of the log cannot be read: {}", event.number, fault.what()));
    }
}

} // namespace reklamaatio::store
