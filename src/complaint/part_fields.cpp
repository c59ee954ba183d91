// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of what belongs to complaints: customers, preventive actions, steps, promises, offers, alerts, tasks,
// appeals, extensions.
#include "complaint/field.hpp"
#include "complaint/field_row.hpp"

#include <array>

namespace reklamaatio::complaint {

namespace {

using field_row::field;
using T = FieldType;

constexpr std::array k_customer_fields{
    field<Customer, &Customer::name>("name", T::text, true, {"Customer", "the customer's name", "customer"}),
    field<Customer, &Customer::email>("email", T::text, true, {"E-mail", "the customer's e-mail address"}),
    field<Customer, &Customer::phone>("phone", T::text, true, {"Phone", "the customer's phone number"}),
    field<Customer, &Customer::value>("value_cents", T::money, false,
                                      {"Customer value",
                                       "what the customer is worth a year, in the organisation's currency",
                                       "customer_value"}),
    field<Customer, &Customer::prefers>("prefers", T::text),
    field<Customer, &Customer::type>("type", T::word),
    field<Customer, &Customer::ref>("ref", T::text, true,
                                    {"Customer reference",
                                     "the customer's number in the outside system; unique within its source",
                                     "customer_ref"}),
    field<Customer, &Customer::source>("source", T::text),
    field<Customer, &Customer::merged_into>("merged_into", T::customer_id),
    field<Customer, &Customer::erased_at>("erased_at", T::instant),
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
    field<Action, &Action::effort_minutes>("effort_minutes", T::integer),
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

constexpr std::array k_task_fields{
    field<Task, &Task::text>("text", T::text, true),
    field<Task, &Task::owner>("owner", T::text),
    field<Task, &Task::made_at>("made_at", T::instant),
    field<Task, &Task::made_by>("made_by", T::text),
    field<Task, &Task::due_at>("due_at", T::instant),
    field<Task, &Task::done_at>("done_at", T::instant),
    field<Task, &Task::dropped_at>("dropped_at", T::instant),
};

constexpr std::array k_appeal_fields{
    field<Appeal, &Appeal::body>("body", T::text),
    field<Appeal, &Appeal::ref>("ref", T::text),
    field<Appeal, &Appeal::made_at>("made_at", T::instant),
    field<Appeal, &Appeal::made_by>("made_by", T::text),
    field<Appeal, &Appeal::against>("against", T::word),
    field<Appeal, &Appeal::decider>("decider", T::text),
    field<Appeal, &Appeal::answer_by>("answer_by", T::instant),
    field<Appeal, &Appeal::answered_at>("answered_at", T::instant),
    field<Appeal, &Appeal::decided_at>("decided_at", T::instant),
    field<Appeal, &Appeal::decision>("decision", T::word),
    field<Appeal, &Appeal::amount>("amount_cents", T::money),
    field<Appeal, &Appeal::currency>("currency", T::text),
};

constexpr std::array k_extension_fields{
    field<Extension, &Extension::term>("term", T::text),
    field<Extension, &Extension::first_due_at>("first_due_at", T::instant),
    field<Extension, &Extension::until>("until", T::instant),
    field<Extension, &Extension::reason>("reason", T::text, true),
    field<Extension, &Extension::made_at>("made_at", T::instant),
    field<Extension, &Extension::made_by>("made_by", T::text),
};

} // namespace

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
std::span<const Field<Task>> task_fields() {
    return k_task_fields;
}
std::span<const Field<Appeal>> appeal_fields() {
    return k_appeal_fields;
}
std::span<const Field<Extension>> extension_fields() {
    return k_extension_fields;
}

} // namespace reklamaatio::complaint
