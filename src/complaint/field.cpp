// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/field.hpp"

#include "complaint/error.hpp"
#include "complaint/field_row.hpp"
#include "complaint/prose.hpp"
#include "complaint/resolution.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

using field_row::field;

template <auto Member>
constexpr Field<Complaint> of_complaint(std::string_view name, FieldType type, Public known_as = {},
                                        Uses uses = {}) {
    return field<Complaint, Member>(name, type, false, known_as, uses);
}

template <auto Member>
constexpr Field<Complaint> personal(std::string_view name, Public known_as, Uses uses = {}) {
    return field<Complaint, Member>(name, FieldType::text, true, known_as, uses);
}

using C = Complaint;
using T = FieldType;

// What a complaint is classified by.
constexpr Uses k_classifying{Use::open, Use::classify, Use::edit, Use::list, Use::condition};
constexpr Uses k_found_out{Use::classify, Use::edit, Use::list};
constexpr Uses k_said{Use::open, Use::edit};
constexpr Uses k_of_source{Use::open, Use::edit, Use::list, Use::condition};
constexpr Uses k_corrected{Use::edit};
constexpr Uses k_of_end{Use::edit, Use::list};

constexpr std::array k_complaint_fields{
    of_complaint<&C::uid>("uid", T::text, {"Uid", "a UUID that it keeps for life, in every file"}),
    of_complaint<&C::ref>("ref", T::text,
                          {"Reference", "its reference in the external system; unique within its source"},
                          {Use::open, Use::edit, Use::list}),
    of_complaint<&C::source>("source", T::text, {"Source", "the external system it came from"}, k_of_source),
    of_complaint<&C::status>("status", T::word, {"Status", "where the complaint stands"}),
    of_complaint<&C::kind>("kind", T::word, {"Kind", "what it is"}, k_classifying),
    of_complaint<&C::priority>("priority", T::word, {"Priority", "how urgent it is"}, k_classifying),
    of_complaint<&C::harm>("harm", T::word, {"Harm", "whether anybody was hurt or could have been"},
                           k_classifying),
    of_complaint<&C::category>("category", T::text, {"Category", "what it is about, in the firm's own words"},
                               k_classifying),
    of_complaint<&C::product>("product", T::text, {"Product", "the product or service that it is about"},
                              k_classifying),
    of_complaint<&C::cause>("cause", T::text, {"Cause", "why it happened"}, k_found_out),
    of_complaint<&C::channel>("channel", T::text, {"Channel", "how it came in: phone, email, web and so on"},
                              {Use::open, Use::edit, Use::list, Use::condition}),
    of_complaint<&C::tags>("tags", T::tags, {"Tags", "the firm's own tags, separated by ;"}),
    of_complaint<&C::own>("own", T::own),
    field<C, &C::own_personal>("own_personal", T::own, true),
    personal<&C::subject>("subject", {"Subject", "the complaint in one line"}, k_corrected),
    personal<&C::text>("text", {"Text", "the complaint in the customer's words"}, k_corrected),
    personal<&C::wish>("wish", {"Wish", "what the customer wants"}, k_said),
    of_complaint<&C::audience>(
        "public", T::integer,
        {"Public", "where the customer complained in public: how many people could see it, at least 1"},
        k_said),
    of_complaint<&C::customer>("customer_id", T::customer_id),
    personal<&C::gave_name>(
        "gave_name", {"Gave the name", "the name of who wrote or called, where it is not the customer's"}),
    personal<&C::gave_email>("gave_email",
                             {"Gave the address", "likewise the e-mail address, where it is another one"}),
    personal<&C::gave_phone>("gave_phone",
                             {"Gave the number", "likewise the telephone number, where it is another one"}),
    of_complaint<&C::customer_type>(
        "customer_type", T::word,
        {"Customer type", "what the customer is; else what the policy says of customers"},
        {Use::open, Use::edit, Use::list, Use::condition}),
    of_complaint<&C::team>("team", T::text, {"Team", "the team that handles it"}, {Use::condition}),
    of_complaint<&C::assignee>("assignee", T::text, {"Assignee", "the person who handles it"}),
    of_complaint<&C::assigned_at>("assigned_at", T::instant),
    of_complaint<&C::received_at>("received_at", T::instant, {"Received", "when the customer complained"}),
    of_complaint<&C::logged_at>("logged_at", T::instant, {"Logged", "when it was entered"}),
    of_complaint<&C::status_at>("status_at", T::instant),
    of_complaint<&C::responded_at>("responded_at", T::instant,
                                   {"Answered", "when a person first answered the customer"}),
    of_complaint<&C::resolved_at>("resolved_at", T::instant, {"Resolved", "when it was resolved"}),
    of_complaint<&C::closed_at>("closed_at", T::instant, {"Closed", "when it was closed"}),
    of_complaint<&C::voided_at>("voided_at", T::instant),
    of_complaint<&C::waiting_since>("waiting_since", T::instant,
                                    {"Waiting since", "when the wait for the customer began"}),
    personal<&C::waiting_reason>("waiting_reason", {"Waiting for", "what the customer is to give or to do"}),
    of_complaint<&C::waiting_until>("waiting_until", T::instant,
                                    {"Answer by", "by when the customer's answer is expected; a date alone "
                                                  "means the end of that day"}),
    of_complaint<&C::waited>("waited_seconds", T::length,
                             {"Waited", "whole minutes spent waiting for the customer", "waiting_minutes"}),
    of_complaint<&C::given_response_due>(
        "given_response_due_at", T::given_due,
        {"Answer due", "when the first answer is due; a date alone means the end of that day",
         "response_due_at"}),
    of_complaint<&C::given_resolution_due>(
        "given_resolution_due_at", T::given_due,
        {"Resolution due", "when the resolution is due; a date alone means the end of that day",
         "resolution_due_at"}),
    of_complaint<&C::outcome>("outcome", T::word, {"Outcome", "what was decided"}, k_of_end),
    of_complaint<&C::settled>("settled", T::word, {"Settled", "whether the customer accepted it"},
                              k_corrected),
    of_complaint<&C::remedy>("remedy", T::text, {"Remedy", "what the customer was given"}, k_of_end),
    of_complaint<&C::amount>("amount_cents", T::money, {"Amount", "what that was worth", "amount"}),
    of_complaint<&C::currency>("currency", T::text,
                               {"Currency", "currency of the amount: three capitals, such as EUR"}),
    of_complaint<&C::approved_by>(
        "approved_by", T::text,
        {"Approved by", "who approved it, where the person in charge may not grant it alone"}, k_corrected),
    of_complaint<&C::granted_at>("granted_at", T::instant, {"Granted", "when the remedy was last granted"}),
    of_complaint<&C::owed_since>("owed_since", T::instant,
                                 {"Owed since", "since when the remedy is owed, where no offer says so"}),
    of_complaint<&C::paid_at>("paid_at", T::instant, {"Paid", "when the money was paid"}),
    of_complaint<&C::left_undone>(
        "left_undone", T::text,
        {"Left undone", "what was open when it was resolved by force, such as step:fix;promise:1"}),
    of_complaint<&C::csat>(
        "csat", T::integer,
        {"CSAT", "how satisfied the customer was afterwards, 1 (very dissatisfied) to 5 (very satisfied)"},
        k_corrected),
    of_complaint<&C::nps>("nps", T::integer, {"NPS", "how likely the customer is to recommend us, 0 to 10"},
                          k_corrected),
    of_complaint<&C::retained>("retained", T::word, {"Retained", "whether the customer stayed"}, k_corrected),
    of_complaint<&C::followed_up_at>("followed_up_at", T::instant,
                                     {"Followed up", "when the customer was asked how it went"}),
    of_complaint<&C::reached>("reached", T::word,
                              {"Reached", "whether the customer could be reached for that"}),
    of_complaint<&C::reopened_count>("reopened_count", T::integer, {"Reopened", "how often it was reopened"}),
    of_complaint<&C::recourse_told_at>(
        "recourse_told_at", T::instant,
        {"Recourse told", "when the customer was told whom to turn to against the decision"}),
    of_complaint<&C::reported_at>("reported_at", T::instant,
                                  {"Reported", "when an authority was told of a danger to people"}),
    of_complaint<&C::reported_to>("reported_to", T::text,
                                  {"Reported to", "the authority, and what it calls the report"}),
    personal<&C::not_reportable>(
        "not_reportable", {"Not reportable because", "why no authority need be told of a danger to people"}),
    of_complaint<&C::not_reportable_at>(
        "not_reportable_at", T::instant,
        {"Not reportable", "when it was said that no authority need be told"}),
    of_complaint<&C::stage>("stage", T::integer,
                            {"Stage", "1, and one more each time that the decision was appealed"}),
    of_complaint<&C::first_outcome>(
        "first_outcome", T::word,
        {"First outcome", "what was decided first, once it was reopened or appealed"}),
    of_complaint<&C::first_resolved_at>(
        "first_resolved_at", T::instant,
        {"First resolved", "when it was resolved first, once it was reopened or appealed"}),
    of_complaint<&C::merged_into>("merged_into", T::complaint_id,
                                  {"Merged into", "the complaint that it is a duplicate of"}),
    of_complaint<&C::effort_minutes>("effort_minutes", T::integer,
                                     {"Effort", "how long people worked on it, in minutes"}, k_corrected),
    of_complaint<&C::erased_at>("erased_at", T::instant, {"Erased", "when its personal data were erased"}),
    field<C, &C::row_digest>("row_digest", T::text, true),
};

