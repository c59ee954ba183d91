// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field.hpp"

#include "complaint/error.hpp"
#include "complaint/own_field.hpp"
#include "exchange/field_read.hpp"
#include "exchange/synonyms.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"
#include "text/plural.hpp"

#include <algorithm>

namespace reklamaatio::exchange {

namespace {

using complaint::Complaint, complaint::Customer, complaint::FieldType, complaint::OwnType;
using complaint::known_field, render::Value;

template <auto member, std::int64_t least, std::int64_t most>
void take_integer(Draft& draft, const std::string& text, const Reading&) {
    draft.complaint.*member = read_integer(text, least, most);
}

Value number_of(const complaint::Overview& overview) {
    return to_string(overview.complaint.id);
}

Value customer_of(const complaint::Overview& overview) {
    const auto& customer = overview.complaint.customer;
    return customer ? Value{to_string(*customer)} : Value{};
}

// Rounded up: a clock that is paused has something left.
Value resolution_left(const complaint::Overview& overview) {
    if (!overview.left || overview.resolution_due_at) return {};
    return std::chrono::ceil<std::chrono::minutes>(*overview.left).count();
}

constexpr Field::Own k_id{"id", "Id", "number of the complaint, R-124", render::Align::left, number_of};
constexpr Field::Own k_customer_id{
    "customer_id", "Customer number",
    "number of the customer, C-7: complaints with the same one are one customer's", render::Align::left,
    customer_of};
constexpr Field::Own k_resolution_left{
    "resolution_left_minutes", "Left",
    "while its clock is paused: minutes left to resolve it, of working time where the target counts that",
    render::Align::right, resolution_left};

const std::vector<Field>& table() {
    static const std::vector<Field> k_fields{
        Field{k_id, synonyms::k_id, take_id},
        Field{known_field<Complaint>("ref"), synonyms::k_ref},
        Field{known_field<Complaint>("source"), synonyms::k_source},
        Field{known_field<Complaint>("status"), synonyms::k_status},
        Field{known_field<Complaint>("kind"), synonyms::k_kind},
        Field{known_field<Complaint>("priority"), synonyms::k_priority},
        Field{known_field<Complaint>("category"), synonyms::k_category},
        Field{known_field<Complaint>("product"), synonyms::k_product},
        Field{known_field<Complaint>("cause"), synonyms::k_cause},
        Field{known_field<Complaint>("channel"), synonyms::k_channel},
        Field{known_field<Complaint>("subject"), synonyms::k_subject},
        Field{known_field<Complaint>("text"), synonyms::k_text},
        Field{known_field<Complaint>("wish"), synonyms::k_wish},
        Field{known_field<Customer>("name"), synonyms::k_customer, take_customer},
        Field{known_field<Customer>("email"), synonyms::k_email, take_email},
        Field{known_field<Customer>("phone"), synonyms::k_phone, take_phone},
        Field{known_field<Customer>("value_cents"), synonyms::k_customer_value, take_customer_value},
        Field{known_field<Complaint>("team"), synonyms::k_team},
        Field{known_field<Complaint>("assignee"), synonyms::k_assignee},
        Field{known_field<Complaint>("tags"), synonyms::k_tags, take_tags},
        Field{known_field<Complaint>("received_at"), synonyms::k_received_at},
        Field{known_field<Complaint>("logged_at"), synonyms::k_logged_at},
        Field{known_field<Complaint>("responded_at"), synonyms::k_responded_at},
        Field{known_field<Complaint>("given_response_due_at"), synonyms::k_response_due_at},
        Field{known_field<Complaint>("given_resolution_due_at"), synonyms::k_resolution_due_at,
              take_resolution_due},
        Field{known_field<Complaint>("resolved_at"), synonyms::k_resolved_at},
        Field{known_field<Complaint>("closed_at"), synonyms::k_closed_at},
        Field{known_field<Complaint>("waited_seconds"), synonyms::k_waiting_minutes, take_waiting_minutes},
        Field{known_field<Complaint>("outcome"), synonyms::k_outcome},
        Field{known_field<Complaint>("settled"), synonyms::k_settled},
        Field{known_field<Complaint>("remedy"), synonyms::k_remedy},
        Field{known_field<Complaint>("amount_cents"), synonyms::k_amount, take_amount},
        Field{known_field<Complaint>("currency"), synonyms::k_currency, take_currency},
        Field{known_field<Complaint>("csat"), synonyms::k_csat, take_integer<&Complaint::csat, 1, 5>},
        Field{known_field<Complaint>("nps"), synonyms::k_nps, take_integer<&Complaint::nps, 0, 10>},
        Field{known_field<Complaint>("retained"), synonyms::k_retained},
        Field{known_field<Complaint>("reopened_count"), synonyms::k_reopened_count,
              take_integer<&Complaint::reopened_count, 0, 1'000'000>},
        Field{known_field<Complaint>("merged_into"), synonyms::k_merged_into, take_merged_into},
        Field{known_field<Complaint>("uid"), {}, take_uid},
        Field{known_field<Complaint>("harm"), synonyms::k_harm},
        Field{known_field<Complaint>("waiting_reason"), synonyms::k_waiting_reason},
        Field{known_field<Complaint>("approved_by"), synonyms::k_approved_by},
        Field{known_field<Complaint>("left_undone"), synonyms::k_left_undone, take_left_undone},
        Field{known_field<Complaint>("followed_up_at"), synonyms::k_followed_up_at},
        Field{known_field<Complaint>("reached"), synonyms::k_reached},
        Field{known_field<Complaint>("granted_at"), synonyms::k_granted_at},
        Field{known_field<Complaint>("owed_since"), synonyms::k_owed_since},
        Field{known_field<Complaint>("paid_at"), synonyms::k_paid_at},
        Field{known_field<Complaint>("waiting_since"), synonyms::k_waiting_since},
        Field{known_field<Complaint>("gave_name"), {}},
        Field{known_field<Complaint>("gave_email"), {}},
        Field{known_field<Complaint>("gave_phone"), {}},
        Field{known_field<Customer>("ref"), synonyms::k_customer_ref},
        Field{k_resolution_left, synonyms::k_resolution_left, take_resolution_left},
        Field{known_field<Complaint>("customer_type"), synonyms::k_customer_type, take_customer_type},
        Field{k_customer_id, {}, take_customer_id},
        Field{known_field<Complaint>("waiting_until"), synonyms::k_waiting_until, take_waiting_until},
        Field{known_field<Complaint>("first_outcome"), synonyms::k_first_outcome},
        Field{known_field<Complaint>("first_resolved_at"), synonyms::k_first_resolved_at},
        Field{known_field<Complaint>("effort_minutes"), synonyms::k_effort_minutes, take_effort},
        Field{known_field<Complaint>("public"), synonyms::k_public, take_public},
        Field{known_field<Complaint>("erased_at"), {}},
    };
    return k_fields;
}

// A value of the record as files and tables have it.
Value shown(FieldType type, complaint::Value value) {
    if (auto* text = std::get_if<std::string>(&value)) return std::move(*text);
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) return {};
    switch (type) {
    case FieldType::instant:
        return time::Instant{time::Seconds{*number}};
    case FieldType::length:
        return std::chrono::floor<std::chrono::minutes>(time::Seconds{*number}).count();
    case FieldType::money:
        return render::Amount{*number};
    case FieldType::complaint_id:
        return to_string(complaint::Id{*number});
    default:
        return *number;
    }
}

bool is_of_type(const complaint::OwnField& field, const std::string& text) {
    try {
        return complaint::read_own(field, text, complaint::DecimalMark::point) == text;
    } catch (const complaint::BadValue&) {
        return false;
    }
}

// By its type; what was of another type once is a text.
Value own_shown(const complaint::OwnField& field, const Complaint& complaint) {
    const std::string text(own_text(complaint, field));
    if (text.empty()) return {};
    switch (field.facts().type) {
    case OwnType::number:
        return is_of_type(field, text) ? Value{render::Number{text}} : Value{text};
    case OwnType::time:
        if (const auto at = time::from_iso(text)) return *at;
        break;
    case OwnType::date:
        if (const auto date = time::date_from_iso(text)) return *date;
        break;
    case OwnType::money:
        return is_of_type(field, text) ? Value{render::Amount{complaint::parse_money(text).cents}}
                                       : Value{text};
    case OwnType::text:
    case OwnType::yes_no:
        break;
    }
    return text;
}

// What a text of a file means by the type of its field alone.
complaint::Value meant(FieldType type, const std::string& text, const Reading& reading) {
    switch (type) {
    case FieldType::instant:
        return read_instant(text, reading).time_since_epoch().count();
    case FieldType::given_due:
        return read_due(text, reading).time_since_epoch().count();
    case FieldType::complaint_id:
        return complaint::parse_id(text).number;
    default:
        return text;
    }
}

// Letters and digits only: "Received at", "received_at" and "ReceivedAt" are the same.
bool is_part_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string bare(std::string_view header) {
    auto letters = text::folded(text::plain(header));
    std::erase_if(letters, [](char c) { return !is_part_of_word(c); });
    return letters;
}

// `name` is folded as it stands in the tables.
bool means(std::string_view bare_header, std::string_view name) {
    for (const char c : name) {
        if (!is_part_of_word(c)) continue;
        if (!bare_header.starts_with(c)) return false;
        bare_header.remove_prefix(1);
    }
    return bare_header.empty();
}

} // namespace

