// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field.hpp"

#include "exchange/field_read.hpp"
#include "exchange/synonyms.hpp"
#include "text/fold.hpp"
#include "text/plural.hpp"

#include <algorithm>
#include <vector>

namespace reklamaatio::exchange {

namespace {

using complaint::Complaint;
using complaint::Customer;
using complaint::FieldType;
using render::Value;

const complaint::Field<Complaint>& of_complaint(std::string_view name) {
    return *complaint::field_named<Complaint>(name);
}
const complaint::Field<Customer>& of_customer(std::string_view name) {
    return *complaint::field_named<Customer>(name);
}

template <auto member, std::int64_t least, std::int64_t most>
void take_integer(Draft& draft, const std::string& text, const Reading&) {
    draft.complaint.*member = read_integer(text, least, most);
}

const std::vector<Field>& table() {
    static const std::vector<Field> k_fields{
        Field{synonyms::k_id},
        Field{of_complaint("ref"), synonyms::k_ref},
        Field{of_complaint("source"), synonyms::k_source},
        Field{of_complaint("status"), synonyms::k_status},
        Field{of_complaint("kind"), synonyms::k_kind},
        Field{of_complaint("priority"), synonyms::k_priority},
        Field{of_complaint("category"), synonyms::k_category},
        Field{of_complaint("product"), synonyms::k_product},
        Field{of_complaint("cause"), synonyms::k_cause},
        Field{of_complaint("channel"), synonyms::k_channel},
        Field{of_complaint("subject"), synonyms::k_subject},
        Field{of_complaint("text"), synonyms::k_text},
        Field{of_complaint("wish"), synonyms::k_wish},
        Field{of_customer("name"), synonyms::k_customer},
        Field{of_customer("email"), synonyms::k_email, take_email},
        Field{of_customer("phone"), synonyms::k_phone, take_phone},
        Field{of_customer("value_cents"), synonyms::k_customer_value, take_customer_value},
        Field{of_complaint("team"), synonyms::k_team},
        Field{of_complaint("assignee"), synonyms::k_assignee},
        Field{of_complaint("tags"), synonyms::k_tags, take_tags},
        Field{of_complaint("received_at"), synonyms::k_received_at},
        Field{of_complaint("logged_at"), synonyms::k_logged_at},
        Field{of_complaint("responded_at"), synonyms::k_responded_at},
        Field{of_complaint("given_response_due_at"), synonyms::k_response_due_at},
        Field{of_complaint("given_resolution_due_at"), synonyms::k_resolution_due_at},
        Field{of_complaint("resolved_at"), synonyms::k_resolved_at},
        Field{of_complaint("closed_at"), synonyms::k_closed_at},
        Field{of_complaint("waited_seconds"), synonyms::k_waiting_minutes, take_waiting_minutes},
        Field{of_complaint("outcome"), synonyms::k_outcome},
        Field{of_complaint("settled"), synonyms::k_settled},
        Field{of_complaint("remedy"), synonyms::k_remedy},
        Field{of_complaint("amount_cents"), synonyms::k_amount, take_amount},
        Field{of_complaint("currency"), synonyms::k_currency, take_currency},
        Field{of_complaint("csat"), synonyms::k_csat, take_integer<&Complaint::csat, 1, 5>},
        Field{of_complaint("nps"), synonyms::k_nps, take_integer<&Complaint::nps, 0, 10>},
        Field{of_complaint("retained"), synonyms::k_retained},
        Field{of_complaint("reopened_count"), synonyms::k_reopened_count,
              take_integer<&Complaint::reopened_count, 0, 1'000'000>},
        Field{of_complaint("merged_into"), synonyms::k_merged_into},
        Field{of_complaint("uid"), synonyms::k_uid, take_uid},
        Field{of_complaint("harm"), synonyms::k_harm},
        Field{of_complaint("waiting_reason"), synonyms::k_waiting_reason},
        Field{of_complaint("approved_by"), synonyms::k_approved_by},
        Field{of_complaint("left_undone"), synonyms::k_left_undone, take_left_undone},
        Field{of_complaint("followed_up_at"), synonyms::k_followed_up_at},
        Field{of_complaint("reached"), synonyms::k_reached},
        Field{of_complaint("granted_at"), synonyms::k_granted_at},
        Field{of_complaint("owed_since"), synonyms::k_owed_since},
        Field{of_complaint("paid_at"), synonyms::k_paid_at},
        Field{of_complaint("waiting_since"), synonyms::k_waiting_since},
    };
    return k_fields;
}

// A value of the record as files and tables have it.
Value shown(FieldType type, const complaint::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
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
    return m_customer != nullptr ? m_customer->type : FieldType::complaint_id;
}

std::string Field::summary() const {
    if (m_customer != nullptr) return std::string(m_customer->known_as.summary);
    if (m_complaint == nullptr) return "number of the complaint, R-124";
    const std::string summary(m_complaint->known_as.summary);
    return m_complaint->words.empty() ? summary : summary + ": " + text::alternatives(m_complaint->words);
}

render::Align Field::align() const {
    const auto is_number =
        type() == FieldType::integer || type() == FieldType::length || type() == FieldType::money;
    return is_number ? render::Align::right : render::Align::left;
}

Value Field::value(const complaint::Overview& overview) const {
    if (m_customer != nullptr) return shown(type(), m_customer->get(overview.customer));
    if (m_complaint == nullptr) return to_string(overview.complaint.id);
    if (type() == FieldType::given_due) return render::instant_or_none(due_of(overview));
    return shown(type(), m_complaint->get(overview.complaint));
}

void Field::take(Draft& draft, const std::string& text, const Reading& reading) const {
    if (m_take != nullptr) return m_take(draft, text, reading);
    const auto value = meant(type(), text, reading);
    if (m_complaint != nullptr) return m_complaint->set(draft.complaint, value);
    if (m_customer != nullptr) return m_customer->set(draft.customer, value);
    draft.id = complaint::parse_id(text);
}

void Field::take_empty(Draft& draft) const {
    if (type() == FieldType::given_due) m_complaint->set(draft.complaint, "none");
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

const Field* field_of_header(std::string_view header) {
    auto bare = text::folded(header);
    std::erase_if(bare, [](char c) { return !is_part_of_word(c); });
    const auto called_so = [&](std::string_view name) { return means(bare, name); };
    for (const Field& field : table())
        if (called_so(field.name) || std::ranges::any_of(field.synonyms, called_so)) return &field;
    return nullptr;
}

} // namespace reklamaatio::exchange
