// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a file has, reading it ends: in rows whose fields lie where they say, or in a DataError. The first byte
// chooses the dialect. Built by clang with -fsanitize=fuzzer it is a fuzzer; by any other compiler fuzz/driver.cpp
// feeds it.
#include "exchange/csv_table.hpp"
#include "exchange/error.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <sstream>

using namespace reklamaatio;

namespace {

exchange::CsvOptions options_of(unsigned choice) {
    constexpr std::array<std::string_view, 4> k_delimiters{"", ",", "||", "\t"};
    constexpr std::array<char, 4> k_quotes{'"', '"', '\'', '\0'};
    constexpr std::array<std::string_view, 4> k_encodings{"", "", "ISO-8859-1", "UTF-16"};
    exchange::CsvOptions options;
    options.dialect = {std::string(k_delimiters[choice & 3]), k_quotes[choice >> 2 & 3],
                       (choice & 16) != 0 ? '\\' : '\0'};
    options.encoding = k_encodings[choice >> 5 & 3];
    options.skip_lines = choice >> 7;
    return options;
}

void demand(bool holds) {
    if (!holds) std::abort();
}

void check(const exchange::TableRow& read, std::size_t width) {
    const auto& fields = read.row.fields;
    const auto& raw = read.row.raw;
    const auto& place = read.row.place;
    demand(!fields.empty() && (fields.size() == width || !read.misfit.empty()));
    std::size_t before = 0;
    for (const auto& field : fields) {
        demand(field.offset >= before && field.offset <= raw.size());
        demand(field.place.line >= place.line && field.place.column >= 1);
        demand(field.text.size() <= raw.size() && !text::invalid_utf8_at(field.text));
        before = field.offset;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    std::istringstream in(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    try {
        exchange::CsvTable table(in, "fuzz.csv", options_of(data[0]), (size & 1) != 0);
        const auto width = table.header().fields.size();
        while (const auto read = table.next())
            check(*read, width);
    } catch (const exchange::DataError&) {
    }
    return 0;
}
