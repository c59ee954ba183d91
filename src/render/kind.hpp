// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of data holds, and how programs find it written.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace reklamaatio::render {

enum class Kind { text, truth, number, decimal, instant, date, share, amount, cents, minutes };

struct KindRow {
    Kind kind;
    std::string_view name;
    std::string_view unit;
    // In JSON, by the words of JSON Schema.
    std::string_view json_type;
    std::string_view json_format = "";
};

inline constexpr std::array k_kinds{KindRow{Kind::text, "text", "", "string"},
                                    KindRow{Kind::truth, "true or false", "", "boolean"},
                                    KindRow{Kind::number, "whole number", "", "integer"},
                                    KindRow{Kind::decimal, "number", "", "number"},
                                    KindRow{Kind::instant, "time", "UTC", "string", "date-time"},
                                    KindRow{Kind::date, "date", "", "string", "date"},
                                    KindRow{Kind::share, "share", "0 to 1", "number"},
                                    KindRow{Kind::amount, "sum", "of its currency", "number"},
                                    KindRow{Kind::cents, "whole number", "cents", "integer"},
                                    KindRow{Kind::minutes, "whole number", "minutes", "integer"}};

constexpr const KindRow& row_of(Kind kind) {
    return k_kinds[static_cast<std::size_t>(kind)];
}
static_assert(std::ranges::all_of(k_kinds, [](const KindRow& row) { return &row_of(row.kind) == &row; }),
              "one row for each kind, in their order");

} // namespace reklamaatio::render
