// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/page.hpp"

#include "text/random_text.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::Page;
using render::Style;
using render::Tone;

namespace {

constexpr Style k_pipe{};
constexpr Style k_narrow{.width = 30};

} // namespace

TEST_CASE("an empty page is no text") {
    CHECK(Page(k_pipe).text().empty());
}

TEST_CASE("the right part of a title stands at the right edge") {
    Page page(k_narrow);
    page.title("R-107  Łódź", "owner maria");
    CHECK(page.text() == "R-107  Łódź        owner maria\n");
}

TEST_CASE("a title in a pipe stays on one line") {
    Page page(k_pipe);
    page.title("R-107  Kiuas", "owner maria");
    page.title("R-108");
    CHECK(page.text() == "R-107  Kiuas  owner maria\nR-108\n");
}

TEST_CASE("a title too long for its line is wrapped with the right part below") {
    Page page(k_narrow);
    page.title("R-107  Kiuas halkesi ensilämmityksellä", "owner maria");
    CHECK(page.text() == "R-107  Kiuas halkesi\nensilämmityksellä\nowner maria\n");
}

TEST_CASE("empty lines stand only between other lines") {
    Page page(k_pipe);
    page.blank();
    page.line("a");
    page.blank();
    page.blank();
    page.line("b");
    page.blank();
    CHECK(page.text() == "a\n\nb\n");
}

TEST_CASE("text is wrapped beside its label") {
    Page page(k_narrow);
    page.labelled("Wish", "a new stove before Christmas");
    page.labelled("", "or the money");
    page.labelled("Empty", "");
    CHECK(page.text()
          == "Wish        a new stove before\n"
             "            Christmas\n"
             "            or the money\n"
             "Empty\n");
}

TEST_CASE("a label too long for its column stands above its text") {
    Page page(k_narrow);
    page.labelled("Compensation", "none");
    CHECK(page.text() == "Compensation\n            none\n");
}

TEST_CASE("without a width lines are whole and newlines keep their indentation") {
    Page page(k_pipe);
    page.wrapped(" 2 Nov  ← phone  ", "Kiuas halkesi, kun sitä lämmitettiin.\n\nLasinsiruja lattialla.  ");
    CHECK(page.text()
          == " 2 Nov  ← phone  Kiuas halkesi, kun sitä lämmitettiin.\n"
             "\n"
             "                 Lasinsiruja lattialla.\n");
}

TEST_CASE("on a wide terminal prose ends where it is still read with ease") {
    std::string words;
    for (int i = 0; i < 100; ++i)
        words += "kiuas ";
    Page page(Style{.width = 160});
    page.labelled("Wish", words);
    page.title("R-107", "owner maria");
    int widest = 0;
    std::istringstream lines(page.text());
    for (std::string line; std::getline(lines, line);)
        widest = std::max(widest, text::width(line));
    CHECK(widest == 110);
}

TEST_CASE("colour stands around the words and not around the blanks") {
    Page page({.colour = true, .width = 20});
    page.wrapped("  1 ", "declined on Monday", Tone::dim);
    CHECK(page.text() == "  1 \x1b[2mdeclined on\x1b[0m\n    \x1b[2mMonday\x1b[0m\n");
}

TEST_CASE("painted parts take no columns") {
    const Style style{.colour = true, .width = 20};
    Page page(style);
    page.labelled(render::painted("Clock", Tone::strong, style), render::painted("met", Tone::good, style));
    page.title("R-1", render::painted("late", Tone::bad, style));
    CHECK(page.text()
          == "\x1b[1mClock\x1b[0m       \x1b[32mmet\x1b[0m\n"
             "\x1b[1mR-1\x1b[0m             \x1b[31mlate\x1b[0m\n");
}

TEST_CASE("each stretch of a phrase keeps its tone when the line is broken") {
    Page page({.colour = true, .width = 22});
    page.wrapped("  1 ", {{"response "}, {"OVERDUE since Monday", Tone::bad}, {", by 2 d"}});
    CHECK(page.text()
          == "  1 response \x1b[31mOVERDUE\x1b[0m\n"
             "    \x1b[31msince Monday\x1b[0m, by 2\n"
             "    d\n");
}

TEST_CASE("where a prefix leaves no room it has a line of its own") {
    Page page(k_narrow);
    page.wrapped("12 Nov 10:00 ← phone  ", "Kiuas halkesi, kun sitä lämmitettiin.");
    CHECK(page.text()
          == "12 Nov 10:00 ← phone\n"
             "    Kiuas halkesi, kun sitä\n"
             "    lämmitettiin.\n");
}

TEST_CASE("lines of random text fit and have no trailing blanks") {
    tests::Random random(20);
    for (int i = 0; i < 3000; ++i) {
        const int width = 20 + static_cast<int>(tests::below(random, 100));
        Page page({.width = width});
        const auto left = text::visible_line(tests::random_text(random, 10));
        page.title(left, text::visible_line(tests::random_text(random, 3)));
        page.labelled("Text", text::visible(tests::random_text(random, 30)));
        const auto all = page.text();
        for (std::size_t at = 0; at < all.size();) {
            const auto end = all.find('\n', at);
            const auto line = all.substr(at, end - at);
            REQUIRE(text::width(line) <= width);
            REQUIRE_FALSE(line.ends_with(' '));
            at = end + 1;
        }
    }
}
