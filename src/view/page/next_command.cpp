// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page/next_command.hpp"

#include "casework/negotiation.hpp"
#include "complaint/appeal.hpp"
#include "rulebook/clocks/clock_state.hpp"
#include "text/plural.hpp"
#include "view/words/term_text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using complaint::PromiseState;
using complaint::Step;
using rulebook::Deadline;

// A statutory term that wants no decision yet: a receipt, news, or an answer.
bool asks_for_word(const PageView& view, const Deadline& deadline) {
    if (deadline.clock != Clock::legal) return false;
    const auto* term = rulebook::legal_term_named(view.policy, deadline.sla);
    return term != nullptr && term->is_for != rulebook::TermFor::resolution;
}

// Words to the customer are owed now: an answer, or news before anything else.
bool must_speak(const PageView& view, std::span<const Deadline> owed) {
    if (is_anonymous(view.complaint())) return false;
    if (!view.complaint().responded_at || casework::unanswered(view.dossier) != nullptr) return true;
    if (!owed.empty() && owed.front().clock == Clock::update) {
        // Who has an offer in hand, or took it, has heard of us; they need no news before it is time.
        const auto state = state_of(owed.front(), view.complaint(), view.now);
        const auto& offers = view.dossier.procedure.offers;
        const bool has_taken = std::ranges::any_of(
            offers, [](const complaint::Offer& offer) { return offer.accepted_at.has_value(); });
        if (state != rulebook::ClockState::due
            || (casework::proposed_offers(view.dossier, view.now).empty() && !has_taken))
            return true;
    }
    return std::ranges::find(owed, Clock::reply, &Deadline::clock) != owed.end()
           || std::ranges::any_of(owed, [&](const Deadline& each) { return asks_for_word(view, each); });
}

// Where nobody goes by steps none is left but those that the policy requires.
std::vector<std::string_view> expected_steps(const PageView& view) {
    const auto& procedure = view.dossier.procedure;
    const auto& required = view.policy.steps_required_of(view.complaint().kind);
    std::vector<std::string_view> left;
    for (const Step step : complaint::steps_left(procedure))
        if (!procedure.steps.empty() || std::ranges::find(required, step) != required.end())
            left.push_back(complaint::word(step));
    return left;
}

std::string promise_command(const PageView& view, std::int64_t number) {
    return fmt::format("reklamaatio promise {} --number {} --kept, or --broken",
                       to_string(view.complaint().id), number);
}

// A promise that is open stands in the way of the end; empty where there is none.
std::string promise_command(const PageView& view) {
    const auto& promises = view.dossier.procedure.promises;
    const auto open = std::ranges::find(promises, PromiseState::open,
                                        [](const complaint::Promise& promise) { return state_of(promise); });
    return open == promises.end() ? "" : promise_command(view, open->number);
}

// Among the deadlines that are told anyway.
bool is_told(Clock clock, std::int64_t number, std::span<const Deadline> told) {
    return std::ranges::any_of(told, [&](const Deadline& deadline) {
        return deadline.clock == clock && deadline.ordinal == number;
    });
}

std::vector<std::string> unpaid_offers(const PageView& view) {
    std::vector<std::string> numbers;
    for (const auto& offer : view.dossier.procedure.offers)
        if (is_to_pay(offer)) numbers.push_back(std::to_string(offer.number));
    return numbers;
}

// Of an offer that is to be paid last; empty where there is none.
std::string pay_command(const PageView& view) {
    const auto& offers = view.dossier.procedure.offers;
    const auto last = std::find_if(offers.rbegin(), offers.rend(),
                                   [](const complaint::Offer& offer) { return is_to_pay(offer); });
    return last == offers.rend() ? "" : pay_command(view, *last);
}

// Whether the customer took one that was offered later.
bool is_past(const PageView& view, const complaint::Offer& offer) {
    return std::ranges::any_of(view.dossier.procedure.offers, [&](const complaint::Offer& other) {
        return other.number > offer.number && other.accepted_at;
    });
}

// Without a number it is the last offer that is answered.
std::string answer_command(const PageView& view) {
    const auto& newest = *casework::proposed_offers(view.dossier, view.now).back();
    const auto last = newest.number;
    if (is_past(view, newest))
        return fmt::format("reklamaatio offer {} --number {} --withdrawn, or --accepted",
                           to_string(view.complaint().id), last);
    const bool needs_number = last != view.dossier.procedure.offers.back().number;
    return fmt::format("reklamaatio offer {}{} --accepted, or --declined --wish TEXT",
                       to_string(view.complaint().id), needs_number ? fmt::format(" --number {}", last) : "");
}

std::string while_waiting(const PageView& view) {
    const auto id = to_string(view.complaint().id);
    const auto* awaited = casework::awaited_offer(view.dossier);
    const bool is_open = !casework::proposed_offers(view.dossier, view.now).empty();
    if (awaited != nullptr && is_open) return answer_command(view);
    if (casework::is_in_vain(view.dossier, view.now) || casework::has_waited_long(view.dossier, view.now))
        return fmt::format("reklamaatio contact {} -e, with --no-await to stop waiting", id);
    const auto their_turn = fmt::format("reklamaatio contact {} --in -m TEXT", id);
    return is_open ? fmt::format("{}, or {}", their_turn, answer_command(view)) : their_turn;
}

// The first appeal to a body that is still on, while its turn or ours.
const complaint::Appeal* appeal_on(const PageView& view) {
    const auto& appeals = view.dossier.procedure.appeals;
    const auto found = std::ranges::find_if(
        appeals, [](const complaint::Appeal& appeal) { return is_on(appeal) && !is_review(appeal); });
    return found == appeals.end() || view.complaint().stage == 1 ? nullptr : &*found;
}

} // namespace

