// SPDX-License-Identifier: GPL-3.0-or-later
// What a word of a vocabulary is in JSON, CSV and the like: the same for ever, whatever language people read.
#pragma once

#include "complaint/word.hpp"

#include <string_view>

namespace reklamaatio::exchange {

template <typename E>
constexpr std::string_view data_word(E value) {
    return complaint::word(value);
}

} // namespace reklamaatio::exchange
