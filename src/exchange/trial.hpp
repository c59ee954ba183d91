// SPDX-License-Identifier: GPL-3.0-or-later
// How far the rows of a file can be read with a profile.
#pragma once

#include "exchange/csv_row.hpp"
#include "exchange/profile.hpp"

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace reklamaatio::exchange {

struct Trial {
    std::size_t rows = 0;
    std::size_t unfit = 0;            // rows with a cell that does not fit its field
    std::size_t textless = 0;         // with neither a subject nor a text
    std::size_t endless = 0;          // resolved or closed, without a time of that
    std::size_t stale_ends = 0;       // a time of the end that the status does not go with
    std::size_t ends_of_resolved = 0; // resolved, with the time of closing alone
    struct Fault {
        Place place;
        std::string message; // the field in front
    };
    std::optional<Fault> first_fault;
    std::size_t contradictory = 0; // rows whose cells fit, and cannot all be true; not those counted above
    std::optional<Fault> first_contradiction;
};

// Looks at `most` rows. Nothing when there is no profile that works at all: no column for the time of receipt, for one.
std::optional<Trial> tried(std::istream& in, const std::string& file, const Profile& profile,
                           const complaint::OwnFields& own, std::size_t most);

} // namespace reklamaatio::exchange