std::string appeal_command(const PageView& view, const complaint::Appeal& appeal) {
    const auto& appeals = view.dossier.procedure.appeals;
    return fmt::format("reklamaatio appeal {}{} {}", to_string(view.complaint().id),
                       std::ranges::count_if(appeals, complaint::is_on) == 1
                           ? ""
                           : fmt::format(" --number {}", appeal.number),
                       appeal.answered_at ? "--decided DECISION" : "--answered");
}

std::string pay_command(const PageView& view, const complaint::Offer& offer) {
    const bool is_last = offer.number == view.dossier.procedure.offers.back().number;
    return fmt::format("reklamaatio offer {}{} --paid{}", to_string(view.complaint().id),
                       is_last ? "" : fmt::format(" --number {}", offer.number),
                       offer.amount ? "" : " --amount SUM");
}

std::string done_command(const PageView& view, std::int64_t task) {
    return fmt::format("reklamaatio task done {} {}", to_string(view.complaint().id), task);
}

std::string left_open(const PageView& view, std::span<const Deadline> told) {
    const auto& procedure = view.dossier.procedure;
    std::string line;
    const auto add = [&](const std::vector<std::string>& items, std::string_view one, std::string_view many) {
        if (!items.empty())
            join(line, fmt::format(fmt::runtime(text::one_or_many(items.size(), one, many)),
                                   text::listed(items, "and")));
    };
    std::vector<std::string> offers, past;
    for (const auto* offer : casework::proposed_offers(view.dossier, view.now))
        if (offer != casework::awaited_offer(view.dossier))
            (is_past(view, *offer) ? past : offers).push_back(std::to_string(offer->number));
    add(offers, "offer {} waits for an answer", "offers {} wait for an answer");
    add(past, "offer {} is still open: withdraw it if it no longer stands",
        "offers {} are still open: withdraw those that no longer stand");
    add(unpaid_offers(view), "offer {} is to be paid", "offers {} are to be paid");
    std::vector<std::string> promises;
    for (const auto& promise : procedure.promises)
        if (state_of(promise) == PromiseState::open && !is_told(Clock::promise, promise.number, told))
            promises.push_back(fmt::format("P{}", promise.number));
    add(promises, "promise {} is open", "promises {} are open");
    std::vector<std::string> tasks;
    for (const auto& task : procedure.tasks)
        if (state_of(task) == complaint::TaskState::open && !is_told(Clock::task, task.number, told))
            tasks.push_back(fmt::format("T{}", task.number));
    add(tasks, "task {} is open", "tasks {} are open");
    const auto steps = expected_steps(view);
    if (!steps.empty()) join(line, "steps left: " + fmt::format("{}", fmt::join(steps, ", ")), "; ");
    return line;
}

namespace {

// What the law has decided is what is left to say, and on a channel that it takes.
std::string resolve_command(const PageView& view, std::span<const Deadline> owed) {
    const auto& complaint = view.complaint();
    std::string outcome = has_outcome(complaint.kind) ? "OUTCOME" : "";
    std::string channel;
    for (const auto& deadline : owed) {
        if (deadline.clock != Clock::legal) continue;
        if (channel.empty()) channel = channel_for(view.policy, deadline);
        const auto by_law = outcome_by_law(*deadline.silence);
        if (by_law && !outcome.empty() && is_decided_by_law(deadline, view.now))
            outcome = complaint::word(*by_law);
    }
    return fmt::format("reklamaatio resolve {}{}{}{}", to_string(complaint.id),
                       outcome.empty() ? "" : " --outcome " + outcome,
                       channel.empty() ? "" : " --channel " + channel,
                       outcome.empty() && channel.empty() ? "" : " -m TEXT");
}

} // namespace

std::string next_command(const PageView& view, std::span<const Deadline> owed) {
    const auto& complaint = view.complaint();
    const auto id = to_string(complaint.id);
    if (complaint.status == complaint::Status::waiting) return while_waiting(view);
    const auto* failed = casework::failed_offer(view.dossier, view.now);
    if (failed != nullptr && !failed->wish.empty())
        return fmt::format("reklamaatio offer {} REMEDY --amount SUM -m TEXT", id);
    if (!casework::untold_breaches(view.dossier).empty())
        return fmt::format("reklamaatio promise {} WHAT --by TIME -m TEXT", id);
    // What the law has decided is said with the end.
    const bool is_decided = std::ranges::any_of(
        owed, [&](const Deadline& deadline) { return is_decided_by_law(deadline, view.now); });
    if (failed != nullptr || (!is_decided && must_speak(view, owed)))
        return fmt::format("reklamaatio contact {} -e", id);
    for (const auto& deadline : owed)
        if (deadline.clock == Clock::promise && *deadline.due_at < view.now)
            return promise_command(view, deadline.ordinal);
    for (const auto& deadline : owed)
        if (deadline.clock == Clock::task && *deadline.due_at < view.now)
            return done_command(view, deadline.ordinal);
    if (const auto* appeal = appeal_on(view); appeal != nullptr && !appeal->answered_at)
        return appeal_command(view, *appeal);
    if (!casework::proposed_offers(view.dossier, view.now).empty()) return answer_command(view);
    if (const auto pay = pay_command(view); !pay.empty()) return pay;
    if (const auto steps = expected_steps(view); !steps.empty())
        return fmt::format("reklamaatio step {} {} -m TEXT", id, steps.front());
    if (const auto promise = promise_command(view); !promise.empty()) return promise;
    if (std::ranges::any_of(owed, [](const Deadline& each) { return each.clock == Clock::authority; }))
        return fmt::format("reklamaatio note {} --reported WHERE", id);
    if (const auto* appeal = appeal_on(view)) return appeal_command(view, *appeal);
    return resolve_command(view, owed);
}

} // namespace reklamaatio::view
