// SPDX-License-Identifier: GPL-3.0-or-later
// Every field of a complaint and of a customer, once: its name in the database, the log and the files, its
// type, how to reach it, what it is called, and where it is said. What lists fields anywhere goes through
// these tables.
#pragma once

#include "complaint/action.hpp"
#include "complaint/complaint.hpp"
#include "complaint/procedure.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace reklamaatio::complaint {

// A field's value without its C++ type. Instants are seconds since 1970 UTC, lengths are seconds, money is
// cents.
// Own fields are one value: of the record all that a complaint has, of a change those that
// differ.
using Value = std::variant<std::monostate, std::int64_t, std::string, OwnTexts>;

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
    own,      // what a firm has besides these fields
    given_due // an instant, the word "none", or what is left, such as "90m left"
};

// How a field is known outside the record: to files, options and people. Blank for what is only kept.
struct Public {
    std::string_view heading = {}; // over a column of a table
    std::string_view summary = {}; // what it holds, a clause for help and manual
    std::string_view column = {};  // in files and JSON, where that is not the name
};

// Where a field is said or asked for, besides in files. A command or a section of the policy that takes
// fields loops over those of its use.
enum class Use : unsigned {
    open = 1,      // an option of open
    classify = 2,  // an option of classify, and what rules may set
    edit = 4,      // an option of edit
    list = 8,      // a filter of list
    condition = 16 // what service levels and rules may ask for
};

class Uses {
  public:
    constexpr Uses(std::initializer_list<Use> uses = {}) {
        for (const Use use : uses)
            m_bits |= static_cast<unsigned>(use);
    }
    constexpr bool has(Use use) const { return (m_bits & static_cast<unsigned>(use)) != 0; }

  private:
    unsigned m_bits = 0;
};

class OwnField;

template <typename Owner>
struct Field {
    std::string_view name; // in the database and the log
    FieldType type;
    // Personal data: it is what an erasure takes out of the log.
    bool personal;
    Value (*getter)(const Field&, const Owner&);
    void (*setter)(const Field&, Owner&, const Value&);
    bool (*comparer)(const Field&, const Owner&, const Owner&);
    std::span<const std::string_view> words; // of a closed vocabulary; else none
    Public known_as{};
    Uses uses{};
    const OwnField* own = nullptr; // what it is, where it is a firm's own

    Value get(const Owner& owner) const { return getter(*this, owner); }
    // Throws BadValue for a word that is not of the field's vocabulary. Of FieldType::own it changes what is told.
    void set(Owner& owner, const Value& value) const { setter(*this, owner, value); }
    bool same(const Owner& a, const Owner& b) const { return comparer(*this, a, b); }

    constexpr std::string_view column() const { return known_as.column.empty() ? name : known_as.column; }
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
std::span<const Field<Task>> task_fields();
std::span<const Field<Appeal>> appeal_fields();
std::span<const Field<Extension>> extension_fields();

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
template <>
inline std::span<const Field<Task>> fields_of<Task>() {
    return task_fields();
}
template <>
inline std::span<const Field<Appeal>> fields_of<Appeal>() {
    return appeal_fields();
}
template <>
inline std::span<const Field<Extension>> fields_of<Extension>() {
    return extension_fields();
}

// The fields of one use, in the order of the table.
std::span<const Field<Complaint>* const> complaint_fields(Use use);

// Digits alone. Throws BadValue.
std::int64_t parse_whole_number(const std::string& text);

// The text that stands for a value where people compare it: "" for none.
std::string text_of(const Value& value);

// What a text means as a value of the field: an empty one takes the value away. Throws BadValue for a word
// that is not of the field's vocabulary, and for a number that is none; of text, word, integer and tags. What is_plain
// is read so.
Value parse_value(const Field<Complaint>& field, const std::string& text);

// Nothing for a name that is no field.
template <typename Owner>
const Field<Owner>* field_named(std::string_view name) {
    static const auto index = [] {
        std::unordered_map<std::string_view, const Field<Owner>*> by_name;
        for (const auto& field : fields_of<Owner>())
            by_name.emplace(field.name, &field);
        return by_name;
    }();
    const auto found = index.find(name);
    return found == index.end() ? nullptr : found->second;
}

// For the code, which names only fields that there are.
template <typename Owner>
const Field<Owner>& known_field(std::string_view name) {
    const auto* field = field_named<Owner>(name);
    if (field == nullptr) throw std::logic_error("there is no field " + std::string(name));
    return *field;
}

} // namespace reklamaatio::complaint
