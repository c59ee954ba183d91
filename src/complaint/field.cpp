// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/field.hpp"

#include "complaint/error.hpp"
#include "complaint/tags.hpp"

#include <array>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

constexpr std::string_view k_no_target = "none";

// Reading and writing one member as a Value; an overload for each C++ type that members have.
Value read(const std::string& member) {
    return member.empty() ? Value{} : Value{member};
}
Value read(std::int64_t member) {
    return member;
}
Value read(time::Instant member) {
    return member.time_since_epoch().count();
}
Value read(time::Seconds member) {
    return member.count();
}
Value read(Id member) {
    return member.number;
}
Value read(CustomerId member) {
    return member.number;
}
Value read(const std::vector<std::string>& member) {
    return read(joined_tags(member));
}
Value read(const GivenDue& member) {
    return member.at ? read(*member.at) : Value{std::string(k_no_target)};
}
template <typename E>
requires std::is_enum_v<E> Value read(E member) {
    return std::string(word(member));
}
template <typename T>
Value read(const std::optional<T>& member) {
    return member ? read(*member) : Value{};
}

std::int64_t number(const Value& value) {
    const auto* found = std::get_if<std::int64_t>(&value);
    return found != nullptr ? *found : 0;
}

std::string_view letters(const Value& value) {
    const auto* found = std::get_if<std::string>(&value);
    return found != nullptr ? std::string_view(*found) : std::string_view();
}

void write(std::string& member, const Value& value) {
    member = letters(value);
}
void write(std::int64_t& member, const Value& value) {
    member = number(value);
}
void write(time::Instant& member, const Value& value) {
    member = time::Instant{time::Seconds{number(value)}};
}
void write(time::Seconds& member, const Value& value) {
    member = time::Seconds{number(value)};
}
void write(Id& member, const Value& value) {
    member = Id{number(value)};
}
void write(CustomerId& member, const Value& value) {
    member = CustomerId{number(value)};
}
void write(std::vector<std::string>& member, const Value& value) {
    member = split_tags(letters(value));
}
void write(GivenDue& member, const Value& value) {
    member = {};
    if (std::holds_alternative<std::int64_t>(value)) member.at = time::Instant{time::Seconds{number(value)}};
}
template <typename E>
requires std::is_enum_v<E>
void write(E& member, const Value& value) {
    member = parse_word<E>(letters(value));
}
template <typename T>
void write(std::optional<T>& member, const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) {
        member.reset();
        return;
    }
    member.emplace();
    write(*member, value);
}

template <typename Owner, auto Member>
constexpr Field<Owner> field(std::string_view name, FieldType type, bool personal = false) {
    return {name, type, personal, [](const Owner& owner) { return read(owner.*Member); },
            [](Owner& owner, const Value& value) { write(owner.*Member, value); }};
}

template <auto Member>
constexpr Field<Complaint> of_complaint(std::string_view name, FieldType type) {
    return field<Complaint, Member>(name, type);
}

template <auto Member>
constexpr Field<Complaint> personal(std::string_view name) {
    return field<Complaint, Member>(name, FieldType::text, true);
}

using C = Complaint;
using T = FieldType;

constexpr std::array k_complaint_fields{
    of_complaint<&C::uid>("uid", T::text),
    of_complaint<&C::ref>("ref", T::text),
    of_complaint<&C::source>("source", T::text),
    of_complaint<&C::status>("status", T::word),
    of_complaint<&C::kind>("kind", T::word),
    of_complaint<&C::priority>("priority", T::word),
    of_complaint<&C::harm>("harm", T::word),
    of_complaint<&C::category>("category", T::text),
    of_complaint<&C::product>("product", T::text),
    of_complaint<&C::cause>("cause", T::text),
    of_complaint<&C::channel>("channel", T::text),
    of_complaint<&C::tags>("tags", T::tags),
    personal<&C::subject>("subject"),
    personal<&C::text>("text"),
    personal<&C::wish>("wish"),
    of_complaint<&C::customer>("customer_id", T::customer_id),
    of_complaint<&C::team>("team", T::text),
    of_complaint<&C::assignee>("assignee", T::text),
    of_complaint<&C::assigned_at>("assigned_at", T::instant),
    of_complaint<&C::received_at>("received_at", T::instant),
    of_complaint<&C::logged_at>("logged_at", T::instant),
    of_complaint<&C::status_at>("status_at", T::instant),
    of_complaint<&C::responded_at>("responded_at", T::instant),
    of_complaint<&C::resolved_at>("resolved_at", T::instant),
    of_complaint<&C::closed_at>("closed_at", T::instant),
    of_complaint<&C::voided_at>("voided_at", T::instant),
    of_complaint<&C::waiting_since>("waiting_since", T::instant),
    personal<&C::waiting_reason>("waiting_reason"),
    of_complaint<&C::waited>("waited_seconds", T::length),
    of_complaint<&C::given_response_due>("given_response_due_at", T::given_due),
    of_complaint<&C::given_resolution_due>("given_resolution_due_at", T::given_due),
    of_complaint<&C::outcome>("outcome", T::word),
    of_complaint<&C::settled>("settled", T::word),
    of_complaint<&C::remedy>("remedy", T::text),
    of_complaint<&C::amount>("amount_cents", T::money),
    of_complaint<&C::currency>("currency", T::text),
    of_complaint<&C::approved_by>("approved_by", T::text),
    of_complaint<&C::granted_at>("granted_at", T::instant),
    of_complaint<&C::owed_since>("owed_since", T::instant),
    of_complaint<&C::paid_at>("paid_at", T::instant),
    of_complaint<&C::left_undone>("left_undone", T::text),
    of_complaint<&C::csat>("csat", T::integer),
    of_complaint<&C::nps>("nps", T::integer),
    of_complaint<&C::retained>("retained", T::word),
    of_complaint<&C::followed_up_at>("followed_up_at", T::instant),
    of_complaint<&C::reached>("reached", T::word),
    of_complaint<&C::reopened_count>("reopened_count", T::integer),
    of_complaint<&C::merged_into>("merged_into", T::complaint_id),
    of_complaint<&C::row_digest>("row_digest", T::text),
};

