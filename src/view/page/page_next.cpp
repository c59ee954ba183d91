// SPDX-License-Identifier: GPL-3.0-or-later
// What is owed next, to whom and by when; what is left; and what might be typed now.
#include "casework/negotiation.hpp"
#include "complaint/commitments.hpp"
#include "complaint/money.hpp"
#include "text/append.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"
#include "view/page/due_lines.hpp"
#include "view/page/next_command.hpp"
#include "view/page/page_view.hpp"
#include "view/words/in_words.hpp"
#include "view/words/term_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using complaint::OfferState;
using complaint::Status;
using render::Tone;
using rulebook::Deadline;

// For whom, since when and for what we wait.
void add_patience(const PageView& view, std::vector<render::StyledText>& lines) {
    const auto& complaint = view.complaint();
    const auto* awaited = casework::awaited_offer(view.dossier);
    const bool is_offer = awaited != nullptr && state_of(*awaited, view.now) == OfferState::proposed;
    const auto since = complaint.waiting_since.value_or(complaint.status_at);
    std::string what = fmt::format("waiting for {} to answer{}", view.customer(),
                                   is_offer ? fmt::format(" offer {}", awaited->number) : "");
    text::append(what, text::visible_line(complaint.waiting_reason), ": "); // an import knows of none
    render::StyledText line{{what}};
    if (casework::has_waited_long(view.dossier, view.now)) {
        line.push_back({"; we have waited "});
        line.push_back(
            {time::display_length(std::chrono::floor<std::chrono::days>(view.now - since)), Tone::warn});
        line.push_back({": send a reminder, or go on"});
    }
    lines.push_back(std::move(line));
}

// Whom we wait for; or, when nobody will answer any more, what became of it.
void add_wait(const PageView& view, std::vector<render::StyledText>& lines) {
    const bool waits = view.complaint().status == Status::waiting;
    const bool in_vain = waits && casework::is_in_vain(view.dossier, view.now);
    if (waits && !in_vain) add_patience(view, lines);
    if (const auto* awaited = casework::awaited_offer(view.dossier); in_vain && awaited->withdrawn_at)
        lines.push_back({{fmt::format(
            "offer {} was withdrawn, and the clocks are still paused: make a new offer or go on",
            awaited->number)}});
    const auto* failed = casework::failed_offer(view.dossier, view.now);
    if (failed == nullptr) return;
    if (failed->declined_at) {
        lines.push_back(
            {{fmt::format("{} declined offer {}{}", view.customer(), failed->number,
                          failed->wish.empty() ? ": ask what would be right"
                                               : " and wishes: " + text::visible_line(failed->wish))}});
        return;
    }
    lines.push_back({{fmt::format("offer {} ", failed->number)},
                     {"expired", Tone::warn},
                     {fmt::format(" {} without an answer{}: ask again, make a new offer or go on",
                                  view.until(*failed->valid_until),
                                  in_vain ? ", and the clocks are still paused" : "")}});
}

void add_breaches(const PageView& view, std::vector<render::StyledText>& lines) {
    const auto broken = casework::untold_breaches(view.dossier);
    std::vector<std::string> numbers;
    for (const auto* promise : broken)
        numbers.push_back(fmt::format("P{}", promise->number));
    if (numbers.empty()) return;
    lines.push_back(
        {{fmt::format(fmt::runtime(text::one_or_many(numbers.size(), "promise {} was ", "promises {} were ")),
                      text::listed(numbers, "and"))},
         {"broken", Tone::bad},
         {fmt::format(": tell {} and make a new promise", view.customer())}});
}

