// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the commands that cron runs, for the registry.
#pragma once

#include "cli/commands/commands.hpp"
#include "cli/registry.hpp"

namespace reklamaatio::cli {

inline constexpr CommandRow k_alerts_row{
    "alerts",
    Group::looking,
    Access::read,
    "show or send what needs attention",
    "Lists, per person and the most urgent first, what is due soon, overdue, escalated, in nobody's hands or "
    "out of the ordinary, whether somebody was told of it or not.\n\n"
    "With --new only what nobody was told yet, and telling it marks it: printed, or with --exec given to a "
    "command for each recipient. With nothing to tell nothing is printed. Meant for cron.",
    {{{"reklamaatio alerts --mine", "what needs you"},
      {"reklamaatio alerts --new --exec 'mail -s \"$REKLAMAATIO_COUNT complaints need you\" "
       "\"$REKLAMAATIO_EMAIL\"'",
       "from cron, every ten minutes"},
      {"reklamaatio alerts --ack R-12 -m \"calling her at noon\"", "somebody looks after it"}}},
    make_alerts};

inline constexpr CommandRow k_check_row{
    "check",
    Group::looking,
    Access::read,
    "tell a monitoring system how things are",
    "A monitoring plugin for Nagios, Icinga and their kin: one line on standard output with performance "
    "data, and four statuses: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, which stands for everything that "
    "goes wrong, wrong options and --help included. What is counted are complaints, never deadlines: "
    "one with three deadlines that have passed is overdue once.\n\n"
    "A RANGE is that of the Monitoring Plugins guidelines; what lies outside of it alerts: 10 is 0 to "
    "10, "
    "10: is 10 and more, ~:10 is 10 and less, 10:20 lies between, and @10:20 alerts inside. Without "
    "ranges one overdue complaint is a warning.",
    {{{"reklamaatio check -w 0 -c 2", "a warning when one is overdue, critical when three are"},
      {"reklamaatio check --metric unassigned -w 0 -c 5", "complaints that nobody has taken"},
      {"reklamaatio check --metric open -w '~:50'", "when more than fifty pile up"}}},
    make_check};

} // namespace reklamaatio::cli
