// SPDX-License-Identifier: GPL-3.0-or-later
// What was said, in order, laid out for reading, and what became of what was offered and promised.
#include "text/visible.hpp"
#include "text/width.hpp"
#include "view/page/page_view.hpp"
#include "view/words/event_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Direction;
using complaint::EventKind;
using render::Tone;

constexpr int k_widest_channel = 10;

// A line of the conversation: who, on which way, with which words.
struct Line {
    time::Instant at;
    Direction direction = Direction::note;
    std::string channel;
    std::string words;
};

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

// What was offered, promised or done by saying it, or which act it belongs to: "offer 2: replacement",
// "reopened". Empty where there was nothing but words.
std::string occasion_of(const PageView& view, const casework::Spoken& spoken) {
    switch (spoken.kind) {
    case EventKind::opened:
    case EventKind::imported:
    case EventKind::contacted:
    case EventKind::noted:
    case EventKind::stepped:
    case EventKind::promised:
    case EventKind::promise_ended:
    case EventKind::offered:
    case EventKind::offer_answered:
    case EventKind::task_opened:
    case EventKind::task_changed:
        // Without an offer it is what was granted.
        if (spoken.kind == EventKind::offer_answered && spoken.parts.empty()) return "remedy paid";
        return text::visible_line(about_text(spoken.said.message.direction, spoken.parts, view.dated()));
    case EventKind::voided:
        return spoken.complaint != view.complaint().id ? "merged" : kind_text(spoken.kind);
    default:
        return kind_text(spoken.kind);
    }
}

std::string words(const PageView& view, const casework::Spoken& spoken) {
    const auto& message = spoken.said.message;
    const std::string occasion = occasion_of(view, spoken);
    std::string text = occasion.empty() ? "" : fmt::format("({})", occasion);
    if (!message.text.empty()) text += (text.empty() ? "" : " ") + text::visible(message.text);
    if (spoken.erased) text += (text.empty() ? "" : " ") + std::string(complaint::k_erased);
    if (text.empty())
        text = message.direction == Direction::in ? "(the customer said something; no words kept)"
                                                  : "(no words kept)";
    if (message.direction != Direction::in)
        text = fmt::format("{}: {}", text::visible_line(spoken.said.actor), text);
    if (message.automatic) text = "(automatic) " + text;
    if (message.needs_no_answer) text = "(needs no answer) " + text;
    if (spoken.complaint != view.complaint().id)
        text = fmt::format("({}) {}", to_string(spoken.complaint), text);
    return text;
}

// Nobody says that an offer is over; it happens while it was still to be answered.
void add_expiries(const PageView& view, std::vector<Line>& lines) {
    const auto end = view.complaint().resolved_at.value_or(view.now);
    for (const auto& offer : view.dossier.procedure.offers)
        if (state_of(offer, view.now) == complaint::OfferState::expired && *offer.valid_until < end)
            lines.push_back({*offer.valid_until, Direction::note, "",
                             fmt::format("(offer {} expired, never answered)", offer.number)});
}

std::vector<Line> lines_of(const PageView& view) {
    std::vector<Line> lines;
    for (const auto& spoken : view.dossier.conversation) {
        // That stands in the history alone.
        if (spoken.kind == EventKind::merged) continue;
        lines.push_back({spoken.said.happened_at, spoken.said.message.direction,
                         channel(view, spoken.said.message), words(view, spoken)});
    }
    add_expiries(view, lines);
    std::ranges::stable_sort(lines, {}, &Line::at);
    return lines;
}

} // namespace

void show_conversation(const PageView& view, render::Page& page) {
    const auto lines = lines_of(view);
    int when_width = 0;
    int channel_width = 0;
    for (const auto& line : lines) {
        when_width = std::max(when_width, text::width(view.stamp(line.at)));
        channel_width = std::max(channel_width, text::width(line.channel));
    }
    for (const auto& line : lines)
        page.wrapped(fmt::format("{} {} {}  ", text::padded_left(view.stamp(line.at), when_width),
                                 arrow(line.direction), text::padded_right(line.channel, channel_width)),
                     line.words, line.direction == Direction::note ? Tone::dim : Tone::plain);
}

} // namespace reklamaatio::view
