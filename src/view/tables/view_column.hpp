// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of a view of the database holds.
#pragma once

#include "render/columns.hpp"

#include <string_view>
#include <vector>

namespace reklamaatio::view {

struct ViewColumn {
    std::string_view name;
    render::Kind kind;
    std::string_view meaning;
};

inline constexpr ViewColumn k_complaint_number{"complaint_number", render::Kind::number, "124, to join on"};

template <const auto& Columns>
std::vector<render::Column> columns_of() {
    std::vector<render::Column> columns;
    for (const auto& [name, kind, meaning] : Columns)
        columns.push_back(render::data_column(name, kind, meaning));
    return columns;
}

} // namespace reklamaatio::view
