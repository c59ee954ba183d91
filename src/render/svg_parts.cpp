// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/svg_parts.hpp"

#include "render/shown_text.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

constexpr double k_most_steps = 5;

// The smallest of 1, 2, 5, 10, 20, 50 ... that cuts the reach into few enough steps.
double round_step(double reach) {
    const double rough = reach / k_most_steps;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0})
        if (times * power >= rough * (1 - 1e-9)) return times * power;
    return 10 * power;
}

constexpr std::string_view name_of(Anchor anchor) {
    return std::array<std::string_view, 3>{"start", "middle", "end"}[static_cast<std::size_t>(anchor)];
}

} // namespace

std::vector<double> Scale::ticks() const {
    std::vector<double> all;
    for (double i = 0; low + i * step <= high + step * 1e-6; ++i)
        all.push_back(low + i * step);
    return all;
}

std::string Scale::text(double tick) const {
    const double value = is_share ? tick * 100 : tick;
    auto text = fmt::format("{:.6f}", value == 0 ? 0.0 : value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return is_share ? text + " %" : text;
}

Scale scale_for(double low, double high, const Value& kind, Begins begins) {
    Scale scale;
    scale.is_share = std::holds_alternative<Share>(kind);
    const bool is_count = std::holds_alternative<std::int64_t>(kind);
    // So that nobody takes a point more or less for a cliff.
    constexpr double k_large = 0.5, k_highest = 0.9;
    const bool is_cut = begins == Begins::near_low && scale.is_share && low >= k_large;
    const double bottom = is_cut ? std::min(low, k_highest) : std::min(low, 0.0);
    const double top = scale.is_share ? 1 : high;
    scale.step = top > bottom ? round_step(top - bottom) : scale.is_share ? 0.1 : 1;
    if (is_count) scale.step = std::max(scale.step, 1.0);
    scale.low = std::floor(bottom / scale.step + 1e-9) * scale.step;
    scale.high = std::ceil(top / scale.step - 1e-9) * scale.step;
    if (scale.high <= scale.low)
        scale.low == 1 ? scale.low -= scale.step : scale.high = scale.low + scale.step;
    return scale;
}

std::string px(double length) {
    auto text = fmt::format("{:.2f}", length);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string short_text(const Value& value) {
    const auto shown = shown_text(value, time::Zone::utc());
    return std::holds_alternative<Share>(value) ? shown.substr(0, shown.find(" (")) : shown;
}

void add_text(Markup& svg, double x, double y, std::string_view text, Anchor anchor, std::string_view kind) {
    Attributes attributes{{"x", px(x)}, {"y", px(y)}};
    if (anchor != Anchor::start) attributes.push_back({"text-anchor", std::string(name_of(anchor))});
    if (!kind.empty()) attributes.push_back({"class", std::string(kind)});
    svg.element("text", text, attributes);
}

void add_line(Markup& svg, double x1, double y1, double x2, double y2, std::string_view kind) {
    svg.empty("line",
              {{"class", std::string(kind)}, {"x1", px(x1)}, {"y1", px(y1)}, {"x2", px(x2)}, {"y2", px(y2)}});
}

std::string fitted(std::string_view text, double room) {
    return text::shortened(text::visible_line(text), std::max(1, static_cast<int>(room / k_letter)));
}

} // namespace reklamaatio::render
