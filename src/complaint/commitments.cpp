// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/commitments.hpp"

#include "complaint/acts.hpp"
#include "complaint/error.hpp"
#include "complaint/money.hpp"
#include "time/display.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

using time::Instant;

Message message(const Complaint& complaint, Direction direction, const std::string& channel,
                const std::string& text) {
    return {direction, channel.empty() ? complaint.channel : channel, false, text};
}

template <typename T>
std::int64_t next_number(const std::vector<T>& parts) {
    return parts.empty() ? 1 : parts.back().number + 1;
}

[[noreturn]] void refuse(const Complaint& complaint, std::string_view rest) {
    throw Refusal(fmt::format("{} {}", to_string(complaint.id), rest));
}

Promise& open_promise(const Complaint& complaint, Procedure& procedure, std::optional<std::int64_t> number) {
    auto& promises = procedure.promises;
    const auto is_open = [](const Promise& p) { return state_of(p) == PromiseState::open; };
    if (number) {
        const auto found = std::ranges::find(promises, *number, &Promise::number);
        if (found == promises.end())
            refuse(complaint, fmt::format("has no promise P{}; see reklamaatio show {}", *number,
                                          to_string(complaint.id)));
        if (!is_open(*found))
            refuse(complaint, fmt::format("has promise P{} {} already; make a new one, or undo", *number,
                                          word(state_of(*found))));
        return *found;
    }
    const auto count = std::ranges::count_if(promises, is_open);
    if (count == 0)
        refuse(complaint, "has no open promise; make one with reklamaatio promise ID WHAT --by TIME");
    if (count > 1) refuse(complaint, fmt::format("has {} open promises; choose one with --number", count));
    return *std::ranges::find_if(promises, is_open);
}

Act act_of(PromiseState end) {
    return end == PromiseState::withdrawn ? Act::withdraw_promise : Act::end_promise;
}

// Without a number the last one; or, where just one can take that turn, that one.
Offer& chosen_offer(const Complaint& complaint, Procedure& procedure, std::optional<std::int64_t> number,
                    OfferTurn turn) {
    auto& offers = procedure.offers;
    if (offers.empty()) refuse(complaint, "has no offer; make one with reklamaatio offer ID REMEDY");
    const auto is_meant = [&](const Offer& offer) {
        if (turn == OfferTurn::paid) return is_to_pay(offer);
        return !offer.accepted_at && !offer.declined_at && !offer.withdrawn_at;
    };
    if (!number && std::ranges::count_if(offers, is_meant) == 1)
        return *std::ranges::find_if(offers, is_meant);
    if (!number) return offers.back();
    const auto found = std::ranges::find(offers, *number, &Offer::number);
    if (found == offers.end())
        refuse(complaint,
               fmt::format("has no offer {}; see reklamaatio show {}", *number, to_string(complaint.id)));
    return *found;
}

// What must be so of an offer before it can take that turn. A refusal may come after the last day: what the
// customer would rather have is worth knowing.
void check_turn(const Complaint& complaint, const Offer& offer, OfferTurn turn, const Occasion& occasion) {
    const auto is = [&](std::string_view what) {
        refuse(complaint,
               fmt::format("has offer {} {} already; make a new one, or name another one with --number",
                           offer.number, what));
    };
    if (turn == OfferTurn::paid) {
        if (offer.paid_at) is("paid");
        if (!offer.accepted_at)
            refuse(complaint,
                   fmt::format("has offer {} not accepted; log that with --accepted first", offer.number));
        if (!offer.amount && is_money(offer.remedy))
            refuse(complaint, fmt::format("has offer {} without a sum; add --amount", offer.number));
        if (!offer.amount)
            refuse(complaint, fmt::format("has no money in offer {}: there is nothing to pay", offer.number));
        return;
    }
    if (offer.accepted_at) is("accepted");
    if (offer.declined_at) is("declined");
    if (offer.withdrawn_at) is("withdrawn");
    if (turn == OfferTurn::accepted && state_of(offer, occasion.happened_at) == OfferState::expired)
        refuse(complaint,
               fmt::format("has offer {} open until {} only; make a new one, or say with --at when the "
                           "customer accepted it",
                           offer.number, time::display_absolute(*offer.valid_until, occasion.zone)));
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
        refuse(complaint,
               fmt::format("has offer {} with {} {} already; leave --amount out, or make a new one",
                           offer.number, amount_text(*offer.amount), offer.currency));
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

void check_not_before(const Complaint& complaint, const std::optional<Instant>& made_at,
                      std::string_view what, const Occasion& occasion) {
    if (made_at && occasion.happened_at < *made_at)
        refuse(complaint, fmt::format("has {} since {}; nothing can have become of it before", what,
                                      time::display_absolute(*made_at, occasion.zone)));
}

Event pay_grant(const Complaint& complaint, const OfferNews& news, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::pay, occasion);
    if (complaint.paid_at)
        refuse(complaint, fmt::format("has its {} paid since {} already", complaint.remedy,
                                      time::display_absolute(*complaint.paid_at, occasion.zone)));
    if (news.amount && complaint.amount)
        refuse(complaint,
               fmt::format("has the {} of {} {} granted; leave --amount out, or put it right with edit",
                           complaint.remedy, amount_text(*complaint.amount), complaint.currency));
    if (!news.amount && !complaint.amount)
        refuse(complaint, fmt::format("has the {} granted without a sum; add --amount", complaint.remedy));
    check_not_before(complaint, complaint.granted_at, fmt::format("the {} granted", complaint.remedy),
                     occasion);
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
    if (promise.text.empty())
        refuse(complaint, "needs words for what is promised; write reklamaatio promise ID WHAT --by TIME");
    if (promise.due_at <= occasion.happened_at)
        refuse(complaint, fmt::format("cannot get a promise for the past ({}); use a later --by",
                                      time::display_absolute(promise.due_at, occasion.zone)));
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
    check_not_before(complaint, promise.made_at, fmt::format("promise P{}", promise.number), occasion);
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
        refuse(complaint,
               fmt::format("cannot get an offer that is over already ({}); use a later --valid-until",
                           time::display_absolute(*offer.valid_until, occasion.zone)));
    check_price(complaint, offer.remedy, offer.amount);
    answer(after, occasion.happened_at);
    if (offer.await) {
        if (!after.waiting_since) after.waiting_since = occasion.happened_at;
        after.waiting_reason = *offer.await;
    }
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
    check_not_before(complaint, offer.made_at, fmt::format("offer {}", offer.number), occasion);
    if (news.turn == OfferTurn::paid)
        check_not_before(complaint, offer.accepted_at, fmt::format("offer {} accepted", offer.number),
                         occasion);
    time_of(offer, news.turn) = occasion.happened_at;
    if (!news.wish.empty()) offer.wish = news.wish;
    // What it was resolved with has the sum as well.
    if (news.amount && after.resolved_at && after.remedy == offer.remedy && !after.amount) {
        after.amount = news.amount;
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
