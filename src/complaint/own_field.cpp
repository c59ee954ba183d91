// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/own_field.hpp"

#include "complaint/error.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

using Own = Field<Complaint>;

const OwnTexts& texts_of(const Own& field, const Complaint& complaint) {
    return field.personal ? complaint.own_personal : complaint.own;
}

Value get_own(const Own& field, const Complaint& complaint) {
    const auto text = text_in(texts_of(field, complaint), field.name);
    return text.empty() ? Value{} : Value{std::string(text)};
}

// What was recorded before the policy called it personal, or while it did, is taken away with it.
void set_own(const Own& field, Complaint& complaint, const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    set_text(field.personal ? complaint.own : complaint.own_personal, field.name, "");
    set_text(field.personal ? complaint.own_personal : complaint.own, field.name,
             text != nullptr ? std::string_view(*text) : std::string_view());
}

bool is_same(const Own& field, const Complaint& a, const Complaint& b) {
    return text_in(texts_of(field, a), field.name) == text_in(texts_of(field, b), field.name);
}

// "order_number" → "Order number"
std::string label_of(const OwnDeclaration& facts) {
    if (!facts.label.empty()) return facts.label;
    std::string label = facts.name;
    std::ranges::replace(label, '_', ' ');
    if (!label.empty() && text::is_letter(label.front()))
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return label;
}

std::string read_yes_no(std::string_view text) {
    constexpr std::array<std::string_view, 6> k_yes{"yes", "true", "1", "kylla", "tak", "y"};
    constexpr std::array<std::string_view, 6> k_no{"no", "false", "0", "ei", "nie", "n"};
    const auto word = text::folded(text);
    if (std::ranges::find(k_yes, word) != k_yes.end()) return "yes";
    if (std::ranges::find(k_no, word) != k_no.end()) return "no";
    throw BadValue(fmt::format("'{}' is neither yes nor no", text));
}

bool is_mark(char c, DecimalMark mark) {
    return (c == '.' && mark != DecimalMark::comma) || (c == ',' && mark != DecimalMark::point);
}

// Zeros that say nothing are left out.
std::string number_of(std::string whole, std::string decimals) {
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    decimals.resize(decimals.find_last_not_of('0') + 1);
    return decimals.empty() ? whole : whole + '.' + decimals;
}

// Groups of digits may have blanks between them; a mark that may part groups as well as decimals is for parse_money alone,
// since here nobody knows how many decimals there are.
std::string read_number(std::string_view typed, DecimalMark mark) {
    constexpr std::size_t k_most_digits = 18;
    const auto plain = text::plain(typed);
    std::string_view rest = plain;
    const bool is_negative = rest.starts_with('-');
    if (is_negative || rest.starts_with('+')) rest.remove_prefix(1);
    const auto at = static_cast<std::size_t>(
        std::ranges::find_if(rest, [&](char c) { return is_mark(c, mark); }) - rest.begin());
    std::string whole(rest.substr(0, at));
    const std::string decimals(rest.substr(std::min(at + 1, rest.size())));
    std::erase(whole, ' ');
    const bool is_number = text::is_number(whole) && (at == rest.size() || text::is_number(decimals));
    if (!is_number) throw BadValue(fmt::format("'{}' is not a number; write 12, -3 or 12.5", typed));
    if (whole.size() + decimals.size() > k_most_digits)
        throw BadValue(fmt::format("'{}' has more than {} digits, which is too large", typed, k_most_digits));
    const auto number = number_of(whole, decimals);
    return is_negative && number != "0" ? "-" + number : number;
}

std::string read_money(std::string_view text, DecimalMark mark, std::string_view currency) {
    const auto money = parse_money(text, mark);
    if (!money.currency.empty() && !currency.empty() && money.currency != currency)
        throw BadValue(
            fmt::format("'{}' is in {}; sums of this field are in {}", text, money.currency, currency));
    return amount_text(money.cents);
}

