// SPDX-License-Identifier: GPL-3.0-or-later
// What the first bytes of a database file say of it (https://sqlite.org/fileformat2.html, 1.3).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace reklamaatio::store {

struct FileHeader {
    std::array<char, 100> bytes{};

    // Of any program.
    bool is_of_database() const;
    bool is_ours() const;
    // Nothing beside it belongs to it, as with a copy that `backup` made.
    bool is_at_rest() const;
    // Of the whole file, as the one who wrote it last had it.
    std::int64_t size_of_file() const;
};

} // namespace reklamaatio::store
