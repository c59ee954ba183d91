// SPDX-License-Identifier: GPL-3.0-or-later
// What a report is made of for people: sentences, tables, and pictures of numbers.
#pragma once

#include "render/chart.hpp"
#include "render/table.hpp"

#include <string>
#include <vector>

namespace reklamaatio::render {

struct Section {
    std::string heading; // may be empty
    Table table;
    std::string note = {};          // a sentence below it; may be empty
    std::vector<Chart> charts = {}; // before the table; text has a line for each series over time
};

struct Document {
    std::string title;   // "SLA report"
    std::string period;  // "November 2026"; may be empty
    std::string subject; // whom it is about: the firm; may be empty
    std::string lead;    // the sentences that matter; may be empty
    std::string cohort;  // what is counted; may be empty
    std::vector<Section> sections;
    std::vector<std::string> made; // how it was made, a sentence each
};

} // namespace reklamaatio::render
