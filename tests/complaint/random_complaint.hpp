// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints in which every member has a random value, the same in every run.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/tags.hpp"
#include "text/random_text.hpp"

#include <algorithm>

namespace reklamaatio::complaint::tests {

using reklamaatio::tests::below;
using reklamaatio::tests::Random;
using reklamaatio::tests::random_text;

inline std::int64_t random_number(Random& random, std::int64_t most) {
    return static_cast<std::int64_t>(below(random, static_cast<std::size_t>(most)));
}

inline time::Instant random_instant(Random& random) {
    return time::Instant{time::Seconds{1'700'000'000 + random_number(random, 100'000'000)}};
}

template <typename E>
E random_word(Random& random) {
    return static_cast<E>(below(random, Vocabulary<E>::k_words.size()));
}

// Absent every third time.
template <typename Make>
auto maybe(Random& random, Make make) -> std::optional<decltype(make(random))> {
    if (below(random, 3) == 0) return std::nullopt;
    return make(random);
}

inline std::vector<std::string> random_tags(Random& random) {
    std::vector<std::string> tags;
    for (std::size_t i = below(random, 4); i > 0; --i)
        tags.push_back("tag " + std::to_string(below(random, 9)));
    return changed_tags({}, tags, {});
}

inline Complaint random_complaint(Random& random) {
    const auto text = [](Random& r) { return random_text(r, 6); };
    const auto given = [](Random& r) {
        GivenDue due{maybe(r, random_instant)};
        if (!due.at && below(r, 2) == 0) due.left = std::chrono::minutes{random_number(r, 10'000)};
        return due;
    };
    const auto number = [](Random& r) { return random_number(r, 1'000'000); };
    Complaint c;
    c.uid = text(random);
    c.ref = text(random);
    c.source = text(random);
    c.status = random_word<Status>(random);
    c.kind = random_word<Kind>(random);
    c.priority = random_word<Priority>(random);
    c.harm = random_word<Harm>(random);
    c.category = text(random);
    c.product = text(random);
    c.cause = text(random);
    c.channel = text(random);
    c.tags = random_tags(random);
    c.subject = text(random);
    c.text = text(random);
    c.wish = text(random);
    c.audience = maybe(random, number);
    c.customer = maybe(random, [](Random& r) { return CustomerId{random_number(r, 1'000) + 1}; });
    c.team = text(random);
    c.assignee = text(random);
    c.assigned_at = maybe(random, random_instant);
    c.received_at = random_instant(random);
    c.logged_at = random_instant(random);
    c.status_at = random_instant(random);
    c.responded_at = maybe(random, random_instant);
    c.resolved_at = maybe(random, random_instant);
    c.closed_at = maybe(random, random_instant);
    c.voided_at = maybe(random, random_instant);
    c.waiting_since = maybe(random, random_instant);
    c.waiting_reason = text(random);
    c.waiting_until = maybe(random, random_instant);
    c.waited = time::Seconds{number(random)};
    c.given_response_due = maybe(random, given);
    c.given_resolution_due = maybe(random, given);
    c.outcome = maybe(random, random_word<Outcome>);
    c.settled = maybe(random, random_word<Settled>);
    c.remedy = text(random);
    c.amount = maybe(random, number);
    c.currency = text(random);
    c.approved_by = text(random);
    c.owed_since = maybe(random, random_instant);
    c.paid_at = maybe(random, random_instant);
    c.left_undone = text(random);
    c.csat = maybe(random, number);
    c.nps = maybe(random, number);
    c.retained = maybe(random, random_word<Retained>);
    c.followed_up_at = maybe(random, random_instant);
    c.reached = maybe(random, random_word<Reached>);
    c.reopened_count = number(random);
    c.first_outcome = maybe(random, random_word<Outcome>);
    c.first_resolved_at = maybe(random, random_instant);
    c.merged_into = maybe(random, [](Random& r) { return Id{random_number(r, 1'000) + 1}; });
    c.effort_minutes = number(random);
    c.row_digest = text(random);
    return c;
}

inline Customer random_customer(Random& random) {
    Customer c;
    c.name = random_text(random, 4);
    c.email = random_text(random, 4);
    c.phone = random_text(random, 4);
    c.value = maybe(random, [](Random& r) { return random_number(r, 1'000'000); });
    return c;
}

} // namespace reklamaatio::complaint::tests
