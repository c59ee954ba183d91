// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/negotiation.hpp"

#include "rulebook/clocks/answer_clock.hpp"

#include <algorithm>

namespace reklamaatio::casework {

namespace {

using complaint::EventKind;
using complaint::Offer;
using complaint::OfferState;
using complaint::Part;
using complaint::PartChange;

bool begins_a_wait(const Recorded& recorded) {
    if (!recorded.stands) return false;
    const auto& event = recorded.logged.event;
    if (complaint::asked_by(event).empty()) return false;
    // Whoever is asked once more in the same words is reminded of what was asked before.
    const auto* asked = complaint::change_of(event.changes, complaint::k_waiting_reason);
    return event.kind == EventKind::offered || asked->before != asked->after;
}

bool is_about(const PartChange& part, const Offer& offer) {
    return part.part == Part::offer && part.number == offer.number;
}

bool is_ours(const Spoken& turn) {
    return turn.said.message.direction == complaint::Direction::out && !turn.said.message.automatic;
}

// Whether a person of ours told the customer something after the offer came to nothing.
bool have_spoken_since(const Dossier& dossier, const Offer& offer) {
    bool is_over = false;
    bool spoken = false;
    for (const auto& turn : dossier.conversation) {
        const bool declines =
            turn.kind == EventKind::offer_answered && turn.complaint == dossier.complaint().id
            && std::ranges::any_of(turn.parts, [&](const PartChange& part) { return is_about(part, offer); });
        if (declines || (!offer.declined_at && turn.said.happened_at > *offer.valid_until)) is_over = true;
        if (is_over && is_ours(turn)) spoken = true;
    }
    return spoken;
}

// Likewise after the promise was broken, in the order of the conversation: both may be within a minute.
bool have_spoken_since(const Dossier& dossier, const complaint::Promise& promise) {
    bool is_over = false;
    for (const auto& turn : dossier.conversation) {
        if (is_over && is_ours(turn)) return true;
        for (const auto& part : turn.parts)
            if (turn.kind == EventKind::promise_ended && turn.complaint == dossier.complaint().id
                && part.part == Part::promise && part.number == promise.number)
                is_over = true;
    }
    return false;
}

} // namespace

std::vector<const Offer*> proposed_offers(const Dossier& dossier, time::Instant now) {
    std::vector<const Offer*> found;
    for (const auto& offer : dossier.procedure.offers)
        if (state_of(offer, now) == OfferState::proposed) found.push_back(&offer);
    return found;
}

const Offer* awaited_offer(const Dossier& dossier) {
    if (dossier.complaint().status != complaint::Status::waiting) return nullptr;
    const auto& history = dossier.history;
    const auto last = std::find_if(history.rbegin(), history.rend(), begins_a_wait);
    if (last == history.rend() || last->logged.event.kind != EventKind::offered) return nullptr;
    for (const auto& offer : dossier.procedure.offers)
        for (const auto& part : last->logged.event.parts)
            if (is_about(part, offer)) return &offer;
    return nullptr;
}

const Offer* failed_offer(const Dossier& dossier, time::Instant now) {
    const auto& offers = dossier.procedure.offers;
    if (offers.empty()) return nullptr;
    const auto has_failed = [&](const Offer& offer) {
        const auto state = state_of(offer, now);
        return state == OfferState::declined || state == OfferState::expired;
    };
    const auto stands = [&](const Offer& offer) {
        const auto state = state_of(offer, now);
        return state == OfferState::proposed || state == OfferState::accepted;
    };
    if (!has_failed(offers.back()) || std::ranges::any_of(offers, stands)) return nullptr;
    return have_spoken_since(dossier, offers.back()) ? nullptr : &offers.back();
}

bool is_in_vain(const Dossier& dossier, time::Instant now) {
    const auto* awaited = awaited_offer(dossier);
    if (awaited == nullptr) return false;
    return awaited == failed_offer(dossier, now)
           || (awaited->withdrawn_at && proposed_offers(dossier, now).empty());
}

const rulebook::Deadline* open_answer(const Dossier& dossier) {
    const auto found = std::ranges::find_if(dossier.deadlines, [](const rulebook::Deadline& deadline) {
        return deadline.clock == complaint::Clock::answer && !deadline.met_at && !deadline.cancelled_at;
    });
    return found == dossier.deadlines.end() ? nullptr : &*found;
}

bool has_waited_long(const Dossier& dossier, time::Instant now) {
    const auto& complaint = dossier.complaint();
    if (complaint.status != complaint::Status::waiting || !complaint.waiting_since) return false;
    const auto* expected = open_answer(dossier);
    if (expected != nullptr) return *expected->due_at < now;
    // Whoever was reminded is given time again.
    auto asked_at = *complaint.waiting_since;
    for (const auto& turn : dossier.conversation)
        if (is_ours(turn)) asked_at = std::max(asked_at, turn.said.happened_at);
    return now - asked_at >= rulebook::k_patience;
}

std::vector<const complaint::Promise*> untold_breaches(const Dossier& dossier) {
    std::vector<const complaint::Promise*> found;
    for (const auto& promise : dossier.procedure.promises)
        if (promise.broken_at && !have_spoken_since(dossier, promise)) found.push_back(&promise);
    return found;
}

bool is_left_discontent(const Dossier& dossier) {
    const auto& complaint = dossier.complaint();
    if (complaint.settled != complaint::Settled::no || complaint.followed_up_at) return false;
    return std::ranges::none_of(dossier.conversation, [&](const Spoken& turn) {
        return is_ours(turn) && turn.said.happened_at > *complaint.resolved_at;
    });
}

const Spoken* unanswered(const Dossier& dossier) {
    const Spoken* last = nullptr;
    std::optional<time::Instant> answered_at;
    for (const auto& spoken : dossier.conversation) {
        const auto& message = spoken.said.message;
        answered_at = std::max(answered_at, spoken.answered_at);
        // An answer to an offer is told with the offer.
        const bool is_turn = spoken.kind == complaint::EventKind::offer_answered;
        const bool is_note = message.direction == complaint::Direction::note;
        if (is_note && message.needs_no_answer) last = nullptr;
        if (!message.automatic && !is_note && !is_turn && !message.needs_no_answer) last = &spoken;
    }
    if (last == nullptr || last->said.message.direction != complaint::Direction::in) return nullptr;
    const bool is_first = last->kind == complaint::EventKind::opened;
    const auto at = last->said.happened_at;
    const bool is_answered = answered_at && (is_first ? at <= *answered_at : at < *answered_at);
    return is_answered ? nullptr : last;
}

} // namespace reklamaatio::casework
