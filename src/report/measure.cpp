// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/measure.hpp"

#include "report/statistics.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Value;

Value in_unit(Unit unit, std::int64_t value) {
    switch (unit) {
    case Unit::working_time:
    case Unit::effort:
    case Unit::calendar_time:
        return render::Length{time::Seconds{value}, unit != Unit::calendar_time};
    case Unit::money:
        return render::Amount{value};
    default:
        return value;
    }
}

struct IsNothing {
    bool operator()(std::int64_t number) const { return number == 0; }
    bool operator()(render::Share share) const { return share.denominator == 0; }
    bool operator()(render::Amount amount) const { return amount.cents == 0; }
    bool operator()(render::Length length) const { return length.seconds.count() == 0; }
    bool operator()(std::monostate) const { return true; }
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }
};

std::int64_t size_of(const Values& values) {
    return static_cast<std::int64_t>(values.size());
}

Figure percentile(const MeasureRow& row, const std::shared_ptr<const Values>& values, int percent,
                  std::string currency) {
    Figure figure{&row, {}, {}, size_of(*values), std::move(currency)};
    if (!values->empty()) figure.value = in_unit(row.unit, nearest_rank(*values, percent));
    return figure;
}

Value decimal(double number, int decimals) {
    return render::Number{fmt::format("{:.{}f}", number, decimals)};
}

} // namespace

std::shared_ptr<const Values> in_order(Values values) {
    std::ranges::sort(values);
    return std::make_shared<const Values>(std::move(values));
}

std::string Figure::name() const {
    return currency.empty() ? std::string(row->name) : fmt::format("{}_{}", row->name, text::lower(currency));
}

bool Figure::is_nothing() const {
    return std::visit(IsNothing{}, value);
}

std::string Figure::heading() const {
    return currency.empty() ? std::string(row->heading) : fmt::format("{}, {}", row->heading, currency);
}

Figure count(const MeasureRow& row, std::int64_t number) {
    return {&row, number};
}

Figure share(const MeasureRow& row, std::int64_t part, std::int64_t whole) {
    return {&row, render::Share{part, whole}, part, whole};
}

Figure median(const MeasureRow& row, const std::shared_ptr<const Values>& values, std::string currency) {
    auto figure = percentile(row, values, 50, std::move(currency));
    figure.values = values;
    return figure;
}

Figure p90(const MeasureRow& row, const std::shared_ptr<const Values>& values, std::string currency) {
    auto figure = percentile(row, values, 90, std::move(currency));
    if (values->size() < k_fewest_for_p90) figure.value = {};
    return figure;
}

Figure largest(const MeasureRow& row, const std::shared_ptr<const Values>& values, std::string currency) {
    return percentile(row, values, 100, std::move(currency));
}

Figure mean(const MeasureRow& row, const std::shared_ptr<const Values>& values, int decimals) {
    const auto sum = std::accumulate(values->begin(), values->end(), std::int64_t{0});
    Figure figure{&row, {}, sum, size_of(*values), "", values};
    if (!values->empty())
        figure.value = decimal(static_cast<double>(sum) / static_cast<double>(values->size()), decimals);
    return figure;
}

Figure money(const MeasureRow& row, std::int64_t cents, std::string currency) {
    return {&row, render::Amount{cents}, {}, {}, std::move(currency)};
}

Figure rate(const MeasureRow& row, std::int64_t parts, std::optional<std::int64_t> whole, int times,
            int decimals) {
    Figure figure{&row, {}, parts, whole};
    if (whole.value_or(0) > 0)
        figure.value = decimal(static_cast<double>(parts) * times / static_cast<double>(*whole), decimals);
    return figure;
}

} // namespace reklamaatio::report
