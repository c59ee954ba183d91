// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/said_due.hpp"

#include "time/display.hpp"
#include "view/words/lateness_text.hpp"

namespace reklamaatio::view {

render::Cell said_due(casework::Desk& desk, const std::optional<time::Instant>& due, bool is_open,
                      const time::Calendar& calendar) {
    const auto now = desk.now();
    if (!due) return {};
    if (is_open && *due < now)
        return {render::Value{*due}, "overdue " + working_time_between(*due, now, calendar),
                render::Tone::bad};
    return {render::Value{*due}, time::display_near(*due, now, desk.zone())};
}

} // namespace reklamaatio::view
