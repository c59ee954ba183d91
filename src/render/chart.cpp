// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/chart.hpp"

#include <algorithm>
#include <charconv>

namespace reklamaatio::render {

namespace {

struct SizeOf {
    std::optional<double> operator()(std::int64_t number) const { return static_cast<double>(number); }
    std::optional<double> operator()(Share share) const {
        if (share.denominator == 0) return std::nullopt;
        return static_cast<double>(share.numerator) / static_cast<double>(share.denominator);
    }
    std::optional<double> operator()(const Number& number) const {
        double value = 0;
        const auto* end = number.text.data() + number.text.size();
        const auto [rest, fault] = std::from_chars(number.text.data(), end, value);
        return fault == std::errc{} && rest == end ? std::optional(value) : std::nullopt;
    }
    template <typename Other>
    std::optional<double> operator()(const Other&) const {
        return std::nullopt;
    }
};

Table numbers_of(const Lines& lines) {
    Table table{{{"stretch", "Period"}}, {}};
    for (const auto& series : lines.series)
        table.columns.push_back({"value", series.name, Align::right});
    if (!lines.marks.empty()) table.columns.push_back({"mark", ""});
    for (std::size_t i = 0; i < lines.places.size(); ++i) {
        Row row;
        row.emplace_back(lines.places[i]);
        for (const auto& series : lines.series)
            row.emplace_back(series.values[i]);
        const auto mark = std::ranges::find(lines.marks, i, &Mark::place);
        if (!lines.marks.empty()) row.emplace_back(mark == lines.marks.end() ? "" : mark->words);
        table.rows.push_back(std::move(row));
    }
    return table;
}

// Values are put into cells that stand already: GCC 12 takes what a new one of them does not hold for uninitialised.
Table numbers_of(const Bars& bars) {
    const bool has_late = std::ranges::any_of(bars.bars, [](const Bar& bar) { return bar.late > 0; });
    const bool has_words = std::ranges::any_of(bars.bars, [](const Bar& bar) { return !bar.words.empty(); });
    Table table{{{"what", bars.what}, {"value", bars.measure, Align::right}}, {}};
    if (has_late) table.columns.push_back({"late", "Of these late", Align::right});
    if (bars.whole) table.columns.push_back({"cumulative", "Cumulative", Align::right});
    if (has_words) table.columns.push_back({"words", ""});
    std::int64_t so_far = 0;
    for (const auto& bar : bars.bars) {
        Row row;
        row.emplace_back(bar.label);
        row.emplace_back(bar.value);
        if (has_late) row.emplace_back().value = bar.late;
        if (bars.whole) {
            so_far += std::get<std::int64_t>(bar.value);
            row.emplace_back().value = Share{so_far, *bars.whole};
        }
        if (has_words) row.emplace_back(bar.words);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table numbers_of(const Histogram& histogram) {
    Table table{{{"from", "From"}, {"until", "To below"}, {"number", "n", Align::right}}, {}};
    for (const auto& bin : histogram.bins) {
        Row row;
        row.emplace_back(bin.from);
        row.emplace_back(text_or_none(bin.until));
        row.emplace_back().value = bin.number;
        table.rows.push_back(std::move(row));
    }
    return table;
}

// Counts that are all nothing make no line worth a look; a share of 0 % does.
bool says_something(const Value& value) {
    const auto size = size_of(value);
    return size && (*size != 0 || std::holds_alternative<Share>(value));
}

struct HasSomething {
    bool operator()(const Lines& lines) const {
        return std::ranges::any_of(lines.series, [](const Series& series) {
            return std::ranges::any_of(series.values, says_something);
        });
    }
    bool operator()(const Bars& bars) const {
        return std::ranges::any_of(bars.bars,
                                   [](const Bar& bar) { return size_of(bar.value).value_or(0) > 0; });
    }
    bool operator()(const Histogram& histogram) const {
        return std::ranges::any_of(histogram.bins, [](const Bin& bin) { return bin.number > 0; });
    }
};

} // namespace

std::optional<double> size_of(const Value& value) {
    return std::visit(SizeOf{}, value);
}

Table table_of(const Chart& chart) {
    return std::visit([](const auto& picture) { return numbers_of(picture); }, chart.picture);
}

bool is_drawable(const Chart& chart) {
    return std::visit(HasSomething{}, chart.picture);
}

} // namespace reklamaatio::render
