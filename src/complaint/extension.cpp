// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/extension.hpp"

#include "complaint/acts.hpp"
#include "complaint/refusal.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

namespace {

void check(const Complaint& complaint, const Procedure& procedure, const ExtendableTerm& term,
           const NewExtension& extension, const Occasion& occasion) {
    const auto before = std::ranges::find(procedure.extensions, term.name, &Extension::term);
    if (before != procedure.extensions.end())
        refuse<Reason::extended_before>(complaint.id, term.name, occasion.told(*before->made_at));
    if (occasion.happened_at > term.due_at)
        refuse<Reason::extended_too_late>(complaint.id, term.name, occasion.told(term.due_at));
    if (extension.until <= term.due_at)
        refuse<Reason::extended_to_no_later>(complaint.id, term.name, occasion.told(term.due_at));
    if (extension.until > term.most)
        refuse<Reason::extended_too_far>(complaint.id, term.name, occasion.told(term.most));
}

void check_channel(const Complaint& complaint, const ExtendableTerm& term, const std::string& channel) {
    const auto is_it = [&](const std::string& each) { return text::folded(each) == text::folded(channel); };
    if (term.channels.empty() || std::ranges::any_of(term.channels, is_it)) return;
    refuse<Reason::extended_on_other_channel>(complaint.id, term.name, term.channels);
}

} // namespace

Event extend(const Complaint& complaint, const Procedure& procedure, const ExtendableTerm& term,
             const NewExtension& extension, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::extend, occasion);
    const auto channel = extension.channel.empty() ? complaint.channel : extension.channel;
    check(complaint, procedure, term, extension, occasion);
    check_channel(complaint, term, channel);
    answer(after, occasion.happened_at);
    Procedure parts = procedure;
    Extension made;
    made.number = parts.extensions.empty() ? 1 : parts.extensions.back().number + 1;
    made.term = term.name;
    made.first_due_at = term.due_at;
    made.until = extension.until;
    made.reason = extension.reason;
    made.made_at = occasion.happened_at;
    made.made_by = occasion.actor;
    parts.extensions.push_back(made);
    Event event = made_event(EventKind::extended, complaint, after, procedure, parts, occasion);
    event.message = {Direction::out, channel, false,
                     extension.text.empty() ? extension.reason : extension.text};
    return event;
}

} // namespace reklamaatio::complaint
