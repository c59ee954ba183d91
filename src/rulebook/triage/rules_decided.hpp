// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody had decided of a complaint before the rules were asked again.
#pragma once

#include "complaint/event.hpp"
#include "rulebook/triage/rules.hpp"

#include <span>
#include <vector>

namespace reklamaatio::rulebook {

// What somebody decided about a complaint that is known already: fields that have a value, and of those that
// always have one the ones that differ from the usual, or that one of its events has changed. Whether the
// usual was meant when nobody changed it, nobody knows. `standing`: its events.
std::vector<Settable> decided_by_now(const Policy& policy, const complaint::Complaint& complaint,
                                     std::span<const complaint::Event> standing);

// A known complaint without what the rules would have made of it. Nobody noted who set a field: where the
// rules give it the value that it has, they did. So that asking them twice changes nothing.
complaint::Complaint before_rules(const Policy& policy, const RuleFacts& facts);

} // namespace reklamaatio::rulebook
