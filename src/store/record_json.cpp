// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_json.hpp"

#include "store/field_facts.hpp"
#include "store/implied.hpp"
#include "store/own_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store {

namespace {

using complaint::FieldChange;
using complaint::FieldType;
using complaint::Value;
using Json = nlohmann::ordered_json;

// "promise 2"
std::string part_name(const complaint::PartChange& change) {
    return fmt::format("{} {}", complaint::word(change.part), change.number);
}

// A string as JSON writes it. Most need no escape, and a big import writes millions of them.
void append_quoted(std::string& json, std::string_view letters) {
    const auto is_plain = [](char c) {
        return static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\';
    };
    if (std::ranges::all_of(letters, is_plain) && !text::invalid_utf8_at(letters))
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

// {"name": ..., "name": ...}, written from left to right; nothing at all until there is something in it.
class ObjectText {
  public:
    // Where the value of that name goes.
    std::string& at(std::string_view name) {
        // It is a name of ours, which needs no escape.
        m_text.append(m_text.empty() ? "{\"" : ",\"").append(name).append("\":");
        return m_text;
    }

    void add_bare(const Value& value, const FieldFacts& field) {
        append_value(at(field.name), value, field.type);
    }

    void add(const FieldChange& change, const FieldFacts& field) {
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
    ObjectText& of(const FieldFacts& field) { return field.personal ? personal : open; }
};

// Own fields are objects, as parts are, and so cannot stand alone.
bool can_be_bare(const complaint::Event& event, const FieldChange& change) {
    const bool is_letters = std::holds_alternative<std::string>(change.after);
    return (is_letters || std::holds_alternative<std::int64_t>(change.after))
           && change.before == blank(event, change.field);
}

void add_first_changes(Texts& texts, const complaint::Event& event) {
    const auto implied = begins_complaint(event) ? implied_times(event) : std::vector<ImpliedTime>{};
    for (const auto& change : event.changes) {
        const auto field = facts(event, change.field);
        if (is_implied(implied, change)) continue;
        if (can_be_bare(event, change))
            texts.of(field).add_bare(change.after, field);
        else
            texts.of(field).add(change, field);
    }
    // One that is blank all the same must be said.
    for (const auto& time : implied)
        if (time.seconds != 0 && complaint::change_of(event.changes, time.field) == nullptr)
            texts.open.add_bare(std::int64_t{0}, facts(event, time.field));
}

void add_part(Texts& texts, const complaint::PartChange& part) {
    Texts own;
    for (const auto& change : part.changes) {
        const auto field = facts(part.part, change.field);
        own.of(field).add(change, field);
    }
    if (!own.open.empty()) texts.open.at(part_name(part)) += own.open.text();
    if (!own.personal.empty()) texts.personal.at(part_name(part)) += own.personal.text();
}

void add_message(Texts& texts, const complaint::Message& message) {
    ObjectText said;
    append_quoted(said.at("direction"), complaint::word(message.direction));
    if (!message.channel.empty()) append_quoted(said.at("channel"), message.channel);
    if (message.automatic) said.at("automatic") += "true";
    if (message.needs_no_answer) said.at("needs_no_answer") += "true";
    texts.open.at(k_message) += said.text();
    if (!message.text.empty()) append_quoted(texts.personal.at(k_message), message.text);
}

} // namespace

EventJson to_json(const complaint::Event& event) {
    Texts texts;
    if (may_begin(event)) {
        add_first_changes(texts, event);
    } else {
        for (const auto& change : event.changes) {
            const auto field = facts(event, change.field);
            texts.of(field).add(change, field);
        }
    }
    for (const auto& part : event.parts)
        add_part(texts, part);
    if (event.message) add_message(texts, *event.message);
    return {texts.open.empty() ? "{}" : texts.open.text(), texts.personal.text()};
}

} // namespace reklamaatio::store
