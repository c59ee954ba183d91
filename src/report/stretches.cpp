// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/stretches.hpp"

#include "report/question.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::report {

namespace {

// A slip in a year gives a hundred years of days.
constexpr std::int64_t k_most_stretches = 5000;

void check_number(const time::Days& span, time::Bucket bucket) {
    constexpr std::array<std::int64_t, 5> k_days_at_most{1, 7, 31, 92, 366}; // by Bucket
    if ((span.after - span.first).count() / k_days_at_most.at(static_cast<std::size_t>(bucket))
        > k_most_stretches)
        throw TooManyStretches(span.first, k_most_stretches);
}

} // namespace

std::vector<Stretch> stretches(const time::Period& period, time::Bucket bucket, const time::Zone& zone) {
    const auto span = time::days_of(period, zone);
    check_number(span, bucket);
    std::vector<Stretch> parts;
    for (auto day = span.first; day < span.after; day = time::days_of(bucket, day).after) {
        const auto days = time::days_of(bucket, day);
        parts.push_back({time::bucket_label(bucket, day),
                         {std::max(period.from, zone.start_of(days.first)),
                          std::min(period.until, zone.start_of(days.after))}});
    }
    return parts;
}

} // namespace reklamaatio::report