// What the customer said and no clock reminds of, because there is no target for it.
void add_unanswered(const PageView& view, const std::vector<Deadline>& owed,
                    std::vector<render::StyledText>& lines) {
    const bool has_clock = std::ranges::any_of(owed, [](const Deadline& deadline) {
        return deadline.clock == Clock::response || deadline.clock == Clock::reply;
    });
    const auto* message = casework::unanswered(view.dossier);
    if (message == nullptr || has_clock || is_anonymous(view.complaint())) return;
    lines.push_back({{fmt::format("{}'s message of {} has not been answered yet", view.customer(),
                                  view.when(message->said.happened_at))}});
}

bool owes_first_answer(const PageView& view) {
    return !view.complaint().responded_at && !is_anonymous(view.complaint());
}

void show_unresolved(const PageView& view, render::Page& page) {
    constexpr std::size_t k_most = 2;
    const auto owed = due_deadlines(view);
    std::vector<render::StyledText> lines;
    add_wait(view, lines);
    add_breaches(view, lines);
    add_unanswered(view, owed, lines);
    std::vector<Deadline> told;
    auto groups = told_together(view, owed);
    groups.resize(std::min(groups.size(), k_most));
    for (const auto& group : groups) {
        lines.push_back(due_phrase(view, group));
        told.insert(told.end(), group.begin(), group.end());
    }
    if (lines.empty())
        lines.push_back(
            {{(owes_first_answer(view) ? "the first answer to " + view.customer() : "the resolution")
              + std::string("; no deadline")}});
    if (const auto rest = left_open(view, told); !rest.empty()) lines.push_back({{rest}});
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
    // Whom we asked how it went has heard of it.
    return owes_first_answer(view) && view.complaint().reached != complaint::Reached::yes
           && first != complaint::EventKind::imported;
}

// What the customer asked last before the end, if nobody answered that, and not even told the end.
const casework::Spoken* unanswered_before_end(const PageView& view) {
    const auto& complaint = view.complaint();
    // Who accepts the end, or was asked how it went, has heard of it.
    const bool has_heard =
        complaint.settled == complaint::Settled::yes || complaint.reached == complaint::Reached::yes;
    return has_heard || !complaint.responded_at ? nullptr : casework::unanswered(view.dossier);
}

// The answer to what the customer wrote after the end, when its time is known.
std::optional<time::Instant> answer_due(const PageView& view) {
    for (const auto& deadline : view.dossier.deadlines)
        if (deadline.clock == Clock::reply && deadline.started_at >= *view.complaint().resolved_at
            && !deadline.met_at && !deadline.cancelled_at)
            return deadline.due_at;
    return std::nullopt;
}

render::StyledText unanswered_phrase(const PageView& view, time::Instant since) {
    std::string line = fmt::format("{} wrote {}, after it was {}", view.customer(), view.when(since),
                                   in_words(view.complaint().status));
    const auto due = answer_due(view);
    if (!due) return {{line + ": "}, {"answer, or reopen it", Tone::warn}};
    if (*due < view.now) return {{line + ": the answer was "}, {"due " + view.until(*due), Tone::bad}};
    return {{line + ": answer by "}, {view.until(*due), Tone::strong}, {", or reopen it"}};
}

std::string owed_money(const std::string& remedy, const std::optional<std::int64_t>& amount,
                       const std::string& currency) {
    return text::visible_line(complaint::remedy_text(remedy, amount, currency))
           + (amount ? " is to be paid" : " is to be paid; the amount was not given");
}

// A body and an authority are told in their own ways; the law may take no other channel.
std::string telling_command(const PageView& view, const Deadline& deadline) {
    if (deadline.clock == Clock::authority)
        return fmt::format("reklamaatio note {} --reported WHERE", to_string(view.complaint().id));
    const auto& appeals = view.dossier.procedure.appeals;
    const auto appeal = std::ranges::find(appeals, deadline.ordinal, &complaint::Appeal::number);
    if (deadline.clock == Clock::appeal && appeal != appeals.end()) return appeal_command(view, *appeal);
    const auto channel = deadline.clock == Clock::legal ? channel_for(view.policy, deadline) : "";
    return fmt::format("reklamaatio contact {}{} -e", to_string(view.complaint().id),
                       channel.empty() ? "" : " --channel " + channel);
}

