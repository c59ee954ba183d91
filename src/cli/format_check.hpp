// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.hpp"
#include "cli/settings.hpp"

namespace reklamaatio::cli {

// Throws UsageError for a format, or a dialect of one, that the command does not print.
void check_format(const Command& command, const Settings& settings);

} // namespace reklamaatio::cli
