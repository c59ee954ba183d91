// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/leftover.hpp"
#include "store/error.hpp"
#include "store/field_facts.hpp"
#include "store/implied.hpp"
#include "store/own_values.hpp"
#include "store/record_json.hpp"
#include "store/rows.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store {

namespace {

using complaint::FieldChange;
using complaint::FieldType;
using complaint::Part;
using complaint::Value;
using Json = nlohmann::ordered_json;

[[noreturn]] void throw_unfit(const FieldFacts& field, const Json& json) {
    throw StoreError(
        ErrorKind::damaged,
        fmt::format("{} cannot be {}", field.name, json.dump(-1, ' ', true, Json::error_handler_t::replace)));
}

Value to_value(const Json& json, const FieldFacts& field) {
    const auto type = field.type;
    if (json.is_null()) return {};
    if (json.is_number_integer()) {
        const auto number = json.get<std::int64_t>();
        if (type == FieldType::instant && !is_in_calendar(time::Instant{time::Seconds{number}}))
            throw_unfit(field, json);
        return number;
    }
    if (type == FieldType::own) return own_texts_from(json);
    if (!json.is_string()) throw_unfit(field, json);
    const auto& letters = json.get_ref<const std::string&>();
    if (!field.words.empty() && std::ranges::find(field.words, letters) == field.words.end())
        throw_unfit(field, json);
    if (type == FieldType::instant || type == FieldType::given_due)
        if (const auto at = time::from_iso(letters)) return at->time_since_epoch().count();
    return letters;
}

FieldChange read_change(const FieldFacts& field, const Json& pair) {
    if (!pair.is_array() || pair.size() != 2)
        throw StoreError(ErrorKind::damaged,
                         fmt::format("it does not say from what to what '{}' changed", field.name));
    return {field.name, to_value(pair[0], field), to_value(pair[1], field)};
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
void modernise(FieldChange& change) {
    if (change.field != "left_undone") return;
    for (Value* value : {&change.before, &change.after})
        if (auto* text = std::get_if<std::string>(value)) *text = complaint::leftovers_as_data(*text);
}

// The value alone: that of something blank became it.
bool is_bare(const Json& item) {
    return item.is_string() || item.is_number_integer();
}

void read_changes(const Json& object, complaint::Event& event) {
    for (const auto& [name, item] : object.items()) {
        if (name == k_message) continue;
        if (!item.is_object()) {
            const auto field = facts(event, name);
            event.changes.push_back(
                is_bare(item) ? FieldChange{field.name, blank(event, field.name), to_value(item, field)}
                              : read_change(field, item));
            modernise(event.changes.back());
            continue;
        }
        auto& part = part_named(event, name);
        for (const auto& [field, pair] : item.items())
            part.changes.push_back(read_change(facts(part.part, field), pair));
    }
}

// What a first event says as a bare value was left out where it follows from the event.
void read_unsaid(const Json& object, complaint::Event& event) {
    if (!begins_complaint(event) || !is_bare(object["uid"])) return;
    std::erase_if(event.changes, [](const FieldChange& change) { return change.before == change.after; });
    auto times = implied_times(event);
    std::erase_if(times, [&](const ImpliedTime& time) { return object.contains(time.field); });
    add_implied(times, event);
}

// That a row of a file told of it stays known, since reports go by that.
void read_erased(complaint::Event& event) {
    constexpr const char* k_row_digest = "row_digest";
    const bool told_by_file = event.kind == complaint::EventKind::imported && event.complaint;
    if (event.erased && told_by_file && complaint::change_of(event.changes, k_row_digest) == nullptr)
        event.changes.push_back({facts(event, k_row_digest).name, {}, std::string("erased")});
}

void read_message(const Json& object, complaint::Event& event) {
    if (!object.contains(k_message)) return;
    const Json& facts = object[k_message];
    event.message.emplace();
    event.message->direction = stored_word<complaint::Direction>(facts.at("direction").get<std::string>());
    event.message->channel = facts.value("channel", "");
    event.message->automatic = facts.value("automatic", false);
    event.message->needs_no_answer = facts.value("needs_no_answer", false);
}

[[noreturn]] void throw_unreadable(const complaint::Event& event, const std::exception& fault) {
    throw StoreError(ErrorKind::damaged,
                     fmt::format("event {} of the log cannot be read: {}", event.number, fault.what()));
}

} // namespace

void from_json(const EventJson& json, complaint::Event& event) {
    try {
        const Json open = Json::parse(json.changes);
        read_changes(open, event);
        read_unsaid(open, event);
        read_message(open, event);
        if (json.personal.empty()) return read_erased(event);
        const Json personal = Json::parse(json.personal);
        read_changes(personal, event);
        if (event.message) event.message->text = personal.value(k_message, "");
    } catch (const nlohmann::json::exception& fault) {
        throw_unreadable(event, fault);
    } catch (const StoreError& fault) {
        throw_unreadable(event, fault);
    } catch (const complaint::BadValue& fault) {
        throw_unreadable(event, fault);
    }
}

} // namespace reklamaatio::store
