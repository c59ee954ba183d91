// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says of one deadline.
#pragma once

#include "cli/page_view.hpp"
#include "complaint/deadline.hpp"

#include <string>

namespace reklamaatio::cli {

// "met", "2 Nov 11:00", "after 1 h working time": lengths are calendar time unless they say that they are
// working time.
struct ClockLine {
    const complaint::Deadline* deadline = nullptr;
    std::string state;
    render::Tone tone = render::Tone::plain;
    std::string when;
    std::string more;
};

ClockLine clock_line(const PageView& view, const complaint::Deadline& deadline);

} // namespace reklamaatio::cli
