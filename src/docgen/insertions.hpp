// SPDX-License-Identifier: GPL-3.0-or-later
// What the texts of the manual take from the tables of the program: a line "@name argument" stands for it.
#pragma once

#include "docgen/page.hpp"

#include <string_view>
#include <vector>

namespace reklamaatio::docgen {

// A line below the directive: a word of the program, and what it means.
struct Meaning {
    std::string_view word;
    std::string_view text;
};

// Throws std::runtime_error for an unknown name, and when the meanings are not of exactly the words that the
// program has.
void insert(ManPage& page, std::string_view name, std::string_view argument,
            const std::vector<Meaning>& meanings);

} // namespace reklamaatio::docgen
