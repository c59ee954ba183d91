// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/caller.hpp"

#include "casework/customer_named.hpp"
#include "complaint/merge.hpp"

namespace reklamaatio::casework {

std::optional<store::CustomerMatch> register_customer(Desk& desk, const complaint::Customer& facts,
                                                      const std::optional<Caller>& caller) {
    if (!caller) return desk.ledger().register_customer(facts);
    if (!caller->known) return desk.ledger().register_newcomer(facts);
    const auto known = customer_numbered(desk, *caller->known);
    complaint::check_is_in_use(known);
    return desk.ledger().register_customer(known, facts);
}

} // namespace reklamaatio::casework
