// SPDX-License-Identifier: GPL-3.0-or-later
// What was said, in order, laid out for reading; and what was done, one line for each event.
#include "cli/event_text.hpp"
#include "cli/page_view.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"
#include "time/display.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Direction;
using render::Tone;

constexpr int k_widest_channel = 10;
constexpr int k_widest_actor = 12;

// Lined up, so never "today" or "yesterday".
std::string stamp(const PageView& view, time::Instant at) {
    return view.style.near_times ? time::display_short(at, view.now, view.zone())
                                 : time::display_absolute(at, view.zone());
}

std::string_view arrow(Direction direction) {
    switch (direction) {
    case Direction::in:
        return "←";
    case Direction::out:
        return "→";
    case Direction::note:
        break;
    }
    return "·";
}

std::string channel(const PageView& view, const complaint::Message& message) {
    if (message.direction == Direction::note) return "note";
    const std::string name = message.channel.empty() ? "–" : text::visible_line(message.channel);
    return view.style.width == 0 ? name : text::shortened(name, k_widest_channel);
}

// The words; without any, what was offered, promised or done by them.
std::string words(const PageView& view, const Spoken& spoken) {
    const auto& message = spoken.said.message;
    std::string text = text::visible(message.text);
    if (text.empty())
        text = text::visible_line(parts_text(spoken.parts, [&](time::Instant at) { return view.until(at); }));
    if (text.empty())
        text = message.direction == Direction::in ? "(the customer said something; no words kept)"
                                                  : "(no words kept)";
    else if (message.text.empty())
        text = fmt::format("({})", text);
    if (message.direction != Direction::in)
        text = fmt::format("{}: {}", text::visible_line(spoken.said.actor), text);
    if (message.automatic) text = "(automatic) " + text;
    if (spoken.complaint != view.complaint().id)
        text = fmt::format("({}) {}", to_string(spoken.complaint), text);
    return text;
}

std::int64_t first_event(const PageView& view) {
    return view.dossier.history.front().logged.event.number;
}

// "classified: kind complaint → claim"; where what changed says it all, without the kind.
std::string did(const PageView& view, const complaint::Event& event) {
    using complaint::EventKind;
    if (event.undoes != 0) return fmt::format("undid change {}", event.undoes);
    std::string kind{complaint::word(event.kind)};
    std::ranges::replace(kind, '_', ' ');
    // Its facts are what the page begins with.
    if (event.kind == EventKind::opened) return "logged";
    if (event.kind == EventKind::imported && event.number == first_event(view)) return kind;
    const auto what = summary_text(event, view.zone(), [&](time::Instant at) { return view.until(at); });
    if (event.kind == EventKind::merged && event.message)
        return event.message->text + (what.empty() ? "" : ": ") + what;
    if (what.empty()) return kind;
    const bool is_said = !event.parts.empty() || event.kind == EventKind::contacted;
    return is_said ? what : fmt::format("{}: {}", kind, what);
}

} // namespace

void show_conversation(const PageView& view, render::Page& page) {
    const auto& conversation = view.dossier.conversation;
    int when_width = 0;
    int channel_width = 0;
    for (const auto& spoken : conversation) {
        when_width = std::max(when_width, text::width(stamp(view, spoken.said.happened_at)));
        channel_width = std::max(channel_width, text::width(channel(view, spoken.said.message)));
    }
    for (const auto& spoken : conversation) {
        const auto& message = spoken.said.message;
        page.wrapped(
            fmt::format("{} {} {}  ", text::padded_left(stamp(view, spoken.said.happened_at), when_width),
                        arrow(message.direction), text::padded_right(channel(view, message), channel_width)),
            words(view, spoken), message.direction == Direction::note ? Tone::dim : Tone::plain);
    }
}

void show_history(const PageView& view, render::Page& page) {
    int when_width = 0;
    int actor_width = 0;
    for (const auto& recorded : view.dossier.history) {
        const auto& event = recorded.logged.event;
        when_width = std::max(when_width, text::width(stamp(view, event.recorded_at)));
        actor_width = std::max(actor_width, text::width(text::visible_line(event.actor)));
    }
    std::string label = "History";
    for (const auto& recorded : view.dossier.history) {
        const auto& event = recorded.logged.event;
        std::string line = did(view, event);
        const bool is_told = event.kind == complaint::EventKind::opened || event.undoes != 0;
        if (event.happened_at != event.recorded_at && !is_told)
            line += fmt::format(" (happened {})", stamp(view, event.happened_at));
        if (!recorded.stands && event.undoes == 0) line += " (undone)";
        page.wrapped(fmt::format("{}{}  {}  ", render::label_column(label),
                                 text::padded_left(stamp(view, event.recorded_at), when_width),
                                 text::padded_right(text::visible_line(event.actor),
                                                    std::min(actor_width, k_widest_actor))),
                     text::visible_line(line), Tone::dim);
        label.clear();
    }
}

} // namespace reklamaatio::cli
