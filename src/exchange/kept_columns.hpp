// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a file that are none of ours, kept as fields of the firm's own.
#pragma once

#include "complaint/own_field.hpp"
#include "exchange/profile.hpp"
#include "exchange/row_reader.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

struct KeptColumns {
    std::vector<complaint::OwnDeclaration> fields; // that are not declared yet, of texts
    std::vector<std::string> names;                // of every column that is kept, in the order of the file
    Profile profile; // the one given, which now says of these columns what they are
};

// Every column that `reader` makes nothing of. A field whose name or label is the header of one is used for it; else the name
// is made of the header, and the header is the label.
KeptColumns keep_columns(const RowReader& reader, const Profile& profile, const complaint::OwnFields& own);

// "Order No." → "order_no": letters without accents and in small, digits, and _ for the rest; at most
// complaint::k_longest_own_name, and no name of ours.
std::string own_name_of(std::string_view header);
// What a column is called at a place from 0: its header without blanks at the ends, or "column 3" where there is none.
std::string called(std::string_view header, std::size_t place);
// The name made of that, numbered until it is not among those taken, to which it is added.
std::string new_own_name(std::string_view column, std::set<std::string>& taken);

} // namespace reklamaatio::exchange
