// SPDX-License-Identifier: GPL-3.0-or-later
// The words of vocabularies as values of tables and records.
#pragma once

#include "complaint/word.hpp"
#include "exchange/word.hpp"
#include "render/cell.hpp"

#include <optional>
#include <string>

namespace reklamaatio::view {

template <typename E>
render::Value word_value(E value) {
    return render::Value{std::string(exchange::data_word(value))};
}

template <typename E>
render::Value word_or_none(const std::optional<E>& value) {
    return value ? word_value(*value) : render::Value{};
}

} // namespace reklamaatio::view
