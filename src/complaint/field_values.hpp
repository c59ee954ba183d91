// SPDX-License-Identifier: GPL-3.0-or-later
// Values for some fields of a complaint: what somebody types, what a rule sets, what is put right.
#pragma once

#include "complaint/field.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

struct FieldValue {
    const Field<Complaint>* field;
    Value value; // monostate takes away what was there
    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

// Each field at most once; the last value of it counts.
class FieldValues {
  public:
    void set(const Field<Complaint>& field, Value value);
    // Of a field that there is, by its name.
    void set(std::string_view field, Value value);
    // All of the others, over what is here.
    void set(const FieldValues& others);

    // Null when nothing is said of the field.
    const Value* find(const Field<Complaint>& field) const;
    const Value* find(std::string_view field) const;
    bool has(std::string_view field) const { return find(field) != nullptr; }
    // Whether it gives the field a value, and does not take one away.
    bool gives(std::string_view field) const;

    // Throws BadValue for a word that is not of its field's vocabulary.
    void apply_to(Complaint& complaint) const;

    bool empty() const { return m_values.empty(); }
    auto begin() const { return m_values.begin(); }
    auto end() const { return m_values.end(); }
    friend bool operator==(const FieldValues&, const FieldValues&) = default;

  private:
    std::vector<FieldValue> m_values;
};

} // namespace reklamaatio::complaint
