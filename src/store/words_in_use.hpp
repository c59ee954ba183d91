// SPDX-License-Identifier: GPL-3.0-or-later
// Which words complaints have in the fields that lists are filtered by.
#pragma once

#include "store/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::store {

// The values of a field, or the tags, that are this word in whatever case, accents as they are; of references,
// which are nobody's words, the word itself alone. Goes along the index of the field from one value to the next:
// what it costs follows the number of words, not of complaints.
std::vector<std::string> spellings_in_use(Database& database, std::string_view field, std::string_view word);

// All values of a field, in order of bytes.
std::vector<std::string> words_in_use(Database& database, std::string_view field);

} // namespace reklamaatio::store
