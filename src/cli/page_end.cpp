// SPDX-License-Identifier: GPL-3.0-or-later
// How it ended, each time it did, how it went afterwards, and what is changed so that it does not come again.
#include "cli/page_view.hpp"
#include "text/visible.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using render::Tone;

std::string granted(const complaint::Ending& ending) {
    std::string line;
    join(line, ending.remedy);
    join(line, sum_text(ending.amount, ending.currency), " ");
    if (!line.empty() && !ending.approved_by.empty()) line += ", approved by " + ending.approved_by;
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

std::string answers(const complaint::FollowedUp& followup) {
    std::string line;
    if (followup.reached == complaint::Reached::no) join(line, "nobody was reached");
    if (followup.csat) join(line, fmt::format("CSAT {} of 5", *followup.csat));
    if (followup.nps) join(line, fmt::format("NPS {} of 10", *followup.nps));
    if (followup.retained)
        join(line,
             *followup.retained == complaint::Retained::yes ? "the customer stays" : "the customer is lost");
    return line;
}

std::string decided(const PageView& view, const complaint::Ending& ending) {
    std::string line = view.full(ending.resolved_at);
    if (ending.outcome) join(line, complaint::word(*ending.outcome));
    join(line, granted(ending));
    if (ending.settled && view.is_to_be_decided()) join(line, settled_text(*ending.settled), "; ");
    return line;
}

// Each as it was decided then, and how it went; what is opened again is not forgotten.
void show_earlier(const PageView& view, render::Page& page) {
    std::string label = "Resolved";
    for (const auto& ending : view.dossier.earlier) {
        std::string line = decided(view, ending);
        if (!ending.left_undone.empty()) join(line, "left undone: " + ending.left_undone, "; ");
        for (const auto& followup : ending.followups)
            join(line,
                 fmt::format("followed up {}{}{}", followup.at ? view.full(*followup.at) : "",
                             followup.at ? ", " : "", answers(followup)),
                 "; ");
        join(line, fmt::format("reopened {} by {}", view.full(*ending.reopened_at), ending.reopened_by),
             "; ");
        if (!ending.reopened_why.empty()) join(line, ending.reopened_why, ": ");
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

// What was granted stays granted when a complaint is opened again; where an end granted it, it stands there.
std::string granted_meanwhile(const PageView& view) {
    const auto& complaint = view.complaint();
    complaint::Ending now;
    now.remedy = complaint.remedy;
    now.amount = complaint.amount;
    now.currency = complaint.currency;
    now.approved_by = complaint.approved_by;
    for (const auto& ending : view.dossier.earlier)
        if (granted(ending) == granted(now)) return "";
    return granted(now);
}

void show_resolution(const PageView& view, render::Page& page) {
    const auto& complaint = view.complaint();
    if (!view.dossier.ending) {
        if (const auto given = granted_meanwhile(view); !given.empty()) page.labelled("Granted", given);
        return;
    }
    const bool is_again = !view.dossier.earlier.empty();
    page.labelled(is_again ? "" : "Resolved",
                  (is_again ? "again " : "") + decided(view, *view.dossier.ending));
    if (!complaint.left_undone.empty())
        page.labelled("", {{"left undone", Tone::bad}, {": " + text::visible_line(complaint.left_undone)}});
}

void show_followup(const PageView& view, render::Page& page) {
    if (!view.dossier.ending) return;
    std::string label = "Follow-up";
    for (const auto& followup : view.dossier.ending->followups) {
        std::string line;
        if (followup.at) join(line, view.full(*followup.at));
        join(line, answers(followup));
        page.labelled(label, line);
        label.clear();
    }
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