FieldType Field::type() const {
    if (m_complaint != nullptr) return m_complaint->type;
    return m_customer != nullptr ? m_customer->type : FieldType::text; // one of ours alone prints itself
}

std::string Field::summary() const {
    if (m_customer != nullptr) return std::string(m_customer->known_as.summary);
    if (m_complaint == nullptr) return std::string(m_own.summary);
    const std::string summary(m_complaint->known_as.summary);
    return m_complaint->words.empty() ? summary : summary + ": " + text::alternatives(m_complaint->words);
}

render::Align Field::align() const {
    if (m_own.show != nullptr) return m_own.align;
    const auto* own = m_complaint != nullptr ? m_complaint->own : nullptr;
    const bool is_own_number =
        own != nullptr && (own->facts().type == OwnType::number || own->facts().type == OwnType::money);
    const auto is_number = is_own_number || type() == FieldType::integer || type() == FieldType::length
                           || type() == FieldType::money;
    return is_number ? render::Align::right : render::Align::left;
}

bool Field::is_guarded() const {
    return m_own.show == nullptr && (type() == FieldType::text || type() == FieldType::tags);
}

std::span<const std::string_view> Field::words() const {
    return m_complaint == nullptr ? std::span<const std::string_view>() : m_complaint->words;
}

bool Field::knows(std::string_view word) const {
    // As they are read: ours in lower case, those of a firm's own field as the firm writes them.
    const auto plain = m_complaint != nullptr && m_complaint->own != nullptr ? text::folded : text::lower;
    return std::ranges::find(words(), plain(word), plain) != words().end();
}

