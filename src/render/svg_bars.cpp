// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/svg_parts.hpp"
#include "text/width.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

constexpr double k_row = 38, k_label = 13, k_bar_top = 18, k_bar = 13;

Scale scale_of(const Bars& bars) {
    double most = 0;
    for (const auto& bar : bars.bars)
        most = std::max(most, size_of(bar.value).value_or(0));
    if (bars.whole) return scale_for(0, 1, Share{1, 1}, Begins::at_zero);
    return scale_for(0, most, bars.bars.front().value, Begins::at_zero);
}

std::string value_text(const Bar& bar, const Bars& bars) {
    auto text = short_text(bar.value);
    if (bars.whole) text += ", " + short_text(Share{std::get<std::int64_t>(bar.value), *bars.whole});
    if (bar.late > 0) text += fmt::format(", {} late", bar.late);
    return bar.words.empty() ? text : fmt::format("{} {}", text, bar.words);
}

class Drawing {
  public:
    Drawing(Markup& svg, const Bars& bars) : m_svg(svg), m_bars(bars), m_scale(scale_of(bars)) {}

    void draw() {
        add_axis();
        for (std::size_t i = 0; i < m_bars.bars.size(); ++i)
            add_bar(m_bars.bars[i], k_row * static_cast<double>(i));
        if (m_bars.whole) add_sum();
        for (std::size_t i = 0; i < m_bars.bars.size(); ++i)
            add_label(m_bars.bars[i], k_row * static_cast<double>(i) + k_label);
    }

  private:
    double x(double value) const { return m_scale.place(value, 0, k_width); }
    double length(const Value& value) const {
        const double size = size_of(value).value_or(0);
        return x(m_bars.whole ? size / static_cast<double>(*m_bars.whole) : size);
    }

    void add_axis() {
        const double bottom = k_row * static_cast<double>(m_bars.bars.size());
        m_svg.open("g", {{"class", "axis"}});
        for (const double tick : m_scale.ticks()) {
            const auto anchor = tick == m_scale.low                        ? Anchor::start
                                : tick > m_scale.high - m_scale.step * 0.5 ? Anchor::end
                                                                           : Anchor::middle;
            add_line(m_svg, x(tick), 0, x(tick), bottom, "grid");
            add_text(m_svg, x(tick), bottom + 14, m_scale.text(tick), anchor, "tick");
        }
        m_svg.close().raw("\n");
    }

    void add_bar(const Bar& bar, double top) {
        add_length(0, length(bar.value), top, "bar");
        if (bar.late > 0) add_length(0, length(Value{bar.late}), top, "bar late");
        m_svg.raw("\n");
    }

    // Over all that is drawn, so that no line goes through it.
    void add_label(const Bar& bar, double height) {
        const auto value = value_text(bar, m_bars);
        const double room = k_width - (text::width(value) + 2) * k_letter;
        m_svg.open("text", {{"x", "0"}, {"y", px(height)}, {"class", "on"}});
        m_svg.text(fitted(bar.label, std::max(room, k_width / 3))).raw(" ");
        m_svg.element("tspan", value, {{"class", "value"}}).close().raw("\n");
    }

    void add_length(double from, double length, double top, std::string_view kind) {
        m_svg.empty("rect", {{"class", std::string(kind)},
                             {"x", px(from)},
                             {"y", px(top + k_bar_top)},
                             {"width", px(length)},
                             {"height", px(k_bar)}});
    }

    // All up to each, as parts of the whole.
    void add_sum() {
        std::int64_t sum = 0;
        std::string points;
        Markup dots;
        for (std::size_t i = 0; i < m_bars.bars.size(); ++i) {
            sum += std::get<std::int64_t>(m_bars.bars[i].value);
            const double across = length(Value{sum});
            const double down = k_row * static_cast<double>(i) + k_bar_top + k_bar / 2;
            points += fmt::format("{}{},{}", i > 0 ? " " : "", px(across), px(down));
            dots.empty("circle",
                       {{"class", "dot other"}, {"cx", px(across)}, {"cy", px(down)}, {"r", "2.6"}});
            if (i > 0) add_sum_text(sum, across, down);
        }
        m_svg.empty("polyline", {{"class", "other"}, {"points", points}}).raw(dots.str()).raw("\n");
    }

    // Of the first the bar says the same.
    void add_sum_text(std::int64_t sum, double across, double down) {
        constexpr double k_room = 50;
        const bool is_left = across > k_width - k_room;
        add_text(m_svg, across + (is_left ? -6 : 6), down + 4, short_text(Share{sum, *m_bars.whole}),
                 is_left ? Anchor::end : Anchor::start, "tick on");
    }

    Markup& m_svg;
    const Bars& m_bars;
    Scale m_scale;
};

} // namespace

double height_of(const Bars& bars) {
    return k_row * static_cast<double>(bars.bars.size()) + 20;
}

void draw(Markup& svg, const Bars& bars) {
    Drawing(svg, bars).draw();
}

} // namespace reklamaatio::render
