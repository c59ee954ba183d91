// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sheet.hpp"

#include <algorithm>

namespace reklamaatio::report {

namespace {

struct IsNothing {
    bool operator()(std::int64_t number) const { return number == 0; }
    bool operator()(render::Share share) const { return share.denominator == 0; }
    bool operator()(render::Amount amount) const { return amount.cents == 0; }
    bool operator()(std::monostate) const { return true; }
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }
};

} // namespace

bool Sheet::is_empty() const {
    const auto is_nothing = [](const Figure& figure) { return std::visit(IsNothing{}, figure.value); };
    return std::ranges::all_of(counted, [](const auto& group) { return group.second == 0; })
           && std::ranges::all_of(
               lines, [&](const Line& line) { return std::ranges::all_of(line.figures, is_nothing); });
}

} // namespace reklamaatio::report
