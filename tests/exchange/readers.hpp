// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of this room read with.
#pragma once

#include "complaint/error.hpp"
#include "exchange/csv_reader.hpp"
#include "exchange/field.hpp"
#include "exchange/profile.hpp"
#include "exchange/row_reader.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::tests {

inline std::vector<exchange::CsvRow> csv_rows(const std::string& csv,
                                              const exchange::CsvOptions& options = {}) {
    std::istringstream in(csv);
    exchange::CsvReader reader(in, "f.csv", options);
    std::vector<exchange::CsvRow> rows;
    while (auto row = reader.next())
        rows.push_back(std::move(*row));
    return rows;
}

// "a|b / c|d": the texts of all rows.
inline std::string csv_texts(const std::string& csv, const exchange::CsvOptions& options = {}) {
    std::string texts;
    for (const auto& row : csv_rows(csv, options)) {
        if (!texts.empty()) texts += " / ";
        for (std::size_t i = 0; i < row.fields.size(); ++i)
            texts += (i == 0 ? "" : "|") + row.fields[i].text;
    }
    return texts;
}

// "1:1 1:3 / 2:1 2:5": the places of all fields.
inline std::string csv_places(const std::string& csv, const exchange::CsvOptions& options = {}) {
    std::string places;
    for (const auto& row : csv_rows(csv, options)) {
        if (!places.empty()) places += " / ";
        for (std::size_t i = 0; i < row.fields.size(); ++i)
            places += fmt::format("{}{}:{}", i == 0 ? "" : " ", row.fields[i].place.line,
                                  row.fields[i].place.column);
    }
    return places;
}

// What it throws, or "".
template <typename Fault, typename Action>
std::string fault_of(const Action& action) {
    try {
        action();
    } catch (const Fault& fault) {
        return fault.what();
    }
    return "";
}

// A file of CSV, opened as an import does.
struct Opened {
    explicit Opened(const std::string& csv, const exchange::Profile& profile = {})
        : in(csv), reader(in, "f.csv", profile, time::Zone::named("Europe/Helsinki").value(), "EUR") {}

    std::vector<exchange::DraftRow> rows() {
        std::vector<exchange::DraftRow> rows;
        while (auto row = reader.next())
            rows.push_back(std::move(*row));
        return rows;
    }

    std::istringstream in;
    exchange::RowReader reader;
};

inline exchange::Profile profile(const std::string& toml) {
    return exchange::read_profile(toml, "p.toml");
}

// Of a file with one row that fits.
inline exchange::Draft only_draft(const std::string& csv, const exchange::Profile& profile = {}) {
    auto rows = Opened(csv, profile).rows();
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].faults.empty());
    return rows[0].draft;
}

// A text as the file has it for that field.
inline exchange::Draft taken(std::string_view field, const std::string& text,
                             const exchange::Reading& reading = {}) {
    exchange::Draft draft;
    exchange::field_named(field)->take(draft, text, reading);
    return draft;
}

// What is wrong with it, or "".
inline std::string fault_in(std::string_view field, const std::string& text,
                            const exchange::Reading& reading = {}) {
    return fault_of<complaint::BadValue>([&] { taken(field, text, reading); });
}

// "2:5 csat: '6' is ..., 3:1 : ...": what does not fit.
inline std::string faults_in(const std::string& csv, const exchange::Profile& profile = {}) {
    std::string text;
    for (const auto& row : Opened(csv, profile).rows())
        for (const auto& fault : row.faults)
            text += fmt::format("{}{}:{} {}: {}", text.empty() ? "" : "\n", fault.place.line,
                                fault.place.column, fault.field, fault.message);
    return text;
}

inline std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("no file " + path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace reklamaatio::tests
