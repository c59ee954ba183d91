// SPDX-License-Identifier: GPL-3.0-or-later
// A term that the law sets, beside what the firm promises by its service levels.
#pragma once

#include "complaint/word.hpp"
#include "rulebook/condition.hpp"
#include "time/instant.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// A statutory term is counted in whole days: "14d", "8w", "1mo", "15bd".
enum class TermUnit {
    days,
    weeks,
    months,      // to the day of that number, or the last day of a month that has none
    working_days // those of a calendar
};

// count is at least 1.
struct Term {
    int count = 0;
    TermUnit unit = TermUnit::days;
    friend bool operator==(const Term&, const Term&) = default;
};

// Throws BadValue for what is no number of days, weeks, months or working days, or reaches further than a century.
Term parse_term(std::string_view text);
std::string to_string(const Term& term);

// Where a term ends whose last day is a Saturday or a holiday.
enum class TermEnds {
    day,             // on that day all the same
    next_working_day // it rolls on
};

constexpr auto vocabulary(TermEnds) {
    return complaint::Words<2>{"an end of a term", {"day", "next-working-day"}};
}

// What a term runs from.
enum class TermFrom {
    received,
    noticed,     // when the firm wrote it down
    acknowledged // the first word to the customer, a machine's included; at the latest when that was owed
};

constexpr auto vocabulary(TermFrom) {
    return complaint::Words<3>{"a beginning of a term", {"received", "noticed", "acknowledged"}};
}

// What a term is for.
enum class TermFor {
    acknowledge, // any word to the customer, a machine's included
    update,      // word of how it stands, again and again
    response,    // a person's first word
    resolution   // the decision, told
};

constexpr auto vocabulary(TermFor) {
    return complaint::Words<4>{"what a term is for", {"acknowledge", "update", "response", "resolution"}};
}

// However often it goes on, no law counts further.
inline constexpr int k_last_stage = 9;

struct LegalTerm {
    std::string name;
    FieldConditions when{}; // what is asked of the complaint
    Term term;
    std::size_t calendar = 0; // index in Policy::calendars
    TermEnds ends = TermEnds::day;
    TermFrom from = TermFrom::received;
    TermFor is_for = TermFor::resolution;
    int stage = 1; // from the second on it begins with the appeal, and from is counted from there
    std::vector<std::string> met_by{}; // channels that it can be told on; none: any
    complaint::Silence then = complaint::Silence::nothing;
    bool pauses = false;             // while the customer is waited for
    std::optional<Term> extend_to{}; // how long it may become in all, where the customer is told
    std::vector<Term> warn{}; // so long before its end somebody hears of it; in days, weeks and working days
    bool always = false;      // on days off as well
    std::string source{};     // of the law, and when it was looked up
};

// The same for those that say nothing of it.
inline const std::vector<Term> k_usual_warning{{5, TermUnit::days}, {1, TermUnit::working_days}};

// Whether what was said on that channel counts.
bool is_told_by(const LegalTerm& term, std::string_view channel);

// The month in which a source was looked up, as its "seen 2026-11" tells.
std::optional<std::chrono::year_month> seen_in(std::string_view source);

} // namespace reklamaatio::rulebook
