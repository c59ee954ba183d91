// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says of one deadline.
#pragma once

#include "rulebook/clocks/clock_state.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "view/page/page_view.hpp"

#include <string>

namespace reklamaatio::view {

// "met", "2 Nov 11:00", "after 1 h of 4 h": lengths are calendar time, unless they say that they are working
// time or stand before the target that counts it.
struct ClockLine {
    const rulebook::Deadline* deadline = nullptr;
    std::string state;
    render::Tone tone = render::Tone::plain;
    std::string when;
    std::string more;
    bool is_one_phrase = false; // when and more: "since 11 Nov 12:00, 2 d 4 h"
};

ClockLine clock_line(const PageView& view, const rulebook::Deadline& deadline);

// Done is good, late is bad, and what is paused steps back.
render::Tone tone_of(rulebook::ClockState state);

} // namespace reklamaatio::view
