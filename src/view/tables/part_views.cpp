// SPDX-License-Identifier: GPL-3.0-or-later
// Views of what belongs to a complaint.
#include "view/tables/public_views.hpp"
#include "view/tables/view_column.hpp"

#include <array>

namespace reklamaatio::view {

namespace {

using K = render::Kind;

constexpr std::array k_messages{
    ViewColumn{"complaint", K::text, "R-124"},
    ViewColumn{"happened_at", K::instant, "when it was said"},
    ViewColumn{"actor", K::text, "who logged it"},
    ViewColumn{"direction", K::text, "in, out or note"},
    ViewColumn{"channel", K::text, "how"},
    ViewColumn{"automatic", K::number, "1 for what a machine sent"},
    ViewColumn{"text", K::text, "what was said"},
    k_complaint_number,
    ViewColumn{"needs_no_answer", K::number,
               "1 where it asks nothing of us; of a note: nor does what was said before"}};

constexpr std::array k_steps{
    ViewColumn{"complaint", K::text, "R-124"},
    ViewColumn{"number", K::number, "1 to 5"},
    ViewColumn{"step", K::text, "empathise, understand, apologise, fix or compensate"},
    ViewColumn{"done_at", K::instant, "when it was last done"},
    ViewColumn{"done_by", K::text, "by whom"},
    ViewColumn{"text", K::text, "what was done"},
    ViewColumn{"what", K::text, "what happened, as the customer tells it"},
    ViewColumn{"where", K::text, "where it happened"},
    ViewColumn{"why", K::text, "why it happened"},
    k_complaint_number};

constexpr std::array k_promises{ViewColumn{"complaint", K::text, "R-124"},
                                ViewColumn{"number", K::number, "P1, P2... without the letter"},
                                ViewColumn{"text", K::text, "what was promised"},
                                ViewColumn{"made_at", K::instant, "when"},
                                ViewColumn{"made_by", K::text, "by whom"},
                                ViewColumn{"due_at", K::instant, "by when it is to be kept"},
                                ViewColumn{"kept_at", K::instant, "when it was kept"},
                                ViewColumn{"broken_at", K::instant, "when it was declared broken"},
                                ViewColumn{"withdrawn_at", K::instant, "when it was withdrawn"},
                                k_complaint_number};

constexpr std::array k_offers{ViewColumn{"complaint", K::text, "R-124"},
                              ViewColumn{"number", K::number, "1, 2, 3... in the complaint"},
                              ViewColumn{"remedy", K::text, "what was offered"},
                              ViewColumn{"amount_cents", K::cents, "what it is worth"},
                              ViewColumn{"currency", K::text, "of the amount"},
                              ViewColumn{"text", K::text, "in which words"},
                              ViewColumn{"made_at", K::instant, "when"},
                              ViewColumn{"made_by", K::text, "by whom"},
                              ViewColumn{"approved_by", K::text, "who approved it, where that was needed"},
                              ViewColumn{"valid_until", K::instant, "how long it stands"},
                              ViewColumn{"accepted_at", K::instant, "when the customer accepted it"},
                              ViewColumn{"declined_at", K::instant, "when the customer declined it"},
                              ViewColumn{"withdrawn_at", K::instant, "when we withdrew it"},
                              ViewColumn{"paid_at", K::instant, "when it was paid"},
                              ViewColumn{"wish", K::text, "what the customer wants instead"},
                              k_complaint_number};

constexpr std::array k_tasks{ViewColumn{"complaint", K::text, "R-124"},
                             ViewColumn{"number", K::number, "T1, T2... without the letter"},
                             ViewColumn{"text", K::text, "what is to be done"},
                             ViewColumn{"owner", K::text, "who does it: a person, or team:NAME"},
                             ViewColumn{"state", K::text, "open, done or dropped"},
                             ViewColumn{"made_at", K::instant, "when it was made"},
                             ViewColumn{"made_by", K::text, "by whom"},
                             ViewColumn{"due_at", K::instant, "by when it is to be done"},
                             ViewColumn{"done_at", K::instant, "when it was done"},
                             ViewColumn{"dropped_at", K::instant, "when it was dropped"},
                             k_complaint_number};

constexpr std::array k_appeals{
    ViewColumn{"complaint", K::text, "R-124"},
    ViewColumn{"number", K::number, "A1, A2... without the letter"},
    ViewColumn{"body", K::text,
               "the outside body that has it, by its key in the policy; review: a second look of our own"},
    ViewColumn{"ref", K::text, "what the body calls it"},
    ViewColumn{"made_at", K::instant, "since when the body has it"},
    ViewColumn{"made_by", K::text, "who wrote that down"},
    k_complaint_number,
    ViewColumn{"state", K::text, "open, answered or decided"},
    ViewColumn{"against", K::text, "the outcome that was appealed"},
    ViewColumn{"decider", K::text, "who had decided so"},
    ViewColumn{"answer_by", K::instant, "when the body wants our answer, or the second look is to be over"},
    ViewColumn{"answered_at", K::instant, "when the body was told our view"},
    ViewColumn{"decided_at", K::instant, "when the appeal ended"},
    ViewColumn{"decision", K::text, "upheld, partly, rejected or settled; empty where it ended without"},
    ViewColumn{"amount_cents", K::cents, "what was awarded or agreed"},
    ViewColumn{"currency", K::text, "of the amount"}};

constexpr std::array k_extensions{ViewColumn{"complaint", K::text, "R-124"},
                                  ViewColumn{"number", K::number, "1, 2, 3... in its complaint"},
                                  ViewColumn{"clock", K::text, "legal or resolution"},
                                  ViewColumn{"term", K::text, "of the law, by its name in the policy"},
                                  ViewColumn{"first_due_at", K::instant, "where it ended before"},
                                  ViewColumn{"until", K::instant, "where it ends now"},
                                  ViewColumn{"reason", K::text, "why it takes longer"},
                                  ViewColumn{"made_at", K::instant, "when the customer was told"},
                                  ViewColumn{"made_by", K::text, "by whom"},
                                  k_complaint_number};

constexpr std::array k_alerts{
    ViewColumn{"complaint", K::text, "R-124"},
    ViewColumn{"level", K::text, "due_soon, overdue, escalation, unassigned or surge"},
    ViewColumn{"clock", K::text, "of the deadline"},
    ViewColumn{"ordinal", K::number, "which of the clock's deadlines"},
    ViewColumn{
        "detail", K::text,
        "the point of an escalation, the category of a surge, or the warning or day of a statutory term"},
    ViewColumn{"due_at", K::instant, "of the deadline"},
    ViewColumn{"raised_at", K::instant, "since when there was reason for it"},
    ViewColumn{"role", K::text, "whom an escalation names"},
    ViewColumn{"sent_at", K::instant, "when somebody was told"},
    ViewColumn{"sent_to", K::text, "who"},
    ViewColumn{"acknowledged_at", K::instant, "when it was acknowledged"},
    ViewColumn{"acknowledged_by", K::text, "by whom"},
    ViewColumn{"note", K::text, "with what words"},
    k_complaint_number};

} // namespace

std::vector<DescribedTable> part_views() {
    return {{"view messages", "what was said and written", columns_of<k_messages>},
            {"view steps", "the steps with the customer", columns_of<k_steps>},
            {"view promises", "what was promised", columns_of<k_promises>},
            {"view offers", "what was offered", columns_of<k_offers>},
            {"view tasks", "what staff owe each other", columns_of<k_tasks>},
            {"view appeals", "what became of decisions elsewhere", columns_of<k_appeals>},
            {"view extensions", "statutory terms and resolutions that were given more time",
             columns_of<k_extensions>},
            {"view alerts", "who was told, and who acknowledged", columns_of<k_alerts>}};
}

} // namespace reklamaatio::view
