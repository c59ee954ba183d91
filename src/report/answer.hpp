// SPDX-License-Identifier: GPL-3.0-or-later
// What a report answers: one table for data formats, and sections for people.
#pragma once

#include "render/document.hpp"
#include "render/rows.hpp"

#include <string>
#include <vector>

namespace reklamaatio::report {

// As many letters of a group's name as tell it from others, where the terminal is narrow.
constexpr int k_group_width = 24;

using render::Section;

struct Answer {
    std::string title;  // "SLA report"
    std::string lead;   // the sentences that matter; may be empty
    std::string cohort; // what it counts, and by what that belongs to the period
    render::Table data;
    render::Rows more;             // of data, behind the rows of the table; may be none
    std::vector<Section> sections; // what text prints
    // Nothing happened that anybody would have to read.
    bool is_empty = false;
    // What does not add up, as a sentence; empty when all does.
    std::string fault;
};

} // namespace reklamaatio::report
