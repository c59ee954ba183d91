// SPDX-License-Identifier: GPL-3.0-or-later
// An event as a line of JSON, with all that is under its seal and the text of the policy that it applies.
#pragma once

#include "complaint/error.hpp"
#include "store/sealed.hpp"

#include <string>

namespace reklamaatio::store {

// A line that was never one of a log.
class NoEvent : public complaint::BadValue {
  public:
    NoEvent() : BadValue("this is not a log event") {}
};

struct EventLine {
    StoredEvent event;
    std::string policy; // the text; empty where none is applied
};

// Without an end of line.
std::string text_of(const EventLine& line);

// Throws NoEvent; BadValue for a value that is none.
EventLine event_line_in(const std::string& text);

} // namespace reklamaatio::store
