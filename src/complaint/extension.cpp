// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/extension.hpp"

#include "complaint/acts.hpp"
#include "complaint/refusal.hpp"
#include "text/fold.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

// "the term 'goods'", "the resolution".
std::string in_words(const Extendable& given) {
    return given.term.empty() ? "the resolution" : fmt::format("the term '{}'", given.term);
}

void check(const Complaint& complaint, const Procedure& procedure, const Extendable& given,
           const NewExtension& extension, const Occasion& occasion) {
    const auto before = std::ranges::find(procedure.extensions, given.term, &Extension::term);
    if (before != procedure.extensions.end())
        refuse<Reason::extended_before>(complaint.id, in_words(given), occasion.told(*before->made_at));
    if (occasion.happened_at > given.due_at)
        refuse<Reason::extended_too_late>(complaint.id, in_words(given), occasion.told(given.due_at));
    if (extension.until <= given.due_at)
        refuse<Reason::extended_to_no_later>(complaint.id, in_words(given), occasion.told(given.due_at));
    if (extension.until > given.most)
        refuse<Reason::extended_too_far>(complaint.id, in_words(given), occasion.told(given.most));
}

void check_channel(const Complaint& complaint, const Extendable& given, const std::string& channel) {
    const auto is_it = [&](const std::string& each) { return text::folded(each) == text::folded(channel); };
    if (given.channels.empty() || std::ranges::any_of(given.channels, is_it)) return;
    refuse<Reason::extended_on_other_channel>(complaint.id, in_words(given), given.channels);
}

} // namespace

Event extend(const Complaint& complaint, const Procedure& procedure, const Extendable& given,
             const NewExtension& extension, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::extend, occasion);
    const auto channel = extension.channel.empty() ? complaint.channel : extension.channel;
    check(complaint, procedure, given, extension, occasion);
    check_channel(complaint, given, channel);
    answer(after, occasion.happened_at);
    Procedure parts = procedure;
    Extension made;
    made.number = parts.extensions.empty() ? 1 : parts.extensions.back().number + 1;
    made.term = given.term;
    made.first_due_at = given.due_at;
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
