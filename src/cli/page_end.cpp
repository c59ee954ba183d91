// SPDX-License-Identifier: GPL-3.0-or-later
// How it ended, each time it did, how it went afterwards, and what is changed so that it does not come again.
#include "cli/page_view.hpp"
#include "text/visible.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using render::Tone;

std::string granted(const complaint::Complaint& complaint) {
    std::string line;
    join(line, complaint.remedy);
    join(line, sum_text(complaint.amount, complaint.currency), " ");
    if (!line.empty() && !complaint.approved_by.empty()) line += ", approved by " + complaint.approved_by;
    return text::visible_line(line);
}

std::string settled_text(complaint::Settled settled) {
    switch (settled) {
    case complaint::Settled::yes:
        return "the customer accepts it";
    case complaint::Settled::no:
        return "the customer does not accept it";
    case complaint::Settled::unknown:
        break;
    }
    return "nobody knows whether the customer accepts it";
}

void show_earlier(const PageView& view, render::Page& page) {
    std::string label = "Resolved";
    for (const auto& earlier : view.dossier.earlier) {
        std::string line = view.full(earlier.times.resolved_at);
        if (earlier.outcome) join(line, complaint::word(*earlier.outcome));
        join(line, "reopened " + view.full(earlier.times.reopened_at), "; ");
        page.labelled(label, line, Tone::dim);
        label.clear();
    }
}

// Of imported ones nobody knows when and how they were resolved before.
void show_unknown_reopenings(const PageView& view, render::Page& page) {
    const auto known = std::ssize(view.dossier.earlier);
    if (const auto unknown = view.complaint().reopened_count - known; unknown > 0)
        page.labelled("Reopened",
                      fmt::format("{} time{} before it was imported", unknown, unknown == 1 ? "" : "s"),
                      Tone::dim);
}

void show_resolution(const PageView& view, render::Page& page) {
    const auto& complaint = view.complaint();
    if (!complaint.resolved_at) {
        // What was granted stays granted when a complaint is opened again.
        if (const auto given = granted(complaint); !given.empty()) page.labelled("Granted", given);
        return;
    }
    const bool is_again = !view.dossier.earlier.empty();
    std::string line = (is_again ? "again " : "") + view.full(*complaint.resolved_at);
    if (complaint.outcome) join(line, complaint::word(*complaint.outcome));
    join(line, granted(complaint));
    if (complaint.settled && view.is_to_be_decided()) join(line, settled_text(*complaint.settled), "; ");
    page.labelled(is_again ? "" : "Resolved", line);
    if (!complaint.left_undone.empty())
        page.labelled("", {{"left undone", Tone::bad}, {": " + text::visible_line(complaint.left_undone)}});
}

void show_followup(const PageView& view, render::Page& page) {
    const auto& complaint = view.complaint();
    std::string line;
    if (complaint.followed_up_at) join(line, view.full(*complaint.followed_up_at));
    if (complaint.reached == complaint::Reached::no) join(line, "nobody was reached");
    if (complaint.csat) join(line, fmt::format("CSAT {} of 5", *complaint.csat));
    if (complaint.nps) join(line, fmt::format("NPS {} of 10", *complaint.nps));
    if (complaint.retained)
        join(line,
             *complaint.retained == complaint::Retained::yes ? "the customer stays" : "the customer is lost");
    if (!line.empty()) page.labelled("Follow-up", line);
}

void show_actions(const PageView& view, render::Page& page) {
    std::string label = "Prevention";
    for (const auto& action : view.dossier.actions) {
        std::string prefix = to_string(action.id);
        render::Span state{"open", Tone::strong};
        if (action.done_at)
            state = {"done " + view.when(*action.done_at), Tone::good};
        else if (action.due_at)
            state = *action.due_at < view.now
                        ? render::Span{"OVERDUE since " + view.until(*action.due_at), Tone::bad}
                        : render::Span{"due " + view.until(*action.due_at), Tone::strong};
        std::string rest = action.owner.empty() ? "" : ", " + text::visible_line(action.owner);
        rest += ": " + text::visible_line(action.text);
        if (!action.effect.empty()) rest += "; effect: " + text::visible_line(action.effect);
        page.wrapped(render::label_column(label) + prefix + "  ", {state, {rest}});
        label.clear();
    }
}

} // namespace

void show_end(const PageView& view, render::Page& page) {
    show_unknown_reopenings(view, page);
    show_earlier(view, page);
    show_resolution(view, page);
    show_followup(view, page);
    show_actions(view, page);
}

} // namespace reklamaatio::cli
