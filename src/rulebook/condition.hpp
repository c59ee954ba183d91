// SPDX-License-Identifier: GPL-3.0-or-later
// What service levels, rules and escalations ask of the fields of a complaint.
#pragma once

#include "complaint/field.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// A condition: the empty list admits every value.
template <typename T, typename V>
bool admits(const std::vector<T>& wanted, const V& value) {
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

// Whether every value that the narrow list admits is admitted by the wide one.
template <typename T>
bool is_part_of(const std::vector<T>& wide, const std::vector<T>& narrow) {
    return wide.empty() || (!narrow.empty() && std::ranges::all_of(narrow, [&](const T& value) {
               return admits(wide, value);
           }));
}

// The complaint must have one of the words in the field. A field that has no value has the word `otherwise`.
struct FieldCondition {
    const complaint::Field<complaint::Complaint>* field;
    std::vector<std::string> words;
    std::string otherwise = {};

    std::string had_by(const complaint::Complaint& complaint) const;
    bool holds(const complaint::Complaint& complaint) const { return admits(words, had_by(complaint)); }
};

// Conditions on several fields, each at most once; all must hold.
class FieldConditions {
  public:
    // Of a field that there is, by its name; no words are no condition.
    void ask(std::string_view field, std::vector<std::string> words);
    void ask(const complaint::Field<complaint::Complaint>& field, std::vector<std::string> words,
             std::string otherwise = {});
    // The words that are asked for; none where nothing is.
    const std::vector<std::string>& asked_of(const complaint::Field<complaint::Complaint>& field) const;
    const std::vector<std::string>& asked_of(std::string_view field) const;

    bool has_any() const { return !m_conditions.empty(); }
    bool hold(const complaint::Complaint& complaint) const;
    // Whether some complaint may fulfil both, as far as they tell.
    bool agree_with(const FieldConditions& others) const;
    // Whether they hold wherever the narrow ones do, as far as they tell.
    bool cover(const FieldConditions& narrow) const;

    auto begin() const { return m_conditions.begin(); }
    auto end() const { return m_conditions.end(); }

  private:
    std::vector<FieldCondition> m_conditions;
};

} // namespace reklamaatio::rulebook
