// SPDX-License-Identifier: GPL-3.0-or-later
// How it ended, each time it did, how it went afterwards, and what is changed so that it does not come again.
#include "complaint/money.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "view/page/page_view.hpp"
#include "view/words/in_words.hpp"
#include "view/words/leftover_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using render::Tone;

std::string granted(const complaint::Ending& ending) {
    std::string line = complaint::remedy_text(ending.remedy, ending.amount, ending.currency);
    if (!line.empty() && !ending.approved_by.empty()) line += ", approved by " + ending.approved_by;
    return text::visible_line(line);
}

// Where no offer tells it.
std::string paid_text(const PageView& view, const complaint::Ending& ending) {
    if (ending.paid_at) return "paid " + view.day(*ending.paid_at);
    return ending.is_owed ? "not paid yet" : "";
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
    return "not known whether the customer accepts it";
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

// "Thu 12 Nov 2026 11:00, CSAT 3 of 5"; of what was imported nobody knows when.
std::string asked(const PageView& view, const complaint::FollowedUp& followup) {
    std::string line;
    if (followup.at) join(line, view.full(*followup.at));
    join(line, answers(followup));
    return line;
}

std::string decided(const PageView& view, const complaint::Ending& ending) {
    std::string line = view.full(ending.resolved_at);
    if (ending.outcome) join(line, in_words(*ending.outcome));
    join(line, granted(ending));
    join(line, paid_text(view, ending));
    if (ending.settled && has_outcome(view.complaint().kind)) join(line, settled_text(*ending.settled), "; ");
    return line;
}

void show_left_undone(const PageView& view, const complaint::Ending& ending, Tone tone, render::Page& page) {
    if (ending.left_undone.empty()) return;
    const auto left = leftover_text(ending.left_undone, view.dossier.procedure.offers);
    page.labelled(
        "", {{"left undone", tone == Tone::dim ? tone : Tone::bad}, {": " + text::visible_line(left), tone}});
    if (!ending.left_undone_why.empty())
        page.labelled("", "why: " + text::visible_line(ending.left_undone_why), tone);
}

// "P1 broken, P2 kept": what became of promises since the end that left them open.
std::string ended_since(const PageView& view) {
    std::string line;
    const auto left = ";" + view.dossier.ending->left_undone + ";";
    for (const auto& promise : view.dossier.procedure.promises) {
        const auto at = promise.kept_at ? promise.kept_at : promise.broken_at;
        const bool was_left = left.find(fmt::format(";promise:{};", promise.number)) != std::string::npos;
        if (at && was_left && *at >= view.dossier.ending->resolved_at)
            join(line, fmt::format("P{} {}", promise.number, in_words(state_of(promise))));
    }
    return line;
}

std::string reopened(const PageView& view, const complaint::Ending& ending) {
    std::string line = fmt::format("{} {} by {}", ending.is_appealed ? "appealed" : "reopened",
                                   view.full(*ending.reopened_at), text::visible_line(ending.reopened_by));
    join(line, ending.reopened_why, ": ");
    return line;
}

// Each as it was decided then, and how it went; what is opened again is not forgotten.
void show_earlier(const PageView& view, render::Page& page) {
    std::string label = "Resolved";
    for (const auto& ending : view.dossier.earlier) {
        page.labelled(label, (label.empty() ? "again " : "") + decided(view, ending), Tone::dim);
        label.clear();
        show_left_undone(view, ending, Tone::dim, page);
        for (const auto& followup : ending.followups)
            page.labelled("", "followed up " + asked(view, followup), Tone::dim);
        page.labelled("", reopened(view, ending), Tone::dim);
    }
}

// "; resolved first Thu 12 Nov 2026 11:00, rejected": what the file tells of it.
std::string first_end(const PageView& view) {
    const auto& complaint = view.complaint();
    std::string line;
    if (complaint.first_resolved_at) join(line, view.full(*complaint.first_resolved_at));
    if (complaint.first_outcome) join(line, in_words(*complaint.first_outcome));
    return line.empty() ? line : "; resolved first " + line;
}

// Of imported ones nobody knows when and how they were resolved before.
void show_unknown_reopenings(const PageView& view, render::Page& page) {
    const auto known = std::ranges::count(view.dossier.earlier, false, &complaint::Ending::is_appealed);
    if (const auto unknown = view.complaint().reopened_count - known; unknown > 0)
        page.labelled("Reopened", text::plural(unknown, "time") + " before it was imported" + first_end(view),
                      Tone::dim);
}

// Before there is an end; reopening takes back what that had granted.
std::string granted_meanwhile(const PageView& view) {
    const auto& complaint = view.complaint();
    complaint::Ending now;
    now.remedy = complaint.remedy;
    now.amount = complaint.amount;
    now.currency = complaint.currency;
    now.approved_by = complaint.approved_by;
    return granted(now);
}

// Whether the customer knows whom to turn to, where the policy has that told.
void show_recourse(const PageView& view, render::Page& page) {
    const auto& complaint = view.complaint();
    if (!rulebook::needs_recourse(complaint.outcome) || !has_outcome(complaint.kind)) return;
    if (complaint.recourse_told_at)
        page.labelled("", "told whom to turn to " + view.day(*complaint.recourse_told_at));
    else if (!view.policy.recourse.texts.empty())
        page.labelled("", {{"not told whom to turn to", Tone::warn}});
}

void show_resolution(const PageView& view, render::Page& page) {
    if (!view.dossier.ending) {
        if (const auto given = granted_meanwhile(view); !given.empty()) page.labelled("Granted", given);
        return;
    }
    const bool is_again = !view.dossier.earlier.empty();
    page.labelled(is_again ? "" : "Resolved",
                  (is_again ? "again " : "") + decided(view, *view.dossier.ending));
    show_left_undone(view, *view.dossier.ending, Tone::plain, page);
    show_recourse(view, page);
    if (const auto since = ended_since(view); !since.empty() && !view.dossier.ending->left_undone.empty())
        page.labelled("", "since then: " + since);
}

void show_followup(const PageView& view, render::Page& page) {
    if (!view.dossier.ending) return;
    std::string label = "Follow-up";
    for (const auto& followup : view.dossier.ending->followups) {
        page.labelled(label, asked(view, followup));
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

} // namespace reklamaatio::view
