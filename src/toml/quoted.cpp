// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/quoted.hpp"

#include <fmt/format.h>

namespace reklamaatio::toml {

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += fmt::format("\\{}", c);
        else if (c == '\t')
            result += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20)
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            result += c;
    }
    return result + '"';
}

} // namespace reklamaatio::toml