// A name of the record, or of what files and reports have besides.
bool is_ours(std::string_view name) {
    constexpr std::array<std::string_view, 19> k_taken{"id",
                                                       "complaint",
                                                       "number",
                                                       "assign",
                                                       "tag",
                                                       "day",
                                                       "week",
                                                       "month",
                                                       "quarter",
                                                       "year",
                                                       "date",
                                                       "time",
                                                       "clock",
                                                       "due",
                                                       "left",
                                                       "from",
                                                       "until",
                                                       "period",
                                                       "resolution_left_minutes"};
    const auto is_called = [&](const auto& field) { return field.name == name || field.column() == name; };
    return std::ranges::any_of(complaint_fields(), is_called)
           || std::ranges::any_of(customer_fields(), is_called)
           || std::ranges::find(k_taken, name) != k_taken.end();
}

bool is_well_formed(std::string_view name) {
    const auto is_of_name = [](char c) { return ('a' <= c && c <= 'z') || text::is_digit(c) || c == '_'; };
    return !name.empty() && name.size() <= k_longest_own_name && text::is_letter(name.front())
           && std::ranges::all_of(name, is_of_name);
}

// Of a list that is closed, as the list writes it.
std::string listed(const OwnField& field, std::string_view text) {
    const auto& values = field.facts().values;
    const auto folded = text::folded(text);
    const auto is_it = [&](const std::string& value) {
        return value == text || text::folded(value) == folded;
    };
    const auto found = std::ranges::find_if(values, is_it);
    if (found != values.end()) return *found;
    const std::vector<std::string_view> known(values.begin(), values.end());
    refuse_word(text, "a value of " + field.name(), known);
}

} // namespace

OwnField::OwnField(OwnDeclaration declaration)
    : m_facts(std::move(declaration)), m_label(label_of(m_facts)),
      m_values(m_facts.values.begin(), m_facts.values.end()), m_field{m_facts.name,
                                                                      FieldType::text,
                                                                      m_facts.personal,
                                                                      get_own,
                                                                      set_own,
                                                                      is_same,
                                                                      m_values,
                                                                      {m_label, m_label},
                                                                      {Use::open, Use::classify, Use::edit,
                                                                       Use::list, Use::condition},
                                                                      this} {}

const std::string& OwnField::label(Language language) const {
    const auto& own = language == Language::fi ? m_facts.label_fi : m_facts.label_pl;
    return language == Language::en || own.empty() ? m_label : own;
}

const OwnField* own_field_named(const OwnFields& fields, std::string_view name) {
    const auto found = std::ranges::find_if(fields, [&](const auto& field) { return field->name() == name; });
    return found == fields.end() ? nullptr : found->get();
}

std::string_view own_text(const Complaint& complaint, const OwnField& field) {
    const auto text = text_in(complaint.own, field.name());
    return text.empty() ? text_in(complaint.own_personal, field.name()) : text;
}

bool is_own_name(std::string_view name) {
    return is_well_formed(name) && !is_ours(name);
}

void check_own_name(std::string_view name) {
    if (!is_well_formed(name))
        throw BadValue(
            fmt::format("'{}' is not a name for a field; write at most {} small letters, digits and _, "
                        "a letter first",
                        name, k_longest_own_name));
    if (is_ours(name))
        throw BadValue(fmt::format("'{}' is a name of ours; choose another one, such as own_{}", name, name));
}

std::string settled_own_name(const std::string& name) {
    if (!is_ours(name)) return name;
    auto settled = "own_" + name;
    settled.resize(std::min(settled.size(), k_longest_own_name));
    return settled;
}

std::string read_own(const OwnField& field, std::string_view typed, DecimalMark mark,
                     std::string_view currency) {
    const auto text = text::trimmed(typed);
    if (text.empty()) return "";
    switch (field.facts().type) {
    case OwnType::number:
        return read_number(text, mark);
    case OwnType::money:
        return read_money(text, mark, currency);
    case OwnType::yes_no:
        return read_yes_no(text);
    case OwnType::text:
    case OwnType::date:
    case OwnType::time:
        break;
    }
    return field.facts().values.empty() ? std::string(text) : listed(field, text);
}

std::string read_own_time(const OwnField& field, std::string_view typed) {
    const auto text = text::trimmed(typed);
    const bool is_date = field.facts().type == OwnType::date;
    if (text.empty() || (is_date ? time::date_from_iso(text).has_value() : time::from_iso(text).has_value()))
        return std::string(text);
    throw BadValue(fmt::format("'{}' is not a {}; write {}", text, is_date ? "day" : "time",
                               is_date ? "2026-11-21" : "2026-11-21T12:05:00Z"));
}

} // namespace reklamaatio::complaint
