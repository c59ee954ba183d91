// SPDX-License-Identifier: GPL-3.0-or-later
// What drawings are made of, for the files svg_*.cpp alone. Lengths are pixels of a drawing that is k_width wide.
#pragma once

#include "render/chart.hpp"
#include "render/markup.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::render {

inline constexpr double k_width = 400;
inline constexpr double k_line_height = 15;
inline constexpr double k_letter = 6.9; // of the text in html.css, on the average

// An axis between round numbers, which has a tick at each step.
struct Scale {
    double low = 0, high = 1, step = 1;
    bool is_share = false;

    std::vector<double> ticks() const;
    // Of a value, where low lies at `from` and high at `until`.
    double place(double value, double from, double until) const {
        return from + (value - low) / (high - low) * (until - from);
    }
    // "80 %", "1.5"
    std::string text(double tick) const;
};

// For values from low to high. It begins at 0, but for lines of shares that are all large; whole: of counts.
enum class Begins { at_zero, near_low };
Scale scale_for(double low, double high, const Value& kind, Begins begins);

// "12.3", "12"
std::string px(double length);
// "82.5 %", without what it is of.
std::string short_text(const Value& value);

enum class Anchor { start, middle, end };
void add_text(Markup& svg, double x, double y, std::string_view text, Anchor anchor = Anchor::start,
              std::string_view kind = "");
void add_line(Markup& svg, double x1, double y1, double x2, double y2, std::string_view kind);
// In as many letters as have room.
std::string fitted(std::string_view text, double room);

// Each draws into an open <svg> and says how high it is; with no page it only measures.
double height_of(const Lines& lines);
double height_of(const Bars& bars);
double height_of(const Histogram& histogram);
void draw(Markup& svg, const Lines& lines);
void draw(Markup& svg, const Bars& bars);
void draw(Markup& svg, const Histogram& histogram);

} // namespace reklamaatio::render
