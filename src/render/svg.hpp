// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as inline SVG: drawn with the classes of html.css, so that they follow light and dark.
#pragma once

#include "render/chart.hpp"
#include "render/markup.hpp"

#include <string_view>

namespace reklamaatio::render {

// Adds <svg> with its title and description, which are named by that id; it is as wide as its place. Everything stands in one
// system of lengths: a length along an axis is to the value as those of its ticks are, which say their values.
void add_svg(Markup& page, const Chart& chart, std::string_view id);

} // namespace reklamaatio::render
