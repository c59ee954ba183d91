// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/quoted.hpp"

#include "text/utf8.hpp"
#include "text/visible.hpp"

#include <cstdint>

#include <fmt/format.h>

namespace reklamaatio::toml {

std::string quoted(std::string_view string) {
    std::string result = "\"";
    while (!string.empty()) {
        const auto character = text::decoded(string);
        const auto code_point = character.code_point;
        const auto number = static_cast<std::uint32_t>(code_point);
        if (code_point == U'"' || code_point == U'\\')
            result.append({'\\', static_cast<char>(code_point)});
        else if (code_point == U'\t')
            result += "\\t";
        else if (code_point == U'\n')
            result += "\\n";
        // TOML takes some raw that a terminal obeys.
        else if (!text::shown_control(code_point).empty())
            result += number <= 0xFFFF ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
        else
            text::append_utf8(result, code_point);
        string.remove_prefix(character.size);
    }
    return result + '"';
}

} // namespace reklamaatio::toml
