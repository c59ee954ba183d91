// SPDX-License-Identifier: GPL-3.0-or-later
// What we promise and offer to a customer, and what becomes of it. Like handling.hpp: each function says as
// an event what changes, and throws Refusal for what cannot be.
#pragma once

#include "complaint/handling.hpp"

namespace reklamaatio::complaint {

struct NewPromise {
    std::string text;
    time::Instant due_at;
    std::string channel; // that we told the customer on; empty: that of the complaint
    std::string message; // in which words
};
// A message to the customer. Throws Refusal for a promise in the past.
Event promise(const Complaint& complaint, const Procedure& procedure, const NewPromise& promise,
              const Occasion& occasion);

// Kept, broken or withdrawn, of the promise with that number or of the only open one.
Event end_promise(const Complaint& complaint, const Procedure& procedure, PromiseState end,
                  std::optional<std::int64_t> number, const std::string& text, const Occasion& occasion);

struct NewOffer {
    std::string remedy;
    std::optional<std::int64_t> amount; // cents
    std::string currency;
    std::optional<time::Instant> valid_until;
    std::string approved_by;
    std::string channel;
    std::string message;
    std::optional<std::string> await; // the reason why we now wait
    std::vector<Step> steps = {};     // done by this
};
// A message to the customer.
Event offer(const Complaint& complaint, const Procedure& procedure, const NewOffer& offer,
            const Occasion& occasion);

// Whether what was granted without an offer is still to be paid, be the sum known or not.
bool is_to_pay(const Complaint& complaint);

// What becomes of an offer: the one with that number, or the last. Accepted and declined are messages from
// the customer, with the wish if they have another; paid needs an accepted one, or a remedy that was granted
// without an offer.
enum class OfferTurn { accepted, declined, withdrawn, paid };
struct OfferNews {
    OfferTurn turn = OfferTurn::accepted;
    std::optional<std::int64_t> number;
    std::string wish;
    std::string channel;
    std::string message;
    // The sum, where the offer, or what was granted, had none: only then it is said with accepted or paid.
    std::optional<std::int64_t> amount = {};
    std::string currency = {};
    std::string approved_by = {};
};
Event turn_offer(const Complaint& complaint, const Procedure& procedure, const OfferNews& news,
                 const Occasion& occasion);

} // namespace reklamaatio::complaint
