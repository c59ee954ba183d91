// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/customer_extract.hpp"

#include "casework/own_fields.hpp"
#include "store/field_facts.hpp"
#include "view/tables/complaint_record.hpp"
#include "view/tables/word_value.hpp"
#include "view/words/event_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::FieldType;
using render::Record;
using render::records;
using render::text_or_none;
using render::Value;

// What the record of a complaint has of staff and of others, besides what is called as in the log.
bool is_of_others(std::string_view key) {
    constexpr std::array<std::string_view, 6> k_keys{"by",      "reopened_by", "actions",
                                                     "history", "actor",       "other_customers"};
    return casework::names_staff(key) || std::ranges::find(k_keys, key) != k_keys.end();
}

void leave_out_others(Record& record) {
    std::erase_if(record, [](const render::Member& member) { return is_of_others(member.key); });
    for (auto& member : record)
        if (auto* list = std::get_if<std::vector<Record>>(&member.content))
            std::ranges::for_each(*list, leave_out_others);
}

Value value_of(const complaint::Value& value, FieldType type) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) return text_or_none(complaint::text_of(value));
    switch (type) {
    case FieldType::instant:
    case FieldType::given_due:
        // Zero is that of a complaint before its first event.
        return *number == 0 ? Value{} : Value{time::Instant{time::Seconds{*number}}};
    case FieldType::money:
        return Value{render::Amount{*number}};
    case FieldType::length:
        return Value{render::Length{time::Seconds{*number}}};
    case FieldType::complaint_id:
        return Value{to_string(complaint::Id{*number})};
    case FieldType::customer_id:
        return Value{to_string(complaint::CustomerId{*number})};
    default:
        return Value{*number};
    }
}

Record change_record(const std::string& of, const complaint::FieldChange& change, FieldType type) {
    return {{"of", text_or_none(of)},
            {"field", Value{std::string(change.field)}},
            {"before", value_of(change.before, type)},
            {"after", value_of(change.after, type)}};
}

std::vector<Record> change_records(const complaint::Event& event) {
    std::vector<Record> found;
    for (const auto& change : complaint::each_change(event))
        found.push_back(change_record("", change, type_of(event, change.field)));
    for (const auto& part : event.parts)
        for (const auto& change : part.changes)
            found.push_back(change_record(fmt::format("{} {}", complaint::word(part.part), part.number),
                                          change, store::facts(part.part, change.field).type));
    return found;
}

Record logged_record(const casework::Recorded& recorded) {
    const auto& event = recorded.logged.event;
    return {{"event", Value{event.number}},
            {"change", Value{event.change}},
            {"recorded_at", Value{event.recorded_at}},
            {"happened_at", Value{event.happened_at}},
            {"kind", word_value(event.kind)},
            {"complaint", event.complaint ? Value{to_string(*event.complaint)} : Value{}},
            {"customer", event.customer ? Value{to_string(*event.customer)} : Value{}},
            {"text", text_or_none(event.message ? event.message->text : "")},
            {"changes", change_records(event)},
            {"stands", Value{recorded.stands}},
            {"undoes", event.undoes == 0 ? Value{} : Value{event.undoes}}};
}

Record customer_record(const complaint::Customer& customer) {
    return {{"id", Value{to_string(customer.id)}},
            {"name", text_or_none(customer.name)},
            {"email", text_or_none(customer.email)},
            {"phone", text_or_none(customer.phone)},
            {"value", render::amount_or_none(customer.value)},
            {"type", word_or_none(customer.type)},
            {"prefers", text_or_none(customer.prefers)},
            {"ref", text_or_none(customer.ref)},
            {"source", text_or_none(customer.source)},
            {"merged_into", customer.merged_into ? Value{to_string(*customer.merged_into)} : Value{}}};
}

} // namespace

Record extract_record(casework::Desk& desk, const casework::CustomerExtract& extract) {
    const exchange::FieldSet fields(casework::shown_fields(desk));
    Record record{{"organisation", text_or_none(desk.policy().organisation.name)},
                  {"extracted_at", Value{desk.now()}},
                  {"customers", records(extract.customers, customer_record)},
                  {"complaints", records(extract.complaints,
                                         [&](const casework::Dossier& dossier) {
                                             return complaint_record(dossier, fields, desk.policy(),
                                                                     desk.now());
                                         })},
                  {"log", records(extract.log, logged_record)}};
    leave_out_others(record);
    return record;
}

} // namespace reklamaatio::view
