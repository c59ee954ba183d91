// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of exports and imports, one row each, in the order of the file: name, what people call it, how
// it is written and how it is read. Columns are only ever added at the end.
#pragma once

#include "complaint/overview.hpp"
#include "exchange/draft.hpp"
#include "render/table.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::exchange {

struct Field {
    std::string_view name;    // CSV header, JSON key, --map FIELD=...
    std::string_view heading; // in text tables
    std::string_view summary; // what it holds, for manual and help
    // What headers call it, besides its name: English, Finnish, Polish; folded (text::folded), words parted
    // by '_'.
    std::span<const std::string_view> synonyms;
    render::Align align;
    render::Value (*value)(const complaint::Overview&);
    // Takes a text that is not empty into the draft. Throws complaint::BadValue or time::Error with a clause
    // that names the value, such as "'12,5o' is not a sum of money; write 49.90 or 49,90 EUR".
    void (*take)(Draft&, const std::string& text, const Reading&);
    // Takes "the file has this column and it is empty here"; null where that says nothing. Only due times: no
    // target.
    void (*take_empty)(Draft&);
};

// id, ref, source, ... uid
std::span<const Field> fields();

// Null when there is none of that name.
const Field* field_named(std::string_view name);

// The field that a header means, by name or synonym, whatever the case, accents and blanks; null when none.
const Field* field_of_header(std::string_view header);

} // namespace reklamaatio::exchange
