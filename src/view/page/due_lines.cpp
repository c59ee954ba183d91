// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page/due_lines.hpp"

#include "rulebook/clocks/clock_state.hpp"
#include "rulebook/clocks/owed.hpp"
#include "text/plural.hpp"
#include "view/words/due_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using render::Tone;
using rulebook::Deadline;

std::string owed(const PageView& view, const Deadline& deadline) {
    return owed_to(view.customer(), deadline, [&](time::Instant at) { return view.when(at); });
}

} // namespace

std::vector<Deadline> due_deadlines(const PageView& view) {
    auto due = rulebook::owed(view.dossier.deadlines, view.complaint().status,
                              view.dossier.overview.unanswered_since.has_value());
    std::erase_if(due, [](const Deadline& deadline) { return !deadline.due_at; });
    // What the law has warned of comes before all else. Not std::ranges::stable_partition, which clang 14 cannot compile.
    std::stable_partition(due.begin(), due.end(), [&](const Deadline& deadline) {
        return deadline.clock == Clock::legal && deadline.warn_at.value_or(deadline.started_at) <= view.now;
    });
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
