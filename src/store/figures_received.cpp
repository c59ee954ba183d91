// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_received.hpp"

#include "store/rows.hpp"
#include "store/selected.hpp"

namespace reklamaatio::store {

namespace {

constexpr Pattern k_received{R"(
SELECT c.id, c.received_at, {0}, c.status FROM complaint AS c INDEXED BY complaint_by_receipt
WHERE c.received_at >= :from AND c.received_at < :to AND c.status <> 'void'{2} ORDER BY c.received_at)",
                             "c.received_at"};

} // namespace

void read_received(Database& database, time::Instant from, time::Instant until, const Selection& which,
                   const std::function<void(const Received&)>& take) {
    Selected query(database, k_received, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto received_at = query.row().instant(1);
        take({query.row().integer(0), received_at, query.group(2, received_at),
              stored_word<complaint::Status>(query.row().text(3))});
    }
}

} // namespace reklamaatio::store
