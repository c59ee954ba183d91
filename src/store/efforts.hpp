// SPDX-License-Identifier: GPL-3.0-or-later
// Who worked on a complaint or a preventive action, when, how long, and what that cost.
#pragma once

#include "complaint/event.hpp"
#include "store/database.hpp"
#include "store/policies.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

struct Effort {
    std::int64_t event = 0;
    time::Instant happened_at;
    std::string actor;
    std::int64_t minutes = 0;               // below zero where a sum was put right
    std::optional<std::int64_t> cost_cents; // nothing: no policy said what an hour costs
    std::string currency;                   // of the cost
    friend bool operator==(const Effort&, const Effort&) = default;
};

// In the order of the log.
std::vector<Effort> efforts_of(Database& database, complaint::Id id);
std::vector<Effort> efforts_of(Database& database, complaint::ActionId id);

// The same, of the events that stand of a complaint or an action, at what work costs by the policies that stand.
std::vector<Effort> efforts_in(PolicyBook& policies, const std::vector<complaint::Event>& standing);

// Of the first event of a complaint, of which nothing is stored yet.
void add_efforts(Database& database, PolicyBook& policies, const complaint::Event& first);

// Makes the stored rows equal to these.
void put_efforts(Database& database, complaint::Id id, const std::vector<Effort>& efforts);
void put_efforts(Database& database, complaint::ActionId id, const std::vector<Effort>& efforts);

// Work out the stored rows again from the log of an action, which need not be there any more.
void price_again(Database& database, PolicyBook& policies, complaint::ActionId id);

// Work on a complaint, that on its duplicates and theirs included.
struct EffortSum {
    std::int64_t minutes = 0;
    std::int64_t unpriced_minutes = 0;         // of them, at no cost that is known
    std::map<std::string, std::int64_t> costs; // cents by currency
};
EffortSum effort_on(Database& database, complaint::Id id);

} // namespace reklamaatio::store
