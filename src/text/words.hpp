// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a text, as people compare them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::text {

// Whether a folded character is a letter or a figure (Unicode categories L and N).
bool is_in_words(char32_t code_point);

// The runs of letters and figures (Unicode categories L and N), in order, each folded as folded() does:
// "Uunin luukku on RIKKI!" is uunin, luukku, on, rikki; "don't" is don, t.
std::vector<std::string> words_of(std::string_view text);

} // namespace reklamaatio::text
