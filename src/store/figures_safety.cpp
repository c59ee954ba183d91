// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_safety.hpp"

#include "store/complaints.hpp"
#include "store/parts.hpp"
#include "store/selected.hpp"

#include <vector>

namespace reklamaatio::store {

namespace {

// The first condition is that of the index.
constexpr Pattern k_dangers{R"(
SELECT c.id, c.received_at, {0} FROM complaint AS c INDEXED BY complaint_in_danger
WHERE c.harm <> 'none' AND c.received_at >= :from AND c.received_at < :to AND c.status <> 'void'{2}
ORDER BY c.received_at, c.id)",
                            "c.received_at"};

} // namespace

void read_dangers(Database& database, time::Instant from, time::Instant until, const Selection& which,
                  const std::function<void(const Danger&)>& take) {
    std::vector<std::pair<complaint::Id, std::string>> found;
    {
        Selected query(database, k_dangers, which);
        query.bind(":from", from).bind(":to", until);
        while (query.next())
            found.emplace_back(complaint::Id{query.row().integer(0)}, query.group(2, query.row().instant(1)));
    }
    for (auto& [id, group] : found)
        take({known_complaint(database, id), procedure_of(database, id), std::move(group)});
}

} // namespace reklamaatio::store
