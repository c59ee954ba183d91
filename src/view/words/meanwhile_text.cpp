// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/meanwhile_text.hpp"

#include "time/display.hpp"
#include "view/words/event_text.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

// Where what was and what is can be read.
std::string where_both_are(const complaint::Event& event) {
    return event.customer ? "customer extract " + to_string(*event.customer)
                          : "log " + to_string(event.complaint.value());
}

} // namespace

std::string replaced_text(casework::Desk& desk, const complaint::Event& replaced) {
    const auto ago = desk.now() - replaced.recorded_at;
    const auto when =
        ago < std::chrono::minutes{1} ? std::string("just now") : time::display_length(ago) + " ago";
    return fmt::format("{} changed {} {} ({}); yours replaces that, and reklamaatio {} has both",
                       replaced.actor,
                       replaced.customer ? to_string(*replaced.customer) : to_string(*replaced.complaint),
                       when, event_text(replaced, desk.zone()), where_both_are(replaced));
}

std::string while_writing_text(casework::Desk& desk, complaint::Id id,
                               const std::vector<complaint::Event>& events) {
    const auto& last = events.back();
    const auto what = event_text(last, desk.zone());
    return fmt::format("{} was changed while you wrote, last by {}: {}{}; reklamaatio log {} has it all",
                       to_string(id), last.actor, kind_text(last.kind), what.empty() ? "" : " (" + what + ")",
                       to_string(id));
}

} // namespace reklamaatio::view
