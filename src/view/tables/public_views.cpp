// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/public_views.hpp"

#include "view/tables/view_column.hpp"

#include <array>

namespace reklamaatio::view {

namespace {

using K = render::Kind;

constexpr std::array k_complaints{
    ViewColumn{"id", K::text, "R-124"},
    ViewColumn{"ref", K::text, "its reference in the external system"},
    ViewColumn{"source", K::text, "that system"},
    ViewColumn{"status", K::text, "as it is now"},
    ViewColumn{"kind", K::text, "praise, remark, complaint or claim"},
    ViewColumn{"priority", K::text, "low, normal, high or urgent"},
    ViewColumn{"harm", K::text, "none, safety or injury"},
    ViewColumn{"category", K::text, "what it is about"},
    ViewColumn{"product", K::text, "the product or service"},
    ViewColumn{"cause", K::text, "what was behind it"},
    ViewColumn{"channel", K::text, "how it came in"},
    ViewColumn{"subject", K::text, "in one line"},
    ViewColumn{"text", K::text, "in the customer's words"},
    ViewColumn{"wish", K::text, "what the customer wants"},
    ViewColumn{"customer_id", K::text, "C-7"},
    ViewColumn{"customer", K::text, "name"},
    ViewColumn{"email", K::text, "address"},
    ViewColumn{"phone", K::text, "number"},
    ViewColumn{"customer_value_cents", K::cents, "what the customer is worth a year"},
    ViewColumn{"team", K::text, "that handles it"},
    ViewColumn{"assignee", K::text, "who handles it"},
    ViewColumn{"tags", K::text, "separated by ;"},
    ViewColumn{"received_at", K::instant, "when the customer complained"},
    ViewColumn{"logged_at", K::instant, "when it was entered"},
    ViewColumn{"responded_at", K::instant, "when a person first answered"},
    ViewColumn{"resolved_at", K::instant, "when it was resolved"},
    ViewColumn{"closed_at", K::instant, "when it was closed"},
    ViewColumn{"waiting_since", K::instant, "while the customer is waited for: since when"},
    ViewColumn{"waiting_reason", K::text, "and for what"},
    ViewColumn{"waiting_minutes", K::minutes, "spent waiting before, in all"},
    ViewColumn{"outcome", K::text, "what was decided"},
    ViewColumn{"settled", K::text, "whether the customer accepted it"},
    ViewColumn{"remedy", K::text, "what the customer was given"},
    ViewColumn{"amount_cents", K::cents, "what that was worth"},
    ViewColumn{"currency", K::text, "of the amount"},
    ViewColumn{"csat", K::number, "1 to 5"},
    ViewColumn{"nps", K::number, "0 to 10"},
    ViewColumn{"retained", K::text, "whether the customer stayed"},
    ViewColumn{"reopened_count", K::number, "how often it was reopened"},
    ViewColumn{"merged_into", K::text, "the complaint that it is a duplicate of"},
    ViewColumn{"uid", K::text, "a UUID for life"},
    ViewColumn{"approved_by", K::text, "who approved the remedy, where the owner may not grant it alone"},
    ViewColumn{"left_undone", K::text,
               "what was open when it was resolved by force: promise:1, offer:2, step:fix, separated by ;"},
    ViewColumn{"followed_up_at", K::instant, "when somebody asked how it went"},
    ViewColumn{"reached", K::text, "whether the customer was there to be asked: yes or no"},
    ViewColumn{"granted_at", K::instant, "when the remedy was last granted"},
    ViewColumn{"owed_since", K::instant, "since when the remedy is owed, where no accepted offer tells it"},
    ViewColumn{"paid_at", K::instant, "when the money of that remedy was paid"},
    ViewColumn{"gave_name", K::text,
               "what whoever wrote or called gave as the name, where the customer is known by another"},
    ViewColumn{"gave_email", K::text, "likewise the e-mail address"},
    ViewColumn{"gave_phone", K::text, "likewise the telephone number"},
    ViewColumn{"customer_type", K::text, "consumer, business or authority, where it is said"},
    ViewColumn{"number", K::number, "124, to join on"},
    ViewColumn{"customer_number", K::number, "7, to join on"},
    ViewColumn{"merged_into_number", K::number, "of the complaint that it is a duplicate of"},
    ViewColumn{"waiting_until", K::instant, "by when the answer is expected, where that was said"},
    ViewColumn{"first_outcome", K::text, "what was decided first, once it was reopened or appealed"},
    ViewColumn{"first_resolved_at", K::instant, "and when"},
    ViewColumn{"effort_minutes", K::minutes, "how long people worked on it"},
    ViewColumn{"public", K::number, "where it was made in public: how many people could see it"},
    ViewColumn{"erased_at", K::instant, "when its personal data were erased"},
    ViewColumn{"stage", K::number, "1, and one more each time that the decision was appealed"},
    ViewColumn{"recourse_told_at", K::instant,
               "when the customer was told whom to turn to against the decision"},
    ViewColumn{"reported_at", K::instant, "when an authority was told of a danger to people"},
    ViewColumn{"reported_to", K::text, "the authority, and what it calls the report"},
    ViewColumn{"not_reportable", K::text, "why no authority need be told"},
    ViewColumn{"not_reportable_at", K::instant, "when that was said"},
};

constexpr std::array k_deadlines{
    ViewColumn{"complaint", K::text, "R-124"},
    ViewColumn{"clock", K::text,
               "response, reply, update, resolution, promise, followup, answer, task, legal, appeal or "
               "authority"},
    ViewColumn{"ordinal", K::number,
               "1, 2, 3... in the complaint; of a promise, a task or an appeal, its number"},
    ViewColumn{"started_at", K::instant, "when the clock started"},
    ViewColumn{"due_at", K::instant, "empty while the clock is paused"},
    ViewColumn{"warn_at", K::instant, "from when on it is at risk"},
    ViewColumn{"met_at", K::instant, "when it was met, in time or not; empty: unmet"},
    ViewColumn{"cancelled_at", K::instant, "when it ceased to be owed: voided, resolved, withdrawn, dropped"},
    ViewColumn{"missed_at", K::instant, "when it was given up: a promise that was declared broken"},
    ViewColumn{"left_minutes", K::minutes, "while the clock is paused: what is left"},
    ViewColumn{"taken_minutes", K::minutes, "working time from start to met, without pauses"},
    ViewColumn{"overrun_minutes", K::minutes, "working time by which it was met late"},
    ViewColumn{"target", K::text, "such as 4h; empty when the due time came with an import"},
    ViewColumn{"sla", K::text, "the service level, or the statutory term"},
    ViewColumn{"calendar", K::text, "in which it is counted"},
    ViewColumn{"policy", K::number, "the version of the policy"},
    k_complaint_number,
    ViewColumn{"silence", K::text,
               "of a statutory term, what counts when it passes unmet: nothing, accepted, "
               "undisputed or refused"}};

constexpr std::array k_complaint_fields{
    ViewColumn{"complaint", K::text, "R-124"},
    ViewColumn{"name", K::text, "of a field of your own"},
    ViewColumn{"value", K::text, "numbers as 12.5, money as 49.90, yes or no, days and times as ISO 8601"},
    k_complaint_number,
};

constexpr std::array k_customers{
    ViewColumn{"id", K::text, "C-7"},
    ViewColumn{"name", K::text, "of the customer"},
    ViewColumn{"email", K::text, "address"},
    ViewColumn{"phone", K::text, "number"},
    ViewColumn{"value_cents", K::cents, "what the customer is worth a year"},
    ViewColumn{"prefers", K::text, "the preferred channel"},
    ViewColumn{"merged_into", K::text, "the customer who turned out to be the same"},
    ViewColumn{"ref", K::text, "what an outside system calls the customer"},
    ViewColumn{"source", K::text, "that system"},
    ViewColumn{"type", K::text, "consumer, business or authority, where it is said"},
    ViewColumn{"number", K::number, "7, to join on"},
    ViewColumn{"merged_into_number", K::number, "of the customer who turned out to be the same"},
    ViewColumn{"erased_at", K::instant, "when the customer's personal data were erased"},
};

constexpr std::array k_actions{ViewColumn{"id", K::text, "A-3"},
                               ViewColumn{"text", K::text, "what is to be done"},
                               ViewColumn{"cause", K::text, "that it is to prevent"},
                               ViewColumn{"product", K::text, "that it concerns"},
                               ViewColumn{"complaint", K::text, "that it came from"},
                               ViewColumn{"owner", K::text, "who sees to it"},
                               ViewColumn{"opened_at", K::instant, "since when"},
                               ViewColumn{"due_at", K::instant, "by when it is to be done"},
                               ViewColumn{"done_at", K::instant, "when it was done"},
                               ViewColumn{"effect", K::text, "what it achieved"},
                               ViewColumn{"number", K::number, "3, to join on"},
                               k_complaint_number,
                               ViewColumn{"effort_minutes", K::minutes, "how long people worked on it"}};

constexpr std::array k_efforts{
    ViewColumn{"complaint", K::text, "R-124, of work on a complaint"},
    ViewColumn{"action", K::text, "A-3, of work on a preventive action"},
    ViewColumn{"happened_at", K::instant, "when it was done"},
    ViewColumn{"actor", K::text, "by whom"},
    ViewColumn{"minutes", K::minutes, "how long it took; below zero where a sum was put right"},
    ViewColumn{"cost_cents", K::cents,
               "what it cost by the policy of that time, where it says what an hour costs"},
    ViewColumn{"currency", K::text, "of the cost"},
    k_complaint_number,
    ViewColumn{"action_number", K::number, "3, to join on"}};

constexpr std::array k_events{ViewColumn{"event", K::number, "number"},
                              ViewColumn{"change", K::number, "the number of the command"},
                              ViewColumn{"kind", K::text, "what it was"},
                              ViewColumn{"complaint", K::text, "of which complaint"},
                              ViewColumn{"customer", K::text, "of which customer"},
                              ViewColumn{"action", K::text, "of which preventive action"},
                              ViewColumn{"happened_at", K::instant, "when it happened"},
                              ViewColumn{"recorded_at", K::instant, "when it was written down"},
                              ViewColumn{"actor", K::text, "who did it"},
                              ViewColumn{"command", K::text, "by which command"},
                              ViewColumn{"changes", K::text,
                                         "a JSON object of fields, each with its value before and after; "
                                         "where the event brought something into "
                                         "being, with its value alone; empty where an import brought many "
                                         "into being, of which `log` and `export --events` tell"},
                              ViewColumn{"personal", K::text, "the same of what a person said or is called"},
                              ViewColumn{"undoes", K::number, "the change that this one undoes"},
                              k_complaint_number,
                              ViewColumn{"customer_number", K::number, "7, to join on"},
                              ViewColumn{"action_number", K::number, "3, to join on"}};

constexpr std::array k_open_complaints{ViewColumn{"number", K::number, "124, to join on"},
                                       ViewColumn{"id", K::text, "R-124"},
                                       ViewColumn{"status", K::text, "new, open or waiting"},
                                       ViewColumn{"kind", K::text, "praise, remark, complaint or claim"},
                                       ViewColumn{"priority", K::text, "low, normal, high or urgent"},
                                       ViewColumn{"harm", K::text, "none, safety or injury"},
                                       ViewColumn{"category", K::text, "what it is about"},
                                       ViewColumn{"product", K::text, "the product or service"},
                                       ViewColumn{"channel", K::text, "how it came in"},
                                       ViewColumn{"subject", K::text, "in one line"},
                                       ViewColumn{"customer_number", K::number, "7, to join on"},
                                       ViewColumn{"customer", K::text, "name"},
                                       ViewColumn{"email", K::text, "address"},
                                       ViewColumn{"phone", K::text, "number"},
                                       ViewColumn{"team", K::text, "that handles it"},
                                       ViewColumn{"assignee", K::text, "who handles it"},
                                       ViewColumn{"received_at", K::instant, "when the customer complained"},
                                       ViewColumn{"next_clock", K::text, "of its most urgent deadline"},
                                       ViewColumn{"next_due_at", K::instant, "when that is due"}};

constexpr std::array k_customer_sums{
    ViewColumn{"number", K::number, "7, to join on"},
    ViewColumn{"id", K::text, "C-7"},
    ViewColumn{"name", K::text, "of the customer"},
    ViewColumn{"email", K::text, "address"},
    ViewColumn{"phone", K::text, "number"},
    ViewColumn{"type", K::text, "consumer, business or authority, where it is said"},
    ViewColumn{"value_cents", K::cents, "what the customer is worth a year"},
    ViewColumn{"complaints", K::number, "of all kinds, but for void ones"},
    ViewColumn{"open", K::number, "of them not resolved"},
    ViewColumn{"complaints_and_claims", K::number, "of them neither praise nor remarks"},
    ViewColumn{"upheld", K::number, "of them upheld, in part as well"},
    ViewColumn{"last_received_at", K::instant, "when the last of them came"}};

constexpr std::array k_volumes{
    ViewColumn{"period", K::text, "2026-11-20, 2026-W47, 2026-11, 2026-Q4 or 2026"},
    ViewColumn{"field", K::text, "what it is a volume of; empty: of the whole firm"},
    ViewColumn{"value", K::text, "which product, channel and so on"},
    ViewColumn{"volume", K::number, "orders, deliveries, visits"}};

} // namespace

std::vector<DescribedTable> public_views() {
    std::vector<DescribedTable> views{
        {"view complaints", "every complaint as it now is", columns_of<k_complaints>},
        {"view deadlines", "every deadline", columns_of<k_deadlines>},
        {"view open_complaints", "what is not resolved, with its most urgent deadline",
         columns_of<k_open_complaints>},
        {"view customer_sums", "customers with their complaints", columns_of<k_customer_sums>},
        {"view complaint_fields", "what is in fields of your own", columns_of<k_complaint_fields>},
        {"view customers", "every customer", columns_of<k_customers>}};
    for (auto& part : part_views())
        views.push_back(std::move(part));
    views.push_back({"view actions", "preventive actions", columns_of<k_actions>});
    views.push_back({"view efforts", "who worked, how long, and what that cost", columns_of<k_efforts>});
    views.push_back({"view volumes", "how much the firm did in which period", columns_of<k_volumes>});
    views.push_back({"view events", "the log", columns_of<k_events>});
    return views;
}

} // namespace reklamaatio::view
