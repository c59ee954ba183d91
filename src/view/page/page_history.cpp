// SPDX-License-Identifier: GPL-3.0-or-later
// What was done besides what the conversation tells, one line for each event.
#include "text/visible.hpp"
#include "text/width.hpp"
#include "view/page/page_view.hpp"
#include "view/words/event_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::EventKind;
using render::Tone;

constexpr int k_widest_actor = 12;

std::int64_t first_event(const PageView& view) {
    return view.dossier.history.front().logged.event.number;
}

std::string logged_text(const PageView& view, const complaint::Event& event) {
    complaint::Complaint logged;
    complaint::apply(logged, event);
    if (!logged.responded_at) return "logged";
    return *logged.responded_at == event.recorded_at ? "logged and answered"
                                                     : "logged; answered " + view.stamp(*logged.responded_at);
}

// "classified: kind complaint → claim"; where what changed says it all, without the kind. Empty where the
// conversation tells it all, unless it was written down only later.
std::string did(const PageView& view, const casework::Recorded& recorded) {
    const auto& event = recorded.logged.event;
    if (event.undoes != 0) return fmt::format("undid change {}", event.undoes);
    const std::string kind = kind_text(event.kind);
    // Its facts are what the page begins with.
    if (event.kind == EventKind::opened) return logged_text(view, event);
    if (event.kind == EventKind::imported && event.number == first_event(view)) return kind;
    const bool is_merge = event.kind == EventKind::merged && event.message;
    const bool is_told = casework::is_in_conversation(recorded) && !is_merge;
    const auto what = summary_text(event, view.dated(), is_told);
    if (is_merge) return event.message->text + (what.empty() ? "" : ": ") + what;
    if (what.empty() && is_told && event.happened_at == event.recorded_at) return "";
    if (what.empty() && !event.parts.empty()) return parts_text(event.parts, view.dated());
    if (what.empty()) return kind;
    const bool is_plain = event.kind == EventKind::contacted || event.kind == EventKind::offer_answered
                          || (!event.parts.empty() && event.kind != EventKind::resolved);
    return is_plain ? what : fmt::format("{}: {}", kind, what);
}

struct Deed {
    const complaint::Event* event = nullptr;
    std::string what;
};

std::vector<Deed> deeds_of(const PageView& view) {
    std::vector<Deed> deeds;
    for (const auto& recorded : view.dossier.history) {
        const auto& event = recorded.logged.event;
        std::string what = did(view, recorded);
        if (what.empty()) continue;
        const bool has_own_time = event.kind == EventKind::opened || event.undoes != 0;
        if (event.happened_at != event.recorded_at && !has_own_time)
            what += fmt::format(" (happened {})", view.stamp(event.happened_at));
        if (!recorded.stands && event.undoes == 0) what += " (undone)";
        deeds.push_back({&event, std::move(what)});
    }
    return deeds;
}

} // namespace

void show_history(const PageView& view, render::Page& page) {
    const auto deeds = deeds_of(view);
    int when_width = 0;
    int actor_width = 0;
    for (const auto& deed : deeds) {
        when_width = std::max(when_width, text::width(view.stamp(deed.event->recorded_at)));
        actor_width = std::max(actor_width, text::width(text::visible_line(deed.event->actor)));
    }
    std::string label = "History";
    for (const auto& deed : deeds) {
        page.wrapped(fmt::format("{}{}  {}  ", render::label_column(label),
                                 text::padded_left(view.stamp(deed.event->recorded_at), when_width),
                                 text::padded_right(text::visible_line(deed.event->actor),
                                                    std::min(actor_width, k_widest_actor))),
                     text::visible_line(deed.what), Tone::dim);
        label.clear();
    }
}

} // namespace reklamaatio::view
