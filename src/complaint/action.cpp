// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/action.hpp"

#include "complaint/handling.hpp"
#include "complaint/refusal.hpp"

namespace reklamaatio::complaint {

Action begun(Action draft, const Occasion& occasion) {
    if (draft.text.empty()) refuse<Reason::action_without_words>();
    if (draft.due_at && *draft.due_at <= occasion.happened_at)
        refuse<Reason::action_due_in_the_past>(occasion.told(*draft.due_at));
    draft.opened_at = occasion.happened_at;
    return draft;
}

Action done(const Action& action, const std::string& effect, const Occasion& occasion) {
    if (action.done_at) refuse<Reason::action_done>(action.id, occasion.told(*action.done_at));
    if (action.opened_at && occasion.happened_at < *action.opened_at)
        refuse<Reason::action_done_before_begun>(action.id, occasion.told(*action.opened_at));
    Action after = action;
    after.done_at = occasion.happened_at;
    if (!effect.empty()) after.effect = effect;
    return after;
}

} // namespace reklamaatio::complaint
