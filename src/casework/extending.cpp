// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/extending.hpp"

#include "casework/explanation.hpp"
#include "complaint/refusal.hpp"
#include "rulebook/clocks/term_count.hpp"
#include "store/deadlines.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"

namespace reklamaatio::casework {

namespace {

using complaint::Clock;
using complaint::Extendable;
using complaint::Reason;
using complaint::refuse;

time::Instant latest_end(const rulebook::Policy& policy, rulebook::LegalTerm term, time::Instant started_at) {
    term.term = *term.extend_to;
    return *rulebook::count_term(term, started_at, policy.calendar_of(term)).due;
}

bool is_open(const rulebook::Deadline& row) {
    return row.due_at && !row.met_at && !row.cancelled_at && !row.missed_at;
}

std::vector<Extendable> extendable_terms(Desk& desk, complaint::Id complaint) {
    std::vector<Extendable> found;
    for (const auto& row : store::deadlines_of(desk.database(), complaint)) {
        if (row.clock != Clock::legal || !is_open(row)) continue;
        const auto* term = legal_term_named(desk.policy(), row.sla);
        if (term == nullptr || !term->extend_to) continue;
        found.push_back(
            {row.sla, *row.due_at, latest_end(desk.policy(), *term, row.started_at), term->met_by});
    }
    return found;
}

} // namespace

Extendable extendable_term(Desk& desk, complaint::Id complaint, const std::optional<std::string>& name) {
    const auto terms = extendable_terms(desk, complaint);
    if (terms.empty()) refuse<Reason::no_term_to_extend>(complaint);
    if (!name && terms.size() == 1) return terms.front();
    if (!name) {
        std::vector<std::string> names;
        for (const auto& each : terms)
            names.push_back(each.term);
        refuse<Reason::several_terms>(complaint, names);
    }
    for (const auto& each : terms)
        if (text::folded(each.term) == text::folded(*name)) return each;
    refuse<Reason::no_such_term>(complaint, *name);
}

Extendable extendable_resolution(Desk& desk, const complaint::Complaint& complaint, time::Instant now) {
    const auto about = explain(desk.store(), complaint, now);
    for (const auto* origin : about.of(Clock::resolution)) {
        const auto* sla = origin->running.regime.sla;
        if (!is_open(origin->deadline) || !origin->running.target || sla == nullptr || !sla->extend_to)
            continue;
        auto longer = origin->running;
        longer.target = sla->extend_to;
        longer.extended_until.reset();
        longer.stood.reset(); // what was left was left of the shorter one
        // What it has waited for the customer comes on top, as it does without.
        return {"", *origin->deadline.due_at, *due_of(longer, origin->pauses).at, {}};
    }
    refuse<Reason::no_resolution_to_extend>(complaint.id);
}

} // namespace reklamaatio::casework
