// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/style.hpp"

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

// Select Graphic Rendition (ECMA-48 8.3.117); the basic colours follow the terminal's own scheme.
int graphic_rendition(Tone tone) {
    switch (tone) {
    case Tone::plain:
        return 0;
    case Tone::strong:
        return 1;
    case Tone::dim:
        return 2;
    case Tone::bad:
        return 31;
    case Tone::good:
        return 32;
    case Tone::warn:
        return 33;
    }
    return 0;
}

} // namespace

std::string painted(std::string_view text, Tone tone, const Style& style) {
    if (!style.colour || tone == Tone::plain || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", graphic_rendition(tone), text);
}

} // namespace reklamaatio::render
