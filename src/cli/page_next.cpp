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
using complaint::OfferState;
using complaint::PromiseState;
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

// Steps, promises and offers that stand open.
std::string left(const PageView& view) {
    const auto& procedure = view.dossier.procedure;
    std::string line;
    for (const auto& offer : procedure.offers)
        if (state_of(offer, view.now) == OfferState::proposed)
            join(line, fmt::format("offer {} waits for an answer", offer.number));
    for (const auto& promise : procedure.promises)
        if (state_of(promise) == PromiseState::open)
            join(line, fmt::format("promise P{} is open", promise.number));
    std::string steps;
    for (const auto word : complaint::Vocabulary<complaint::Step>::k_words)
        if (!complaint::is_done(procedure, *complaint::find_word<complaint::Step>(word))) join(steps, word);
    // Where nobody goes by steps they are no news.
    if (!procedure.steps.empty() && !steps.empty()) join(line, "steps left: " + steps, "; ");
    return line;
}

void show_unresolved(const PageView& view, render::Page& page) {
    const auto owed = running(view);
    std::string label = "Next";
    if (view.complaint().status == Status::waiting) {
        const auto& reason = view.complaint().waiting_reason;
        page.labelled(label, fmt::format("{} is to answer{}", view.customer(),
                                         reason.empty() ? "" : ": " + text::visible_line(reason)));
        label.clear();
    }
    constexpr std::size_t k_most = 2;
    for (std::size_t i = 0; i < std::min(owed.size(), k_most); ++i) {
        page.labelled(label, due_phrase(view, owed[i]));
        label.clear();
    }
    if (owed.empty() && view.complaint().status != Status::waiting) {
        page.labelled(label, (view.complaint().responded_at ? "the resolution"
                                                            : "the first answer to " + view.customer())
                                 + std::string("; no deadline"));
        label.clear();
    }
    if (const auto rest = left(view); !rest.empty()) page.labelled("", rest);
    page.labelled("", next_command(view, owed), Tone::dim);
}

void show_resolved(const PageView& view, render::Page& page) {
    const auto& complaint = view.complaint();
    const auto id = to_string(complaint.id);
    std::string label = "Next";
    const auto say = [&](const render::Phrase& what, const std::string& command) {
        page.labelled(label, what);
        page.labelled("", command, Tone::dim);
        label.clear();
    };
    if (!complaint.responded_at && complaint.resolved_at)
        say({{fmt::format("{} was never told", view.customer()), Tone::warn}},
            fmt::format("reklamaatio contact {} -e", id));
    for (const auto& deadline : running(view))
        if (deadline.clock != Clock::response)
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
