// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::complaint {

// "=?utf-8?Q?J=C3=A4rvi?=" → "Järvi": a word of a header in any character set that iconv knows (RFC 2047, section 2).
// Nothing for what is none, or whose bytes mean nothing.
std::optional<std::string> decoded_word(std::string_view word);

} // namespace reklamaatio::complaint
