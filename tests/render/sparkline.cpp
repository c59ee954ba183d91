// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/sparkline.hpp"

#include "text/width.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using render::bar;
using render::Chart;
using render::Share;
using render::Signs;
using render::spark_lines;
using render::sparkline;
using render::Value;

namespace {

std::vector<Value> numbers(std::initializer_list<std::int64_t> all) {
    return {all.begin(), all.end()};
}

Chart lines_of(std::vector<Value> values, std::string name = "") {
    render::Lines lines;
    for (std::size_t i = 0; i < values.size(); ++i)
        lines.places.push_back("p" + std::to_string(i));
    lines.series.push_back({std::move(name), render::Stroke::main, std::move(values)});
    return {"Title", std::move(lines)};
}

} // namespace

TEST_CASE("the least has the lowest sign and the largest the highest") {
    CHECK(sparkline(numbers({0, 1, 2, 3, 4, 5, 6, 7}), Signs::unicode) == "▁▂▃▄▅▆▇█");
    CHECK(sparkline(numbers({70, 0, 10}), Signs::ascii) == "812");
    CHECK(sparkline({Share{1, 2}, Share{1, 1}, Share{0, 5}}, Signs::ascii) == "581");
}

TEST_CASE("what never changes is in the middle, and what is not there is a gap") {
    CHECK(sparkline(numbers({9, 9}), Signs::unicode) == "▄▄");
    CHECK(sparkline({Value{std::int64_t{1}}, Value{}, Share{0, 0}, Value{std::int64_t{2}}}, Signs::unicode)
          == "▁  █");
    CHECK(sparkline({Value{}, Value{std::int64_t{2}}}, Signs::ascii) == "-4");
    CHECK(sparkline({}, Signs::unicode).empty());
}

TEST_CASE("a bar is as long as its share, in eighths of a column") {
    CHECK(bar({1, 1}, 4, Signs::unicode) == "████");
    CHECK(bar({1, 2}, 4, Signs::unicode) == "██");
    CHECK(bar({9, 32}, 4, Signs::unicode) == "█▏");
    CHECK(bar({9, 32}, 4, Signs::ascii) == "#");
    CHECK(bar({3, 1}, 4, Signs::ascii) == "####");
}

TEST_CASE("what is above nothing has a bar, and nothing has none") {
    CHECK(bar({1, 100'000}, 12, Signs::unicode) == "▏");
    CHECK(bar({1, 100'000}, 12, Signs::ascii) == "#");
    CHECK(bar({0, 10}, 12, Signs::unicode).empty());
    CHECK(bar({0, 0}, 12, Signs::unicode).empty());
}

TEST_CASE("a line has its name, its signs, from when to when, and the last value") {
    CHECK(spark_lines({lines_of(numbers({1, 8}))}, {}) == "Title  ▁█  p0 to p1  8\n");
    CHECK(spark_lines({lines_of(numbers({1, 8}), "in"), lines_of(numbers({3, 3}), "out now")},
                      {.signs = Signs::ascii})
          == "in       18  p0 to p1  8\nout now  44  p0 to p1  3\n");
}

TEST_CASE("where there is no room the latest stretches stay") {
    const auto shown = spark_lines({lines_of(numbers({1, 2, 3, 4, 5, 6, 7, 8}))}, {.width = 26});
    CHECK(shown == "Title  ▁▂▄▅▇█  p2 to p7  8\n");
    CHECK(text::width(shown.substr(0, shown.size() - 1)) <= 26);
}

TEST_CASE("limits, single stretches, bars and what has no numbers have no line") {
    Chart limits = lines_of(numbers({1, 2}));
    std::get<render::Lines>(limits.picture).series.front().stroke = render::Stroke::limit;
    const Chart bars{"Bars", render::Bars{"What", "n", {{"a", Value{std::int64_t{1}}}}}};
    CHECK(spark_lines({limits, bars, lines_of(numbers({1})), lines_of({Value{}, Value{}})}, {}).empty());
}
