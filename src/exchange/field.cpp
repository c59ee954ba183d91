// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field.hpp"

#include "complaint/tags.hpp"
#include "exchange/field_read.hpp"
#include "exchange/synonyms.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace reklamaatio::exchange {

namespace {

using complaint::Complaint;
using complaint::Customer;
using complaint::Overview;
using render::Align;
using render::Value;

// Overview and Draft both hold a complaint and a customer under these names.
template <typename Whole, typename T>
auto& part_of(Whole& whole, T Complaint::*member) {
    return whole.complaint.*member;
}
template <typename Whole, typename T>
auto& part_of(Whole& whole, T Customer::*member) {
    return whole.customer.*member;
}

Value value(const std::string& text) {
    return text.empty() ? Value{} : Value{text};
}
Value value(std::int64_t number) {
    return number;
}
Value value(time::Instant instant) {
    return instant;
}
Value value(complaint::Id id) {
    return to_string(id);
}
template <typename E>
requires std::is_enum_v<E> Value value(E word) {
    return std::string(complaint::word(word));
}
template <typename T>
Value value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : Value{};
}

void read(std::string& into, const std::string& text, const Reading&) {
    into = text;
}
void read(time::Instant& into, const std::string& text, const Reading& reading) {
    into = read_instant(text, reading);
}
void read(complaint::Id& into, const std::string& text, const Reading&) {
    into = complaint::parse_id(text);
}
template <typename E>
requires std::is_enum_v<E>
void read(E& into, const std::string& text, const Reading&) {
    into = complaint::parse_word<E>(text);
}
template <typename T>
void read(std::optional<T>& into, const std::string& text, const Reading& reading) {
    read(into.emplace(), text, reading);
}

template <auto member>
Value value_of(const Overview& overview) {
    return value(part_of(overview, member));
}
template <auto member>
void take(Draft& draft, const std::string& text, const Reading& reading) {
    read(part_of(draft, member), text, reading);
}

template <auto member>
Value amount_of(const Overview& overview) {
    const auto& cents = part_of(overview, member);
    return cents ? Value{render::Amount{*cents}} : Value{};
}

template <auto member, std::int64_t least, std::int64_t most>
void take_integer(Draft& draft, const std::string& text, const Reading&) {
    part_of(draft, member) = read_integer(text, least, most);
}

template <auto member>
Value due_of(const Overview& overview) {
    return value(overview.*member);
}
template <auto member>
void take_due(Draft& draft, const std::string& text, const Reading& reading) {
    draft.complaint.*member = complaint::GivenDue{read_due(text, reading)};
}
template <auto member>
void take_no_due(Draft& draft) {
    draft.complaint.*member = complaint::GivenDue{};
}

Value id_value(const Overview& overview) {
    return value(overview.complaint.id);
}
void take_id(Draft& draft, const std::string& text, const Reading&) {
    draft.id = complaint::parse_id(text);
}

Value tags_value(const Overview& overview) {
    return value(complaint::joined_tags(overview.complaint.tags));
}

Value waiting_value(const Overview& overview) {
    return value(std::chrono::floor<std::chrono::minutes>(overview.complaint.waited).count());
}

