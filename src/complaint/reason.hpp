// SPDX-License-Identifier: GPL-3.0-or-later
// The facts that a refusal gives, reason by reason.
#pragma once

#include "complaint/reasons.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace reklamaatio::complaint {

// The names of the facts stand in the order in which refuse() takes them, with a blank between them. The words of
// reasons are for logs and tests; a person reads the sentence that view/words has for the reason.
struct ReasonRow {
    Reason reason;
    std::string_view word;
    std::string_view facts;
    std::string_view fields{}; // those that it is about, as exports call them, with a blank between them

    constexpr std::size_t fact_count() const {
        return facts.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(facts, ' ')) + 1;
    }
};

inline constexpr std::array k_reasons{
    ReasonRow{Reason::no_act_on_what_is_void, "no_act_on_what_is_void", "complaint status act"},
    ReasonRow{Reason::no_followup_before_the_end, "no_followup_before_the_end", "complaint status act"},
    ReasonRow{Reason::no_wait_to_end, "no_wait_to_end", "complaint status act"},
    ReasonRow{Reason::nothing_to_reopen, "nothing_to_reopen", "complaint status act"},
    ReasonRow{Reason::nothing_to_appeal, "nothing_to_appeal", "complaint status act"},
    ReasonRow{Reason::no_act_after_the_end, "no_act_after_the_end", "complaint status act"},
    ReasonRow{Reason::before_receipt, "before_receipt", "complaint at"},
    ReasonRow{Reason::before_status, "before_status", "complaint status at"},
    ReasonRow{Reason::before_promise, "before_promise", "complaint promise at"},
    ReasonRow{Reason::before_offer, "before_offer", "complaint offer at"},
    ReasonRow{Reason::before_task, "before_task", "complaint task at"},
    ReasonRow{Reason::before_acceptance, "before_acceptance", "complaint offer at"},
    ReasonRow{Reason::before_grant, "before_grant", "complaint remedy at"},
    ReasonRow{Reason::followup_before_end, "followup_before_end", "complaint at"},
    ReasonRow{Reason::in_the_future, "in_the_future", "at now"},
    ReasonRow{Reason::answered_before_receipt, "answered_before_receipt", "at received", "received_at"},
    ReasonRow{Reason::received_in_the_future, "received_in_the_future", "complaint received now",
              "received_at"},
    ReasonRow{Reason::received_after_answer, "received_after_answer", "complaint received at", "received_at"},
    ReasonRow{Reason::received_after_entry, "received_after_entry", "complaint received at", "received_at"},
    ReasonRow{Reason::received_after_act, "received_after_act", "complaint received at", "received_at"},
    ReasonRow{Reason::received_after_status, "received_after_status", "complaint received status at",
              "received_at"},
    ReasonRow{Reason::complaint_without_words, "complaint_without_words", "", "subject text"},
    ReasonRow{Reason::subject_and_text_gone, "subject_and_text_gone", "complaint", "subject text"},
    ReasonRow{Reason::promise_without_words, "promise_without_words", "complaint"},
    ReasonRow{Reason::task_without_words, "task_without_words", "complaint"},
    ReasonRow{Reason::step_without_findings, "step_without_findings", "complaint"},
    ReasonRow{Reason::message_without_findings, "message_without_findings", "complaint"},
    ReasonRow{Reason::left_to_do, "left_to_do", "complaint left remedies"},
    ReasonRow{Reason::force_without_reason, "force_without_reason", "complaint"},
    ReasonRow{Reason::kind_without_outcome, "kind_without_outcome", "complaint kind", "kind outcome"},
    ReasonRow{Reason::outcome_against_edited_kind, "outcome_against_edited_kind", "complaint kind",
              "kind outcome"},
    ReasonRow{Reason::outcome_against_classified_kind, "outcome_against_classified_kind", "complaint kind",
              "kind outcome"},
    ReasonRow{Reason::not_resolved_no_outcome, "not_resolved_no_outcome", "complaint", "outcome"},
    ReasonRow{Reason::not_resolved_no_answers, "not_resolved_no_answers", "complaint", "csat nps retained"},
    ReasonRow{Reason::reached_already, "reached_already", "complaint at"},
    ReasonRow{Reason::no_such_promise, "no_such_promise", "complaint promise"},
    ReasonRow{Reason::no_open_promise, "no_open_promise", "complaint"},
    ReasonRow{Reason::several_open_promises, "several_open_promises", "complaint count"},
    ReasonRow{Reason::promise_ended, "promise_ended", "complaint promise state"},
    ReasonRow{Reason::promise_due_in_the_past, "promise_due_in_the_past", "complaint due"},
    ReasonRow{Reason::no_such_task, "no_such_task", "complaint task"},
    ReasonRow{Reason::no_open_task, "no_open_task", "complaint"},
    ReasonRow{Reason::several_open_tasks, "several_open_tasks", "complaint count"},
    ReasonRow{Reason::task_ended, "task_ended", "complaint task state"},
    ReasonRow{Reason::task_due_in_the_past, "task_due_in_the_past", "complaint due"},
    ReasonRow{Reason::no_offer, "no_offer", "complaint"},
    ReasonRow{Reason::no_such_offer, "no_such_offer", "complaint offer"},
    ReasonRow{Reason::offer_ended, "offer_ended", "complaint offer state"},
    ReasonRow{Reason::offer_paid, "offer_paid", "complaint offer"},
    ReasonRow{Reason::offer_not_accepted, "offer_not_accepted", "complaint offer"},
    ReasonRow{Reason::offer_expired, "offer_expired", "complaint offer until"},
    ReasonRow{Reason::offer_expired_at_once, "offer_expired_at_once", "complaint until"},
    ReasonRow{Reason::offer_without_sum, "offer_without_sum", "complaint offer", "amount"},
    ReasonRow{Reason::offer_without_money, "offer_without_money", "complaint offer"},
    ReasonRow{Reason::offer_has_sum, "offer_has_sum", "complaint offer amount", "amount"},
    ReasonRow{Reason::appealed_before, "appealed_before", "complaint body at"},
    ReasonRow{Reason::second_look_by_decider, "second_look_by_decider", "complaint person"},
    ReasonRow{Reason::no_appeal, "no_appeal", "complaint"},
    ReasonRow{Reason::no_open_appeal, "no_open_appeal", "complaint"},
    ReasonRow{Reason::no_such_appeal, "no_such_appeal", "complaint appeal"},
    ReasonRow{Reason::several_open_appeals, "several_open_appeals", "complaint appeals"},
    ReasonRow{Reason::appeal_answered, "appeal_answered", "complaint appeal at"},
    ReasonRow{Reason::appeal_decided, "appeal_decided", "complaint appeal at"},
    ReasonRow{Reason::review_has_no_answer, "review_has_no_answer", "complaint appeal"},
    ReasonRow{Reason::before_appeal, "before_appeal", "complaint appeal at"},
    ReasonRow{Reason::answer_due_in_the_past, "answer_due_in_the_past", "complaint due"},
    ReasonRow{Reason::recourse_not_told, "recourse_not_told", "complaint outcome sentence"},
    ReasonRow{Reason::nobody_in_danger, "nobody_in_danger", "complaint", "harm"},
    ReasonRow{Reason::danger_not_reported, "danger_not_reported", "complaint harm"},
    ReasonRow{Reason::danger_reported, "danger_reported", "complaint authority at"},
    ReasonRow{Reason::no_term_to_extend, "no_term_to_extend", "complaint"},
    ReasonRow{Reason::no_resolution_to_extend, "no_resolution_to_extend", "complaint"},
    ReasonRow{Reason::no_such_term, "no_such_term", "complaint term"},
    ReasonRow{Reason::several_terms, "several_terms", "complaint terms"},
    ReasonRow{Reason::extended_before, "extended_before", "complaint term at"},
    ReasonRow{Reason::extended_too_late, "extended_too_late", "complaint term due"},
    ReasonRow{Reason::extended_to_no_later, "extended_to_no_later", "complaint term due"},
    ReasonRow{Reason::extended_too_far, "extended_too_far", "complaint term until"},
    ReasonRow{Reason::extended_on_other_channel, "extended_on_other_channel", "complaint term channels"},
    ReasonRow{Reason::answer_awaited_in_the_past, "answer_awaited_in_the_past", "complaint until"},
    ReasonRow{Reason::first_answer_owed, "first_answer_owed", "complaint"},
    ReasonRow{Reason::grant_paid, "grant_paid", "complaint remedy at", "remedy"},
    ReasonRow{Reason::grant_has_sum, "grant_has_sum", "complaint remedy amount", "amount"},
    ReasonRow{Reason::grant_without_sum, "grant_without_sum", "complaint remedy", "amount"},
    ReasonRow{Reason::amount_for_no_remedy, "amount_for_no_remedy", "complaint amount", "remedy amount"},
    ReasonRow{Reason::amount_without_remedy, "amount_without_remedy", "complaint", "remedy amount"},
    ReasonRow{Reason::remedy_gone_amount_left, "remedy_gone_amount_left", "complaint", "remedy amount"},
    ReasonRow{Reason::currency_without_sum, "currency_without_sum", "complaint", "amount currency"},
    ReasonRow{Reason::stranger_grants, "stranger_grants", "complaint person amount approvers", "amount"},
    ReasonRow{Reason::limit_in_other_currency, "limit_in_other_currency",
              "complaint person limit amount approvers", "amount"},
    ReasonRow{Reason::beyond_limit, "beyond_limit", "complaint person limit amount approvers", "amount"},
    ReasonRow{Reason::no_such_complaint, "no_such_complaint", "complaint"},
    ReasonRow{Reason::complaint_undone, "complaint_undone", "complaint change"},
    ReasonRow{Reason::no_complaint_in_range, "no_complaint_in_range", "first last"},
    ReasonRow{Reason::no_such_reference, "no_such_reference", "reference", "ref"},
    ReasonRow{Reason::reference_of_several, "reference_of_several", "reference complaints", "ref"},
    ReasonRow{Reason::reference_taken, "reference_taken", "other reference", "ref"},
    ReasonRow{Reason::no_such_customer, "no_such_customer", "customer"},
    ReasonRow{Reason::nobody_called_so, "nobody_called_so", "name"},
    ReasonRow{Reason::several_called_so, "several_called_so", "name count customers"},
    ReasonRow{Reason::number_of_several, "number_of_several", "phone customers numbers", "phone"},
    ReasonRow{Reason::part_of_a_name, "part_of_a_name", "name customer"},
    ReasonRow{Reason::customer_without_facts, "customer_without_facts", "customer", "customer email phone"},
    ReasonRow{Reason::address_of_other, "address_of_other", "address owner other customer", "email"},
    ReasonRow{Reason::merged_into_itself, "merged_into_itself", "survivor"},
    ReasonRow{Reason::merged_before, "merged_before", "merged survivor"},
    ReasonRow{Reason::customer_erased, "customer_erased", "customer"},
    ReasonRow{Reason::complaints_not_over, "complaints_not_over", "customer complaints"},
    ReasonRow{Reason::no_retention, "no_retention", ""},
    ReasonRow{Reason::merge_loses_work, "merge_loses_work", "survivor status duplicate"},
    ReasonRow{Reason::no_such_action, "no_such_action", "action"},
    ReasonRow{Reason::action_without_words, "action_without_words", ""},
    ReasonRow{Reason::action_without_cause, "action_without_cause", "", "cause"},
    ReasonRow{Reason::action_due_in_the_past, "action_due_in_the_past", "due"},
    ReasonRow{Reason::action_done, "action_done", "action at"},
    ReasonRow{Reason::action_done_before_begun, "action_done_before_begun", "action at"},
    ReasonRow{Reason::no_alert, "no_alert", "complaint"},
    ReasonRow{Reason::alerts_acknowledged, "alerts_acknowledged", "complaint"},
    ReasonRow{Reason::nothing_routes_it, "nothing_routes_it", "complaint why", "assignee"},
    ReasonRow{Reason::nothing_routes_both, "nothing_routes_both", "complaint why", "assignee"},
    ReasonRow{Reason::nothing_routes_them, "nothing_routes_them", "complaint why others", "assignee"},
    ReasonRow{Reason::not_away, "not_away", "person"},
    ReasonRow{Reason::away_by_policy, "away_by_policy", "person until"},
    ReasonRow{Reason::absence_over, "absence_over", "until"},
    ReasonRow{Reason::no_such_policy, "no_such_policy", "policy current"},
    ReasonRow{Reason::no_such_change, "no_such_change", "change"},
    ReasonRow{Reason::nothing_to_undo, "nothing_to_undo", "actor"},
    ReasonRow{Reason::change_made_database, "change_made_database", "change command actor"},
    ReasonRow{Reason::change_delivered_alerts, "change_delivered_alerts", "change command actor"},
    ReasonRow{Reason::change_erased, "change_erased", "change command actor"},
    ReasonRow{Reason::change_undone, "change_undone", "change command actor"},
    ReasonRow{Reason::change_built_upon, "change_built_upon",
              "change command actor other other_command other_actor"},
    ReasonRow{Reason::policy_changed_since, "policy_changed_since",
              "change command actor other other_command other_actor"},
    ReasonRow{Reason::touched_since, "touched_since",
              "change command actor other other_command other_actor touched more"},
    ReasonRow{Reason::erased_since, "erased_since",
              "change command actor other other_command other_actor touched"},
    ReasonRow{Reason::customer_taken_back, "customer_taken_back", "owner customer change command actor"},
    ReasonRow{Reason::address_given_away, "address_given_away", "customer other change command actor",
              "email phone"},
    ReasonRow{Reason::database_in_use, "database_in_use", "database"},
};

static_assert(std::ranges::is_sorted(k_reasons, {}, &ReasonRow::reason)
                  && k_reasons.size() == static_cast<std::size_t>(k_reasons.back().reason) + 1,
              "each reason has its row, in the order of the enumeration");

constexpr const ReasonRow& row_of(Reason reason) {
    return k_reasons[static_cast<std::size_t>(reason)];
}

} // namespace reklamaatio::complaint
