// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/negotiation.hpp"

#include <algorithm>

namespace reklamaatio::cli {

namespace {

// Who has not answered for a week has forgotten it, or will not.
constexpr std::chrono::days k_patience{7};

using complaint::Event;
using complaint::EventKind;
using complaint::FieldChange;
using complaint::Offer;
using complaint::OfferState;
using complaint::Part;
using complaint::PartChange;

bool begins_a_wait(const Recorded& recorded) {
    if (!recorded.stands) return false;
    const auto& changes = recorded.logged.event.changes;
    return std::ranges::any_of(changes, [](const FieldChange& change) {
        return change.field == "waiting_reason" && !std::holds_alternative<std::monostate>(change.after);
    });
}

bool is_about(const PartChange& part, const Offer& offer) {
    return part.part == Part::offer && part.number == offer.number;
}

bool is_ours(const Spoken& turn) {
    return turn.said.message.direction == complaint::Direction::out && !turn.said.message.automatic;
}

// Whether a person of ours told the customer something after the offer came to nothing.
bool have_spoken_since(const PageView& view, const Offer& offer) {
    bool is_over = false;
    bool spoken = false;
    for (const auto& turn : view.dossier.conversation) {
        const bool declines =
            turn.kind == EventKind::offer_answered && turn.complaint == view.complaint().id
            && std::ranges::any_of(turn.parts, [&](const PartChange& part) { return is_about(part, offer); });
        if (declines || (!offer.declined_at && turn.said.happened_at > *offer.valid_until)) is_over = true;
        if (is_over && is_ours(turn)) spoken = true;
    }
    return spoken;
}

// Likewise after the promise was broken, in the order of the conversation: both may be within a minute.
bool have_spoken_since(const PageView& view, const complaint::Promise& promise) {
    bool is_over = false;
    for (const auto& turn : view.dossier.conversation) {
        if (is_over && is_ours(turn)) return true;
        for (const auto& part : turn.parts)
            if (turn.kind == EventKind::promise_ended && turn.complaint == view.complaint().id
                && part.part == Part::promise && part.number == promise.number)
                is_over = true;
    }
    return false;
}

} // namespace

std::vector<const Offer*> proposed_offers(const PageView& view) {
    std::vector<const Offer*> found;
    for (const auto& offer : view.dossier.procedure.offers)
        if (state_of(offer, view.now) == OfferState::proposed) found.push_back(&offer);
    return found;
}

const Offer* awaited_offer(const PageView& view) {
    if (view.complaint().status != complaint::Status::waiting) return nullptr;
    const auto& history = view.dossier.history;
    const auto last = std::find_if(history.rbegin(), history.rend(), begins_a_wait);
    if (last == history.rend() || last->logged.event.kind != EventKind::offered) return nullptr;
    for (const auto& offer : view.dossier.procedure.offers)
        for (const auto& part : last->logged.event.parts)
            if (is_about(part, offer)) return &offer;
    return nullptr;
}

const Offer* failed_offer(const PageView& view) {
    const auto& offers = view.dossier.procedure.offers;
    if (offers.empty()) return nullptr;
    const auto has_failed = [&](const Offer& offer) {
        const auto state = state_of(offer, view.now);
        return state == OfferState::declined || state == OfferState::expired;
    };
    const auto stands = [&](const Offer& offer) {
        const auto state = state_of(offer, view.now);
        return state == OfferState::proposed || state == OfferState::accepted;
    };
    if (!has_failed(offers.back()) || std::ranges::any_of(offers, stands)) return nullptr;
    return have_spoken_since(view, offers.back()) ? nullptr : &offers.back();
}

bool is_in_vain(const PageView& view) {
    const auto* awaited = awaited_offer(view);
    if (awaited == nullptr) return false;
    return awaited == failed_offer(view) || (awaited->withdrawn_at && proposed_offers(view).empty());
}

bool has_waited_long(const PageView& view) {
    const auto& complaint = view.complaint();
    if (complaint.status != complaint::Status::waiting || !complaint.waiting_since) return false;
    // Whoever was reminded is given time again.
    auto asked_at = *complaint.waiting_since;
    for (const auto& turn : view.dossier.conversation)
        if (is_ours(turn)) asked_at = std::max(asked_at, turn.said.happened_at);
    return view.now - asked_at >= k_patience;
}

std::vector<const complaint::Promise*> untold_breaches(const PageView& view) {
    std::vector<const complaint::Promise*> found;
    for (const auto& promise : view.dossier.procedure.promises)
        if (promise.broken_at && !have_spoken_since(view, promise)) found.push_back(&promise);
    return found;
}

bool is_left_discontent(const PageView& view) {
    const auto& complaint = view.complaint();
    if (complaint.settled != complaint::Settled::no || complaint.followed_up_at) return false;
    return std::ranges::none_of(view.dossier.conversation, [&](const Spoken& turn) {
        return is_ours(turn) && turn.said.happened_at > *complaint.resolved_at;
    });
}

} // namespace reklamaatio::cli
