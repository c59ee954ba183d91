// SPDX-License-Identifier: GPL-3.0-or-later
// Colour on a terminal: it repeats what the words say.
#pragma once

#include "render/cell.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::render {

// The signs with which text marks lines: those that say most, or letters and signs of ASCII alone, where a
// terminal has no others.
enum class Signs { unicode, ascii };

// How text is to be laid out.
struct Style {
    bool colour = false;
    // 0: no limit (a pipe): nothing is shortened or dropped, and times are absolute.
    int width = 0;
    bool near_times = false; // use Cell::near_text
    Signs signs = Signs::unicode;
};

// The text between the escape sequences of its tone, or as it is without colour.
std::string painted(std::string_view text, Tone tone, const Style& style);

} // namespace reklamaatio::render
