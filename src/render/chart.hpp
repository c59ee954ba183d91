// SPDX-License-Identifier: GPL-3.0-or-later
// What pictures of numbers show; how they are drawn is told in svg.hpp, and in text in sparkline.hpp.
#pragma once

#include "render/table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace reklamaatio::render {

// main is in colour, other in grey; a limit is broken, and steps from stretch to stretch.
enum class Stroke { main, other, limit };

struct Series {
    std::string name; // stands at the end of the line
    Stroke stroke = Stroke::main;
    std::vector<Value>
        values; // one for each stretch; where there is none, or a share of nothing, the line has a gap
};

// A stretch to be noticed, and why.
struct Mark {
    std::size_t place = 0;
    std::string words;
};

// Numbers over time.
struct Lines {
    std::vector<std::string> places; // "2026-10"
    std::vector<Series> series;      // all of one kind of value
    std::vector<Mark> marks;         // on the first series
};

struct Bar {
    std::string label;
    Value value; // a count, a share or a number with decimals
    // In a count those that are late, drawn and named apart.
    std::int64_t late = 0;
    std::string words = {}; // behind the value; may be empty
};

// Numbers beside each other. With a whole they are parts of it, from the largest, and a line adds them up (Pareto).
struct Bars {
    std::string what;    // heading of the labels
    std::string measure; // and of the values
    std::vector<Bar> bars;
    std::optional<std::int64_t> whole = {};
};

// Values that lie from one bound to the next, the upper one left out; the last may have no upper bound.
struct Bin {
    std::string from, until; // as people read them; until is empty where there is no bound
    std::int64_t number = 0;
};

// A bound that was promised: how many bins lie before it, and the words at its line.
struct Target {
    double place = 0;
    std::string words;
};

// How many values are how large, in bins of the same width.
struct Histogram {
    std::string what; // of the values: "working time to the resolution"
    std::vector<Bin> bins;
    std::vector<Target> targets;
};

struct Chart {
    std::string title; // what it shows, as a sentence without its full stop
    std::variant<Lines, Bars, Histogram> picture;
    std::string name = {}; // in text, of a series without a name; empty: the title
};

// As a length along an axis; nothing of no value, a text, and a share of nothing.
std::optional<double> size_of(const Value& value);

// The numbers that are drawn.
Table table_of(const Chart& chart);

// Whether there is anything to draw.
bool is_drawable(const Chart& chart);

} // namespace reklamaatio::render
