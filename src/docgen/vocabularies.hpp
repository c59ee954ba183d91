// SPDX-License-Identifier: GPL-3.0-or-later
// The words and columns that the program knows, by what the texts of the manual call them: a text that
// explains them has to name exactly these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::docgen {

// "kind", "status" and so on; "remedy"; "report" and "grouping". Throws std::runtime_error for another name.
std::vector<std::string> words_of(std::string_view vocabulary);

} // namespace reklamaatio::docgen
