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
    "show or send what needs somebody now",
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

} // namespace reklamaatio::cli