constexpr std::array k_fields{
    Field{"id", "Id", "number of the complaint, R-124", synonyms::k_id, Align::left, id_value, take_id,
          nullptr},
    Field{"ref", "Reference", "what the outside system calls it; unique within its source", synonyms::k_ref,
          Align::left, value_of<&Complaint::ref>, take<&Complaint::ref>, nullptr},
    Field{"source", "Source", "the outside system that it came from", synonyms::k_source, Align::left,
          value_of<&Complaint::source>, take<&Complaint::source>, nullptr},
    Field{"status", "Status", "new, open, waiting, resolved, closed or void", synonyms::k_status, Align::left,
          value_of<&Complaint::status>, take<&Complaint::status>, nullptr},
    Field{"kind", "Kind", "praise, remark, complaint or claim", synonyms::k_kind, Align::left,
          value_of<&Complaint::kind>, take<&Complaint::kind>, nullptr},
    Field{"priority", "Priority", "low, normal, high or urgent", synonyms::k_priority, Align::left,
          value_of<&Complaint::priority>, take<&Complaint::priority>, nullptr},
    Field{"category", "Category", "what it is about, in the firm's own words", synonyms::k_category,
          Align::left, value_of<&Complaint::category>, take<&Complaint::category>, nullptr},
    Field{"product", "Product", "the product or service complained of", synonyms::k_product, Align::left,
          value_of<&Complaint::product>, take<&Complaint::product>, nullptr},
    Field{"cause", "Cause", "why it happened", synonyms::k_cause, Align::left, value_of<&Complaint::cause>,
          take<&Complaint::cause>, nullptr},
    Field{"channel", "Channel", "how it came: phone, email, web and so on", synonyms::k_channel, Align::left,
          value_of<&Complaint::channel>, take<&Complaint::channel>, nullptr},
    Field{"subject", "Subject", "the complaint in one line", synonyms::k_subject, Align::left,
          value_of<&Complaint::subject>, take<&Complaint::subject>, nullptr},
    Field{"text", "Text", "the complaint in the customer's words", synonyms::k_text, Align::left,
          value_of<&Complaint::text>, take<&Complaint::text>, nullptr},
    Field{"wish", "Wish", "what the customer wants", synonyms::k_wish, Align::left,
          value_of<&Complaint::wish>, take<&Complaint::wish>, nullptr},
    Field{"customer", "Customer", "the customer's name", synonyms::k_customer, Align::left,
          value_of<&Customer::name>, take<&Customer::name>, nullptr},
    Field{"email", "E-mail", "the customer's e-mail address", synonyms::k_email, Align::left,
          value_of<&Customer::email>, take_email, nullptr},
    Field{"phone", "Phone", "the customer's phone number", synonyms::k_phone, Align::left,
          value_of<&Customer::phone>, take_phone, nullptr},
    Field{"customer_value", "Customer value",
          "what the customer is worth a year, in the organisation's currency", synonyms::k_customer_value,
          Align::right, amount_of<&Customer::value>, take_customer_value, nullptr},
    Field{"team", "Team", "the team that handles it", synonyms::k_team, Align::left,
          value_of<&Complaint::team>, take<&Complaint::team>, nullptr},
    Field{"assignee", "Assignee", "the person who handles it", synonyms::k_assignee, Align::left,
          value_of<&Complaint::assignee>, take<&Complaint::assignee>, nullptr},
    Field{"tags", "Tags", "words of the firm's own, parted by ;", synonyms::k_tags, Align::left, tags_value,
          take_tags, nullptr},
    Field{"received_at", "Received", "when the customer complained", synonyms::k_received_at, Align::left,
          value_of<&Complaint::received_at>, take<&Complaint::received_at>, nullptr},
    Field{"logged_at", "Logged", "when it was entered", synonyms::k_logged_at, Align::left,
          value_of<&Complaint::logged_at>, take<&Complaint::logged_at>, nullptr},
    Field{"responded_at", "Answered", "when a person first answered the customer", synonyms::k_responded_at,
          Align::left, value_of<&Complaint::responded_at>, take<&Complaint::responded_at>, nullptr},
    Field{"response_due_at", "Answer due",
          "until when that was to happen; a date alone is the end of that day", synonyms::k_response_due_at,
          Align::left, due_of<&Overview::response_due_at>, take_due<&Complaint::given_response_due>,
          take_no_due<&Complaint::given_response_due>},
    Field{"resolution_due_at", "Resolution due",
          "until when it is to be resolved; a date alone is the end of that day",
          synonyms::k_resolution_due_at, Align::left, due_of<&Overview::resolution_due_at>,
          take_due<&Complaint::given_resolution_due>, take_no_due<&Complaint::given_resolution_due>},
    Field{"resolved_at", "Resolved", "when it was resolved", synonyms::k_resolved_at, Align::left,
          value_of<&Complaint::resolved_at>, take<&Complaint::resolved_at>, nullptr},
    Field{"closed_at", "Closed", "when it was closed", synonyms::k_closed_at, Align::left,
          value_of<&Complaint::closed_at>, take<&Complaint::closed_at>, nullptr},
    Field{"waiting_minutes", "Waited", "whole minutes spent waiting for the customer",
          synonyms::k_waiting_minutes, Align::right, waiting_value, take_waiting_minutes, nullptr},
    Field{"outcome", "Outcome", "what was decided: upheld, partly, rejected or withdrawn",
          synonyms::k_outcome, Align::left, value_of<&Complaint::outcome>, take<&Complaint::outcome>,
          nullptr},
    Field{"settled", "Settled", "whether the customer accepted it: yes, no or unknown", synonyms::k_settled,
          Align::left, value_of<&Complaint::settled>, take<&Complaint::settled>, nullptr},
    Field{"remedy", "Remedy", "what the customer was given", synonyms::k_remedy, Align::left,
          value_of<&Complaint::remedy>, take<&Complaint::remedy>, nullptr},
    Field{"amount", "Amount", "what that was worth", synonyms::k_amount, Align::right,
          amount_of<&Complaint::amount>, take_amount, nullptr},
    Field{"currency", "Currency", "of the amount: three capitals, such as EUR", synonyms::k_currency,
          Align::left, value_of<&Complaint::currency>, take_currency, nullptr},
    Field{"csat", "CSAT", "how content the customer was afterwards, 1 to 5", synonyms::k_csat, Align::right,
          value_of<&Complaint::csat>, take_integer<&Complaint::csat, 1, 5>, nullptr},
    Field{"nps", "NPS", "how likely the customer is to recommend us, 0 to 10", synonyms::k_nps, Align::right,
          value_of<&Complaint::nps>, take_integer<&Complaint::nps, 0, 10>, nullptr},
    Field{"retained", "Retained", "whether the customer stayed: yes or no", synonyms::k_retained, Align::left,
          value_of<&Complaint::retained>, take<&Complaint::retained>, nullptr},
    Field{"reopened_count", "Reopened", "how often it was reopened", synonyms::k_reopened_count, Align::right,
          value_of<&Complaint::reopened_count>, take_integer<&Complaint::reopened_count, 0, 1'000'000>,
          nullptr},
    Field{"merged_into", "Merged into", "the complaint that it is a duplicate of", synonyms::k_merged_into,
          Align::left, value_of<&Complaint::merged_into>, take<&Complaint::merged_into>, nullptr},
    Field{"uid", "Uid", "a UUID that it keeps for life, in every file", synonyms::k_uid, Align::left,
          value_of<&Complaint::uid>, take_uid, nullptr},
    Field{"harm", "Harm", "none, safety or injury", synonyms::k_harm, Align::left, value_of<&Complaint::harm>,
          take<&Complaint::harm>, nullptr},
};

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

std::span<const Field> fields() {
    return k_fields;
}

const Field* field_named(std::string_view name) {
    const auto found = std::ranges::find(k_fields, name, &Field::name);
    return found == k_fields.end() ? nullptr : &*found;
}

const Field* field_of_header(std::string_view header) {
    auto bare = text::folded(header);
    std::erase_if(bare, [](char c) { return !is_part_of_word(c); });
    const auto called_so = [&](std::string_view name) { return means(bare, name); };
    for (const Field& field : k_fields)
        if (called_so(field.name) || std::ranges::any_of(field.synonyms, called_so)) return &field;
    return nullptr;
}

} // namespace reklamaatio::exchange
