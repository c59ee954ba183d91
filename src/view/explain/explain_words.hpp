// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of which both the page and the table of an explanation are made.
#pragma once

#include "casework/explanation.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reklamaatio::view {

// "5bd by SLA "serious", calendar office, Europe/Helsinki".
std::string head_of(const casework::Explanation& about, const rulebook::Origin& origin);

// "policy 3, in force since Mon 2 Nov 2026 09:00"
std::string policy_of(const rulebook::Regime& regime, const time::Zone& zone);

// Why it was planned again, where it was: "the facts of Tue 3 Nov 2026 10:12 (classified)"; else empty.
std::string replanned(const casework::Explanation& about, const rulebook::Origin& origin);

// "R-1 was received first: ...": where the first answer is judged by another complaint's receipt; else empty.
std::string judged_by(const casework::Explanation& about, const rulebook::Origin& origin);

// What of the history started it: "received", "the customer wrote".
std::string started_by(const rulebook::Origin& origin);

// "closed: Independence Day (finland)"
std::string closed_text(const time::Closing& closing);

// What else is to be said of a day: "hours of that date alone", "a day of 25 hours".
std::string remark_on(const time::LedgerDay& day);

// "waiting for a photo", "closed, and opened again".
std::string pause_text(const rulebook::ReckoningLine& line);

// How it stands or ended, in a sentence: "met Mon 2 Nov 2026 11:00, after 1 h of 4 h".
std::string state_text(const casework::Explanation& about, const rulebook::Origin& origin);

// What the rules that a statutory term is counted by make of its last day.
std::string last_day_text(const rulebook::ReckoningLine& line, time::Date day, int usual_year);

// What the law requires until then and what comes of silence: label and text.
std::vector<std::pair<std::string, std::string>> law_lines(const casework::Explanation& about,
                                                           const rulebook::Origin& origin);

// "told Mon 2 Nov 2026 11:00, from ... to ...: REASON": where it was given more time; else empty.
std::string extended(const casework::Explanation& about, const rulebook::Origin& origin);

// Whether a source said when it is due, or that it never is.
bool has_given_due(const casework::Explanation& about, complaint::Clock clock);

// Why a clock has no deadline.
std::string why_none(const casework::Explanation& about, complaint::Clock clock);

// Those that are explained where that one is asked for, or all: what is not owed to the customer only where there is
// something to tell.
std::vector<complaint::Clock> told_clocks(const casework::Explanation& about,
                                          std::optional<complaint::Clock> clock);

} // namespace reklamaatio::view
