// SPDX-License-Identifier: GPL-3.0-or-later
// What the whole of a page is like, tests/render/pages.py looks at.
#include "render/html.hpp"

#include "render/svg.hpp"

#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::Chart;
using render::Markup;
using render::Share;
using render::Value;

namespace {

std::string table_text(const render::Table& table) {
    Markup page;
    render::add_html_table(page, table, time::Zone::utc(), "Label");
    return page.str();
}

std::string page_text(const render::Document& document) {
    std::ostringstream out;
    render::write_html(document, out, time::Zone::utc());
    return out.str();
}

std::string drawn(const Chart& chart) {
    Markup page;
    render::add_svg(page, chart, "c");
    return page.str();
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a share has a column, and what it is of another") {
    const auto text = table_text({{{"share", "Share"}}, {{Value{Share{11, 12}}}, {Value{Share{}}}}});
    CHECK(has(text, R"(<th class="n" colspan="2" scope="col">Share</th>)"));
    CHECK(has(text, R"(<td class="n">91.7 %</td><td class="of">(11/12)</td>)"));
    CHECK(has(text, R"(<td class="n">–</td><td class="of"></td>)"));
}

TEST_CASE("the first column names the row, and what is late says so in words and in colour") {
    const auto text =
        table_text({{{"who", ""}, {"number", ""}},
                    {{Value{std::string("maria")}, {Value{std::int64_t{3}}, "", render::Tone::bad}}}});
    CHECK(has(text, R"(<th class="s" scope="row">maria</th><td class="n late">3</td>)"));
    CHECK_FALSE(has(text, "<thead>"));
}

TEST_CASE("bars and columns that say nothing are left out, and a table without rows is none") {
    render::Column bar{"bar", ""};
    bar.is_bar = true;
    const auto text = table_text(
        {{{"a", "A"}, {"verdict", ""}, bar}, {{Value{true}, Value{std::string()}, Value{Share{1, 2}}}}});
    CHECK(has(text, R"(<tr><th class="s" scope="row">yes</th></tr>)"));
    CHECK(table_text({{{"a", "A"}}, {}}).empty());
}

TEST_CASE("a page of nothing says so") {
    const auto text = page_text({"Title <b>", "November 2026", "", "", "what", {}, {}});
    CHECK(has(text, "<title>Title &lt;b&gt;, November 2026</title>"));
    CHECK(has(text, "There is nothing to show for this period."));
}

TEST_CASE("what cannot be drawn is a sentence") {
    const auto text = page_text({"T",
                                 "P",
                                 "",
                                 "",
                                 "what",
                                 {{"", {}, "", {{"Empty", render::Lines{{"a"}, {{"", {}, {Value{}}}}, {}}}}}},
                                 {}});
    CHECK(has(text, "Nothing to draw"));
    CHECK_FALSE(has(text, "<svg"));
}

TEST_CASE("lines of large shares begin near the lowest, and counts at nothing") {
    using render::Lines;
    const auto shares =
        drawn({"S", Lines{{"a", "b"}, {{"", {}, {Value{Share{9, 10}}, Value{Share{19, 20}}}}}, {}}});
    CHECK(has(shares, ">90 %<"));
    CHECK(has(shares, ">100 %<"));
    CHECK_FALSE(has(shares, ">0 %<"));
    const auto counts =
        drawn({"C", Lines{{"a", "b"}, {{"", {}, {Value{std::int64_t{90}}, Value{std::int64_t{95}}}}}, {}}});
    CHECK(has(counts, ">0<"));
    CHECK(has(counts, ">100<"));
}

TEST_CASE("one value alone, always the same and zero are drawn as well") {
    using render::Lines;
    for (const auto& value : {Value{std::int64_t{0}}, Value{std::int64_t{7}}, Value{Share{0, 3}},
                              Value{Share{3, 3}}, Value{render::Number{"0.00"}}}) {
        const auto text = drawn({"One", Lines{{"a"}, {{"", {}, {value}}}, {}}});
        CHECK(has(text, "<circle"));
        CHECK_FALSE(has(text, "nan"));
        CHECK_FALSE(has(text, "inf"));
    }
}

TEST_CASE("a gap parts the line, and a value between gaps is a dot") {
    const Value one{std::int64_t{1}};
    const auto text = drawn({"Gaps", render::Lines{{"a", "b", "c", "d", "e", "f"},
                                                   {{"", {}, {one, one, Value{}, one, Value{}, one}}},
                                                   {}}});
    const auto first = text.find("<polyline");
    CHECK(first != std::string::npos);
    CHECK(text.find("<polyline", first + 1) == std::string::npos);
    const auto points = text.find("points=\"", first) + 8;
    CHECK(std::count(text.begin() + static_cast<std::ptrdiff_t>(points),
                     text.begin() + static_cast<std::ptrdiff_t>(text.find('"', points)), ' ')
          == 1);
}

TEST_CASE("a small page, to the last letter but the style") {
    render::Section section{
        "By clock",
        {{{"clock", "Clock"}, {"due", "Due"}}, {{Value{std::string("response")}, Value{std::int64_t{12}}}}},
        "A note."};
    section.charts.push_back(
        {"Met in time", render::Bars{"Clock", "n", {{"response", Value{std::int64_t{2}}}}}});
    auto text = page_text({"SLA report",
                           "November 2026",
                           "Firm & Co",
                           "All is well.",
                           "deadlines",
                           {section},
                           {"Made by: reklamaatio report sla"}});
    text.erase(0, text.find("<body>"));
    CHECK(text == R"(<body>
<header>
<p class="subject">Firm &amp; Co</p>
<h1>SLA report <span>November 2026</span></h1>
<p class="lead">All is well.</p>
<p class="cohort">Counted: deadlines.</p>
</header>
<main>
<section>
<h2>By clock</h2>
<figure>
<figcaption>Met in time</figcaption>
<svg viewBox="0 0 400 58" role="img" aria-labelledby="chart-1-1-title chart-1-1-desc"><title id="chart-1-1-title">Met in time</title><desc id="chart-1-1-desc">1 bar; the first is response: 2. The numbers are in the table below it.</desc>
<g class="axis"><line class="grid" x1="0" y1="0" x2="0" y2="38"/><text x="0" y="52" class="tick">0</text><line class="grid" x1="200" y1="0" x2="200" y2="38"/><text x="200" y="52" text-anchor="middle" class="tick">1</text><line class="grid" x1="400" y1="0" x2="400" y2="38"/><text x="400" y="52" text-anchor="end" class="tick">2</text></g>
<rect class="bar" x="0" y="18" width="400" height="13"/>
<text x="0" y="13" class="on">response <tspan class="value">2</tspan></text>
</svg>
<details><summary>The numbers</summary>
<div class="wide" tabindex="0" role="region" aria-label="Met in time"><table><thead><tr><th class="s" scope="col">Clock</th><th class="n" scope="col">n</th></tr></thead>
<tbody><tr><th class="s" scope="row">response</th><td class="n">2</td></tr>
</tbody></table>
</div>
</details></figure>
<div class="wide" tabindex="0" role="region" aria-label="By clock"><table><thead><tr><th class="s" scope="col">Clock</th><th class="n" scope="col">Due</th></tr></thead>
<tbody><tr><th class="s" scope="row">response</th><td class="n">12</td></tr>
</tbody></table>
</div>
<p class="note">A note.</p>
</section>
</main>
<footer>
<p>Made by: reklamaatio report sla</p>
</footer>
</body>
</html>
)");
}
