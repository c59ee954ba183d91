// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says of one deadline.
#pragma once

#include "cli/page_view.hpp"
#include "complaint/deadline.hpp"

#include <string>

namespace reklamaatio::cli {

// "met", "2 Nov 11:00", "after 1 h of 4 h": lengths are calendar time, unless they say that they are working
// time or stand before the target that counts it.
struct ClockLine {
    const complaint::Deadline* deadline = nullptr;
    std::string state;
    render::Tone tone = render::Tone::plain;
    std::string when;
    std::string more;
    bool is_one_phrase = false; // when and more: "since 11 Nov 12:00, 2 d 4 h"
};

ClockLine clock_line(const PageView& view, const complaint::Deadline& deadline);

} // namespace reklamaatio::cli
