// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as a few signs of text.
#pragma once

#include "render/chart.hpp"
#include "render/style.hpp"

#include <string>
#include <vector>

namespace reklamaatio::render {

// A sign for each value, the lowest for the least of them and the highest for the largest; those of one value are all in the
// middle. In ASCII the digits 1 to 8. Where there is no value a blank, in ASCII a dash.
std::string sparkline(const std::vector<Value>& values, Signs signs);

// A bar of at most that many columns: in eighths of a column, in ASCII whole. What is above 0 is never nothing.
std::string bar(Share share, int columns, Signs signs);

// A line for each series that is no limit: its name, the latest stretches that fit the width, the first and the last of them,
// and the last value. Nothing of pictures that are not over time, and of fewer than two values.
std::string spark_lines(const std::vector<Chart>& charts, const Style& style);

} // namespace reklamaatio::render
