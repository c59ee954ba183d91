// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field.hpp"
#include "exchange/field_read.hpp"
#include "exchange/synonyms.hpp"

#include <algorithm>

namespace reklamaatio::exchange {

namespace {

using complaint::Complaint, complaint::Customer, complaint::known_field, render::Value;

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

} // namespace

std::span<const Field> fields() {
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
        Field{known_field<Complaint>("stage"), synonyms::k_stage, take_integer<&Complaint::stage, 1, 9>},
        Field{known_field<Complaint>("recourse_told_at"), {}},
        Field{known_field<Complaint>("reported_at"), {}},
        Field{known_field<Complaint>("reported_to"), {}},
        Field{known_field<Complaint>("not_reportable"), {}},
        Field{known_field<Complaint>("not_reportable_at"), {}},
    };
    return k_fields;
}

} // namespace reklamaatio::exchange