Value Field::value(const complaint::Overview& overview) const {
    if (m_own.show != nullptr) return m_own.show(overview);
    if (m_customer != nullptr) return shown(type(), m_customer->get(overview.customer));
    if (type() == FieldType::given_due) return render::instant_or_none(due_of(overview));
    if (m_complaint->own != nullptr) return own_shown(*m_complaint->own, overview.complaint);
    return shown(type(), m_complaint->get(overview.complaint));
}

void Field::take(Draft& draft, const std::string& text, const Reading& reading) const {
    if (m_take != nullptr) return m_take(draft, text, reading);
    if (m_complaint != nullptr && m_complaint->own != nullptr)
        return m_complaint->set(draft.complaint, read_own_text(*m_complaint->own, text, reading));
    const auto value = meant(type(), text, reading);
    if (m_complaint != nullptr)
        m_complaint->set(draft.complaint, value);
    else
        m_customer->set(draft.customer, value);
}

void Field::take_empty(Draft& draft) const {
    const bool is_due = m_complaint != nullptr && m_complaint->type == FieldType::given_due;
    const bool says_nothing = is_due && m_complaint->get(draft.complaint) == complaint::Value{};
    if (says_nothing) m_complaint->set(draft.complaint, "none");
}

// The due time that holds, whoever set it.
std::optional<time::Instant> Field::due_of(const complaint::Overview& overview) const {
    return name == "response_due_at" ? overview.response_due_at : overview.resolution_due_at;
}

std::span<const Field> fields() {
    return table();
}

const Field* field_named(std::string_view name) {
    const auto found = std::ranges::find(table(), name, &Field::name);
    return found == table().end() ? nullptr : &*found;
}

bool is_called(std::string_view header, std::string_view name) {
    return means(bare(header), text::folded(name));
}

bool is_foreign_uid(std::string_view header) {
    return std::ranges::any_of(synonyms::k_foreign_uid,
                               [&](std::string_view name) { return is_called(header, name); });
}

const Field* field_of_header(std::string_view header) {
    const auto letters = bare(header);
    const auto called_so = [&](std::string_view name) { return means(letters, name); };
    for (const Field& field : table())
        if (called_so(field.name) || std::ranges::any_of(field.synonyms, called_so)) return &field;
    return nullptr;
}

} // namespace reklamaatio::exchange
