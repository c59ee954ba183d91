// SPDX-License-Identifier: GPL-3.0-or-later
// Sending people their alerts, once.
//
// This is the one exception to the rule that what is announced has happened: the alerts are sent first and
// marked as sent afterwards, each in a change of its own, so that a crash between the two sends them again
// rather than never. While a command runs, nothing is locked but the delivery itself. Room on the disk for the mark is
// held meanwhile, so that a full disk does not tell everybody again at each run.
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
// each of those recipients; all others were told. Throws StoreError as tell does; who comes after is not told.
void deliver(Desk& desk, std::vector<DueAlert> alerts, const Delivery& delivery);

// Has somebody told of these, and marks them as sent just now where `say` gives true: a change of its own, durable when
// it returns. Throws StoreError: before anybody is told when the disk has no room for the mark; afterwards in words
// that say who was told.
void tell(Desk& desk, const std::vector<DueAlert>& alerts, const std::function<bool()>& say);

} // namespace reklamaatio::casework