constexpr std::array k_customer_fields{
    field<Customer, &Customer::name>("name", T::text, true),
    field<Customer, &Customer::email>("email", T::text, true),
    field<Customer, &Customer::phone>("phone", T::text, true),
    field<Customer, &Customer::value>("value_cents", T::money),
    field<Customer, &Customer::prefers>("prefers", T::text),
    field<Customer, &Customer::merged_into>("merged_into", T::customer_id),
};

constexpr std::array k_action_fields{
    field<Action, &Action::text>("text", T::text),
    field<Action, &Action::cause>("cause", T::text),
    field<Action, &Action::product>("product", T::text),
    field<Action, &Action::complaint>("complaint_id", T::complaint_id),
    field<Action, &Action::owner>("owner", T::text),
    field<Action, &Action::opened_at>("opened_at", T::instant),
    field<Action, &Action::due_at>("due_at", T::instant),
    field<Action, &Action::done_at>("done_at", T::instant),
    field<Action, &Action::effect>("effect", T::text),
};

constexpr std::array k_step_fields{
    field<StepRecord, &StepRecord::done_at>("done_at", T::instant),
    field<StepRecord, &StepRecord::done_by>("done_by", T::text),
    field<StepRecord, &StepRecord::text>("text", T::text, true),
    field<StepRecord, &StepRecord::what>("what", T::text, true),
    field<StepRecord, &StepRecord::where>("place", T::text, true),
    field<StepRecord, &StepRecord::why>("why", T::text, true),
};

constexpr std::array k_promise_fields{
    field<Promise, &Promise::text>("text", T::text, true),
    field<Promise, &Promise::made_at>("made_at", T::instant),
    field<Promise, &Promise::made_by>("made_by", T::text),
    field<Promise, &Promise::due_at>("due_at", T::instant),
    field<Promise, &Promise::kept_at>("kept_at", T::instant),
    field<Promise, &Promise::broken_at>("broken_at", T::instant),
    field<Promise, &Promise::withdrawn_at>("withdrawn_at", T::instant),
};

constexpr std::array k_offer_fields{
    field<Offer, &Offer::remedy>("remedy", T::text),
    field<Offer, &Offer::amount>("amount_cents", T::money),
    field<Offer, &Offer::currency>("currency", T::text),
    field<Offer, &Offer::text>("text", T::text, true),
    field<Offer, &Offer::made_at>("made_at", T::instant),
    field<Offer, &Offer::made_by>("made_by", T::text),
    field<Offer, &Offer::approved_by>("approved_by", T::text),
    field<Offer, &Offer::valid_until>("valid_until", T::instant),
    field<Offer, &Offer::accepted_at>("accepted_at", T::instant),
    field<Offer, &Offer::declined_at>("declined_at", T::instant),
    field<Offer, &Offer::withdrawn_at>("withdrawn_at", T::instant),
    field<Offer, &Offer::paid_at>("paid_at", T::instant),
    field<Offer, &Offer::wish>("wish", T::text, true),
};

constexpr std::array k_alert_fields{
    field<AlertRecord, &AlertRecord::level>("level", T::word),
    field<AlertRecord, &AlertRecord::clock>("clock", T::word),
    field<AlertRecord, &AlertRecord::ordinal>("ordinal", T::integer),
    field<AlertRecord, &AlertRecord::detail>("detail", T::text),
    field<AlertRecord, &AlertRecord::due_at>("due_at", T::instant),
    field<AlertRecord, &AlertRecord::raised_at>("raised_at", T::instant),
    field<AlertRecord, &AlertRecord::role>("role", T::text),
    field<AlertRecord, &AlertRecord::sent_at>("sent_at", T::instant),
    field<AlertRecord, &AlertRecord::sent_to>("sent_to", T::text),
    field<AlertRecord, &AlertRecord::acknowledged_at>("acknowledged_at", T::instant),
    field<AlertRecord, &AlertRecord::acknowledged_by>("acknowledged_by", T::text),
    field<AlertRecord, &AlertRecord::text>("text", T::text, true),
};

} // namespace

std::span<const Field<Complaint>> complaint_fields() {
    return k_complaint_fields;
}
std::span<const Field<Customer>> customer_fields() {
    return k_customer_fields;
}
std::span<const Field<Action>> action_fields() {
    return k_action_fields;
}
std::span<const Field<StepRecord>> step_fields() {
    return k_step_fields;
}
std::span<const Field<Promise>> promise_fields() {
    return k_promise_fields;
}
std::span<const Field<Offer>> offer_fields() {
    return k_offer_fields;
}
std::span<const Field<AlertRecord>> alert_fields() {
    return k_alert_fields;
}

} // namespace reklamaatio::complaint
