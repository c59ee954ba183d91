// SPDX-License-Identifier: GPL-3.0-or-later
// The register that article 9(12) of Regulation (EU) 2023/988 on general product safety asks for: each complaint of a danger,
// with what was found out and done about it, and who was told. It names no customer.
#include "complaint/danger.hpp"
#include "complaint/money.hpp"
#include "complaint/overview.hpp"
#include "render/columns.hpp"
#include "report/reports.hpp"
#include "store/actions.hpp"
#include "store/figures_safety.hpp"
#include "text/append.hpp"
#include "text/plural.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using complaint::Complaint;
using render::Align;
using render::Cell;
using render::text_or_none;
using render::Value;
using store::Danger;

std::string lot_of(const Complaint& complaint, const rulebook::Policy& policy) {
    const auto lot = complaint::text_in(complaint.own, policy.safety.lot);
    return std::string(lot.empty() ? complaint::text_in(complaint.own_personal, policy.safety.lot) : lot);
}

// What the step that understands has found out.
std::string investigation_of(const Danger& danger) {
    std::string found;
    for (const auto& step : danger.procedure.steps) {
        if (step.number != complaint::number_of(complaint::Step::understand)) continue;
        for (const auto* text : {&step.what, &step.where, &step.why})
            text::append(found, *text, "; ");
        if (found.empty()) found = step.text;
    }
    return found;
}

// What the customer got, and what is changed so that it does not happen again.
std::string measures_of(store::Database& database, const Complaint& complaint, const time::Zone& zone) {
    std::string taken = complaint::remedy_text(complaint.remedy, complaint.amount, complaint.currency);
    for (const auto& action : store::actions_of(database, complaint.id)) {
        const auto state =
            action.done_at ? fmt::format("done {}", time::to_iso(zone.date_at(*action.done_at))) : "open";
        text::append(taken, fmt::format("{} {} ({})", to_string(action.id), action.text, state), "; ");
    }
    return taken;
}

Value word_or_none(const auto& word) {
    return word ? Value{std::string(complaint::word(*word))} : Value{};
}

render::Row row_of(const Danger& danger, const std::string& measures, const rulebook::Policy& policy,
                   const Question& question) {
    const auto& complaint = danger.complaint;
    return {Value{to_string(complaint.id)},
            Value{complaint.received_at},
            Value{complaint.logged_at},
            Value{std::string(complaint::word(complaint.harm))},
            Value{std::string(complaint::word(complaint.status))},
            text_or_none(complaint.product),
            text_or_none(lot_of(complaint, policy)),
            text_or_none(complaint.category),
            text_or_none(headline(complaint)),
            text_or_none(investigation_of(danger)),
            text_or_none(complaint.cause),
            word_or_none(complaint.outcome),
            text_or_none(measures),
            text_or_none(complaint.reported_to),
            complaint.reported_at ? Value{*complaint.reported_at} : Value{},
            complaint::need_not_be_reported(complaint)
                ? text_or_none(complaint::or_erased(complaint.not_reportable, complaint.erased_at))
                : Value{},
            question.by.is_none() ? Value{}
                                  : text_or_none(question.group_of(danger.group, complaint.received_at))};
}

std::string told(const Complaint& complaint, const Question& question) {
    if (complaint.reported_at)
        return fmt::format("{}, {}", complaint.reported_to,
                           time::to_iso(question.zone.date_at(*complaint.reported_at)));
    if (!complaint::need_not_be_reported(complaint)) return "nobody";
    return "not reportable: " + complaint::or_erased(complaint.not_reportable, complaint.erased_at);
}

render::Row line_of(const Danger& danger, const std::string& measures, const rulebook::Policy& policy,
                    const Question& question) {
    const auto& complaint = danger.complaint;
    return {Value{to_string(complaint.id)},
            Cell{Value{complaint.received_at}, time::to_iso(question.zone.date_at(complaint.received_at))},
            Value{std::string(complaint::word(complaint.harm))},
            text_or_none(complaint.product),
            text_or_none(lot_of(complaint, policy)),
            text_or_none(headline(complaint)),
            text_or_none(measures),
            Value{told(complaint, question)}};
}

} // namespace

std::vector<render::Column> safety_columns() {
    using render::data_column;
    using render::Kind;
    return {
        data_column("complaint", Kind::text, "R-124"),
        data_column("received_at", Kind::instant, "when the customer complained"),
        data_column("logged_at", Kind::instant, "when it was entered: from then on the register keeps it"),
        data_column("harm", Kind::text, "safety or injury"),
        data_column("status", Kind::text, "where the complaint stands"),
        data_column("product", Kind::text, "the product"),
        data_column("lot", Kind::text, "its lot: the field of your own that lot of [safety] names"),
        data_column("category", Kind::text, "what it is about"),
        data_column("what", Kind::text, "the subject, else the first line of the text"),
        data_column("investigation", Kind::text, "what the step understand found out: what, where and why"),
        data_column("cause", Kind::text, "why it happened"),
        data_column("outcome", Kind::text, "what was decided"),
        data_column("measure", Kind::text, "the remedy, and the preventive actions that came from it"),
        data_column("reported_to", Kind::text, "which authority was told"),
        data_column("reported_at", Kind::instant, "and when"),
        data_column("not_reportable", Kind::text, "why none need be told"),
        data_column("group", Kind::text, "of --by; empty without")};
}

Answer safety(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    refuse_assignee_then(question.by);
    Answer answer;
    answer.data.columns = safety_columns();
    Section section;
    section.table.columns = {{"complaint", "Complaint", Align::left, 0, 0, true},
                             {"received_at", "Received", Align::left, 1, 0},
                             {"harm", "Harm"},
                             {"product", "Product", Align::left, 2, 6},
                             {"lot", "Lot", Align::left, 3, 4},
                             {"what", "What", Align::left, 0, 8},
                             {"measure", "Measure", Align::left, 4, 8},
                             {"told", "Told", Align::left, 0, 8}};
    const auto today = question.zone.date_at(question.now);
    const auto is_kept = [&](const Complaint& complaint) {
        return rulebook::date_at_age(question.zone.date_at(complaint.logged_at), policy.safety.keep) > today;
    };
    const auto& [from, until] = question.period;
    std::size_t left_out = 0;
    store::read_dangers(database, from, until, question.selection(), [&](const Danger& danger) {
        if (!is_kept(danger.complaint)) {
            ++left_out;
            return;
        }
        const auto measures = measures_of(database, danger.complaint, question.zone);
        answer.data.rows.push_back(row_of(danger, measures, policy, question));
        section.table.rows.push_back(line_of(danger, measures, policy, question));
    });
    answer.is_empty = answer.data.rows.empty();
    if (left_out > 0)
        section.note = fmt::format("{} left out: entered more than {} ago",
                                   text::plural(left_out, "complaint"), to_string(policy.safety.keep));
    else if (answer.is_empty)
        section.note = "No complaint of a danger to people.";
    answer.sections.push_back(std::move(section));
    return answer;
}

} // namespace reklamaatio::report
