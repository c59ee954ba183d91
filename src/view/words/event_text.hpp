// SPDX-License-Identifier: GPL-3.0-or-later
// Events in words.
#pragma once

#include "complaint/event.hpp"
#include "complaint/field.hpp"
#include "time/zone.hpp"
#include "view/words/part_text.hpp"

#include <string>

namespace reklamaatio::view {

// Of a field that an event changes; what a policy or the firm itself named is text.
complaint::FieldType type_of(const complaint::Event& event, std::string_view name);

// "offer answered"
std::string kind_text(complaint::EventKind kind);

// "status new → open, assignee – → maria": what changed, without the bookkeeping that follows from it, and
// what was said; on one line, not yet harmless for a terminal.
std::string event_text(const complaint::Event& event, const TimeText& when);
// With times as people read them.
std::string event_text(const complaint::Event& event, const time::Zone& zone);

// The same for people, who read the beginning: what was offered and said first, then what changed, and last
// the times that follow from it.
std::string telling_text(const complaint::Event& event, const TimeText& when);

// Only what changed, in fewer words: not what was said, nor the times and reasons that follow from the kind
// of event. Empty when its kind says all. What is told elsewhere leaves out what the customer heard of it.
std::string summary_text(const complaint::Event& event, const TimeText& when, bool is_told);

// What was offered, promised or done by saying something: of a message no more than the customer heard.
std::string about_text(complaint::Direction direction, const std::vector<complaint::PartChange>& parts,
                       const TimeText& when);

// Like event_text, of two states.
std::string changes_text(const complaint::Complaint& before, const complaint::Complaint& after,
                         const time::Zone& zone);

// "team returns, assignee maria (the least loaded of ...)"; either may be empty.
std::string with_reason(const std::string& what, const std::string& why);

} // namespace reklamaatio::view
