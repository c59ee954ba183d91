// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/writer.hpp"
#include "report/metrics.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::MetricFamily;
using render::Row;
using render::Table;

// A column of the table, and the gauge that it becomes. Base units, as OpenMetrics wants them.
struct Gauge {
    std::string_view column;
    std::string_view name;
    std::string_view unit;
    std::string_view help;
};

constexpr std::array k_period{
    Gauge{"period_from", "period_start_seconds", "seconds", "When the period begins, in seconds since 1970"},
    Gauge{"period_until", "period_end_seconds", "seconds",
          "When the period ends, exclusive, in seconds since 1970"},
};

constexpr std::array k_gauges{
    Gauge{"due", "due", "", "Deadlines that fell due in the period"},
    Gauge{"met", "met", "", "Of those, met in time"},
    Gauge{"breached", "breached", "", "Of those, met late or still unmet"},
    Gauge{"attainment", "attainment_ratio", "ratio", "Met divided by due; absent when nothing fell due"},
    Gauge{"overdue_now", "overdue", "", "Deadlines that have passed unmet, as of now"},
    Gauge{"at_risk", "at_risk", "", "Deadlines not yet due whose warning time has come, as of now"},
    Gauge{"not_yet_due", "not_yet_due", "", "Deadlines of the period that are not yet due"},
    Gauge{"no_target", "no_target", "", "Complaints received in the period without a target for the clock"},
    Gauge{"median_minutes", "taken_median_seconds", "seconds",
          "Median working time taken by those that were met"},
    Gauge{"p90_minutes", "taken_p90_seconds", "seconds", "90th percentile of it; absent below ten"},
    Gauge{"median_overrun_minutes", "overrun_median_seconds", "seconds",
          "Median working time by which the others are late"},
    Gauge{"p90_overrun_minutes", "overrun_p90_seconds", "seconds", "90th percentile of it; absent below ten"},
};

struct AsNumber {
    std::optional<double> operator()(std::int64_t number) const { return static_cast<double>(number); }
    std::optional<double> operator()(time::Instant at) const {
        return static_cast<double>(at.time_since_epoch().count());
    }
    std::optional<double> operator()(render::Length length) const {
        return static_cast<double>(length.seconds.count());
    }
    std::optional<double> operator()(render::Share share) const {
        if (share.denominator == 0) return std::nullopt;
        return static_cast<double>(share.numerator) / static_cast<double>(share.denominator);
    }
    template <typename Other>
    std::optional<double> operator()(const Other&) const {
        return std::nullopt;
    }
};

std::size_t place_of(const Table& table, std::string_view key) {
    const auto found = std::ranges::find(table.columns, key, &render::Column::key);
    return static_cast<std::size_t>(found - table.columns.begin());
}

MetricFamily family_of(const Gauge& gauge) {
    return {
        fmt::format("reklamaatio_sla_{}", gauge.name), std::string(gauge.unit), std::string(gauge.help), {}};
}

void add_sample(MetricFamily& family, const Row& row, std::size_t place,
                std::vector<std::pair<std::string, std::string>> labels) {
    if (const auto number = std::visit(AsNumber{}, row[place].value))
        family.samples.push_back({std::move(labels), *number});
}

} // namespace

std::vector<MetricFamily> sla_metrics(const Table& table, bool by_group) {
    std::vector<MetricFamily> families;
    for (const auto& gauge : k_period) {
        families.push_back(family_of(gauge));
        if (!table.rows.empty())
            add_sample(families.back(), table.rows.front(), place_of(table, gauge.column), {});
    }
    const std::size_t clock = place_of(table, "clock");
    const std::size_t group = place_of(table, "group");
    for (const auto& gauge : k_gauges) {
        families.push_back(family_of(gauge));
        const std::size_t place = place_of(table, gauge.column);
        for (const auto& row : table.rows) {
            std::vector<std::pair<std::string, std::string>> labels{
                {"clock", render::plain_text(row[clock].value)}};
            const auto name = render::plain_text(row[group].value);
            if (by_group) labels.emplace_back("group", name.empty() ? "(none)" : name);
            add_sample(families.back(), row, place, std::move(labels));
        }
    }
    return families;
}

} // namespace reklamaatio::report
