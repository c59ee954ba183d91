// SPDX-License-Identifier: GPL-3.0-or-later
// The volumes that a report sets complaints against.
#pragma once

#include "store/database.hpp"
#include "time/period.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace reklamaatio::report {

class Volumes {
  public:
    // Those of the whole firm, where the field is empty, or of all values of a field, whose periods lie in these days.
    Volumes(store::Database& database, const std::string& field, const time::Days& span);

    bool empty() const { return m_volumes.empty(); }
    bool has(const std::string& value) const;
    // Of the stretch that begins on that day: the one that was set for it, else the sum of those that it is made of, where
    // each of them is known: of days for a week or a month, of months for a quarter, of quarters, else of months, for a
    // year. A week is no part of a month, nor the other way round. Case and accents of the value do not matter; it is empty
    // for the whole firm.
    std::optional<std::int64_t> of(time::Bucket bucket, time::Date first,
                                   const std::string& value = "") const;

  private:
    std::optional<std::int64_t> set_for(time::Bucket bucket, time::Date first,
                                        const std::string& value) const;
    std::optional<std::int64_t> sum_of(time::Bucket part, const time::Days& whole,
                                       const std::string& value) const;

    std::map<std::pair<std::string, std::string>, std::int64_t> m_volumes; // by value, folded, and by label
};

} // namespace reklamaatio::report
