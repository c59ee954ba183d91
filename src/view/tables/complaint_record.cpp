// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/complaint_record.hpp"

#include "exchange/field.hpp"
#include "rulebook/clocks/clock_state.hpp"
#include "view/tables/word_value.hpp"
#include "view/words/due_text.hpp"
#include "view/words/event_text.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

namespace reklamaatio::view {

namespace {

using render::amount_or_none;
using render::instant_or_none;
using render::number_or_none;
using render::Record;
using render::records;
using render::text_or_none;
using render::Value;

Value minutes_or_none(const std::optional<time::Seconds>& length) {
    return length ? Value{render::Length{*length}} : Value{};
}

Record deadline_record(const rulebook::Deadline& deadline, const casework::Dossier& dossier,
                       time::Instant now) {
    return {{"clock", word_value(deadline.clock)},
            {"number", Value{deadline.ordinal}},
            {"state", word_value(state_of(deadline, dossier.complaint(), now))},
            {"started_at", instant_or_none(deadline.started_at)},
            {"due_at", instant_or_none(deadline.due_at)},
            {"warn_at", instant_or_none(deadline.warn_at)},
            {"met_at", instant_or_none(deadline.met_at)},
            {"cancelled_at", instant_or_none(deadline.cancelled_at)},
            {"missed_at", instant_or_none(deadline.missed_at)},
            {"left_minutes", minutes_or_none(deadline.left)},
            {"taken_minutes", minutes_or_none(deadline.taken)},
            {"overrun_minutes", minutes_or_none(deadline.overrun)},
            {"target", text_or_none(deadline.target)},
            {"sla", text_or_none(deadline.sla)},
            {"calendar", text_or_none(deadline.calendar)},
            {"policy", Value{deadline.policy}},
            {"silence", deadline.silence ? word_value(*deadline.silence) : Value{}}};
}

// All five, done or not.
std::vector<Record> step_records(const complaint::Procedure& procedure) {
    return records(complaint::values<complaint::Step>(), [&](complaint::Step name) {
        const auto done = std::ranges::find(procedure.steps, number_of(name), &complaint::StepRecord::number);
        const auto step = done == procedure.steps.end() ? complaint::StepRecord{} : *done;
        return Record{{"step", word_value(name)},
                      {"done_at", instant_or_none(step.done_at)},
                      {"done_by", text_or_none(step.done_by)},
                      {"text", text_or_none(step.text)},
                      {"what", text_or_none(step.what)},
                      {"where", text_or_none(step.where)},
                      {"why", text_or_none(step.why)}};
    });
}

Record promise_record(const complaint::Promise& promise) {
    return {{"number", Value{promise.number}},
            {"text", text_or_none(promise.text)},
            {"state", word_value(state_of(promise))},
            {"made_at", instant_or_none(promise.made_at)},
            {"made_by", text_or_none(promise.made_by)},
            {"due_at", instant_or_none(promise.due_at)},
            {"kept_at", instant_or_none(promise.kept_at)},
            {"broken_at", instant_or_none(promise.broken_at)},
            {"withdrawn_at", instant_or_none(promise.withdrawn_at)}};
}

Record task_record(const complaint::Task& task) {
    return {{"number", Value{task.number}},
            {"text", text_or_none(task.text)},
            {"owner", text_or_none(task.owner)},
            {"state", word_value(state_of(task))},
            {"made_at", instant_or_none(task.made_at)},
            {"made_by", text_or_none(task.made_by)},
            {"due_at", instant_or_none(task.due_at)},
            {"done_at", instant_or_none(task.done_at)},
            {"dropped_at", instant_or_none(task.dropped_at)}};
}

Record offer_record(const complaint::Offer& offer, time::Instant now) {
    return {{"number", Value{offer.number}},
            {"remedy", text_or_none(offer.remedy)},
            {"amount", amount_or_none(offer.amount)},
            {"currency", text_or_none(offer.currency)},
            {"text", text_or_none(offer.text)},
            {"state", word_value(state_of(offer, now))},
            {"made_at", instant_or_none(offer.made_at)},
            {"made_by", text_or_none(offer.made_by)},
            {"approved_by", text_or_none(offer.approved_by)},
            {"valid_until", instant_or_none(offer.valid_until)},
            {"accepted_at", instant_or_none(offer.accepted_at)},
            {"declined_at", instant_or_none(offer.declined_at)},
            {"withdrawn_at", instant_or_none(offer.withdrawn_at)},
            {"paid_at", instant_or_none(offer.paid_at)},
            {"wish", text_or_none(offer.wish)}};
}

Record appeal_record(const complaint::Appeal& appeal) {
    return {{"number", Value{appeal.number}},
            {"body", text_or_none(appeal.body)},
            {"ref", text_or_none(appeal.ref)},
            {"made_at", instant_or_none(appeal.made_at)},
            {"made_by", text_or_none(appeal.made_by)},
            {"state", Value{std::string(word(state_of(appeal)))}},
            {"against", word_or_none(appeal.against)},
            {"decider", text_or_none(appeal.decider)},
            {"answer_by", instant_or_none(appeal.answer_by)},
            {"answered_at", instant_or_none(appeal.answered_at)},
            {"decided_at", instant_or_none(appeal.decided_at)},
            {"decision", word_or_none(appeal.decision)},
            {"amount", amount_or_none(appeal.amount)},
            {"currency", text_or_none(appeal.currency)}};
}

Record extension_record(const complaint::Extension& extension) {
    return {{"number", Value{extension.number}},
            {"term", text_or_none(extension.term)},
            {"first_due_at", instant_or_none(extension.first_due_at)},
            {"until", instant_or_none(extension.until)},
            {"reason", text_or_none(extension.reason)},
            {"made_at", instant_or_none(extension.made_at)},
            {"made_by", text_or_none(extension.made_by)}};
}

Record action_record(const complaint::Action& action) {
    return {{"action", Value{to_string(action.id)}},    {"text", text_or_none(action.text)},
            {"cause", text_or_none(action.cause)},      {"product", text_or_none(action.product)},
            {"owner", text_or_none(action.owner)},      {"opened_at", instant_or_none(action.opened_at)},
            {"due_at", instant_or_none(action.due_at)}, {"done_at", instant_or_none(action.done_at)},
            {"effect", text_or_none(action.effect)}};
}

Record spoken_record(const casework::Spoken& spoken) {
    const auto& message = spoken.said.message;
    return {{"complaint", Value{to_string(spoken.complaint)}},
            {"happened_at", instant_or_none(spoken.said.happened_at)},
            {"direction", word_value(message.direction)},
            {"channel", text_or_none(message.channel)},
            {"by", text_or_none(spoken.said.actor)},
            {"automatic", Value{message.automatic}},
            {"text", text_or_none(message.text)},
            {"about", text_or_none(about_text(message.direction, spoken.parts, iso_time))},
            {"kind", word_value(spoken.kind)},
            {"needs_no_answer", Value{message.needs_no_answer}}};
}

Record followup_record(const complaint::FollowedUp& followup) {
    return {{"followed_up_at", instant_or_none(followup.at)},
            {"by", text_or_none(followup.by)},
            {"reached", word_or_none(followup.reached)},
            {"csat", number_or_none(followup.csat)},
            {"nps", number_or_none(followup.nps)},
            {"retained", word_or_none(followup.retained)}};
}

Record ending_record(const complaint::Ending& ending) {
    return {{"resolved_at", instant_or_none(ending.resolved_at)},
            {"by", text_or_none(ending.by)},
            {"outcome", word_or_none(ending.outcome)},
            {"settled", word_or_none(ending.settled)},
            {"remedy", text_or_none(ending.remedy)},
            {"amount", amount_or_none(ending.amount)},
            {"currency", text_or_none(ending.currency)},
            {"approved_by", text_or_none(ending.approved_by)},
            {"cause", text_or_none(ending.cause)},
            {"left_undone", text_or_none(ending.left_undone)},
            {"followups", records(ending.followups, followup_record)},
            {"reopened_at", instant_or_none(ending.reopened_at)},
            {"reopened_by", text_or_none(ending.reopened_by)},
            {"reopened_why", text_or_none(ending.reopened_why)},
            {"left_undone_why", text_or_none(ending.left_undone_why)},
            {"paid_at", instant_or_none(ending.paid_at)},
            {"by_appeal", Value{ending.is_appealed}}};
}

Record recorded_record(const casework::Recorded& recorded) {
    const auto& event = recorded.logged.event;
    return {{"event", Value{event.number}},
            {"change", Value{event.change}},
            {"recorded_at", instant_or_none(event.recorded_at)},
            {"happened_at", instant_or_none(event.happened_at)},
            {"actor", Value{event.actor}},
            {"command", Value{recorded.logged.command}},
            {"kind", word_value(event.kind)},
            {"what", text_or_none(event_text(event, iso_time))},
            {"stands", Value{recorded.stands}},
            {"undoes", event.undoes == 0 ? Value{} : Value{event.undoes}}};
}

Record complainant_record(const store::Complainant& other) {
    const auto& customer = other.customer;
    return {{"customer_id", Value{to_string(customer.id)}}, {"customer", text_or_none(customer.name)},
            {"email", text_or_none(customer.email)},        {"phone", text_or_none(customer.phone)},
            {"prefers", text_or_none(customer.prefers)},    {"complaint", Value{to_string(other.complaint)}}};
}

template <typename T, typename IdOf>
std::vector<std::string> numbers_of(const std::vector<T>& items, IdOf id_of) {
    std::vector<std::string> numbers(items.size());
    std::ranges::transform(
        items, numbers.begin(), [](complaint::Id id) { return to_string(id); }, id_of);
    return numbers;
}

// What the export has no column for, and the lists.
Record more_record(const casework::Dossier& dossier, const rulebook::Policy& policy, time::Instant now) {
    const bool is_for_nobody = rulebook::owes_nobody_an_answer(policy, dossier.complaint());
    return {
        {"customer_prefers", text_or_none(dossier.overview.customer.prefers)},
        {"customer_before", numbers_of(dossier.before, &store::Neighbour::id)},
        {"customer_since", numbers_of(dossier.since, &store::Neighbour::id)},
        {"left_undone_why", text_or_none(dossier.ending ? dossier.ending->left_undone_why : "")},
        {"unanswered_since", instant_or_none(dossier.overview.unanswered_since)},
        {"earlier_resolutions", records(dossier.earlier, ending_record)},
        {"deadlines", records(dossier.deadlines,
                              [&](const auto& deadline) { return deadline_record(deadline, dossier, now); })},
        {"steps", step_records(dossier.procedure)},
        {"promises", records(dossier.procedure.promises, promise_record)},
        {"offers",
         records(dossier.procedure.offers, [&](const auto& offer) { return offer_record(offer, now); })},
        {"actions", records(dossier.actions, action_record)},
        {"conversation", records(dossier.conversation, spoken_record)},
        {"merged", numbers_of(dossier.merged, std::identity{})},
        {"history", records(dossier.history, recorded_record)},
        {"other_customers", records(dossier.others, complainant_record)},
        {"tasks", records(dossier.procedure.tasks, task_record)},
        {"unanswerable", text_or_none(is_for_nobody ? k_nobody_to_answer : "")},
        {"appeals", records(dossier.procedure.appeals, appeal_record)},
        {"extensions", records(dossier.procedure.extensions, extension_record)}};
}

} // namespace

Record complaint_record(const casework::Dossier& dossier, const exchange::FieldSet& fields,
                        const rulebook::Policy& policy, time::Instant now) {
    Record record;
    for (const auto* field : fields.all())
        record.push_back({std::string(field->name), field->value(dossier.overview)});
    auto more = more_record(dossier, policy, now);
    std::ranges::move(more, std::back_inserter(record));
    return record;
}

} // namespace reklamaatio::view
