// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/svg_parts.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

constexpr double k_top = 10, k_bottom = 175, k_height = 200, k_left = 44;
constexpr double k_most_right = 130;
constexpr std::size_t k_most_dots = 62; // more would hide the line

struct Reach {
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
};

Reach reach_of(const Lines& lines) {
    Reach reach;
    for (const auto& series : lines.series)
        for (const auto& value : series.values)
            if (const auto size = size_of(value))
                reach = {std::min(reach.low, *size), std::max(reach.high, *size)};
    return reach;
}

// By which kind of value the axis is marked.
Value kind_of(const Lines& lines) {
    for (const auto& series : lines.series)
        for (const auto& value : series.values)
            if (size_of(value)) return value;
    return {};
}

std::string_view class_of(Stroke stroke) {
    return stroke == Stroke::main ? "main" : stroke == Stroke::other ? "other" : "limit";
}

class Drawing {
  public:
    Drawing(Markup& svg, const Lines& lines)
        : m_svg(svg), m_lines(lines), m_reach(reach_of(lines)),
          m_scale(scale_for(m_reach.low, m_reach.high, kind_of(lines), Begins::near_low)) {
        double longest = 0;
        for (const auto& series : lines.series)
            longest = std::max(longest, text::width(end_text(series)) * k_letter);
        m_right = k_width - std::min(longest + 8, k_most_right);
    }

    void draw() {
        add_axes();
        add_places();
        for (const auto& series : m_lines.series)
            series.stroke == Stroke::limit ? add_steps(series) : add_curve(series);
        for (const auto& mark : m_lines.marks)
            add_mark(mark);
        add_ends();
    }

  private:
    double x(std::size_t i) const {
        const auto number = static_cast<double>(m_lines.places.size());
        return k_left + (m_right - k_left) * (static_cast<double>(i) + 0.5) / number;
    }
    double y(double value) const { return m_scale.place(value, k_bottom, k_top); }

    static std::string end_text(const Series& series) {
        const auto last = short_text(series.values.back());
        return series.name.empty() ? last : fmt::format("{} {}", text::visible_line(series.name), last);
    }

    void add_axes() {
        m_svg.open("g", {{"class", "axis"}});
        for (const double tick : m_scale.ticks()) {
            add_line(m_svg, k_left, y(tick), m_right, y(tick), "grid");
            add_text(m_svg, k_left - 6, y(tick) + 4, m_scale.text(tick), Anchor::end, "tick");
        }
        m_svg.close().raw("\n");
    }

    // The first, the last, and as many between them as have room.
    void add_places() {
        const auto& places = m_lines.places;
        const double wide = (text::width(places.front()) + 2) * k_letter;
        const auto room = std::max(1.0, std::floor((m_right - k_left) / wide));
        const auto stride = std::max<std::size_t>(
            1, static_cast<std::size_t>(std::ceil(static_cast<double>(places.size()) / room)));
        for (std::size_t i = places.size(); i > 0; i -= std::min(i, stride)) {
            const double half = wide / 2 - k_letter;
            const double middle = std::clamp(x(i - 1), half, k_width - half);
            add_text(m_svg, middle, k_bottom + 18, places[i - 1], Anchor::middle, "tick");
        }
        m_svg.raw("\n");
    }

    // A gap where there is no value; a point alone is a dot.
    void add_curve(const Series& series) {
        std::string points;
        const auto end_piece = [&] {
            if (points.find(' ') != std::string::npos)
                m_svg.empty("polyline",
                            {{"class", std::string(class_of(series.stroke))}, {"points", points}});
            points.clear();
        };
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            const auto size = size_of(series.values[i]);
            if (!size) {
                end_piece();
                continue;
            }
            points += fmt::format("{}{},{}", points.empty() ? "" : " ", px(x(i)), px(y(*size)));
        }
        end_piece();
        add_dots(series);
    }

    void add_dots(const Series& series) {
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            const auto size = size_of(series.values[i]);
            if (!size || !is_dotted(series, i)) continue;
            m_svg.open("circle", {{"class", "dot " + std::string(class_of(series.stroke))},
                                  {"cx", px(x(i))},
                                  {"cy", px(y(*size))},
                                  {"r", series.stroke == Stroke::main ? "2.6" : "1.8"}});
            m_svg.element("title", fmt::format("{}: {}", m_lines.places[i], end_text_at(series, i))).close();
        }
        m_svg.raw("\n");
    }

    static std::string end_text_at(const Series& series, std::size_t i) {
        return (series.name.empty() ? "" : series.name + " ") + short_text(series.values[i]);
    }

    bool is_dotted(const Series& series, std::size_t i) const {
        const auto is_there = [&](std::size_t j) {
            return j < series.values.size() && size_of(series.values[j]).has_value();
        };
        return m_lines.places.size() <= k_most_dots || (!is_there(i - 1) && !is_there(i + 1));
    }

    void add_steps(const Series& series) {
        const double half = (m_right - k_left) / static_cast<double>(m_lines.places.size()) / 2;
        std::string path;
        bool is_going_on = false;
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            const auto size = size_of(series.values[i]);
            if (size && is_going_on) path += fmt::format("V{}", px(y(*size)));
            if (size && !is_going_on) path += fmt::format("M{},{}", px(x(i) - half), px(y(*size)));
            if (size) path += fmt::format("H{}", px(x(i) + half));
            is_going_on = size.has_value();
        }
        if (!path.empty())
            m_svg.empty("path", {{"class", std::string(class_of(series.stroke))}, {"d", path}}).raw("\n");
    }

    void add_mark(const Mark& mark) {
        const auto size = size_of(m_lines.series.front().values[mark.place]);
        if (!size) return;
        constexpr double k_size = 7;
        const double at = x(mark.place), high = y(*size);
        m_svg.open("path",
                   {{"class", "mark"},
                    {"d", fmt::format("M{},{}L{},{}L{},{}L{},{}Z", px(at), px(high - k_size), px(at + k_size),
                                      px(high), px(at), px(high + k_size), px(at - k_size), px(high))}});
        m_svg.element("title", fmt::format("{}: {}", m_lines.places[mark.place], mark.words)).close();
    }

    // Names stand beside the last values, pushed apart where these are close.
    void add_ends() {
        std::vector<std::pair<double, const Series*>> ends;
        for (const auto& series : m_lines.series)
            if (const auto size = size_of(series.values.back())) ends.emplace_back(y(*size) + 4, &series);
        std::ranges::stable_sort(ends, {}, [](const auto& end) { return end.first; });
        for (std::size_t i = 1; i < ends.size(); ++i)
            ends[i].first = std::max(ends[i].first, ends[i - 1].first + k_line_height);
        double below = k_bottom + 4;
        for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
            end->first = std::min(end->first, below);
            below = end->first - k_line_height;
        }
        for (const auto& [height, series] : ends)
            add_text(m_svg, m_right + 5, height, fitted(end_text(*series), k_width - m_right - 5),
                     Anchor::start, series->stroke == Stroke::main ? "name main" : "name");
        m_svg.raw("\n");
    }

    Markup& m_svg;
    const Lines& m_lines;
    Reach m_reach;
    Scale m_scale;
    double m_right = k_width;
};

} // namespace

double height_of(const Lines&) {
    return k_height;
}

void draw(Markup& svg, const Lines& lines) {
    Drawing(svg, lines).draw();
}

} // namespace reklamaatio::render
