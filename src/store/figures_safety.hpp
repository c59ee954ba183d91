// SPDX-License-Identifier: GPL-3.0-or-later
// The complaints that tell of a danger to people, as the register of safety has them. Void ones are none.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/procedure.hpp"
#include "store/selection.hpp"

#include <functional>
#include <string>

namespace reklamaatio::store {

struct Danger {
    complaint::Complaint complaint;
    complaint::Procedure procedure;
    std::string group;
};

// Those with a harm that were received within [from, until), in order of receipt.
void read_dangers(Database& database, time::Instant from, time::Instant until, const Selection& which,
                  const std::function<void(const Danger&)>& take);

} // namespace reklamaatio::store
