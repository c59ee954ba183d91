// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads for a word of a vocabulary. complaint::word() is what the record has and what is typed, and
// exchange::data_word() what files have; neither of them may ever depend on a language, and this may.
#pragma once

#include "complaint/word.hpp"

#include <string_view>

namespace reklamaatio::view {

template <typename E>
constexpr std::string_view in_words(E value) {
    return complaint::word(value);
}

} // namespace reklamaatio::view
