// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of typed cells under named columns: what every list and report is.
#pragma once

#include "render/cell.hpp"
#include "render/kind.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::render {

enum class Align { left, right };

struct Column {
    std::string key;     // CSV header, JSON key: snake_case, stable for ever
    std::string heading; // above it in text; may be empty
    Align align = Align::left;
    // When text does not fit the terminal: columns that may shrink are shortened down to min_width first,
    // then whole columns go, the highest `expendable` first. 0: never dropped.
    int expendable = 0;
    int min_width = 0; // 0: does not shrink
    // What is to be typed again, as a number of a complaint: never shortened, however narrow the terminal.
    bool is_whole = false;
    // Known words, of which the beginning will do: they are shortened before any other column.
    bool yields_first = false;
    // In text it has no place in the line: what stands in it comes below, as a whole, in as many lines as it takes.
    bool is_below = false;
    // A share that text shows as a bar; pages of HTML have a picture instead.
    bool is_bar = false;
    // For whoever reads the data; a clause.
    Kind kind = Kind::text;
    std::string meaning = {};

    Column holding(Kind of_kind, std::string_view means) const {
        Column column = *this;
        column.kind = of_kind;
        column.meaning = means;
        return column;
    }
};

using Row = std::vector<Cell>; // one cell for each column

struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;
};

} // namespace reklamaatio::render
