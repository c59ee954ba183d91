// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/measure.hpp"

#include "render/writer.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

constexpr MeasureRow k_minutes{"median_minutes", "Median", Unit::working_time, Better::less, ""};
constexpr MeasureRow k_money{"paid", "Paid", Unit::money, Better::neither, ""};
constexpr MeasureRow k_points{"csat", "CSAT", Unit::number, Better::more, ""};
constexpr MeasureRow k_rate{"rate", "Rate", Unit::rate, Better::less, ""};
constexpr MeasureRow k_share{"kept", "Kept", Unit::share, Better::more, ""};

std::string value(const Figure& figure) {
    return render::plain_text(figure.value);
}

} // namespace

TEST_CASE("a share has both its parts, and is empty where there is nothing") {
    const auto some = share(k_share, 11, 12);
    CHECK(value(some) == "0.9167");
    CHECK(some.numerator == 11);
    CHECK(some.denominator == 12);
    const auto none = share(k_share, 0, 0);
    CHECK(value(none) == "");
    CHECK(none.denominator == 0);
}

TEST_CASE("percentiles are of values that occurred, and say of how many") {
    const auto minutes = in_order({600, 60, 300, 180});
    CHECK(value(median(k_minutes, minutes)) == "3"); // the second of four
    CHECK(median(k_minutes, minutes).denominator == 4);
    CHECK(value(largest(k_minutes, minutes)) == "10");
    CHECK(value(p90(k_minutes, minutes)) == "");
    CHECK(p90(k_minutes, minutes).denominator == 4);
    const auto ten = in_order({60, 120, 180, 240, 300, 360, 420, 480, 540, 600});
    CHECK(value(p90(k_minutes, ten)) == "9");
    const auto none = in_order({});
    CHECK(value(median(k_minutes, none)) == "");
    CHECK(value(largest(k_minutes, none)) == "");
    CHECK(median(k_minutes, none).denominator == 0);
}

TEST_CASE("money names its currency") {
    const auto paid = money(k_money, 4990, "EUR");
    CHECK(value(paid) == "49.90");
    CHECK(paid.name() == "paid_eur");
    CHECK(paid.heading() == "Paid, EUR");
    CHECK(value(median(k_money, in_order({4990, 100}), "PLN")) == "1.00");
}

TEST_CASE("a mean and a rate have what they are made of") {
    const auto points = mean(k_points, in_order({5, 4, 4}), 2);
    CHECK(value(points) == "4.33");
    CHECK(points.numerator == 13);
    CHECK(points.denominator == 3);
    CHECK(value(mean(k_points, in_order({}), 2)) == "");
    const auto per_thousand = rate(k_rate, 7, 2000, 1000, 1);
    CHECK(value(per_thousand) == "3.5");
    CHECK(value(rate(k_rate, 7, {}, 1000, 1)) == "");
    CHECK(value(rate(k_rate, 7, 0, 1000, 1)) == "");
}

} // namespace reklamaatio::report::tests
