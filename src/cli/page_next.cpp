// SPDX-License-Identifier: GPL-3.0-or-later
// What is owed next, to whom and by when; what is left; and what might be typed now.
#include "cli/clock_state.hpp"
#include "cli/next_command.hpp"
#include "cli/page_view.hpp"
#include "text/visible.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Clock;
using complaint::Deadline;
using complaint::Status;
using render::Tone;

std::string owed(const PageView& view, const Deadline& deadline) {
    switch (deadline.clock) {
    case Clock::response:
        return fmt::format("the first answer to {}", view.customer());
    case Clock::reply:
        return fmt::format("an answer to {}'s message of {}", view.customer(),
                           view.when(deadline.started_at));
    case Clock::update:
        return fmt::format("news for {}", view.customer());
    case Clock::resolution:
        return "the resolution";
    case Clock::promise:
        return fmt::format("promise P{}", deadline.ordinal);
    case Clock::followup:
        return fmt::format("asking {} how it went", view.customer());
    }
    return "";
}

// The most urgent first; a paused one is nothing to do.
std::vector<Deadline> running(const PageView& view) {
    std::vector<Deadline> found;
    for (const auto& deadline : view.dossier.deadlines) {
        const auto state = state_of(deadline, view.complaint(), view.now);
        if (is_running(state) && state != ClockState::paused) found.push_back(deadline);
    }
    std::ranges::stable_sort(found, {}, [](const Deadline& deadline) { return *deadline.due_at; });
    return found;
}

render::Phrase due_phrase(const PageView& view, const Deadline& deadline) {
    if (*deadline.due_at < view.now)
        return {{owed(view, deadline) + " is "},
                {"OVERDUE", Tone::bad},
                {" since " + view.until(*deadline.due_at)}};
    const bool soon = state_of(deadline, view.complaint(), view.now) == ClockState::soon;
    return {{owed(view, deadline) + " is due "},
            {view.until(*deadline.due_at), soon ? Tone::warn : Tone::strong}};
}

// What the customer said and no clock reminds of, because there is no target for it.
void add_unanswered(const PageView& view, const std::vector<Deadline>& owed,
                    std::vector<render::Phrase>& lines) {
    const bool has_clock = std::ranges::any_of(owed, [](const Deadline& deadline) {
        return deadline.clock == Clock::response || deadline.clock == Clock::reply;
    });
    const auto* message = unanswered(view);
    if (message == nullptr || has_clock) return;
    lines.push_back({{fmt::format("{}'s message of {} is not answered yet", view.customer(),
                                  view.when(message->said.happened_at))}});
}

void show_unresolved(const PageView& view, render::Page& page) {
    constexpr std::size_t k_most = 2;
    const auto& complaint = view.complaint();
    const auto owed = running(view);
    std::vector<render::Phrase> lines;
    if (complaint.status == Status::waiting)
        lines.push_back(
            {{view.customer() + " is to answer: " + text::visible_line(complaint.waiting_reason)}});
    add_unanswered(view, owed, lines);
    for (std::size_t i = 0; i < std::min(owed.size(), k_most); ++i)
        lines.push_back(due_phrase(view, owed[i]));
    if (lines.empty())
        lines.push_back(
            {{(complaint.responded_at ? "the resolution" : "the first answer to " + view.customer())
              + std::string("; no deadline")}});
    if (const auto rest = left_open(view); !rest.empty()) lines.push_back({{rest}});
    std::string label = "Next";
    for (const auto& line : lines) {
        page.labelled(label, line);
        label.clear();
    }
    page.labelled("", next_command(view, owed), Tone::dim);
}

// Of what was imported resolved nobody knows whether it was answered.
bool was_never_told(const PageView& view) {
    const auto first = view.dossier.history.front().logged.event.kind;
    return !view.complaint().responded_at && first != complaint::EventKind::imported;
}

// The answer to what the customer wrote after the end, when its time is known.
std::optional<time::Instant> answer_due(const PageView& view) {
    for (const auto& deadline : view.dossier.deadlines)
        if (deadline.clock == Clock::reply && deadline.started_at >= *view.complaint().resolved_at
            && !deadline.met_at && !deadline.cancelled_at)
            return deadline.due_at;
    return std::nullopt;
}

render::Phrase unanswered_phrase(const PageView& view, time::Instant since) {
    std::string line = fmt::format("{} wrote {}, after it was {}", view.customer(), view.when(since),
                                   word(view.complaint().status));
    const auto due = answer_due(view);
    if (!due) return {{line + ": "}, {"answer, or reopen it", Tone::warn}};
    if (*due < view.now) return {{line + ": the answer was "}, {"due " + view.until(*due), Tone::bad}};
    return {{line + ": answer by "}, {view.until(*due), Tone::strong}, {", or reopen it"}};
}

void show_resolved(const PageView& view, render::Page& page) {
    const auto id = to_string(view.complaint().id);
    std::string label = "Next";
    const auto say = [&](const render::Phrase& what, const std::string& command) {
        page.labelled(label, what);
        page.labelled("", command, Tone::dim);
        label.clear();
    };
    const auto& waits_since = view.dossier.overview.unanswered_since;
    if (waits_since)
        say(unanswered_phrase(view, *waits_since),
            fmt::format("reklamaatio contact {} -e, or reklamaatio reopen {} -m WHY", id, id));
    else if (was_never_told(view))
        say({{fmt::format("{} was never told", view.customer()), Tone::warn}},
            fmt::format("reklamaatio contact {} -e", id));
    for (const auto& deadline : running(view))
        if (deadline.clock != Clock::response && !(waits_since && deadline.clock == Clock::reply))
            say(due_phrase(view, deadline),
                deadline.clock == Clock::followup
                    ? fmt::format("reklamaatio followup {} --csat 1..5 --retained yes|no", id)
                    : fmt::format("reklamaatio contact {} -e", id));
    for (const auto& offer : view.dossier.procedure.offers)
        if (offer.accepted_at && offer.amount && !offer.paid_at)
            say({{fmt::format("offer {}: {} {} is to be paid", offer.number, text::visible_line(offer.remedy),
                              sum_text(offer.amount, offer.currency))}},
                fmt::format("reklamaatio offer {} --number {} --paid", id, offer.number));
}

} // namespace

void show_next(const PageView& view, render::Page& page) {
    const auto& complaint = view.complaint();
    if (is_unresolved(complaint.status))
        show_unresolved(view, page);
    else if (complaint.merged_into)
        page.labelled("Next",
                      fmt::format("it goes on in {}: reklamaatio show {}", to_string(*complaint.merged_into),
                                  to_string(*complaint.merged_into)));
    else if (complaint.status != Status::void_)
        show_resolved(view, page);
}

} // namespace reklamaatio::cli
