// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/commitments.hpp"

#include "complaint/acts.hpp"
#include "complaint/money.hpp"
#include "complaint/numbered.hpp"
#include "complaint/refusal.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::complaint {

namespace {

using time::Instant;

Message message(const Complaint& complaint, Direction direction, const std::string& channel,
                const std::string& text) {
    return {direction, channel.empty() ? complaint.channel : channel, false, text};
}

Promise& open_promise(const Complaint& complaint, Procedure& procedure, std::optional<std::int64_t> number) {
    return open_part<Reason::no_such_promise, Reason::promise_ended, Reason::no_open_promise,
                     Reason::several_open_promises>(complaint, procedure.promises, number);
}

Act act_of(PromiseState end) {
    return end == PromiseState::withdrawn ? Act::withdraw_promise : Act::end_promise;
}

// Without a number the last one; or, where just one can take that turn, that one.
Offer& chosen_offer(const Complaint& complaint, Procedure& procedure, std::optional<std::int64_t> number,
                    OfferTurn turn) {
    auto& offers = procedure.offers;
    if (offers.empty()) refuse<Reason::no_offer>(complaint.id);
    const auto is_meant = [&](const Offer& offer) {
        if (turn == OfferTurn::paid) return is_to_pay(offer);
        return !offer.accepted_at && !offer.declined_at && !offer.withdrawn_at;
    };
    if (!number && std::ranges::count_if(offers, is_meant) == 1)
        return *std::ranges::find_if(offers, is_meant);
    if (!number) return offers.back();
    const auto found = std::ranges::find(offers, *number, &Offer::number);
    if (found == offers.end()) refuse<Reason::no_such_offer>(complaint.id, *number);
    return *found;
}

void check_payable(const Complaint& complaint, const Offer& offer) {
    if (offer.paid_at) refuse<Reason::offer_paid>(complaint.id, offer.number);
    if (!offer.accepted_at) refuse<Reason::offer_not_accepted>(complaint.id, offer.number);
    if (offer.amount) return;
    if (is_money(offer.remedy)) refuse<Reason::offer_without_sum>(complaint.id, offer.number);
    refuse<Reason::offer_without_money>(complaint.id, offer.number);
}

// What must be so of an offer before it can take that turn. A refusal may come after the last day: what the
// customer would rather have is worth knowing.
void check_turn(const Complaint& complaint, const Offer& offer, OfferTurn turn, const Occasion& occasion) {
    if (turn == OfferTurn::paid) {
        check_payable(complaint, offer);
        return;
    }
    const auto state = state_of(offer, occasion.happened_at);
    if (state == OfferState::accepted || state == OfferState::declined || state == OfferState::withdrawn)
        refuse<Reason::offer_ended>(complaint.id, offer.number, state);
    if (turn == OfferTurn::accepted && state == OfferState::expired)
        refuse<Reason::offer_expired>(complaint.id, offer.number, occasion.told(*offer.valid_until));
}

Act act_of(OfferTurn turn) {
    switch (turn) {
    case OfferTurn::accepted:
    case OfferTurn::declined:
        return Act::answer_offer;
    case OfferTurn::withdrawn:
        return Act::withdraw_offer;
    case OfferTurn::paid:
        return Act::pay;
    }
    return Act::pay;
}

std::optional<Instant>& time_of(Offer& offer, OfferTurn turn) {
    switch (turn) {
    case OfferTurn::accepted:
        return offer.accepted_at;
    case OfferTurn::declined:
        return offer.declined_at;
    case OfferTurn::withdrawn:
        return offer.withdrawn_at;
    case OfferTurn::paid:
        break;
    }
    return offer.paid_at;
}

// A sum that was agreed on stays; one that was never said can still be.
void add_sum(const Complaint& complaint, Offer& offer, const OfferNews& news) {
    if (!news.amount) return;
    if (offer.amount)
        refuse<Reason::offer_has_sum>(complaint.id, offer.number, sum_text(offer.amount, offer.currency));
    check_price(complaint, offer.remedy, news.amount);
    offer.amount = news.amount;
    offer.currency = news.currency;
    if (!news.approved_by.empty()) offer.approved_by = news.approved_by;
}

// Without a number it is the last offer that is paid, unless only the end granted something.
bool pays_grant(const Complaint& complaint, const Procedure& procedure, const OfferNews& news) {
    if (news.turn != OfferTurn::paid || news.number) return false;
    if (!procedure.offers.empty() && is_to_pay(procedure.offers.back())) return false;
    const bool is_granted = !complaint.remedy.empty() && complaint.remedy != k_no_remedy;
    return complaint.owed_since ? !complaint.paid_at || procedure.offers.empty()
                                : is_granted && procedure.offers.empty();
}

Event pay_grant(const Complaint& complaint, const OfferNews& news, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::pay, occasion);
    if (complaint.paid_at)
        refuse<Reason::grant_paid>(complaint.id, complaint.remedy, occasion.told(*complaint.paid_at));
    if (news.amount && complaint.amount)
        refuse<Reason::grant_has_sum>(complaint.id, complaint.remedy,
                                      sum_text(complaint.amount, complaint.currency));
    if (!news.amount && !complaint.amount) refuse<Reason::grant_without_sum>(complaint.id, complaint.remedy);
    check_not_before<Reason::before_grant>(complaint, complaint.remedy, complaint.granted_at, occasion);
    if (news.amount) {
        after.amount = news.amount;
        after.currency = news.currency;
        if (!news.approved_by.empty()) after.approved_by = news.approved_by;
    }
    after.paid_at = occasion.happened_at;
    return with_note(made_event(EventKind::offer_answered, complaint, after, occasion), news.message);
}

} // namespace

