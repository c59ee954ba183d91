// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/action.hpp"

#include "complaint/error.hpp"
#include "complaint/handling.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::complaint {

Action begun(Action draft, const Occasion& occasion) {
    if (draft.text.empty())
        throw Refusal("an action needs words for what is to be done; write reklamaatio action add TEXT");
    if (draft.due_at && *draft.due_at <= occasion.happened_at)
        throw Refusal(fmt::format("an action cannot be due in the past ({}); use a later --due",
                                  time::display_absolute(*draft.due_at, occasion.zone)));
    draft.opened_at = occasion.happened_at;
    return draft;
}

Action done(const Action& action, const std::string& effect, const Occasion& occasion) {
    const auto at = [&](time::Instant instant) { return time::display_absolute(instant, occasion.zone); };
    if (action.done_at)
        throw Refusal(fmt::format("{} was done at {} already; see reklamaatio action show {}",
                                  to_string(action.id), at(*action.done_at), to_string(action.id)));
    if (action.opened_at && occasion.happened_at < *action.opened_at)
        throw Refusal(fmt::format("{} was begun at {}; it cannot have been done before", to_string(action.id),
                                  at(*action.opened_at)));
    Action after = action;
    after.done_at = occasion.happened_at;
    if (!effect.empty()) after.effect = effect;
    return after;
}

} // namespace reklamaatio::complaint
