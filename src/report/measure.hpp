// SPDX-License-Identifier: GPL-3.0-or-later
// The measures of a report of several sections, each declared once, and the figures that are found for them.
#pragma once

#include "render/cell.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::report {

enum class Unit {
    count,
    share,
    working_time,  // in the days of the first calendar where text shows it
    effort,        // in hours: people work it, and it is priced by the hour; whole minutes in data
    calendar_time, // whole minutes in data, as working time
    money,         // of a currency, which stands behind the name: paid_eur
    rate,          // so many for each so many, such as complaints per 1000 orders
    number         // with decimals: a mean
};

// Which way a measure moves when things get better. Of `neither` nothing is judged.
enum class Better { neither, more, less };

struct MeasureRow {
    std::string_view name;    // in data, for ever; of times it ends in _minutes
    std::string_view heading; // for people
    Unit unit;
    Better better;
    std::string_view formula; // for the manual: what it is
};

// Sections that follow each other with the same measures share a table in text, a line for each, and have lines of their
// own names there; else the heading stands over the table.
struct SectionRow {
    std::string_view name; // in data
    std::string_view heading;
    std::span<const MeasureRow> measures;
    // Whatever the period, so that no other has it beside it; its measures are of Better::neither.
    bool is_of_now = false;
    // Whether text has a bar for each line, as long as its first measure.
    bool has_bars = false;
};

// Seconds, cents or points, in order.
using Values = std::vector<std::int64_t>;
// The same, sorted.
std::shared_ptr<const Values> in_order(Values values);

// What was found for a measure. A share has what it is a part of; a percentile or mean has in `denominator` how many
// values it is of, a mean in `numerator` their sum; of a count both are empty.
struct Figure {
    const MeasureRow* row = nullptr;
    render::Value value = {};
    std::optional<std::int64_t> numerator = {};
    std::optional<std::int64_t> denominator = {};
    std::string currency = {};
    // All values of which a percentile or mean is, where it is to be compared.
    std::shared_ptr<const Values> values = {};
    // In data and text, where the report judges by itself.
    std::string verdict = {};

    // "paid_eur"
    std::string name() const;
    // "Paid, EUR"
    std::string heading() const;
    // No value, a share of nothing, or 0.
    bool is_nothing() const;
};

// So many of so many.
struct Part {
    std::int64_t part = 0;
    std::int64_t whole = 0;

    void add(bool is_part) {
        ++whole;
        if (is_part) ++part;
    }
    void add(const std::optional<bool>& is_part) {
        if (is_part) add(*is_part);
    }
};

Figure count(const MeasureRow& row, std::int64_t number);
Figure share(const MeasureRow& row, std::int64_t part, std::int64_t whole);
inline Figure share(const MeasureRow& row, const Part& part) {
    return share(row, part.part, part.whole);
}
// By nearest rank; with the values, by which it is compared. The p90 is empty below ten values.
Figure median(const MeasureRow& row, const std::shared_ptr<const Values>& values, std::string currency = {});
Figure p90(const MeasureRow& row, const std::shared_ptr<const Values>& values, std::string currency = {});
Figure largest(const MeasureRow& row, const std::shared_ptr<const Values>& values, std::string currency = {});
// With one decimal more than the values have: "4.38" has two.
Figure mean(const MeasureRow& row, const std::shared_ptr<const Values>& values, int decimals);
Figure money(const MeasureRow& row, std::int64_t cents, std::string currency);
// parts / whole * times: complaints per 1000 orders. Empty where the whole is unknown or 0.
Figure rate(const MeasureRow& row, std::int64_t parts, std::optional<std::int64_t> whole, int times,
            int decimals);

} // namespace reklamaatio::report
