// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/svg_parts.hpp"
#include "text/width.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

constexpr double k_plot = 150, k_left = 36, k_foot = 40, k_gap = 1.5;

class Drawing {
  public:
    Drawing(Markup& svg, const Histogram& histogram)
        : m_svg(svg), m_histogram(histogram),
          m_top(k_line_height * static_cast<double>(histogram.targets.size()) + 6),
          m_scale(scale_for(0, most_of(histogram), Value{std::int64_t{1}}, Begins::at_zero)) {}

    void draw() {
        add_axis();
        for (std::size_t i = 0; i < m_histogram.bins.size(); ++i)
            add_column(i);
        add_bounds();
        for (std::size_t i = 0; i < m_histogram.targets.size(); ++i)
            add_target(m_histogram.targets[i], k_line_height * static_cast<double>(i) + 11);
    }

  private:
    static double most_of(const Histogram& histogram) {
        std::int64_t most = 0;
        for (const auto& bin : histogram.bins)
            most = std::max(most, bin.number);
        return static_cast<double>(most);
    }
    double bottom() const { return m_top + k_plot; }
    double x(double bound) const {
        return k_left + (k_width - k_left) * bound / static_cast<double>(m_histogram.bins.size());
    }
    double y(double number) const { return m_scale.place(number, bottom(), m_top); }

    void add_axis() {
        m_svg.open("g", {{"class", "axis"}});
        for (const double tick : m_scale.ticks()) {
            add_line(m_svg, k_left, y(tick), k_width, y(tick), "grid");
            add_text(m_svg, k_left - 6, y(tick) + 4, m_scale.text(tick), Anchor::end, "tick");
        }
        m_svg.close().raw("\n");
    }

    // What has no upper bound is no column of the same width.
    void add_column(std::size_t i) {
        const auto& bin = m_histogram.bins[i];
        const double high = y(static_cast<double>(bin.number));
        m_svg.open("rect", {{"class", bin.until.empty() ? "bar rest" : "bar"},
                            {"x", px(x(static_cast<double>(i)) + k_gap)},
                            {"y", px(high)},
                            {"width", px(x(1) - x(0) - 2 * k_gap)},
                            {"height", px(bottom() - high)}});
        m_svg.element("title", fmt::format("{}: {}", reach_of(bin), bin.number)).close().raw("\n");
    }

    static std::string reach_of(const Bin& bin) {
        return bin.until.empty() ? bin.from + " or more" : fmt::format("{} to below {}", bin.from, bin.until);
    }

    // As many of the bounds as have room.
    void add_bounds() {
        int widest = 0;
        for (const auto& bin : m_histogram.bins)
            widest = std::max(widest, text::width(bin.from));
        const double room = (widest + 2) * k_letter;
        double next = 0;
        for (std::size_t i = 0; i < m_histogram.bins.size(); ++i) {
            const double at = x(static_cast<double>(i));
            if (at < next) continue;
            next = at + room;
            add_text(m_svg, at, bottom() + 16, m_histogram.bins[i].from,
                     i == 0 ? Anchor::start : Anchor::middle, "tick");
        }
        add_text(m_svg, k_width, bottom() + 34, m_histogram.what, Anchor::end, "tick");
        m_svg.raw("\n");
    }

    void add_target(const Target& target, double height) {
        const double at = x(std::min(target.place, static_cast<double>(m_histogram.bins.size())));
        const double half = text::width(target.words) * k_letter;
        const bool is_left = at + half + 4 > k_width;
        add_line(m_svg, at, height - 8, at, bottom(), "target");
        add_text(m_svg, at + (is_left ? -4 : 4), height, target.words, is_left ? Anchor::end : Anchor::start,
                 "name");
        m_svg.raw("\n");
    }

    Markup& m_svg;
    const Histogram& m_histogram;
    double m_top;
    Scale m_scale;
};

} // namespace

double height_of(const Histogram& histogram) {
    return k_line_height * static_cast<double>(histogram.targets.size()) + 6 + k_plot + k_foot;
}

void draw(Markup& svg, const Histogram& histogram) {
    Drawing(svg, histogram).draw();
}

} // namespace reklamaatio::render
