// SPDX-License-Identifier: GPL-3.0-or-later
// Sending people their alerts, once.
//
// This is the one exception to the rule that what is announced has happened: the alerts are sent first and
// marked as sent afterwards, each in a change of its own, so that a crash between the two sends them again
// rather than never. While a command runs, nothing is locked but the delivery itself.
#pragma once

#include "casework/due_alerts.hpp"
#include "host/environment.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace reklamaatio::casework {

struct Delivery {
    std::string command;          // for /bin/sh, run once per recipient
    std::chrono::seconds longest; // that it may take each time
    const host::Environment& environment;
    std::function<std::string(const Digest& digest)> text_of; // what the command reads
};

// What the alerts are about is filled in. Throws host::Failure when a command failed, with a sentence for
// each of those recipients; all others were told.
void deliver(Desk& desk, std::vector<DueAlert> alerts, const Delivery& delivery);

// That these were sent just now, as a change of its own, durable when it returns.
void mark_as_sent(Desk& desk, const std::vector<DueAlert>& alerts);

} // namespace reklamaatio::casework
