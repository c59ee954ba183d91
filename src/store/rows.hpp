// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of more than one statement into what they mean; for this room alone.
#pragma once

#include "complaint/complaint.hpp"
#include "store/database.hpp"
#include "store/error.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::store {

// A word of a vocabulary that the database must know. Throws StoreError (damaged).
template <typename E>
E stored_word(const std::string& text) {
    if (const auto found = complaint::find_word<E>(text)) return *found;
    throw StoreError(Trouble::damaged,
                     "the database holds '" + text + "' where a known word belongs; restore a backup");
}

// "c.id, c.uid, ...": what complaint_from reads, from its first column on.
std::string complaint_columns(std::string_view prefix);
complaint::Complaint complaint_from(const Query& row, int first_column);

// "u.id, u.name, ...", likewise.
inline constexpr std::string_view k_customer_columns = "u.id, u.name, u.email, u.phone, u.value_cents";
inline constexpr int k_customer_column_count = 5;
complaint::Customer customer_from(const Query& row, int first_column);

} // namespace reklamaatio::store
