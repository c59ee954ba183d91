// SPDX-License-Identifier: GPL-3.0-or-later
// Tables to print.
#pragma once

#include "render/writer.hpp"
#include "text/random_text.hpp"

#include <chrono>
#include <sstream>
#include <string>
#include <string_view>

namespace reklamaatio::tests {

inline render::Column column(std::string key, std::string heading = {}) {
    render::Column made;
    made.key = std::move(key);
    made.heading = std::move(heading);
    return made;
}

inline std::string printed(const render::Table& table, const render::WriterOptions& options) {
    std::ostringstream out;
    render::write(table, out, options);
    return out.str();
}

inline std::string printed(const render::Table& table, render::Format format) {
    render::WriterOptions options;
    options.format = format;
    return printed(table, options);
}

// 2026-11-21T12:00:00Z
inline constexpr time::Instant k_noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21}
                                      + std::chrono::hours{12}};
inline constexpr time::Date k_day{std::chrono::year{2026} / 11 / 21};

// Every kind of value once, under the name of its kind.
inline render::Table every_kind() {
    using namespace render;
    Table table;
    for (const auto* kind :
         {"none", "text", "number", "flag", "instant", "date", "share", "amount", "length"})
        table.columns.push_back(column(kind, kind));
    table.rows.push_back({Value{}, Value{"Kiuas"}, Value{std::int64_t{7}}, Value{true}, Value{k_noon},
                          Value{k_day}, Value{Share{11, 12}}, Value{Amount{4990}},
                          Value{Length{time::Seconds{7559}}}});
    return table;
}

// Cells of random nasty text, one column or more.
inline render::Table random_texts(Random& random) {
    render::Table table;
    const auto columns = 1 + below(random, 4);
    for (std::size_t i = 0; i < columns; ++i)
        table.columns.push_back(column("key_" + std::to_string(i)));
    for (std::size_t rows = below(random, 6); rows > 0; --rows) {
        render::Row row;
        for (std::size_t i = 0; i < columns; ++i)
            row.emplace_back(render::Value{random_text(random, 8)});
        table.rows.push_back(std::move(row));
    }
    return table;
}

inline std::string text_of(const render::Cell& cell) {
    return std::get<std::string>(cell.value);
}

} // namespace reklamaatio::tests
