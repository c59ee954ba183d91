// SPDX-License-Identifier: GPL-3.0-or-later
// Finding complaints by words, with the indexes that full_text.hpp keeps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::store {

// One typed word: as a query of FTS5, and, where it can be a part of a telephone number, its figures; else empty.
struct SoughtWord {
    std::string expression;
    std::string figures;
};

// "kiuas rikki*", of which each must be found: a star at the end of a word stands for any ending, and no other sign means
// anything. Each once. Throws complaint::BadValue when there is no word in it, or more than 32.
std::vector<SoughtWord> sought_words(const std::string& words);

// As one query of FTS5: what has all of them.
std::string expression_of_all(const std::vector<SoughtWord>& words);

// A SELECT of the complaints that have all of these words, each once and one after the other. One word may stand in the complaint,
// another one in its customer, in what was merged into it, or in who was merged into its customer. `among`, where it is not empty,
// is a SELECT of complaints, and finds only these. To be bound: `:words` with expression_of_all; and for the first word
// `:word1` with its expression, and where it has figures `:word1_figures`, which stand anywhere in the customer's telephone number,
// and `:word1_phone`, its key (complaint::phone_key), which may be empty; and so on.
std::string ids_with_words(const std::vector<SoughtWord>& words, std::string_view among);

} // namespace reklamaatio::store
