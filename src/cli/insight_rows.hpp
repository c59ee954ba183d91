// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the commands that show why things are due when they are, for the registry.
#pragma once

#include "cli/commands/commands.hpp"
#include "cli/registry.hpp"

namespace reklamaatio::cli {

inline constexpr CommandRow k_explain_row{
    "explain",
    Group::looking,
    Access::read,
    "show how a due time came about",
    "Says which service level holds and which do not, and by what condition; then reckons the due time as "
    "one "
    "does on a wall calendar, in the zone of the calendar: each working day with its hours, closed days with "
    "the "
    "reason, waits with what they add, and how it stands. A target in m or h is added up to the right (= is "
    "the "
    "sum so far); one in bd numbers the working days; one in d or w keeps the time on the wall. Long "
    "stretches "
    "are summed by weeks, months or years. Of several deadlines of one clock, the one that matters now is "
    "told "
    "whole, the others in a line.\n\n"
    "Data formats have a row for every line and fold nothing: line is target, sla, policy, planned, start, "
    "working, closed, elapsed, clock_change, pause, covered (a day of a wait), due, at last the state of the "
    "clock (met, late, due, soon, overdue, paused, missed, cancelled), or none. Minutes are working minutes, "
    "calendar ones for d and w; total is their sum from the start, or from the pause that a day belongs to.",
    {{{"reklamaatio explain R-12 resolution", "one clock"},
      {"reklamaatio explain R-12", "all clocks of a complaint"},
      {"reklamaatio explain R-12 resolution --csv", "every line, for a spreadsheet"}}},
    make_explain};

inline constexpr CommandRow k_simulate_row{
    "simulate",
    Group::data,
    Access::read,
    "try another policy on what has happened",
    "Plans all deadlines afresh by the policy in FILE alone, as if it had been in force from the beginning, "
    "and "
    "compares the attainment in the period with what was. What happened stays as it was: messages, waits, "
    "resolutions and reopenings, classifications as they came about, promises, and due times that a source "
    "gave. "
    "The service levels, the calendars and the way to reopen are those of the file throughout; its rules and "
    "people change nothing, and what was closed at once still owes no follow-up. Nothing is stored.\n\n"
    "Deadlines count by the day they fell due, as in report sla, which prints the same figures before. A "
    "verdict is met, breached, or none: not due in the period and by now, cancelled, or without target. Text "
    "shows figures and changed verdicts; data formats print the figures, or with --changes a row for each "
    "deadline whose verdict changes. Period, days and groups are those of the policy in force.",
    {{{"reklamaatio simulate --policy new.toml --period last-month", "before and after"},
      {"reklamaatio simulate --policy new.toml --period 2026 --by team --csv", "by team, as CSV"},
      {"reklamaatio simulate --policy new.toml --period 2026-Q4 --changes --csv", "what changes"}}},
    make_simulate};

} // namespace reklamaatio::cli
