// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/next_command.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Clock;
using complaint::Deadline;
using complaint::OfferState;
using complaint::PromiseState;
using complaint::Step;

// Words to the customer are owed now: an answer, or news before anything else.
bool must_speak(const PageView& view, std::span<const Deadline> owed) {
    if (!view.complaint().responded_at || unanswered(view) != nullptr) return true;
    if (!owed.empty() && owed.front().clock == Clock::update) return true;
    return std::ranges::find(owed, Clock::reply, &Deadline::clock) != owed.end();
}

} // namespace

const Spoken* unanswered(const PageView& view) {
    const Spoken* last = nullptr;
    for (const auto& spoken : view.dossier.conversation) {
        const auto& message = spoken.said.message;
        if (!message.automatic && message.direction != complaint::Direction::note) last = &spoken;
    }
    const bool is_theirs = last != nullptr && last->said.message.direction == complaint::Direction::in;
    return is_theirs && last->parts.empty() ? last : nullptr;
}

std::string left_open(const PageView& view) {
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

std::string next_command(const PageView& view, std::span<const Deadline> owed) {
    const auto& complaint = view.complaint();
    const auto& procedure = view.dossier.procedure;
    const auto id = to_string(complaint.id);
    if (complaint.status == complaint::Status::waiting)
        return fmt::format("reklamaatio contact {} --in -m TEXT", id);
    if (must_speak(view, owed)) return fmt::format("reklamaatio contact {} -e", id);
    for (const auto& promise : procedure.promises)
        if (state_of(promise) == PromiseState::open && *promise.due_at < view.now)
            return fmt::format("reklamaatio promise {} --number {} --kept", id, promise.number);
    if (!procedure.offers.empty() && state_of(procedure.offers.back(), view.now) == OfferState::proposed)
        return fmt::format("reklamaatio offer {} --accepted, or --declined --wish TEXT", id);
    if (!procedure.steps.empty())
        for (const auto word : complaint::Vocabulary<Step>::k_words)
            if (!is_done(procedure, *complaint::find_word<Step>(word)))
                return fmt::format("reklamaatio step {} {} -m TEXT", id, word);
    return fmt::format("reklamaatio resolve {}{}", id,
                       view.is_to_be_decided() ? " --outcome OUTCOME -m TEXT" : "");
}

} // namespace reklamaatio::cli
