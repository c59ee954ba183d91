// SPDX-License-Identifier: GPL-3.0-or-later
// Where we stand with what we offered: whose turn it is.
#pragma once

#include "casework/dossier.hpp"

#include <vector>

namespace reklamaatio::casework {

// The offers that the customer is still to answer.
std::vector<const complaint::Offer*> proposed_offers(const Dossier& dossier, time::Instant now);

// The offer for whose answer the complaint waits; null when it does not wait, or for something else.
const complaint::Offer* awaited_offer(const Dossier& dossier);

// Whether nobody will answer any more what the complaint waits for: that offer failed, or was withdrawn.
bool is_in_vain(const Dossier& dossier, time::Instant now);

// What the customer who is waited for has been given time until; null where no time was said.
const rulebook::Deadline* open_answer(const Dossier& dossier);

// Whether it has waited for so long that somebody should remind the customer, or go on.
bool has_waited_long(const Dossier& dossier, time::Instant now);

// The last offer, when it was declined or has expired, no other stands, and we have said nothing since.
const complaint::Offer* failed_offer(const Dossier& dossier, time::Instant now);

// The promises that were broken, and we have said nothing since.
std::vector<const complaint::Promise*> untold_breaches(const Dossier& dossier);

// Whether a customer did not accept the end, and neither asked us how it went nor heard of us since. Of what
// is resolved.
bool is_left_discontent(const Dossier& dossier);

// What the customer said last, if nobody has said anything to them since; null when we spoke last, or when
// all they did was to answer an offer.
const Spoken* unanswered(const Dossier& dossier);

} // namespace reklamaatio::casework
