// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/words.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <utf8proc.h>

namespace reklamaatio::text {

bool is_in_words(char32_t code_point) {
    if (code_point < 0x80)
        return (code_point >= 'a' && code_point <= 'z') || (code_point >= '0' && code_point <= '9');
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

std::vector<std::string> words_of(std::string_view text) {
    const std::string plain = folded(text);
    std::vector<std::string> words;
    bool in_word = false;
    for (std::string_view rest = plain; !rest.empty();) {
        const auto character = decoded(rest);
        const bool belongs = is_in_words(character.code_point);
        if (belongs && !in_word) words.emplace_back();
        if (belongs) words.back() += rest.substr(0, character.size);
        in_word = belongs;
        rest.remove_prefix(character.size);
    }
    return words;
}

} // namespace reklamaatio::text