Event promise(const Complaint& complaint, const Procedure& procedure, const NewPromise& promise,
              const Occasion& occasion) {
    Complaint after = moved(complaint, Act::promise, occasion);
    if (promise.text.empty()) refuse<Reason::promise_without_words>(complaint.id);
    if (promise.due_at <= occasion.happened_at)
        refuse<Reason::promise_due_in_the_past>(complaint.id, occasion.told(promise.due_at));
    answer(after, occasion.happened_at);
    Procedure parts = procedure;
    Promise made;
    made.number = next_number(parts.promises);
    made.text = promise.text;
    made.made_at = occasion.happened_at;
    made.made_by = occasion.actor;
    made.due_at = promise.due_at;
    parts.promises.push_back(made);
    Event event = made_event(EventKind::promised, complaint, after, procedure, parts, occasion);
    event.message = message(complaint, Direction::out, promise.channel, promise.message);
    return event;
}

Event end_promise(const Complaint& complaint, const Procedure& procedure, PromiseState end,
                  std::optional<std::int64_t> number, const std::string& text, const Occasion& occasion) {
    const Complaint after = moved(complaint, act_of(end), occasion);
    Procedure parts = procedure;
    Promise& promise = open_promise(complaint, parts, number);
    check_not_before<Reason::before_promise>(complaint, promise.number, promise.made_at, occasion);
    (end == PromiseState::kept     ? promise.kept_at
     : end == PromiseState::broken ? promise.broken_at
                                   : promise.withdrawn_at) = occasion.happened_at;
    return with_note(made_event(EventKind::promise_ended, complaint, after, procedure, parts, occasion),
                     text);
}

Event offer(const Complaint& complaint, const Procedure& procedure, const NewOffer& offer,
            const Occasion& occasion) {
    Complaint after = moved(complaint, offer.await ? Act::offer_await : Act::offer, occasion);
    if (offer.valid_until && *offer.valid_until <= occasion.happened_at)
        refuse<Reason::offer_expired_at_once>(complaint.id, occasion.told(*offer.valid_until));
    check_price(complaint, offer.remedy, offer.amount);
    answer(after, occasion.happened_at);
    if (offer.await) wait_for(after, *offer.await, std::nullopt, occasion);
    Procedure parts = procedure;
    Offer made;
    made.number = next_number(parts.offers);
    made.remedy = offer.remedy;
    made.amount = offer.amount;
    made.currency = offer.amount ? offer.currency : "";
    made.text = offer.message;
    made.made_at = occasion.happened_at;
    made.made_by = occasion.actor;
    made.approved_by = offer.approved_by;
    made.valid_until = offer.valid_until;
    parts.offers.push_back(made);
    do_steps(complaint, parts, offer.steps, offer.message, occasion);
    Event event = made_event(EventKind::offered, complaint, after, procedure, parts, occasion);
    if (offer.await) note_asking(event, complaint, *offer.await);
    event.message = message(complaint, Direction::out, offer.channel, offer.message);
    return event;
}

bool is_to_pay(const Complaint& complaint) {
    if (!complaint.owed_since || complaint.paid_at) return false;
    // What a replacement costs us is paid to nobody; what a policy adds may be a voucher.
    const bool is_added = std::ranges::find(k_remedies, complaint.remedy) == k_remedies.end();
    return is_money(complaint.remedy) || (complaint.amount && is_added);
}

Event turn_offer(const Complaint& complaint, const Procedure& procedure, const OfferNews& news,
                 const Occasion& occasion) {
    if (pays_grant(complaint, procedure, news)) return pay_grant(complaint, news, occasion);
    const Act act = act_of(news.turn);
    Complaint after =
        act == Act::answer_offer ? heard(complaint, act, occasion) : moved(complaint, act, occasion);
    Procedure parts = procedure;
    Offer& offer = chosen_offer(complaint, parts, news.number, news.turn);
    add_sum(complaint, offer, news);
    check_turn(complaint, offer, news.turn, occasion);
    check_not_before<Reason::before_offer>(complaint, offer.number, offer.made_at, occasion);
    if (news.turn == OfferTurn::paid)
        check_not_before<Reason::before_acceptance>(complaint, offer.number, offer.accepted_at, occasion);
    if (news.turn == OfferTurn::accepted && !news.approved_by.empty()) offer.approved_by = news.approved_by;
    time_of(offer, news.turn) = occasion.happened_at;
    if (!news.wish.empty()) offer.wish = news.wish;
    // What it was resolved with has the sum as well.
    const bool is_its_end = news.amount && after.resolved_at && !after.owed_since;
    if (is_its_end && (after.amount ? after.currency == news.currency : after.remedy == offer.remedy)) {
        after.amount = after.amount.value_or(0) + *news.amount;
        after.currency = news.currency;
    }
    Event event = made_event(EventKind::offer_answered, complaint, after, procedure, parts, occasion);
    if (act == Act::answer_offer)
        event.message = message(complaint, Direction::in, news.channel, news.message);
    else
        event = with_note(std::move(event), news.message);
    return event;
}

} // namespace reklamaatio::complaint
