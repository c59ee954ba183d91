// SPDX-License-Identifier: GPL-3.0-or-later
// The alerts that were sent in a period, what became of what they told of, and what nobody was told of in time. Void
// complaints are none.
#pragma once

#include "complaint/alert_record.hpp"
#include "complaint/id.hpp"
#include "store/figures.hpp"
#include "store/selection.hpp"

#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::store {

struct SentAlert {
    complaint::Id complaint;
    std::string group; // by `assignee_then` of when it was sent
    complaint::AlertLevel level = complaint::AlertLevel::due_soon;
    std::string to; // who was told
    time::Instant sent_at;
    // Of one that was sent before its deadline fell due, as that stands now: whether it was missed. Nothing of others, and
    // of what is neither met nor due, or was cancelled.
    std::optional<bool> is_breached;
    // When something was done about the complaint for the first time after it: anything that stands in the log but alerts
    // and their acknowledgements.
    std::optional<time::Instant> acted_at;
};

// Those that were sent within [from, until), in order of complaints.
void read_sent_alerts(Database& database, time::Instant from, time::Instant until, time::Instant now,
                      const Selection& which, const std::function<void(const SentAlert&)>& take);

// Deadlines that fell due within [from, until) and were missed, of which nobody had been told before, in order of due_at.
// What was past already when the complaint was entered is left out: nobody could have been told.
void read_unalerted(Database& database, time::Instant from, time::Instant until, const Selection& which,
                    const TakeDue& take);

} // namespace reklamaatio::store
