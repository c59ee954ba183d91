// SPDX-License-Identifier: GPL-3.0-or-later
// How a statutory term is counted. The rules are those of the Polish civil code (articles 111, 112, 115), of Regulation
// (EEC, Euratom) 1182/71, and of what follows them: the day of the event does not count; a term in days ends with the
// last of them, one in weeks or months with the day of the same name or number, or with the last day of a shorter month;
// and it ends with the end of that day, which rolls on over days off where the law says so.
#pragma once

#include "rulebook/legal_term.hpp"
#include "time/calendar.hpp"
#include "time/due.hpp"

#include <optional>
#include <span>
#include <vector>

namespace reklamaatio::rulebook {

// Each rule that moved the day.
struct TermCount {
    time::Date event_day;      // by the wall calendar; it does not count
    time::Date last_day;       // where the term has it
    bool is_cut_short = false; // its month has no day of that number
    int paused_days = 0;       // by which waiting for the customer moved it, working days of a term in such
    time::Date moved_to;       // where that leads
    std::vector<time::Date> rolled{}; // days off over which it rolled on
    time::Date ends_on;
    std::optional<time::Instant> due; // the last second of that day; nothing while a pause lasts
    time::Seconds left{0};            // until then, from the beginning of that pause
};

// Pauses are sorted and do not overlap; each counts that begins before the end as that then stands, and from the day on
// which it begins to the day on which it ends. Throws time::OutOfReach for a calendar without days enough.
TermCount count_term(const LegalTerm& term, time::Instant event, const time::Calendar& calendar,
                     std::span<const time::Pause> pauses = {});

// The days of a warning before the end begin with their first instant.
struct TermWarning {
    Term before;
    time::Instant at;
};
// In order of time, those after the event.
std::vector<TermWarning> warnings_of(const LegalTerm& term, time::Instant event, time::Instant due,
                                     const time::Calendar& calendar);

} // namespace reklamaatio::rulebook
