// SPDX-License-Identifier: GPL-3.0-or-later
// Every field of a complaint and of a customer, once: its name in the database, the log and the files, its
// type, and how to reach it. What lists fields anywhere goes through these tables.
#pragma once

#include "complaint/action.hpp"
#include "complaint/complaint.hpp"
#include "complaint/procedure.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace reklamaatio::complaint {

// A field's value without its C++ type. Instants are seconds since 1970 UTC, lengths are seconds, money is
// cents.
using Value = std::variant<std::monostate, std::int64_t, std::string>;

enum class FieldType {
    text,
    word, // of a closed vocabulary
    integer,
    instant,
    length, // seconds
    money,  // cents
    complaint_id,
    customer_id,
    tags,     // joined with ';'
    given_due // an instant, or the word "none"
};

template <typename Owner>
struct Field {
    std::string_view name;
    FieldType type;
    // Personal data: it is what an erasure takes out of the log.
    bool personal;
    Value (*get)(const Owner&);
    void (*set)(Owner&, const Value&);
};

// In the order of the database's columns; without the id.
std::span<const Field<Complaint>> complaint_fields();
std::span<const Field<Customer>> customer_fields();
std::span<const Field<Action>> action_fields();
// Of the parts of a complaint; without complaint and number.
std::span<const Field<StepRecord>> step_fields();
std::span<const Field<Promise>> promise_fields();
std::span<const Field<Offer>> offer_fields();
std::span<const Field<AlertRecord>> alert_fields();

template <typename Owner>
std::span<const Field<Owner>> fields_of();
template <>
inline std::span<const Field<Complaint>> fields_of<Complaint>() {
    return complaint_fields();
}
template <>
inline std::span<const Field<Customer>> fields_of<Customer>() {
    return customer_fields();
}
template <>
inline std::span<const Field<Action>> fields_of<Action>() {
    return action_fields();
}
template <>
inline std::span<const Field<StepRecord>> fields_of<StepRecord>() {
    return step_fields();
}
template <>
inline std::span<const Field<Promise>> fields_of<Promise>() {
    return promise_fields();
}
template <>
inline std::span<const Field<Offer>> fields_of<Offer>() {
    return offer_fields();
}
template <>
inline std::span<const Field<AlertRecord>> fields_of<AlertRecord>() {
    return alert_fields();
}

// Nothing for a name that is no field.
template <typename Owner>
const Field<Owner>* field_named(std::string_view name) {
    for (const auto& field : fields_of<Owner>())
        if (field.name == name) return &field;
    return nullptr;
}

} // namespace reklamaatio::complaint
