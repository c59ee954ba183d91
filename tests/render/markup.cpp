// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/markup.hpp"

#include "text/random_text.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::Markup;
using render::markup_text;

TEST_CASE("foreign text is text, whatever it says") {
    CHECK(markup_text("</script><b x=\"1\" y='2'>&amp;")
          == "&lt;/script&gt;&lt;b x=&quot;1&quot; y=&#39;2&#39;&gt;&amp;amp;");
    CHECK(markup_text("plain, ä, \U0001F469") == "plain, ä, \U0001F469");
}

TEST_CASE("what steers or cannot be seen is spelt out, and what XML cannot hold is replaced") {
    using namespace std::string_view_literals;
    CHECK(markup_text("a\0b\x1b[31m"sv) == "a\\x00b\\x1b[31m");
    CHECK(markup_text("\u202eexe") == "\\u{202e}exe");
    CHECK(markup_text("\uffff \ufffe \U0001FFFF \ufdd0") == "\ufffd \ufffd \ufffd \ufffd");
    CHECK(markup_text("\xff") == "\ufffd");
    CHECK(markup_text("two\r\nlines\tand  more ") == "two lines and more");
}

TEST_CASE("elements are closed in the order in which they were opened") {
    Markup page;
    page.open("p", {{"class", "a\"b"}}).text("1 < 2").element("b", "&").close().empty("col", {{"span", "2"}});
    CHECK(page.str() == "<p class=\"a&quot;b\">1 &lt; 2<b>&amp;</b></p><col span=\"2\"/>");
}
