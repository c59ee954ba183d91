// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/meanwhile_text.hpp"

#include "time/display.hpp"
#include "view/words/event_text.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

// Of one field as an event of it says: "subject Kiuas → Kiuas halkesi".
std::string change_text(const casework::Replaced& replaced, const time::Zone& zone) {
    complaint::Event event;
    event.kind = complaint::EventKind::edited;
    event.complaint = replaced.complaint;
    event.changes = {replaced.was};
    return event_text(event, zone);
}

} // namespace

std::string replaced_text(casework::Desk& desk, const casework::Replaced& replaced) {
    const auto ago = desk.now() - replaced.recorded_at;
    const auto when =
        ago < std::chrono::minutes{1} ? std::string("just now") : time::display_length(ago) + " ago";
    return fmt::format("{} changed {} {} ({}); yours replaces that, and reklamaatio log {} has both",
                       replaced.actor, to_string(replaced.complaint), when,
                       change_text(replaced, desk.zone()), to_string(replaced.complaint));
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