template <Use use>
constexpr auto k_fields_of = [] {
    constexpr auto is_of_use = [](const Field<Complaint>& field) { return field.uses.has(use); };
    std::array<const Field<Complaint>*, std::ranges::count_if(k_complaint_fields, is_of_use)> found{};
    std::size_t place = 0;
    for (const auto& field : k_complaint_fields)
        if (is_of_use(field)) found[place++] = &field;
    return found;
}();

} // namespace

std::span<const Field<Complaint>> complaint_fields() {
    return k_complaint_fields;
}
std::span<const Field<Complaint>* const> complaint_fields(Use use) {
    switch (use) {
    case Use::open:
        return k_fields_of<Use::open>;
    case Use::classify:
        return k_fields_of<Use::classify>;
    case Use::edit:
        return k_fields_of<Use::edit>;
    case Use::list:
        return k_fields_of<Use::list>;
    case Use::condition:
        return k_fields_of<Use::condition>;
    }
    return {};
}

std::int64_t parse_whole_number(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || number < 0)
        throw BadValue(fmt::format("'{}' is not a whole number", text));
    return number;
}

std::string text_of(const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) return std::to_string(*count);
    return std::string(field_row::letters(value));
}

Value parse_value(const Field<Complaint>& field, const std::string& text) {
    Complaint scratch;
    if (field.type == FieldType::integer)
        field.set(scratch, text.empty() ? Value{} : Value{parse_whole_number(text)});
    else
        field.set(scratch, text.empty() ? Value{} : Value{is_plain(field.name) ? text::plain(text) : text});
    return field.get(scratch);
}

} // namespace reklamaatio::complaint
