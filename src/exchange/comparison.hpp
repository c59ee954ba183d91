// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of a file says, held against what it said before and against what stands.
#pragma once

#include "complaint/overview.hpp"
#include "exchange/draft.hpp"
#include "exchange/field_set.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::exchange {

// Everything that a row says, in one text, but for its keys and logged_at: two rows that say the same have
// the same text.
std::string content_of(const Draft& draft);

struct Difference {
    std::string_view field; // a column of an export
    std::string stored;     // what stands in it
};

// The first field, in the order of an export, of which the row says something else than what stands; nothing
// when there is none. `file_has` tells whether the file gives a field: what it does not give is not compared.
std::optional<Difference> difference(const Draft& draft, const complaint::Overview& stored,
                                     const FieldSet& fields,
                                     const std::function<bool(std::string_view)>& file_has);

} // namespace reklamaatio::exchange
