// SPDX-License-Identifier: GPL-3.0-or-later
// The complaints behind the numbers.
#pragma once

#include "report/answer.hpp"
#include "report/question.hpp"
#include "rulebook/policy.hpp"
#include "store/figures.hpp"

#include <string>
#include <vector>

namespace reklamaatio::report {

// The working time by which a deadline was missed; of one that is still unmet, until now.
time::Seconds overrun_of(const store::DueRow& row, const rulebook::Policy& policy, time::Instant now);

// More than this are better read with `list`. Whether a section has as many rows; the note then says how many there are
// besides, of `all`.
inline constexpr std::size_t k_most_named = 20;
bool ends_here(Section& section, std::size_t all);

enum class Lateness { late, in_time };

// What the rows are seen in.
struct Context {
    store::Database& database;
    const rulebook::Policy& policy;
    const Question& question;
};

// Deadlines with their complaints, what these are about, and owners: the latest first, or in order of time. After the first twenty a
// note says how many there are besides.
Section named_rows(const std::string& heading, std::vector<store::DueRow> rows, const Context& context,
                   Lateness lateness);

} // namespace reklamaatio::report
