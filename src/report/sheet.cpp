// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sheet.hpp"

#include <algorithm>

namespace reklamaatio::report {

bool Sheet::is_empty() const {
    return std::ranges::all_of(counted, [](const auto& group) { return group.second == 0; })
           && std::ranges::all_of(lines, [&](const Line& line) {
                  return std::ranges::all_of(line.figures, &Figure::is_nothing);
              });
}

} // namespace reklamaatio::report
