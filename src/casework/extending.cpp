// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/extending.hpp"

#include "complaint/refusal.hpp"
#include "rulebook/clocks/term_count.hpp"
#include "store/deadlines.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"

namespace reklamaatio::casework {

namespace {

using complaint::ExtendableTerm;
using complaint::Reason;
using complaint::refuse;

time::Instant latest_end(const rulebook::Policy& policy, rulebook::LegalTerm term, time::Instant started_at) {
    term.term = *term.extend_to;
    return *rulebook::count_term(term, started_at, policy.calendar_of(term)).due;
}

std::vector<ExtendableTerm> extendable_terms(Desk& desk, complaint::Id complaint) {
    std::vector<ExtendableTerm> found;
    for (const auto& row : store::deadlines_of(desk.database(), complaint)) {
        if (row.clock != complaint::Clock::legal || row.met_at || row.cancelled_at || row.missed_at) continue;
        const auto* term = legal_term_named(desk.policy(), row.sla);
        if (term == nullptr || !term->extend_to || !row.due_at) continue;
        found.push_back(
            {row.sla, *row.due_at, latest_end(desk.policy(), *term, row.started_at), term->met_by});
    }
    return found;
}

} // namespace

ExtendableTerm extendable_term(Desk& desk, complaint::Id complaint, const std::optional<std::string>& name) {
    const auto terms = extendable_terms(desk, complaint);
    if (terms.empty()) refuse<Reason::no_term_to_extend>(complaint);
    if (!name && terms.size() == 1) return terms.front();
    if (!name) {
        std::vector<std::string> names;
        for (const auto& term : terms)
            names.push_back(term.name);
        refuse<Reason::several_terms>(complaint, names);
    }
    for (const auto& term : terms)
        if (text::folded(term.name) == text::folded(*name)) return term;
    refuse<Reason::no_such_term>(complaint, *name);
}

} // namespace reklamaatio::casework
