// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/health.hpp"

#include "casework/office.hpp"

namespace reklamaatio::casework::tests {
namespace {

constexpr time::Target k_half_an_hour{30, time::Unit::minutes};

} // namespace

TEST_CASE("health counts complaints not deadlines and names one that stands for them") {
    Office office;
    log(office.store(), k_opening_time, "maria");
    log(office.store(), "2026-01-12T12:00:00Z", "");
    const auto counts = count_health(office.at(k_late), k_half_an_hour);
    const auto& overdue = counts[static_cast<std::size_t>(Metric::overdue)];
    CHECK(overdue.number == 2);
    CHECK(overdue.id == "R-1");
    CHECK(overdue.at == utc("2026-01-12T10:00:00Z"));
    CHECK(counts[static_cast<std::size_t>(Metric::unassigned)].number == 1);
    CHECK(counts[static_cast<std::size_t>(Metric::open)].number == 2);
    // Of the second, that nobody has it; of the first, that it is due soon: both were logged late enough.
    const auto& undelivered = counts[static_cast<std::size_t>(Metric::undelivered)];
    CHECK(undelivered.number == 2);
    CHECK(undelivered.id == "R-1");
    CHECK(undelivered.at == utc("2026-01-12T09:12:00Z"));
    CHECK(count_health(office.at(k_opening_time), k_half_an_hour)[static_cast<std::size_t>(Metric::overdue)]
              .number
          == 0);
}

TEST_CASE("with nothing to tell every count is nothing and names nothing") {
    Office office;
    for (const auto& count : count_health(office.at(k_late), k_half_an_hour)) {
        CHECK(count.number == 0);
        CHECK(count.id.empty());
        CHECK_FALSE(count.at);
    }
}

TEST_CASE("what is due soon is counted until it is overdue") {
    Office office;
    log(office.store(), k_opening_time, "maria"); // due at 10:00Z, at risk from 09:12 (0.8 of 4 h)
    const auto numbers = [&](std::string_view now) {
        const auto counts = count_health(office.at(now), k_half_an_hour);
        return std::pair{counts[static_cast<std::size_t>(Metric::due_soon)].number,
                         counts[static_cast<std::size_t>(Metric::overdue)].number};
    };
    CHECK(numbers("2026-01-12T09:11:59Z") == std::pair<std::int64_t, std::int64_t>{0, 0});
    CHECK(numbers("2026-01-12T09:12:00Z") == std::pair<std::int64_t, std::int64_t>{1, 0});
    CHECK(numbers("2026-01-12T10:00:00Z") == std::pair<std::int64_t, std::int64_t>{1, 0});
    CHECK(numbers("2026-01-12T10:00:01Z") == std::pair<std::int64_t, std::int64_t>{0, 1});
}

} // namespace reklamaatio::casework::tests
