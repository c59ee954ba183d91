// SPDX-License-Identifier: GPL-3.0-or-later
// Text with the escape sequences of colours in it.
#pragma once

#include <string_view>

namespace reklamaatio::text {

// The columns of a line whose colours take none.
int width_of_painted(std::string_view text);

} // namespace reklamaatio::text
