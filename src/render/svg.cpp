// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/svg.hpp"

#include "render/svg_parts.hpp"
#include "text/plural.hpp"

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

struct Described {
    std::string operator()(const Lines& lines) const {
        std::string text = fmt::format("Lines from {} to {}.", lines.places.front(), lines.places.back());
        for (const auto& series : lines.series)
            text += fmt::format(" {}: first {}, last {}.", series.name, short_text(series.values.front()),
                                short_text(series.values.back()));
        return text;
    }
    std::string operator()(const Bars& bars) const {
        std::string text = fmt::format("{}; the first is {}: {}.", text::plural(bars.bars.size(), "bar"),
                                       bars.bars.front().label, short_text(bars.bars.front().value));
        return bars.whole ? text + " A line adds them up." : text;
    }
    std::string operator()(const Histogram& histogram) const {
        return fmt::format("{} of {}, from {} on.", text::plural(histogram.bins.size(), "column"),
                           histogram.what, histogram.bins.front().from);
    }
};

} // namespace

void add_svg(Markup& page, const Chart& chart, std::string_view id) {
    const auto name = [&](std::string_view part) { return fmt::format("{}-{}", id, part); };
    const double height = std::visit([](const auto& picture) { return height_of(picture); }, chart.picture);
    page.open("svg", {{"viewBox", fmt::format("0 0 {} {}", px(k_width), px(height))},
                      {"role", "img"},
                      {"aria-labelledby", name("title") + " " + name("desc")}});
    page.element("title", chart.title, {{"id", name("title")}});
    page.element("desc", std::visit(Described{}, chart.picture) + " The numbers are in the table below it.",
                 {{"id", name("desc")}});
    page.raw("\n");
    std::visit([&](const auto& picture) { draw(page, picture); }, chart.picture);
    page.close().raw("\n");
}

} // namespace reklamaatio::render
