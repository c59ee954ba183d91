// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/painted.hpp"

#include "text/width.hpp"

#include <algorithm>

namespace reklamaatio::text {

int width_of_painted(std::string_view text) {
    constexpr char k_escape = '\x1b';
    int columns = 0;
    while (true) {
        const auto escape = std::min(text.find(k_escape), text.size());
        columns += width(text.substr(0, escape));
        if (escape == text.size()) return columns;
        text.remove_prefix(escape);
        text.remove_prefix(std::min(text.find('m'), text.size() - 1) + 1);
    }
}

} // namespace reklamaatio::text
