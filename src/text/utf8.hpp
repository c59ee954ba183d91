// SPDX-License-Identifier: GPL-3.0-or-later
// Is it UTF-8?
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::text {

// The offset of the first byte that is not well-formed UTF-8 (overlong forms and surrogates are not), or
// nothing.
std::optional<std::size_t> invalid_utf8_at(std::string_view text);

// How many characters (code points) a well-formed text has.
std::size_t characters(std::string_view text);

// The first character of text that is not empty. A malformed byte reads as U+FFFD, one byte long.
struct Decoded {
    char32_t code_point;
    std::size_t size; // in bytes, at least 1
    bool well_formed;
};
Decoded decoded(std::string_view text);

// The character in UTF-8 at the end of the text; what is no Unicode scalar value goes in as U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

// The same text with each malformed byte replaced by U+FFFD.
std::string repaired_utf8(std::string_view text);

} // namespace reklamaatio::text
