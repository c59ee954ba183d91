// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/word.hpp"

#include "complaint/error.hpp"
#include "text/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::complaint {

std::string unknown_word(std::string_view text, std::string_view noun,
                         std::span<const std::string_view> words) {
    return fmt::format("'{}' is not {} ({}){}", text, noun, fmt::join(words, ", "),
                       text::did_you_mean(text, words));
}

void refuse_word(std::string_view text, std::string_view noun, std::span<const std::string_view> words) {
    throw BadValue(unknown_word(text, noun, words));
}

} // namespace reklamaatio::complaint
