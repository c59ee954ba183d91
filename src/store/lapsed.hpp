// SPDX-License-Identifier: GPL-3.0-or-later
// Whose matters are over, and since when.
#pragma once

#include "complaint/id.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace reklamaatio::store {

// A customer who was not erased, and all of whose complaints are closed or void, with nothing unanswered; or such a complaint
// of nobody, which was merged with no customer's.
struct Lapsed {
    std::optional<complaint::CustomerId> customer;
    std::optional<complaint::Id> complaint;
    std::int64_t complaints = 0;
    time::Instant last; // anything happened; what a file tells happened when it says so
};

// Customers first, each kind in order of number.
void read_lapsed(Database& database, const std::function<void(const Lapsed&)>& take);

// When anything last happened to a complaint, or to a customer, which may be that they were undone.
time::Instant last_touched(Database& database, complaint::Id id);
time::Instant last_touched(Database& database, complaint::CustomerId id);

} // namespace reklamaatio::store
