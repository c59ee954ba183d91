// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/acts.hpp"
#include "complaint/error.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

void check_received(const Complaint& before, const Complaint& after, std::optional<time::Instant> first_act,
                    const Occasion& occasion) {
    const auto at = [&](time::Instant instant) { return time::display_absolute(instant, occasion.zone); };
    if (after.received_at > occasion.now)
        throw Refusal(fmt::format("{} cannot be received in the future ({}); now is {}", to_string(after.id),
                                  at(after.received_at), at(occasion.now)));
    if (after.responded_at && *after.responded_at < after.received_at)
        throw Refusal(fmt::format("{} cannot be received at {}: it was answered at {}", to_string(after.id),
                                  at(after.received_at), at(*after.responded_at)));
    if (after.logged_at < after.received_at)
        throw Refusal(fmt::format("{} cannot be received at {}: it was entered at {}", to_string(after.id),
                                  at(after.received_at), at(after.logged_at)));
    if (first_act && *first_act < after.received_at)
        throw Refusal(fmt::format("{} cannot be received at {}: something happened to it at {} already",
                                  to_string(after.id), at(after.received_at), at(*first_act)));
    if (after.status_at < after.received_at)
        throw Refusal(fmt::format("{} cannot be received at {}: it became {} at {}", to_string(after.id),
                                  at(after.received_at), word(before.status), at(before.status_at)));
}

template <typename T>
bool gives(const Corrected<T>& correction) {
    return correction && *correction;
}

// Only what is corrected is judged: what came from a file may be as it is.
void check_facts(const Complaint& before, const Complaint& after, const Correction& to,
                 const Occasion& occasion) {
    if ((to.subject || to.text) && after.subject.empty() && after.text.empty())
        throw Refusal(
            fmt::format("{} would have neither subject nor text; leave one of them", to_string(after.id)));
    if (to.received_at) check_received(before, after, to.first_act, occasion);
    if ((gives(to.outcome) || gives(to.settled)) && !after.resolved_at)
        throw Refusal(
            fmt::format("{} is not resolved, so it has no outcome; use resolve", to_string(after.id)));
    if ((to.outcome || to.kind) && after.outcome && !has_outcome(after.kind))
        throw Refusal(fmt::format(
            "{} would be {} with an outcome, which only complaints and claims have; use --outcome "
            "'' as well, or choose another kind",
            to_string(after.id), word(after.kind)));
    if (to.remedy && !to.amount && after.remedy.empty() && after.amount)
        throw Refusal(
            fmt::format("{} would have an amount without the remedy that it is for; use --amount '' "
                        "as well",
                        to_string(after.id)));
    if ((gives(to.csat) || gives(to.nps) || gives(to.retained)) && !after.resolved_at)
        throw Refusal(fmt::format("{} is not resolved, so nobody was asked how it went; use followup later",
                                  to_string(after.id)));
}

} // namespace

Event edit(const Complaint& complaint, const Correction& to, const std::string& text,
           const Occasion& occasion) {
    status_after(complaint.id, complaint.status, Act::edit);
    check_answers(to.csat.value_or(std::nullopt), to.nps.value_or(std::nullopt));
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
    take(after.approved_by, to.approved_by);
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
    if (to.remedy || to.amount) {
        check_price(after, after.remedy, after.amount);
        const bool is_nothing = after.remedy.empty() && !after.amount;
        after.granted_at = after.resolved_at.value_or(occasion.happened_at);
        if (is_nothing) after.granted_at.reset();
    }
    check_facts(complaint, after, to, occasion);
    check_order(after, occasion);
    return with_note(made_event(EventKind::edited, complaint, after, occasion), text);
}

} // namespace reklamaatio::complaint
