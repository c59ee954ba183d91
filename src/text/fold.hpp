// SPDX-License-Identifier: GPL-3.0-or-later
// Text compared as people compare it.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::text {

// Lower case without accents: "Łódź ÄÖ" and "lodz ao" become the same. Letters that Unicode does not take
// apart (ł ø đ ħ ı æ œ ß) become the Latin letters that people type for them.
std::string folded(std::string_view text);

// Lower case as Unicode folds it, accents kept: for e-mail addresses.
std::string lower(std::string_view text);

} // namespace reklamaatio::text
