// SPDX-License-Identifier: GPL-3.0-or-later
// What complaints cost, as reports count it: what was given, what was paid, and the work; figures_hygiene.hpp has what is
// owed. Void ones cost nothing: what was given to a duplicate is given to the one that it was merged into.
#pragma once

#include "store/efforts.hpp"
#include "store/selection.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::store {

// A sum of money with what it was for.
struct Sum {
    std::string remedy;
    std::optional<std::int64_t> cents; // nothing: nobody said how much
    std::string currency;
};

// A resolution, and what it gave: by offers that the customer had accepted, or by itself.
struct Given {
    time::Instant resolved_at;
    std::string group;
    Sum sum; // without a remedy and a sum where it gave nothing
    std::string approved_by;
    bool stands = true; // it was not taken back by a reopening
};

// Each resolution within [from, until), in no order. Of those that were taken back, only such as gave something.
void read_given(Database& database, time::Instant from, time::Instant until, const Selection& which,
                const std::function<void(const Given&)>& take);

struct Payment {
    time::Instant paid_at;
    std::string group;
    Sum sum;
};

// Each payment within [from, until), of accepted offers and of what resolutions gave by themselves, in no order.
void read_payments(Database& database, time::Instant from, time::Instant until, const Selection& which,
                   const std::function<void(const Payment&)>& take);

// A complaint whose resolution stands, what work on it took, and whether its customer stays.
struct Handled {
    time::Instant resolved_at;
    std::string group;
    EffortSum effort; // on its duplicates as well
    std::optional<std::int64_t> customer;
    // Cents a year, in the organisation's currency; looked up where `retained` is known.
    std::optional<std::int64_t> customer_value;
    std::optional<complaint::Retained> retained;
    std::optional<time::Instant> followed_up_at;
};

// Those that were resolved within [from, until) and were not opened again since, in order of resolution.
void read_handled(Database& database, time::Instant from, time::Instant until, const Selection& which,
                  const std::function<void(const Handled&)>& take);

} // namespace reklamaatio::store
