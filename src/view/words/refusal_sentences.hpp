// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads when something is refused: a whole sentence for each reason, without its full stop, that says
// what is wrong with what, and what to type instead. {name} stands for a fact of the refusal, {name:or} for a list
// of which one thing is to be chosen. A reason may have several sentences: the first whose facts are all known is
// told.
#pragma once

#include "complaint/reason.hpp"

namespace reklamaatio::view {

struct RefusalSentence {
    complaint::Reason reason;
    std::string_view text;
};

// In the order of the reasons.
constexpr auto refusal_sentences() {
    using R = complaint::Reason;
    return std::to_array<RefusalSentence>({
        {R::no_act_on_what_is_void,
         "{complaint} is {status}, so {act} is not possible; only note and edit still work on it; undo the "
         "void, or log it again"},
        {R::no_followup_before_the_end,
         "{complaint} is {status}, so {act} is not possible; resolve it first"},
        {R::no_wait_to_end, "{complaint} is {status}, so {act} is not possible; there is no wait to end"},
        {R::nothing_to_reopen,
         "{complaint} is {status}, so {act} is not possible; only what is resolved can be opened again"},
        {R::nothing_to_appeal,
         "{complaint} is {status}: nothing is decided that could be appealed; resolve it first, or log what "
         "came in with reklamaatio contact {complaint} --in"},
        {R::no_act_after_the_end, "{complaint} is {status}, so {act} is not possible; reopen it first"},
        {R::before_receipt, "{complaint} was received at {at}; nothing can have happened to it before that"},
        {R::before_status,
         "{complaint} became {status} at {at}; a change of status cannot be dated before that"},
        {R::before_promise,
         "promise P{promise} of {complaint} was made at {at}; nothing can have happened to it before that"},
        {R::before_offer,
         "offer {offer} of {complaint} was made at {at}; nothing can have happened to it before that"},
        {R::before_task,
         "task T{task} of {complaint} was made at {at}; nothing can have happened to it before that"},
        {R::before_acceptance,
         "offer {offer} of {complaint} was accepted at {at}; it cannot have been paid before that"},
        {R::before_grant,
         "the {remedy} of {complaint} was granted at {at}; it cannot have been paid before that"},
        {R::followup_before_end, "{complaint} was resolved at {at}; a follow-up comes after that"},
        {R::in_the_future, "--at {at} is in the future; now is {now}"},
        {R::answered_before_receipt,
         "--at {at} is before the complaint was received ({received}); it cannot have been answered then"},
        {R::received_in_the_future,
         "{complaint} cannot have been received in the future ({received}); now is {now}"},
        {R::received_in_the_future,
         "the complaint cannot have been received in the future ({received}); now is {now}"},
        {R::received_after_answer,
         "{complaint} cannot have been received at {received}: it was answered at {at}"},
        {R::received_after_entry,
         "{complaint} cannot have been received at {received}: it was entered at {at}"},
        {R::received_after_act,
         "{complaint} cannot have been received at {received}: something already happened to it at {at}"},
        {R::received_after_status,
         "{complaint} cannot have been received at {received}: it became {status} at {at}"},
        {R::complaint_without_words,
         "a complaint needs a subject or a text; write reklamaatio open SUBJECT, or -m TEXT"},
        {R::subject_and_text_gone, "{complaint} would have neither subject nor text; keep one of them"},
        {R::promise_without_words,
         "say what is promised on {complaint}: reklamaatio promise {complaint} WHAT --by TIME"},
        {R::task_without_words,
         "say what is to be done for {complaint}: reklamaatio task {complaint} WHAT --for WHO --by TIME"},
        {R::step_without_findings, "the step understand on {complaint} needs what was found out; use --what, "
                                   "--where, --why or -m TEXT"},
        {R::message_without_findings,
         "the step understand on {complaint} needs what was found out; add -m TEXT, or use reklamaatio step "
         "{complaint} understand --what --where --why"},
        {R::left_to_do, "{complaint} still has {left}; or resolve it anyway with --force -m WHY"},
        {R::force_without_reason,
         "{complaint} can be resolved with --force only if you give a reason: -m WHY"},
        {R::kind_without_outcome,
         "{complaint} is of the kind {kind}; only complaints and claims have an outcome"},
        {R::outcome_against_edited_kind,
         "{complaint} would be of the kind {kind} with an outcome, which only complaints and claims have; "
         "use --outcome '' as well, or choose another kind"},
        {R::outcome_against_classified_kind,
         "{complaint} would be of the kind {kind} with an outcome, which only complaints and claims have; if "
         "it is, use edit {complaint} --kind {kind} --outcome ''"},
        {R::not_resolved_no_outcome, "{complaint} is not resolved, so it has no outcome; use resolve"},
        {R::not_resolved_no_answers,
         "{complaint} is not resolved, so nobody was asked how it went; use followup later"},
        {R::reached_already,
         "{complaint} was followed up at {at}, and the customer was reached; log another attempt with note"},
        {R::no_such_promise, "{complaint} has no promise P{promise}; see reklamaatio show {complaint}"},
        {R::no_open_promise,
         "{complaint} has no open promise; make one with reklamaatio promise ID WHAT --by TIME"},
        {R::several_open_promises, "{complaint} has {count} open promises; choose one with --number"},
        {R::promise_ended,
         "promise P{promise} of {complaint} is already {state}; make a new one, or use undo"},
        {R::promise_due_in_the_past,
         "a promise on {complaint} cannot be due in the past ({due}); use a later --by"},
        {R::no_such_task, "{complaint} has no task T{task}; see reklamaatio show {complaint}"},
        {R::no_open_task, "{complaint} has no open task; make one with reklamaatio task {complaint} WHAT"},
        {R::several_open_tasks,
         "{complaint} has {count} open tasks; name one of them, as in reklamaatio task done {complaint} 1"},
        {R::task_ended, "task T{task} of {complaint} is already {state}; make a new one, or use undo"},
        {R::task_due_in_the_past,
         "a task for {complaint} cannot be due in the past ({due}); use a later --by"},
        {R::no_offer, "{complaint} has no offer; make one with reklamaatio offer ID REMEDY"},
        {R::no_such_offer, "{complaint} has no offer {offer}; see reklamaatio show {complaint}"},
        {R::offer_ended, "offer {offer} of {complaint} is already {state}; make a new one, or name another "
                         "one with --number"},
        {R::offer_paid,
         "offer {offer} of {complaint} is already paid; make a new one, or name another one with --number"},
        {R::offer_not_accepted,
         "offer {offer} of {complaint} has not been accepted; log that with --accepted first"},
        {R::offer_expired, "offer {offer} of {complaint} was open only until {until}; make a new one, or say "
                           "with --at when the customer accepted it"},
        {R::offer_expired_at_once,
         "an offer on {complaint} cannot have expired already ({until}); use a later --valid-until"},
        {R::offer_without_sum, "offer {offer} of {complaint} has no sum; add --amount"},
        {R::offer_without_money, "offer {offer} of {complaint} involves no money: there is nothing to pay"},
        {R::offer_has_sum,
         "offer {offer} of {complaint} is already for {amount}; leave --amount out, or make a new one"},
        {R::appealed_before, "an appeal of {complaint} to {body} has been on since {at}; log what is new "
                             "there with reklamaatio note "
                             "{complaint}, or the end with --decided; undo takes an appeal back"},
        {R::second_look_by_decider,
         "{person} decided {complaint}, and a second look is for another person; name somebody else, or let "
         "them do it"},
        {R::no_appeal, "{complaint} has no appeal; log one with reklamaatio appeal {complaint} --to BODY"},
        {R::no_open_appeal,
         "{complaint} has no appeal that this could be about; see reklamaatio show {complaint}"},
        {R::no_such_appeal, "{complaint} has no appeal A{appeal}; see reklamaatio show {complaint}"},
        {R::several_open_appeals, "{complaint} has several appeals: {appeals}; choose one with --number"},
        {R::appeal_answered,
         "appeal A{appeal} of {complaint} was answered at {at}; log what came after that with reklamaatio "
         "note {complaint}"},
        {R::appeal_decided, "appeal A{appeal} of {complaint} was decided at {at}; take that back with undo, "
                            "where it was wrong"},
        {R::review_has_no_answer, "appeal A{appeal} of {complaint} is a second look of our own, which nobody "
                                  "asks us to answer; decide "
                                  "it with --decided, or end {complaint} with resolve"},
        {R::before_appeal,
         "appeal A{appeal} of {complaint} was made at {at}; nothing can have happened to it before that"},
        {R::answer_due_in_the_past,
         "an answer on {complaint} cannot be due in the past ({due}); use a later --answer-by"},
        {R::recourse_not_told,
         "a message that ends {complaint} ({outcome}) must tell the customer whom to turn to; add "
         "\"{sentence}\", or --recourse where the letter says it"},
        {R::nobody_in_danger, "{complaint} tells of no danger to anybody, so there is nothing to report; say "
                              "it first with reklamaatio "
                              "classify {complaint} --harm safety, or injury"},
        {R::danger_not_reported, "{complaint} has the harm {harm}, and no authority was told; log that with "
                                 "reklamaatio note {complaint} "
                                 "--reported WHERE, or say with --not-reportable BECAUSE why none need be"},
        {R::danger_reported,
         "{complaint} was reported to {authority} on {at}; take that back with undo, where it was wrong"},
        {R::no_term_to_extend,
         "{complaint} has no statutory term that is still open and that the policy allows to be extended "
         "(extend_to of a [[legal]]); see reklamaatio explain {complaint} legal"},
        {R::no_resolution_to_extend,
         "{complaint} has no resolution that is still owed and that the policy allows to be extended "
         "(extend_to of its [[sla]]); see reklamaatio explain {complaint} resolution"},
        {R::no_such_term, "{complaint} has no term '{term}' that could be extended; see reklamaatio explain "
                          "{complaint} legal"},
        {R::several_terms,
         "{complaint} has several terms that could be extended: {terms}; name one with --term"},
        {R::extended_before,
         "{term} of {complaint} was already extended ({at}), which is possible only once; if "
         "that was a mistake, take it back with undo"},
        {R::extended_too_late, "{term} of {complaint} was due {due}, and can be extended only "
                               "before its end; if the customer was "
                               "told before, say when with --at"},
        {R::extended_to_no_later, "{term} of {complaint} is already due {due}; use a later --until"},
        {R::extended_too_far, "{term} of {complaint} can be extended until {until} and no further; use an "
                              "earlier --until"},
        {R::extended_on_other_channel,
         "the customer of {complaint} has to be told by {channels:or} that {term} is extended; "
         "name that with --channel"},
        {R::answer_awaited_in_the_past,
         "an answer on {complaint} cannot be expected in the past ({until}); use a later --until"},
        {R::first_answer_owed, "{complaint} has had no answer at all, so the first one is still owed; answer "
                               "it, or end it with resolve"},
        {R::grant_paid, "the {remedy} of {complaint} was already paid at {at}"},
        {R::grant_has_sum,
         "the {remedy} of {complaint} was granted for {amount}; leave --amount out, or correct it with edit"},
        {R::grant_without_sum, "the {remedy} of {complaint} was granted without a sum; add --amount"},
        {R::amount_for_no_remedy, "{complaint} cannot have an amount ({amount}) with the remedy none; leave "
                                  "the amount out, or name the remedy that it is for"},
        {R::amount_without_remedy, "{complaint} has no remedy that the amount is for; add --remedy"},
        {R::remedy_gone_amount_left,
         "{complaint} would have an amount without the remedy that it is for; use --amount '' as well"},
        {R::currency_without_sum, "{complaint} has no sum of money; add --amount"},
        {R::stranger_grants,
         "{complaint}: {person} is not among the people of the policy and may grant nothing; use "
         "--approved-by {approvers:or}"},
        {R::stranger_grants,
         "{complaint}: {person} is not among the people of the policy and may grant nothing; use "
         "--approved-by with somebody who may grant {amount}"},
        {R::limit_in_other_currency,
         "{complaint}: {person} may grant up to {limit}, which cannot be compared with {amount}; use "
         "--approved-by {approvers:or}"},
        {R::limit_in_other_currency,
         "{complaint}: {person} may grant up to {limit}, which cannot be compared with {amount}; use "
         "--approved-by with somebody who has no limit"},
        {R::beyond_limit, "{complaint}: {person} may grant up to {limit}; use --approved-by {approvers:or}"},
        {R::beyond_limit, "{complaint}: {person} may grant up to {limit}; use --approved-by with somebody "
                          "who may grant {amount}"},
        {R::no_such_complaint, "there is no complaint {complaint}; see reklamaatio list"},
        {R::complaint_undone,
         "there is no complaint {complaint} any more: change {change} undid its opening"},
        {R::no_complaint_in_range, "there are no complaints from {first} to {last}"},
        {R::no_such_reference, "there is no complaint with ref:{reference}"},
        {R::reference_of_several, "ref:{reference} can mean several; write {complaints:or}"},
        {R::reference_taken, "{other} already has the reference {reference}; see reklamaatio show {other}"},
        {R::no_such_customer, "there is no customer {customer}; see reklamaatio customer list"},
        {R::nobody_called_so, "nobody is known as '{name}'; see reklamaatio customer list"},
        {R::several_called_so, "'{name}' names {count} customers: {customers}; use the number"},
        {R::number_of_several,
         "{phone} is the number of {customers}; say whose with -c {numbers:or}, or give an e-mail address"},
        {R::number_of_several,
         "{phone} is the number of {customers}; give the name of one of them, or an e-mail address"},
        {R::part_of_a_name,
         "'{name}' is only a part of {customer}; use the number, an address or the whole name"},
        {R::customer_without_facts,
         "{customer} would have neither name nor e-mail address nor telephone number; keep one of them"},
        {R::address_of_other,
         "{address} belongs to {owner}; if they are the same, run reklamaatio customer merge {other} "
         "{customer}"},
        {R::merged_into_itself, "{survivor} cannot be merged into itself; name another one last"},
        {R::merged_before, "{merged} was merged into {survivor}; use that one"},
        {R::customer_erased, "{customer} was erased; whoever comes back is a new customer"},
        {R::complaints_not_over, "{customer} cannot be erased while {complaints} is not over, since the "
                                 "customer must be reached; end it first, or "
                                 "use --force"},
        {R::no_retention,
         "the policy does not say how long personal data are kept; write erase_after in [retention]"},
        {R::merge_loses_work, "{survivor} is {status}, but {duplicate} is not, and its open work would be "
                              "lost; reopen {survivor} first"},
        {R::no_such_action, "there is no action {action}; see reklamaatio action list --all"},
        {R::action_without_words, "say what is to be done: reklamaatio action add TEXT"},
        {R::action_without_cause,
         "--prevent for several complaints needs the cause that they share, so that the action knows whom it "
         "concerns; add --cause"},
        {R::action_due_in_the_past, "an action cannot be due in the past ({due}); use a later --due"},
        {R::action_done, "{action} was already done at {at}; see reklamaatio action show {action}"},
        {R::action_done_before_begun, "{action} was begun at {at}; it cannot have been done before that"},
        {R::no_alert, "{complaint} has no alert to acknowledge"},
        {R::alerts_acknowledged, "{complaint} has no alert that is not acknowledged"},
        {R::nothing_routes_it,
         "{complaint}: {why}; say who is to handle it: reklamaatio assign {complaint} WHO"},
        {R::nothing_routes_both, "{complaint}: {why}; neither can the other one; say who is to handle it: "
                                 "reklamaatio assign {complaint} WHO"},
        {R::nothing_routes_them,
         "{complaint}: {why}; neither can the {others} others; say who is to handle it: "
         "reklamaatio assign {complaint} WHO"},
        {R::not_away, "{person} is not away; see reklamaatio person list"},
        {R::away_by_policy,
         "{person} is away until {until} by the policy; change away of [person.{person}] there, and "
         "run reklamaatio policy apply"},
        {R::absence_over, "--until {until} is over; an absence ends today or later"},
        {R::no_such_policy, "there is no policy {policy}; the one in force is policy {current}"},
        {R::no_such_change, "there is no change {change}; see reklamaatio undo --list"},
        {R::nothing_to_undo,
         "{actor} has nothing to undo; reklamaatio undo --list shows everybody's changes"},
        {R::change_made_database,
         "change {change} ({command} by {actor}) made the database; it cannot be undone"},
        {R::change_delivered_alerts,
         "change {change} ({command} by {actor}) delivered alerts; what was told cannot be undone"},
        {R::change_erased,
         "change {change} ({command} by {actor}) erased personal data; that cannot be undone"},
        {R::change_undone, "change {change} ({command} by {actor}) is already undone"},
        {R::change_built_upon,
         "change {change} ({command} by {actor}) cannot be undone: change {other} ({other_command} by "
         "{other_actor}) builds on it; undo that first"},
        {R::policy_changed_since,
         "change {change} ({command} by {actor}) cannot be undone: change {other} ({other_command} by "
         "{other_actor}) touched the policy after it; undo that first"},
        {R::touched_since,
         "change {change} ({command} by {actor}) cannot be undone: change {other} ({other_command} by "
         "{other_actor}) touched {touched}, {more} more after it; undo that first"},
        {R::touched_since,
         "change {change} ({command} by {actor}) cannot be undone: change {other} ({other_command} by "
         "{other_actor}) touched {touched} after it; undo that first"},
        {R::erased_since, "change {change} ({command} by {actor}) cannot be undone: personal data of "
                          "{touched} were erased after it, "
                          "by change {other} ({other_command} by {other_actor})"},
        {R::customer_taken_back,
         "{owner} would belong to {customer}, which change {change} ({command} by {actor}) took back; undo "
         "that first"},
        {R::address_given_away,
         "{customer} would have the e-mail address or telephone number that {other} has had since change "
         "{change} "
         "({command} by {actor}); undo that first, or run reklamaatio customer merge {other} {customer}"},
        {R::database_in_use,
         "a log can be imported only into an empty database, and {database} already holds data; name "
         "another file with --db"},
    });
}

} // namespace reklamaatio::view
