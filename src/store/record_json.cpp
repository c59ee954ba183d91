// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_json.hpp"

#include "complaint/leftover.hpp"
#include "store/error.hpp"
#include "store/own_values.hpp"
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
        throw StoreError(ErrorKind::damaged, fmt::format("the log names an unknown field '{}'", name));
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
        throw StoreError(ErrorKind::damaged, fmt::format("the log names an unknown field '{}'", name));
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
    case Part::alert:
        return facts_in<complaint::AlertRecord>(name);
    }
    throw StoreError(ErrorKind::bug, "a part of a complaint without a table of fields");
}

// "promise 2"
std::string part_name(const complaint::PartChange& change) {
    return fmt::format("{} {}", complaint::word(change.part), change.number);
}

// A string as JSON writes it. Most need no escape, and a big import writes millions of them.
void append_quoted(std::string& json, std::string_view letters) {
    const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    if (std::ranges::all_of(letters, is_plain))
        json.append("\"").append(letters).append("\"");
    else
        json += Json(letters).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void append_value(std::string& json, const Value& value, FieldType type) {
    const bool instant = type == FieldType::instant || type == FieldType::given_due;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (instant)
            append_quoted(json, time::to_iso(time::Instant{time::Seconds{*number}}));
        else
            json += std::to_string(*number);
    } else if (const auto* letters = std::get_if<std::string>(&value)) {
        append_quoted(json, *letters);
    } else if (const auto* texts = std::get_if<complaint::OwnTexts>(&value)) {
        json += own_json(*texts);
    } else {
        json += "null";
    }
}

Value to_value(const Json& json, FieldType type) {
    if (json.is_null()) return {};
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (type == FieldType::own) return own_texts_from(json.dump());
    if (!json.is_string()) throw StoreError(ErrorKind::damaged, "the log holds a value of no known type");
    const auto& letters = json.get_ref<const std::string&>();
    if (type == FieldType::instant || type == FieldType::given_due)
        if (const auto at = time::from_iso(letters)) return at->time_since_epoch().count();
    return letters;
}

complaint::FieldChange read_change(const FieldFacts& field, const Json& pair) {
    if (!pair.is_array() || pair.size() != 2)
        throw StoreError(ErrorKind::damaged,
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

// Up to the second layout the log has this in English. What is hashed stays as it is; what it says is data.
void modernise(complaint::FieldChange& change) {
    if (change.field != "left_undone") return;
    for (Value* value : {&change.before, &change.after})
        if (auto* text = std::get_if<std::string>(value)) *text = complaint::leftovers_as_data(*text);
}

void read_changes(const Json& object, complaint::Event& event) {
    for (const auto& [name, item] : object.items()) {
        if (name == k_message) continue;
        if (!item.is_object()) {
            event.changes.push_back(read_change(facts(event, name), item));
            modernise(event.changes.back());
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

// {"name": ..., "name": ...}, written from left to right; nothing at all until there is something in it.
class ObjectText {
  public:
    // Where the value of that name goes.
    std::string& at(std::string_view name) {
        m_text += m_text.empty() ? "{" : ",";
        append_quoted(m_text, name);
        m_text += ':';
        return m_text;
    }

    void add(const complaint::FieldChange& change, const FieldFacts& field) {
        std::string& text = at(field.name);
        text += '[';
        append_value(text, change.before, field.type);
        text += ',';
        append_value(text, change.after, field.type);
        text += ']';
    }

    bool empty() const { return m_text.empty(); }
    std::string text() const { return empty() ? "" : m_text + '}'; }

  private:
    std::string m_text;
};

struct Texts {
    ObjectText open;
    ObjectText personal;
    void add(const complaint::FieldChange& change, const FieldFacts& field) {
        (field.personal ? personal : open).add(change, field);
    }
};

void add_part(Texts& texts, const complaint::PartChange& part) {
    Texts own;
    for (const auto& change : part.changes)
        own.add(change, facts(part.part, change.field));
    if (!own.open.empty()) texts.open.at(part_name(part)) += own.open.text();
    if (!own.personal.empty()) texts.personal.at(part_name(part)) += own.personal.text();
}

void add_message(Texts& texts, const complaint::Message& message) {
    ObjectText said;
    append_quoted(said.at("direction"), complaint::word(message.direction));
    if (!message.channel.empty()) append_quoted(said.at("channel"), message.channel);
    if (message.automatic) said.at("automatic") += "true";
    texts.open.at(k_message) += said.text();
    if (!message.text.empty()) append_quoted(texts.personal.at(k_message), message.text);
}

} // namespace

EventJson to_json(const complaint::Event& event) {
    Texts texts;
    for (const auto& change : event.changes)
        texts.add(change, facts(event, change.field));
    for (const auto& part : event.parts)
        add_part(texts, part);
    if (event.message) add_message(texts, *event.message);
    return {texts.open.empty() ? "{}" : texts.open.text(), texts.personal.text()};
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
        throw StoreError(ErrorKind::damaged,
                         fmt::format("event {} of the log cannot be read: {}", event.number, fault.what()));
    }
}

} // namespace reklamaatio::store
