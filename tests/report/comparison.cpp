// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/comparison.hpp"

#include "render/writer.hpp"
#include "report/significance.hpp"

#include <array>
#include <numeric>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::report::tests {
namespace {

constexpr MeasureRow k_good_share{"kept", "Kept", Unit::share, Better::more, ""};
constexpr MeasureRow k_bad_share{"broken", "Broken", Unit::share, Better::less, ""};
constexpr MeasureRow k_time{"median_minutes", "Median", Unit::calendar_time, Better::less, ""};
constexpr MeasureRow k_count{"late", "Late", Unit::count, Better::less, ""};
constexpr MeasureRow k_fact{"seen", "Seen", Unit::count, Better::neither, ""};
constexpr MeasureRow k_rate{"rate", "Rate", Unit::rate, Better::less, ""};
constexpr MeasureRow k_paid{"paid", "Paid", Unit::money, Better::less, ""};
constexpr std::array k_measures{k_good_share, k_count, k_paid};
constexpr SectionRow k_first{"first", "First", k_measures};
constexpr SectionRow k_second{"second", "Second", k_measures};

constexpr Spans k_alike{std::chrono::days{30}, std::chrono::days{30}, true};

std::string on_shares(const MeasureRow& row, Sampled now, Sampled before) {
    return verdict_on(share(row, now.part, now.whole), share(row, before.part, before.whole), k_alike);
}

std::string on_counts(std::int64_t now, std::int64_t before, const Spans& spans = k_alike) {
    return verdict_on(count(k_count, now), count(k_count, before), spans);
}

std::shared_ptr<const Values> values_from(std::int64_t first, std::size_t number) {
    Values values(number);
    std::iota(values.begin(), values.end(), first);
    return in_order(std::move(values));
}

std::string on_times(const std::shared_ptr<const Values>& now, const std::shared_ptr<const Values>& before) {
    return verdict_on(median(k_time, now), median(k_time, before), k_alike);
}

// "section group name: value / before"
std::vector<std::string> told(const std::vector<ComparedLine>& lines) {
    std::vector<std::string> all;
    for (const auto& [now, before] : lines) {
        REQUIRE(now.figures.size() == before.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            all.push_back(fmt::format("{} {} {}: {} / {}", now.section->name, now.group,
                                      now.figures[i].name(), render::plain_text(now.figures[i].value),
                                      render::plain_text(before[i].value)));
    }
    return all;
}

} // namespace

TEST_CASE("shares are judged by the interval of their difference, and by which way is better") {
    CHECK(on_shares(k_good_share, {56, 70}, {48, 80}) == "better"); // 0.0524 to 0.3339
    CHECK(on_shares(k_bad_share, {56, 70}, {48, 80}) == "worse");
    CHECK(on_shares(k_good_share, {48, 80}, {56, 70}) == "worse");
    CHECK(on_shares(k_bad_share, {5, 56}, {0, 29}) == "within chance"); // -0.0381 to 0.1926
    CHECK(on_shares(k_good_share, {9, 10}, {3, 10}) == "better");
}

TEST_CASE("nothing is said of fewer than ten") {
    CHECK(on_shares(k_good_share, {9, 9}, {0, 200}) == "not enough to judge");
    CHECK(on_shares(k_good_share, {200, 200}, {0, 9}) == "not enough to judge");
    CHECK(on_shares(k_good_share, {0, 0}, {0, 0}) == "not enough to judge");
    CHECK(on_counts(0, 9) == "not enough to judge");
    CHECK(on_counts(0, 10) == "better"); // p = 0.00195
    CHECK(on_times(values_from(0, 9), values_from(900, 90)) == "not enough to judge");
    CHECK(on_times(values_from(0, 10), values_from(900, 10)) == "better");
}

TEST_CASE("times are judged by their ranks, and are not judged by a p90 or a maximum") {
    CHECK(on_times(values_from(0, 20), values_from(5, 20)) == "better");
    CHECK(on_times(values_from(5, 20), values_from(0, 20)) == "worse");
    CHECK(on_times(values_from(1, 20), values_from(0, 20)) == "within chance");
    const auto same = in_order(Values(12, 7));
    CHECK(on_times(same, same) == "within chance");
    CHECK(verdict_on(p90(k_time, values_from(0, 20)), p90(k_time, values_from(900, 20)), k_alike) == "");
    CHECK(verdict_on(largest(k_time, values_from(0, 20)), largest(k_time, values_from(900, 20)), k_alike)
          == "");
}

TEST_CASE("counts are judged by how long the periods are, and only when both are over") {
    CHECK(on_counts(30, 50) == "better"); // p = 0.033
    CHECK(on_counts(50, 30) == "worse");
    CHECK(on_counts(20, 10) == "within chance"); // p = 0.099
    constexpr Spans k_longer{std::chrono::days{50}, std::chrono::days{30}, true};
    CHECK(on_counts(50, 30, k_longer) == "within chance");
    constexpr Spans k_unfinished{std::chrono::days{30}, std::chrono::days{30}, false};
    CHECK(on_counts(0, 50, k_unfinished) == "not enough to judge");
    CHECK(verdict_on(count(k_fact, 1), count(k_fact, 99), k_alike) == "");
}

TEST_CASE("rates are judged by what they are of") {
    const auto on = [](std::int64_t now, std::optional<std::int64_t> of_now, std::int64_t before,
                       std::optional<std::int64_t> of_before) {
        return verdict_on(rate(k_rate, now, of_now, 1000, 1), rate(k_rate, before, of_before, 1000, 1),
                          k_alike);
    };
    CHECK(on(30, 1000, 50, 1000) == "better");
    CHECK(on(30, 600, 50, 1000) == "within chance");
    CHECK(on(30, {}, 50, 1000) == "not enough to judge");
    CHECK(on(30, 1000, 50, 0) == "not enough to judge");
}

TEST_CASE("what only one of two periods has is told of the other as nothing, section by section") {
    const auto line = [](const SectionRow& section, const char* group, std::int64_t number) {
        return Line{&section, group, {count(k_count, number)}};
    };
    Sheet now, before;
    now.lines = {line(k_first, "a", 1), line(k_first, "b", 2), line(k_second, "", 3)};
    before.lines = {line(k_first, "b", 20), line(k_first, "c", 30), line(k_second, "", 40)};
    CHECK(told(beside(now, before))
          == std::vector<std::string>{"first a late: 1 / 0", "first b late: 2 / 20", "first c late: 0 / 30",
                                      "second  late: 3 / 40"});
}

TEST_CASE("what is there now is of no other period") {
    static constexpr std::array k_facts{k_fact};
    static constexpr SectionRow k_now{"now", "Now", k_facts, true};
    Sheet now, before;
    now.lines = {{&k_now, "", {count(k_fact, 3)}}};
    before.lines = {{&k_now, "", {count(k_fact, 3)}}, {&k_now, "gone", {count(k_fact, 0)}}};
    CHECK(told(beside(now, before)) == std::vector<std::string>{"now  seen: 3 / ", "now gone seen: 0 / "});
}

TEST_CASE("money is beside money of the same currency") {
    Sheet now, before;
    now.lines = {{&k_first, "", {money(k_paid, 4990, "EUR"), share(k_good_share, 1, 2)}}};
    before.lines = {{&k_first, "", {money(k_paid, 100, "PLN"), share(k_good_share, 3, 4)}}};
    CHECK(told(beside(now, before))
          == std::vector<std::string>{"first  paid_eur: 49.90 / 0.00", "first  kept: 0.5000 / 0.7500",
                                      "first  paid_pln: 0.00 / 1.00"});
}

} // namespace reklamaatio::report::tests
