// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/acts.hpp"
#include "complaint/error.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

void check_facts(const Complaint& after, const Occasion& occasion) {
    const auto at = [&](time::Instant instant) { return time::display_absolute(instant, occasion.zone); };
    if (after.subject.empty() && after.text.empty())
        throw Refusal(
            fmt::format("{} would have neither subject nor text; leave one of them", to_string(after.id)));
    if (after.received_at > occasion.now)
        throw Refusal(fmt::format("{} cannot be received in the future ({})", to_string(after.id),
                                  at(after.received_at)));
    for (const auto& later : {after.responded_at, after.resolved_at})
        if (later && *later < after.received_at)
            throw Refusal(fmt::format("{} cannot be received at {}: it was answered or resolved at {}",
                                      to_string(after.id), at(after.received_at), at(*later)));
    if ((after.outcome || after.settled) && !after.resolved_at)
        throw Refusal(
            fmt::format("{} is not resolved, so it has no outcome; use resolve", to_string(after.id)));
    if (after.outcome && after.kind != Kind::complaint && after.kind != Kind::claim)
        throw Refusal(fmt::format("{} is a {}: only complaints and claims have an outcome",
                                  to_string(after.id), word(after.kind)));
    if ((after.csat || after.nps || after.retained) && !after.resolved_at)
        throw Refusal(fmt::format("{} is not resolved, so nobody was asked how it went; use followup later",
                                  to_string(after.id)));
}

} // namespace

Event edit(const Complaint& complaint, const Correction& to, const std::string& text,
           const Occasion& occasion) {
    status_after(complaint.id, complaint.status, Act::edit);
    Complaint after = complaint;
    take(after.subject, to.subject);
    take(after.text, to.text);
    take(after.wish, to.wish);
    take(after.channel, to.channel);
    take(after.category, to.category);
    take(after.product, to.product);
    take(after.cause, to.cause);
    take(after.ref, to.ref);
    take(after.source, to.source);
    take(after.remedy, to.remedy);
    take(after.currency, to.currency);
    take(after.kind, to.kind);
    take(after.priority, to.priority);
    take(after.harm, to.harm);
    take(after.customer, to.customer);
    take(after.outcome, to.outcome);
    take(after.settled, to.settled);
    take(after.retained, to.retained);
    take(after.amount, to.amount);
    take(after.csat, to.csat);
    take(after.nps, to.nps);
    if (to.received_at) {
        // Nothing has happened yet: the status is as old as the complaint.
        if (after.status_at == after.received_at) after.status_at = *to.received_at;
        after.received_at = *to.received_at;
    }
    check_facts(after, occasion);
    return with_note(made_event(EventKind::edited, complaint, after, occasion), text);
}

} // namespace reklamaatio::complaint
