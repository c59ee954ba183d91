// SPDX-License-Identifier: GPL-3.0-or-later
// A value as a cell of a sheet (ECMA-376, part 1, section 18.3.1.4), and how its type is shown.
#pragma once

#include "render/cell.hpp"
#include "time/zone.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace reklamaatio::render {

// The cellXfs of k_sheet_styles, in their order.
enum class SheetStyle { plain, head, text, instant, date, amount, share };
extern const std::string_view k_sheet_styles; // the whole of xl/styles.xml

// "A", "Z", "AA" for 0, 25, 26.
std::string sheet_column(std::size_t index);

// Text as XML has it. What XML cannot hold stands as _x0007_ (ECMA-376, part 1, section 22.9.2.19), and what looks
// like that is escaped; text that is too long for a cell ends with "[...]".
std::string sheet_text(std::string_view text);

// Appends <c>; nothing for no value. Instants are those of the zone's clocks.
void append_cell(std::string& xml, std::string_view reference, const Value& value, const time::Zone& zone);
// Of text, in a style.
void append_text_cell(std::string& xml, std::string_view reference, std::string_view text, SheetStyle style);

} // namespace reklamaatio::render
