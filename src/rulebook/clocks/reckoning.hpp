// SPDX-License-Identifier: GPL-3.0-or-later
// The account of one deadline: how its due time comes about, line by line, as a person would reckon it on a
// wall calendar.
#pragma once

#include "rulebook/clocks/origin.hpp"
#include "time/day_ledger.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::rulebook {

enum class ReckoningKind {
    start,        // when the clock started
    working,      // a day with working hours
    closed,       // a day without
    elapsed,      // calendar time, for d and w
    clock_change, // a day of 23 or 25 hours within that
    pause,        // and by how much it moves the deadline
    covered,      // a day of a pause that reaches over several
    due,          // the deadline
    last_day,     // where a statutory term has it
    rolled        // a day off over which that rolled on
};

constexpr auto vocabulary(ReckoningKind) {
    return complaint::Words<10>{"a line of an account",
                                {"start", "working", "closed", "elapsed", "clock_change", "pause", "covered",
                                 "due", "last_day", "rolled"}};
}

struct ReckoningLine {
    ReckoningKind kind = ReckoningKind::start;
    time::Instant from;
    std::optional<time::Instant> until; // nothing: of a pause that lasts
    time::Seconds length{0};            // working time, or calendar time for d and w
    // The sum of its part so far. The days after the start add up to the target (m h), those after a pause,
    // first covered and then moved by, to its length.
    time::Seconds total{0};
    int working_day = 0;                     // 1 2 3 ...: the ones that a target in bd counts
    std::optional<time::LedgerDay> day = {}; // of working, closed, clock_change, covered
    std::optional<std::string> reason = {};  // of a wait; nothing: the complaint was closed meanwhile
    bool counts = true;                      // of a pause: it began before the deadline as that then stood
    bool is_cut_short = false;               // of a last day: its month has no day of that number
    int days = 0;                            // of the pauses of a statutory term, by which they moved it
};

// Of a statutory term its last day, the days by which waiting moved that, and those over which it rolled on; working days
// are counted before. Of a deadline whose due time was given, or promised, only start and due. A pause that lasts ends the
// account: there is no due line. Pauses that ended before the start are left out.
std::vector<ReckoningLine> reckoning_of(const Origin& origin, std::span<const Wait> waits);

} // namespace reklamaatio::rulebook
