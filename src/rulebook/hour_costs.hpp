// SPDX-License-Identifier: GPL-3.0-or-later
// What work costs, by what an hour of it costs in the policy.
#pragma once

#include "complaint/money.hpp"
#include "rulebook/policy.hpp"
#include "time/instant.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace reklamaatio::rulebook {

// What an hour of work costs that was done then, by the policies that were known when it was written down, ascending: in the one
// that was in force at the time, the first of all for what is older. Where that one does not say it, in the next that does.
// Nothing where none says it. So no policy that comes later ever changes a cost.
std::optional<complaint::Money> hour_costs_at(std::span<const PolicyVersion> known, time::Instant at);

// In whole cents, half a cent rounded away from zero; less than zero for minutes that are.
std::int64_t cost_of(std::int64_t minutes, std::int64_t hour_cents);

} // namespace reklamaatio::rulebook
