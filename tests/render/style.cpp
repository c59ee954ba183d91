// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/style.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::painted;
using render::Tone;

TEST_CASE("without colour nothing is painted") {
    CHECK(painted("late", Tone::bad, {}) == "late");
}

TEST_CASE("colour stands around the text and ends with it") {
    const render::Style style{.colour = true};
    CHECK(painted("late", Tone::bad, style) == "\x1b[31mlate\x1b[0m");
    CHECK(painted("soon", Tone::warn, style) == "\x1b[33msoon\x1b[0m");
    CHECK(painted("met", Tone::good, style) == "\x1b[32mmet\x1b[0m");
    CHECK(painted("old", Tone::dim, style) == "\x1b[2mold\x1b[0m");
    CHECK(painted("R-1", Tone::strong, style) == "\x1b[1mR-1\x1b[0m");
    CHECK(painted("R-1", Tone::plain, style) == "R-1");
    CHECK(painted("", Tone::bad, style) == "");
}
