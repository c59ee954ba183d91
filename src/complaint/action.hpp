// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed so that a complaint does not come again: a preventive action.
#pragma once

#include "complaint/id.hpp"
#include "time/instant.hpp"

#include <optional>
#include <string>

namespace reklamaatio::complaint {

struct Action {
    ActionId id;
    std::string text; // what is to be done
    std::string cause;
    std::string product;
    std::optional<Id> complaint; // that it came from
    std::string owner;
    std::optional<time::Instant> opened_at;
    std::optional<time::Instant> due_at;
    std::optional<time::Instant> done_at;
    std::string effect; // what it changed
    friend bool operator==(const Action&, const Action&) = default;
};

} // namespace reklamaatio::complaint
