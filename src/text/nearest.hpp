// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody probably meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::text {

// The known word nearest to a misspelt one (Damerau-Levenshtein on code points, case and accents ignored; a
// known word that begins with what was typed, three letters or more, counts as near). Nothing when none is
// near enough to be meant: more than a third of its letters wrong. Ties go to the earlier word.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known);

// "; did you mean 'list'?", or what is said otherwise.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known,
                         std::string_view otherwise = "");

} // namespace reklamaatio::text
