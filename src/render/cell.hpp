// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in one place of a table: a typed value, and how a person is shown it.
#pragma once

#include "time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace reklamaatio::render {

// Part of a whole. A denominator of 0 is no share at all: nothing was counted.
struct Share {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    friend bool operator==(const Share&, const Share&) = default;
};

// Money in cents (hundredths); the currency stands in a column of its own.
struct Amount {
    std::int64_t cents = 0;
    friend bool operator==(const Amount&, const Amount&) = default;
};

// A length of time; data formats print whole minutes, rounded down, text prints "2 d 4 h", or "52 h" of
// working time.
struct Length {
    time::Seconds seconds{0};
    bool is_working_time = false;
    friend bool operator==(const Length&, const Length&) = default;
};

// A number with decimals, as it is written: 12.5.
struct Number {
    std::string text;
    friend bool operator==(const Number&, const Number&) = default;
};

// monostate: no value (an empty CSV field, null in JSON, "–" in text).
using Value = std::variant<std::monostate, std::string, std::int64_t, bool, time::Instant, time::Date, Share,
                           Amount, Length, Number>;

// What people compare by its size, so that it ends at one line.
inline bool is_number(const Value& value) {
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<Share>(value)
           || std::holds_alternative<Amount>(value) || std::holds_alternative<Length>(value)
           || std::holds_alternative<Number>(value);
}

// An empty text, and what is not there, is no value.
inline Value text_or_none(std::string_view text) {
    return text.empty() ? Value{} : Value{std::string(text)};
}
inline Value number_or_none(const std::optional<std::int64_t>& number) {
    return number ? Value{*number} : Value{};
}
inline Value instant_or_none(const std::optional<time::Instant>& at) {
    return at ? Value{*at} : Value{};
}
inline Value amount_or_none(const std::optional<std::int64_t>& cents) {
    return cents ? Value{Amount{*cents}} : Value{};
}

// What colour repeats; never the only bearer of a meaning.
enum class Tone { plain, good, warn, bad, dim, strong };

struct Cell {
    Value value;
    // What text output on a terminal shows instead of the value, when not empty: "today 15:30".
    std::string near_text;
    Tone tone = Tone::plain;

    Cell() = default;
    Cell(Value v) : value(std::move(v)) {} // NOLINT: a value is a cell
    Cell(Value v, std::string near, Tone t = Tone::plain)
        : value(std::move(v)), near_text(std::move(near)), tone(t) {}
};

} // namespace reklamaatio::render
