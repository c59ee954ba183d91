// SPDX-License-Identifier: GPL-3.0-or-later
// What was granted at an end that did not last: the complaint was opened again, and has it no more. It was given all the
// same, and may have been paid.
#pragma once

#include "complaint/event.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

struct PastGrant {
    std::int64_t event = 0; // that took the end back
    time::Instant resolved_at;
    std::string remedy;
    std::optional<std::int64_t> amount; // cents
    std::string currency;
    std::string approved_by;
    std::optional<time::Instant> paid_at; // nothing where an offer tells it as well
    friend bool operator==(const PastGrant&, const PastGrant&) = default;
};

// In the order of the log.
std::vector<PastGrant> past_grants_of(Database& database, complaint::Id complaint);
// The same, of the events of a complaint that stand.
std::vector<PastGrant> past_grants_in(const std::vector<complaint::Event>& standing);

// Makes the stored rows equal to these.
void put_past_grants(Database& database, complaint::Id complaint, const std::vector<PastGrant>& grants);

} // namespace reklamaatio::store
