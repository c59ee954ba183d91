// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/volumes.hpp"

#include "store/volumes.hpp"
#include "text/fold.hpp"

#include <span>
#include <vector>

namespace reklamaatio::report {

namespace {

using time::Bucket;

// What a stretch may be the sum of, the first that is known.
std::vector<Bucket> parts_of(Bucket bucket) {
    switch (bucket) {
    case Bucket::day:
        return {};
    case Bucket::week:
    case Bucket::month:
        return {Bucket::day};
    case Bucket::quarter:
        return {Bucket::month};
    case Bucket::year:
        return {Bucket::quarter, Bucket::month};
    }
    return {};
}

int year_of(time::Date date) {
    return static_cast<int>(std::chrono::year_month_day{date}.year());
}

} // namespace

// A week of which a year has the lesser part is called after the other one.
Volumes::Volumes(store::Database& database, const std::string& field, const time::Days& span) {
    store::read_volumes(database, field, year_of(span.first) - 1, year_of(span.after) + 1,
                        [&](const complaint::Volume& volume) {
                            m_volumes[{text::folded(volume.of.value), volume.of.period}] = *volume.number;
                        });
}

bool Volumes::has(const std::string& value) const {
    const auto folded = text::folded(value);
    const auto first = m_volumes.lower_bound({folded, ""});
    return first != m_volumes.end() && first->first.first == folded;
}

std::optional<std::int64_t> Volumes::set_for(Bucket bucket, time::Date first,
                                             const std::string& value) const {
    const auto found = m_volumes.find({value, time::bucket_label(bucket, first)});
    return found == m_volumes.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> Volumes::sum_of(Bucket part, const time::Days& whole,
                                            const std::string& value) const {
    std::int64_t sum = 0;
    for (auto first = whole.first; first < whole.after; first = time::days_of(part, first).after) {
        const auto number = of(part, first, value);
        if (!number) return std::nullopt;
        sum += *number;
    }
    return sum;
}

std::optional<std::int64_t> Volumes::of(Bucket bucket, time::Date first, const std::string& value) const {
    const auto folded = text::folded(value);
    if (auto number = set_for(bucket, first, folded)) return number;
    for (const auto part : parts_of(bucket))
        if (auto sum = sum_of(part, time::days_of(bucket, first), folded)) return sum;
    return std::nullopt;
}

} // namespace reklamaatio::report
