// SPDX-License-Identifier: GPL-3.0-or-later
// A field that a firm has besides ours, such as an order number: what its policy says of it, and how its values are read.
#pragma once

#include "complaint/field.hpp"
#include "complaint/money.hpp"
#include "complaint/word.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

enum class OwnType { text, number, money, date, time, yes_no };

constexpr auto vocabulary(OwnType) {
    return Words<6>{"a type of field", {"text", "number", "money", "date", "time", "yes_no"}};
}

// In which a reader is called something.
enum class Language { en, fi, pl };

struct OwnDeclaration {
    std::string name; // see check_own_name()
    OwnType type = OwnType::text;
    std::string label = {}; // the heading for people; empty: made of the name
    std::string label_fi = {}, label_pl = {};
    std::vector<std::string> values = {}; // of text: the only ones, if there are any
    bool personal = false;                // an erasure takes its values
    bool same_case = false;               // complaints with one value belong together
    std::string written = {}; // the name that the policy has for it, where that is one of ours by now
    bool keep = true;         // false: retired, shown only where it has a value

    friend bool operator==(const OwnDeclaration&, const OwnDeclaration&) = default;
};

// It stays where it is, since its field is pointed to like any other.
class OwnField {
  public:
    explicit OwnField(OwnDeclaration declaration);
    OwnField(const OwnField&) = delete;
    OwnField& operator=(const OwnField&) = delete;

    const OwnDeclaration& facts() const { return m_facts; }
    const std::string& name() const { return m_facts.name; }
    // What the policy calls it.
    const std::string& key() const { return m_facts.written.empty() ? m_facts.name : m_facts.written; }
    // Its name for people: in that language where the policy says it, else what it says for all, else made of the name.
    const std::string& label(Language language = Language::en) const;
    const Field<Complaint>& field() const { return m_field; }

  private:
    OwnDeclaration m_facts;
    std::string m_label;
    std::vector<std::string_view> m_values;
    Field<Complaint> m_field;
};

// In the order of the policy.
using OwnFields = std::vector<std::shared_ptr<const OwnField>>;

// Null for a name that is none.
const OwnField* own_field_named(const OwnFields& fields, std::string_view name);
// The value that a complaint has; "" for none.
std::string_view own_text(const Complaint& complaint, const OwnField& field);

inline constexpr std::size_t k_longest_own_name = 40;
// Small letters, digits and _, a letter first, at most k_longest_own_name, and no name of ours.
bool is_own_name(std::string_view name);
// Throws BadValue for any other.
void check_own_name(std::string_view name);

// The name that a field has from now on: where a later version of this program has a field of that name, ours wins, and
// theirs is own_NAME.
std::string settled_own_name(const std::string& name);

// A text of any type but date and time in the form that is stored: numbers as 12.5, money as 49.90, yes or no in English.
// Blanks at the ends are none, and "" is none. Throws BadValue for what is not of the type, and for what is none of the
// values. Money is in `currency`; where that is empty, in any.
std::string read_own(const OwnField& field, std::string_view text, DecimalMark mark = DecimalMark::either,
                     std::string_view currency = {});
// A day or an instant in the form that is stored, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ: what a policy and our own files say.
// Throws BadValue.
std::string read_own_time(const OwnField& field, std::string_view text);
constexpr bool is_of_time(OwnType type) {
    return type == OwnType::date || type == OwnType::time;
}

} // namespace reklamaatio::complaint
