// SPDX-License-Identifier: GPL-3.0-or-later
// Who may grant how much without asking.
#pragma once

#include "complaint/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::complaint {

// Somebody who grants a remedy, or allows it.
struct Grantor {
    std::string name;                  // empty: nobody
    std::optional<std::int64_t> limit; // cents, in the organisation's currency; nothing: there is no limit
    bool is_known = true;              // the policy names people, and this is one of them
};

// What a remedy costs. A sum in another currency than that of the limits cannot be compared with them, so it
// is above every one.
struct Grant {
    std::int64_t cents = 0;
    std::string currency;
    std::string currency_of_limits;
};

// Whether it is within the limit.
bool may_grant(const Grantor& grantor, const Grant& grant);

// Throws Refusal when neither may: the actor within the own limit, or else the one who approved. The refusal
// names `others`, who may, where there are any.
void check_authority(Id complaint, const Grant& grant, const Grantor& actor, const Grantor& approver,
                     const std::vector<std::string>& others = {});

} // namespace reklamaatio::complaint
