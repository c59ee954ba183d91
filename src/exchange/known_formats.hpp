// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of times that a column of an unknown file is tried with.
#pragma once

#include "time/pattern.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::exchange {

struct KnownFormat {
    std::string text;                     // "" are the plain forms
    std::optional<time::Pattern> pattern; // nothing: the plain forms
    bool is_clock = false;                // a time of day alone

    // Nothing where the cell is not of that form.
    std::optional<time::Instant> read(const std::string& cell) const;
};

const std::vector<KnownFormat>& known_formats();
// Times of day.
const std::vector<KnownFormat>& known_clocks();

} // namespace reklamaatio::exchange
