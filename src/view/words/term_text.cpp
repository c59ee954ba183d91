// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/term_text.hpp"

#include "text/plural.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

using complaint::Outcome;
using complaint::Silence;
using rulebook::Deadline;

std::string_view counted_as(Silence silence) {
    return silence == Silence::nothing ? std::string_view() : complaint::word(silence);
}

std::string passed_by_law(Silence silence) {
    return fmt::format("{} by law", silence == Silence::nothing ? "overdue" : counted_as(silence));
}

bool is_decided_by_law(const Deadline& deadline, time::Instant now) {
    if (!deadline.silence || *deadline.silence == Silence::nothing) return false;
    if (deadline.cancelled_at || !deadline.due_at || *deadline.due_at >= now) return false;
    return !is_met(deadline);
}

time::Instant counts_since(const Deadline& deadline) {
    return *deadline.due_at + time::Seconds{1};
}

std::optional<Outcome> outcome_by_law(Silence silence) {
    switch (silence) {
    case Silence::accepted:
    case Silence::undisputed:
        return Outcome::upheld;
    case Silence::refused:
        return Outcome::rejected;
    case Silence::nothing:
        break;
    }
    return std::nullopt;
}

bool is_untold(const Deadline& deadline, const complaint::Complaint& complaint) {
    return deadline.clock == complaint::Clock::legal && deadline.due_at && complaint.resolved_at;
}

std::string untold_text(const rulebook::Policy& policy, const Deadline& deadline, time::Instant now,
                        const TimeText& when) {
    const auto by = told_by(policy, deadline);
    return fmt::format("the law {} it told{} no later than {}",
                       *deadline.due_at < now ? "required" : "requires", by.empty() ? "" : " by " + by,
                       when(*deadline.due_at));
}

std::string told_by(const rulebook::Policy& policy, const Deadline& deadline) {
    const auto* term = legal_term_named(policy, deadline.sla);
    return term == nullptr || term->met_by.empty() ? "" : text::listed(term->met_by, "or");
}

std::string channel_for(const rulebook::Policy& policy, const Deadline& deadline) {
    const auto* term = legal_term_named(policy, deadline.sla);
    return term == nullptr || term->met_by.empty() ? "" : term->met_by.front();
}

} // namespace reklamaatio::view
