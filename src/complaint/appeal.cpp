// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/appeal.hpp"

#include "complaint/acts.hpp"
#include "complaint/refusal.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

Event appeal(const Complaint& complaint, const Procedure& procedure, const NewAppeal& appeal,
             const std::string& text, const Occasion& occasion) {
    const Complaint after = moved(complaint, Act::appeal, occasion);
    const auto before = std::ranges::find(procedure.appeals, appeal.body, &Appeal::body);
    if (before != procedure.appeals.end())
        refuse<Reason::appealed_before>(complaint.id, appeal.body, occasion.told(*before->made_at));
    Procedure parts = procedure;
    Appeal made;
    made.number = parts.appeals.empty() ? 1 : parts.appeals.back().number + 1;
    made.body = appeal.body;
    made.ref = appeal.ref;
    made.made_at = occasion.happened_at;
    made.made_by = occasion.actor;
    parts.appeals.push_back(made);
    return with_note(made_event(EventKind::appealed, complaint, after, procedure, parts, occasion), text);
}

} // namespace reklamaatio::complaint
