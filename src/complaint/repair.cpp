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

// Only what is corrected is judged: what came from a file may be as it is.
void check_facts(const Complaint& before, const Complaint& after, const Correction& to,
                 const Occasion& occasion) {
    const FieldValues& said = to.values;
    if ((said.has("subject") || said.has("text")) && after.subject.empty() && after.text.empty())
        throw Refusal(
            fmt::format("{} would have neither subject nor text; leave one of them", to_string(after.id)));
    if (said.has("received_at")) check_received(before, after, to.first_act, occasion);
    if ((said.gives("outcome") || said.gives("settled")) && !after.resolved_at)
        throw Refusal(
            fmt::format("{} is not resolved, so it has no outcome; use resolve", to_string(after.id)));
    if ((said.has("outcome") || said.has("kind")) && after.outcome && !has_outcome(after.kind))
        throw Refusal(fmt::format(
            "{} would be {} with an outcome, which only complaints and claims have; use --outcome "
            "'' as well, or choose another kind",
            to_string(after.id), word(after.kind)));
    if (said.has("remedy") && !said.has("amount_cents") && after.remedy.empty() && after.amount)
        throw Refusal(
            fmt::format("{} would have an amount without the remedy that it is for; use --amount '' "
                        "as well",
                        to_string(after.id)));
    if ((said.gives("csat") || said.gives("nps") || said.gives("retained")) && !after.resolved_at)
        throw Refusal(fmt::format("{} is not resolved, so nobody was asked how it went; use followup later",
                                  to_string(after.id)));
}

void check_scales(const Complaint& after, const FieldValues& said) {
    check_answers(said.has("csat") ? after.csat : std::nullopt, said.has("nps") ? after.nps : std::nullopt);
}

} // namespace

Event edit(const Complaint& complaint, const Correction& to, const std::string& text,
           const Occasion& occasion) {
    status_after(complaint.id, complaint.status, Act::edit);
    Complaint after = complaint;
    to.values.apply_to(after);
    check_scales(after, to.values);
    // Nothing has happened yet: the status is as old as the complaint.
    if (complaint.status_at == complaint.received_at) after.status_at = after.received_at;
    if (to.values.has("remedy") || to.values.has("amount_cents")) {
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
