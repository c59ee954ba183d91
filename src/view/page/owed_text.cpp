// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page/owed_text.hpp"

#include "rulebook/clocks/clock_state.hpp"
#include "rulebook/clocks/owed.hpp"
#include "text/plural.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using render::Tone;
using rulebook::Deadline;

std::string owed(const PageView& view, const Deadline& deadline) {
    switch (deadline.clock) {
    case Clock::response:
        return fmt::format("the first answer to {}", view.customer());
    case Clock::reply:
        return fmt::format("an answer to {}'s message of {}", view.customer(),
                           view.when(deadline.started_at));
    case Clock::update:
        return fmt::format("an update to {}", view.customer());
    case Clock::resolution:
        return "the resolution";
    case Clock::promise:
        return fmt::format("promise P{}", deadline.ordinal);
    case Clock::followup:
        return fmt::format("asking {} how it went", view.customer());
    }
    return "";
}

} // namespace

std::vector<Deadline> due_deadlines(const PageView& view) {
    auto due = rulebook::owed(view.dossier.deadlines, view.complaint().status,
                              view.dossier.overview.unanswered_since.has_value());
    std::erase_if(due, [](const Deadline& deadline) { return !deadline.due_at; });
    return due;
}

render::StyledText due_phrase(const PageView& view, std::span<const Deadline> together) {
    const auto& deadline = together.front();
    if (*deadline.due_at < view.now) {
        std::vector<std::string> promises;
        for (const auto& each : together)
            promises.push_back(fmt::format("P{}", each.ordinal));
        const bool one = together.size() == 1;
        return {{one ? owed(view, deadline) + " is "
                     : fmt::format("promises {} are ", text::listed(promises, "and"))},
                {"OVERDUE", Tone::bad},
                {fmt::format("{} since {}", one ? "" : ", the first", view.until(*deadline.due_at))}};
    }
    const bool soon = state_of(deadline, view.complaint(), view.now) == rulebook::ClockState::soon;
    return {{owed(view, deadline) + " is due "},
            {view.until(*deadline.due_at), soon ? Tone::warn : Tone::strong}};
}

std::vector<std::vector<Deadline>> told_together(const PageView& view, const std::vector<Deadline>& owed) {
    std::vector<std::vector<Deadline>> groups;
    const auto is_late_promise = [&](const Deadline& deadline) {
        return deadline.clock == Clock::promise && *deadline.due_at < view.now;
    };
    for (const auto& deadline : owed) {
        const auto of_promises =
            std::ranges::find_if(groups, [&](const auto& group) { return is_late_promise(group.front()); });
        if (is_late_promise(deadline) && of_promises != groups.end())
            of_promises->push_back(deadline);
        else
            groups.push_back({deadline});
    }
    return groups;
}

} // namespace reklamaatio::view
