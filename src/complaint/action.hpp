// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed so that a complaint does not come again: a preventive action.
#pragma once

#include "complaint/id.hpp"
#include "complaint/word.hpp"
#include "time/instant.hpp"

#include <optional>
#include <string>

namespace reklamaatio::complaint {

struct Occasion;

struct Action {
    ActionId id;
    std::string text; // what is to be done
    std::string cause;
    std::string product;
    std::optional<Id> complaint; // that it came from
    std::string owner;
    std::optional<time::Instant> opened_at;
    std::optional<time::Instant> due_at;
    std::optional<time::Instant> done_at;
    std::string effect;              // what it changed
    std::int64_t effort_minutes = 0; // of work on it
    friend bool operator==(const Action&, const Action&) = default;
};

enum class ActionState { open, done };

constexpr ActionState state_of(const Action& action) {
    return action.done_at ? ActionState::done : ActionState::open;
}

constexpr auto vocabulary(ActionState) {
    return Words<2>{"a state of an action", {"open", "done"}};
}

// The action as it is begun. Throws Refusal when it does not say what is to be done, or is due in the past.
Action begun(Action draft, const Occasion& occasion);

// The action as it is done. Throws Refusal when it was done already, or not yet begun at that time.
Action done(const Action& action, const std::string& effect, const Occasion& occasion);

} // namespace reklamaatio::complaint
