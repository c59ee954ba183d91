// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/sparkline.hpp"

#include "render/fitting.hpp"
#include "render/shown_text.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

constexpr std::array<std::string_view, 8> k_levels{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 8> k_digits{"1", "2", "3", "4", "5", "6", "7", "8"};
constexpr std::array<std::string_view, 8> k_eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

struct Trend {
    std::string name;
    const Lines* lines;
    const Series* series;

    // The latest stretches alone.
    std::string text(std::size_t number, Signs signs) const {
        const std::vector<Value> shown(series->values.end() - static_cast<std::ptrdiff_t>(number),
                                       series->values.end());
        const auto& places = lines->places;
        return fmt::format("{}  {} to {}  {}", sparkline(shown, signs), places[places.size() - number],
                           places.back(), shown_text(shown.back(), time::Zone::utc()));
    }
};

// One value alone has gone nowhere.
bool goes_on(const Series& series) {
    const auto has_size = [](const Value& value) { return size_of(value).has_value(); };
    return std::ranges::count_if(series.values, has_size) > 1;
}

std::vector<Trend> trends_in(const std::vector<Chart>& charts) {
    std::vector<Trend> trends;
    for (const auto& chart : charts) {
        const auto* lines = std::get_if<Lines>(&chart.picture);
        if (lines == nullptr || lines->places.size() < 2 || !is_drawable(chart)) continue;
        for (const auto& series : lines->series)
            if (series.stroke != Stroke::limit && goes_on(series))
                trends.push_back({text::visible_line(!series.name.empty() ? series.name
                                                     : chart.name.empty() ? chart.title
                                                                          : chart.name),
                                  lines, &series});
    }
    return trends;
}

} // namespace

std::string sparkline(const std::vector<Value>& values, Signs signs) {
    std::optional<double> low, high;
    for (const auto& value : values)
        if (const auto size = size_of(value)) {
            low = std::min(low.value_or(*size), *size);
            high = std::max(high.value_or(*size), *size);
        }
    const auto& levels = signs == Signs::ascii ? k_digits : k_levels;
    constexpr double k_highest = 7;
    std::string line;
    for (const auto& value : values) {
        const auto size = size_of(value);
        if (!size)
            line += signs == Signs::ascii ? "-" : " ";
        else if (*low == *high)
            line += levels[static_cast<std::size_t>(k_highest / 2)];
        else
            line +=
                levels[static_cast<std::size_t>(std::lround((*size - *low) / (*high - *low) * k_highest))];
    }
    return line;
}

std::string bar(Share share, int columns, Signs signs) {
    if (share.denominator <= 0 || share.numerator <= 0) return "";
    const double part =
        std::min(1.0, static_cast<double>(share.numerator) / static_cast<double>(share.denominator));
    constexpr int k_parts = 8;
    const int step = signs == Signs::ascii ? k_parts : 1;
    const int all = std::max(1, static_cast<int>(std::lround(part * columns * k_parts / step))) * step;
    std::string line;
    for (int i = 0; i < all / k_parts; ++i)
        line += signs == Signs::ascii ? "#" : "█";
    return line.append(k_eighths[static_cast<std::size_t>(all % k_parts)]);
}

std::string spark_lines(const std::vector<Chart>& charts, const Style& style) {
    const auto trends = trends_in(charts);
    int widest = 0;
    for (const auto& trend : trends)
        widest = std::max(widest, text::width(trend.name));
    std::string text;
    for (const auto& trend : trends) {
        auto number = trend.lines->places.size();
        auto line = trend.text(number, style.signs);
        const int over = style.width > 0 ? widest + k_gap + text::width(line) - style.width : 0;
        if (over > 0) {
            number -= std::min(static_cast<std::size_t>(over), number - 1);
            line = trend.text(number, style.signs);
        }
        text += text::padded_right(trend.name, widest + k_gap) + line + "\n";
    }
    return text;
}

} // namespace reklamaatio::render