void show_resolved(const PageView& view, render::Page& page) {
    const auto id = to_string(view.complaint().id);
    std::string label = "Next";
    const auto say = [&](const render::StyledText& what, const std::string& command) {
        page.labelled(label, what);
        page.labelled("", command, Tone::dim);
        label.clear();
    };
    const auto& waits_since = view.dossier.overview.unanswered_since;
    if (waits_since)
        say(unanswered_phrase(view, *waits_since),
            fmt::format("reklamaatio contact {} -e, or reklamaatio reopen {} -m WHY", id, id));
    else if (was_never_told(view))
        say({{view.customer()
                  + (has_outcome(view.complaint().kind) ? " has not been told the decision"
                                                        : " has not been answered"),
              Tone::warn}},
            fmt::format("reklamaatio contact {} -e", id));
    else if (const auto* asked = unanswered_before_end(view))
        say({{fmt::format("{} wrote {}, and was not answered", view.customer(),
                          view.when(asked->said.happened_at)),
              Tone::warn}},
            fmt::format("reklamaatio contact {} -e", id));
    if (casework::is_left_discontent(view.dossier))
        say({{fmt::format("{} does not accept it", view.customer()), Tone::warn},
             {": ask what would be right, or reopen it"}},
            fmt::format("reklamaatio contact {} -e, or reklamaatio reopen {} -m WHY", id, id));
    for (const auto& deadline : due_deadlines(view))
        if (deadline.clock != Clock::response && deadline.clock != Clock::task
            && !(waits_since && deadline.clock == Clock::reply))
            say(due_phrase(view, {&deadline, 1}),
                deadline.clock == Clock::followup
                    ? fmt::format("reklamaatio followup {} --csat 1..5 --retained yes|no", id)
                    : telling_command(view, deadline));
    for (const auto& offer : view.dossier.procedure.offers)
        if (is_to_pay(offer))
            say({{fmt::format("offer {}: {}", offer.number,
                              owed_money(offer.remedy, offer.amount, offer.currency))}},
                pay_command(view, offer));
    for (const auto& promise : view.dossier.procedure.promises)
        if (state_of(promise) == complaint::PromiseState::open)
            say({{fmt::format("promise P{} was left open: {}", promise.number,
                              text::visible_line(promise.text))}},
                fmt::format("reklamaatio promise {} --number {} --kept, or --broken", id, promise.number));
    for (const auto& task : view.dossier.procedure.tasks)
        if (state_of(task) == complaint::TaskState::open)
            say({{fmt::format("task T{} of {} is still open: {}", task.number, text::visible_line(task.owner),
                              text::visible_line(task.text))}},
                done_command(view, task.number));
    const auto& complaint = view.complaint();
    if (is_to_pay(complaint))
        say({{owed_money(complaint.remedy, complaint.amount, complaint.currency)}},
            fmt::format("reklamaatio offer {} --paid{}", id, complaint.amount ? "" : " --amount SUM"));
}

// A survivor that was entered by mistake takes its duplicates with it.
std::string where_it_goes_on(const PageView& view) {
    const auto survivor = to_string(*view.complaint().merged_into);
    if (!view.dossier.survivor_is_void)
        return fmt::format("it goes on in {0}: reklamaatio show {0}", survivor);
    return fmt::format("{0} is void, too, so that it goes on nowhere: undo the void, or log it again; see "
                       "reklamaatio show {0}",
                       survivor);
}

} // namespace

void show_next(const PageView& view, render::Page& page) {
    const auto& complaint = view.complaint();
    if (is_unresolved(complaint.status))
        show_unresolved(view, page);
    else if (complaint.merged_into)
        page.labelled("Next", where_it_goes_on(view));
    else if (complaint.status != Status::void_)
        show_resolved(view, page);
}

} // namespace reklamaatio::view
