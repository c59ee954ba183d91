// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/fitting.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace reklamaatio::render {

namespace {

int line_width(const std::vector<Fitted>& columns) {
    int sum = k_gap * (static_cast<int>(columns.size()) - 1);
    for (const auto& column : columns)
        sum += column.width;
    return sum;
}

// Takes from the widest column, of several the last, one terminal column at a time, until the line fits or
// nothing can shrink.
template <typename Floor>
bool shrink(std::vector<Fitted>& columns, int limit, Floor floor_of) {
    // No column can have more than the line, and the loop below must not count through a novel.
    for (auto& column : columns)
        column.width = std::max(std::min(column.width, limit), std::min(column.width, floor_of(column)));
    for (int excess = line_width(columns) - limit; excess > 0; --excess) {
        Fitted* widest = nullptr;
        for (auto& column : columns) {
            const bool can_shrink = column.width > floor_of(column);
            if (can_shrink && (widest == nullptr || column.width >= widest->width)) widest = &column;
        }
        if (widest == nullptr) return false;
        --widest->width;
    }
    return true;
}

int wished_floor(const Fitted& column) {
    return column.min_width > 0 ? column.min_width : column.natural;
}

int first_floor(const Fitted& column) {
    return column.yields_first ? wished_floor(column) : column.width;
}

// The column to give up next: the most expendable, of several the last.
std::optional<std::size_t> most_expendable(const std::vector<Fitted>& columns) {
    std::optional<std::size_t> most;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].expendable == 0) continue;
        if (!most || columns[i].expendable >= columns[*most].expendable) most = i;
    }
    return most;
}

// Of known words that are one and the same in every row whoever looks is told beneath the table; it is given up before
// anything else is cut, where it is the first to be given up.
void give_up_what_is_alike(std::vector<Fitted>& columns) {
    const auto first = most_expendable(columns);
    if (first && columns[*first].yields_first && columns[*first].is_alike)
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(*first));
}

} // namespace

void fit(std::vector<Fitted>& columns, int limit, bool is_watched) {
    if (line_width(columns) <= limit) return;
    std::erase_if(columns, [](const Fitted& column) { return column.is_empty && !column.is_whole; });
    if (is_watched && line_width(columns) > limit) give_up_what_is_alike(columns);
    while (!columns.empty()) {
        for (auto& column : columns)
            column.width = column.natural;
        if (shrink(columns, limit, first_floor) || shrink(columns, limit, wished_floor)) return;
        const auto expendable = most_expendable(columns);
        if (!expendable) break;
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(*expendable));
    }
    // A terminal too narrow for what must stay: everything gives way but numbers, at last the columns at the
    // right.
    const auto smallest = [](const Fitted& column) { return column.is_whole ? column.natural : 1; };
    while (!shrink(columns, limit, smallest)) {
        const auto last = std::ranges::find(columns.rbegin(), columns.rend(), false, &Fitted::is_whole);
        if (last == columns.rend()) return;
        columns.erase(std::next(last).base());
    }
}

} // namespace reklamaatio::render
