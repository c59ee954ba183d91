// SPDX-License-Identifier: GPL-3.0-or-later
// What a report of several sections finds in one period.
#pragma once

#include "report/answer.hpp"
#include "report/measure.hpp"
#include "report/question.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace reklamaatio::report {

// The figures of one section for one group; without --by there is one line, whose group is empty, also when there is
// nothing to count.
struct Line {
    const SectionRow* section;
    std::string group;
    std::vector<Figure> figures; // in the order of the section's measures; of money one for each currency
};

// What people read of a report that has a page of its own.
struct Page {
    std::string lead; // the sentences that matter, before all else
    std::vector<Section> sections;
};

struct Sheet {
    // How many belong to the period, by group: what all figures are of, unless their measure says otherwise.
    std::map<std::string, std::int64_t> counted;
    std::vector<Line> lines; // section by section, and in each in the order in which groups are to be read
    std::vector<Section> pictures; // for people, before the figures
    std::vector<Section>
        instead; // for people, in place of the figures, unless they are compared; empty: the figures
    // In data alone, a line for each complaint or customer that people find by name in `besides`: one after the other, since
    // there may be very many. May be none.
    std::function<void(const std::function<void(const Line&)>& take)> named;
    std::vector<Section> besides; // for people, behind the figures: the complaints that are meant

    // Whether no figure has a value but 0.
    bool is_empty() const;
};

} // namespace reklamaatio::report
