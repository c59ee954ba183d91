// SPDX-License-Identifier: GPL-3.0-or-later
// In which encoding a file of nobody knows where may be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

struct EncodingGuess {
    std::string encoding; // a name that iconv knows; empty: UTF-8
    std::string evidence; // "3 curly quotes, 2 letters"; empty: ASCII alone, or UTF-8 that proves itself
    std::vector<std::string> others; // that say as much; they read other characters in it
};

// By the bytes of the file, or of a long beginning of it. An encoding scores by the letters of European languages and the
// marks of word processors that it makes of the bytes beyond ASCII, and is out when it makes controls of them.
EncodingGuess guess_encoding(std::string_view bytes);

} // namespace reklamaatio::exchange
