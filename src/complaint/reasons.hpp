// SPDX-License-Identifier: GPL-3.0-or-later
// What can be refused: one reason for each thing that may not be. What a refusal of it tells stands in reason.hpp.
#pragma once

namespace reklamaatio::complaint {

enum class Reason {
    // the status does not allow the act
    no_act_on_what_is_void,
    no_followup_before_the_end,
    no_wait_to_end,
    nothing_to_reopen,
    no_act_after_the_end,
    // the order of time
    before_receipt,
    before_status,
    before_promise,
    before_offer,
    before_task,
    before_acceptance,
    before_grant,
    followup_before_end,
    in_the_future,
    answered_before_receipt,
    // when a complaint was received
    received_in_the_future,
    received_after_answer,
    received_after_entry,
    received_after_act,
    received_after_status,
    // words that are missing
    complaint_without_words,
    subject_and_text_gone,
    promise_without_words,
    task_without_words,
    step_without_findings,
    message_without_findings,
    left_to_do,
    force_without_reason,
    // outcome, follow-up and what goes with them
    kind_without_outcome,
    outcome_against_edited_kind,
    outcome_against_classified_kind,
    not_resolved_no_outcome,
    not_resolved_no_answers,
    reached_already,
    // promises
    no_such_promise,
    no_open_promise,
    several_open_promises,
    promise_ended,
    promise_due_in_the_past,
    // tasks
    no_such_task,
    no_open_task,
    several_open_tasks,
    task_ended,
    task_due_in_the_past,
    // offers
    no_offer,
    no_such_offer,
    offer_ended,
    offer_paid,
    offer_not_accepted,
    offer_expired,
    offer_expired_at_once,
    offer_without_sum,
    offer_without_money,
    offer_has_sum,
    // appeals
    appealed_before,
    // statutory terms
    no_term_to_extend,
    no_resolution_to_extend,
    no_such_term,
    several_terms,
    extended_before,
    extended_too_late,
    extended_to_no_later,
    extended_too_far,
    extended_on_other_channel,
    // waiting for the customer
    answer_awaited_in_the_past,
    first_answer_owed,
    // remedies and what they cost
    grant_paid,
    grant_has_sum,
    grant_without_sum,
    amount_for_no_remedy,
    amount_without_remedy,
    remedy_gone_amount_left,
    currency_without_sum,
    // who may grant how much; approvers: who may, where anybody may
    stranger_grants,
    limit_in_other_currency,
    beyond_limit,
    // which complaint is meant
    no_such_complaint,
    complaint_undone,
    no_complaint_in_range,
    no_such_reference,
    reference_of_several,
    reference_taken,
    // which customer is meant
    no_such_customer,
    nobody_called_so,
    several_called_so,
    number_of_several,
    part_of_a_name,
    customer_without_facts,
    address_of_other,
    // merging
    merged_into_itself,
    merged_before,
    customer_erased,
    complaints_not_over,
    no_retention,
    merge_loses_work,
    // preventive actions
    no_such_action,
    action_without_words,
    action_without_cause,
    action_due_in_the_past,
    action_done,
    action_done_before_begun,
    // alerts, routing and policies; why: what stood in the way
    no_alert,
    alerts_acknowledged,
    nothing_routes_it,
    nothing_routes_both,
    nothing_routes_them,
    not_away,
    away_by_policy,
    absence_over,
    no_such_policy,
    // taking changes back; a change is told with its command and who made it
    no_such_change,
    nothing_to_undo,
    change_made_database,
    change_delivered_alerts,
    change_erased,
    change_undone,
    change_built_upon,
    policy_changed_since,
    touched_since,
    erased_since,
    customer_taken_back,
    address_given_away,
    // a log
    database_in_use
};

} // namespace reklamaatio::complaint
