// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a file of fields, as it stands there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::exchange {

// Where a field begins: physical line of the file and column within it in characters, both from 1.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

struct CsvField {
    std::string text;
    Place place;
    std::size_t offset = 0; // bytes of CsvRow::raw before it
};

// What was read as it stands, and may have been meant otherwise.
struct Doubt {
    Place place;
    std::string message;
};

struct CsvRow {
    std::vector<CsvField> fields;
    Place place;     // of its first field
    std::string raw; // as it stands in the file, without its line end
    std::vector<Doubt> doubts{};
    // Why it must not be taken as it was read; the rows behind it are not concerned.
    std::optional<Doubt> fault{};
};

} // namespace reklamaatio::exchange
