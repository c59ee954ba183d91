// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/quoted.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::toml::tests {

TEST_CASE("a text in quotes has nothing that a terminal obeys, and is read as it was") {
    CHECK(quoted("plain ä") == "\"plain ä\"");
    CHECK(quoted("a\"b\\c\td\ne") == R"("a\"b\\c\td\ne")");
    CHECK(quoted("\x1b[2J\x7f") == R"("\u001b[2J\u007f")");
    CHECK(quoted("\xC2\x9B \xE2\x80\xAE \xF3\xA0\x81\xA7") == R"("\u009b \u202e \U000e0067")");
    CHECK(quoted("\xff") == "\"\xEF\xBF\xBD\"");
}

} // namespace reklamaatio::toml::tests
