// SPDX-License-Identifier: GPL-3.0-or-later
// Telling people their alerts, once.
//
// This is the one exception to the rule that what is announced has happened: the alerts are told first and
// marked as told afterwards, each in a change of its own, so that a crash between the two tells them again
// rather than never. While a command runs, nothing is locked but the delivery itself.
#pragma once

#include "cli/alert_list.hpp"

#include <optional>
#include <string>

namespace reklamaatio::cli {

struct Delivery {
    std::optional<std::string> command; // for /bin/sh; nothing: standard output
    bool dry_run = false;               // show, do not tell
};

// Throws Failure when a command failed, with a sentence for each of those recipients; all others were told.
void deliver(Session& session, std::vector<ShownAlert> alerts, const Delivery& delivery);

} // namespace reklamaatio::cli
