// SPDX-License-Identifier: GPL-3.0-or-later
// The month on a page: its sections, for this room alone.
#pragma once

#include "report/sheet.hpp"
#include "store/figures.hpp"

#include <array>

namespace reklamaatio::report {

inline constexpr std::array k_month_intake{
    MeasureRow{"received", "Received", Unit::count, Better::less,
               "complaints received in the period, void ones left out"},
    MeasureRow{"per_1000", "Per 1000", Unit::rate, Better::less,
               "these / the volume of the same day, week, month, quarter or year * 1000"},
    MeasureRow{"injuries", "Injuries", Unit::count, Better::less, "of these with the harm injury"},
    MeasureRow{"open_at_end", "Open at the end", Unit::count, Better::neither,
               "unresolved at the end of the period, or now where it goes on"}};

// One for each clock that is owed to a customer, named as it is.
inline constexpr std::array k_month_punctuality{
    MeasureRow{"response", "Answered in time", Unit::share, Better::more,
               "first answers that were given at or before their due time / those that fell due in the "
               "period, as in report sla"},
    MeasureRow{"reply", "Replied in time", Unit::share, Better::more, "the same of replies"},
    MeasureRow{"update", "Kept informed in time", Unit::share, Better::more, "the same of updates"},
    MeasureRow{"resolution", "Resolved in time", Unit::share, Better::more, "the same of resolutions"},
    MeasureRow{"promise", "Promises kept in time", Unit::share, Better::more, "the same of promises"},
    MeasureRow{"followup", "Followed up in time", Unit::share, Better::more, "the same of follow-ups"},
    MeasureRow{"legal", "Told in time by law", Unit::share, Better::more, "the same of statutory terms"},
    MeasureRow{"appeal", "Appeals answered in time", Unit::share, Better::more,
               "the same of answers to bodies and of second looks"},
    MeasureRow{"authority", "Authorities told in time", Unit::share, Better::more,
               "the same of dangers to people"}};

inline constexpr std::array k_month_endings{
    MeasureRow{"resolved", "Resolved", Unit::count, Better::neither, "as in report outcomes"},
    MeasureRow{"upheld_share", "Upheld or in part", Unit::share, Better::neither, "likewise"},
    MeasureRow{"first_contact", "Solved at the first contact", Unit::share, Better::more, "likewise"},
    MeasureRow{"settled", "Accepted by the customer", Unit::share, Better::more, "likewise"},
    MeasureRow{"reopened_30_days", "Reopened within 30 days", Unit::share, Better::less, "likewise"}};

inline constexpr std::array k_month_answers{
    MeasureRow{"csat", "CSAT", Unit::number, Better::more, "as in report recovery, by the follow-up"},
    MeasureRow{"nps", "NPS", Unit::number, Better::neither, "likewise"},
    MeasureRow{"retained", "Retained", Unit::share, Better::more, "likewise"}};

inline constexpr std::array k_month_costs{
    MeasureRow{"remedies", "Remedies", Unit::count, Better::neither,
               "as in report remedies, of resolutions in the period"},
    MeasureRow{"remedy_cost", "Cost of remedies", Unit::money, Better::neither, "likewise"},
    MeasureRow{"effort_minutes", "Work", Unit::effort, Better::neither, "likewise"},
    MeasureRow{"handling_cost", "Cost of the work", Unit::money, Better::neither, "likewise"}};

inline constexpr std::array k_month_signals{
    MeasureRow{"received", "Received", Unit::count, Better::neither,
               "complaints received in the period of the whole firm, or of a category, cause or product that "
               "report rate calls systemic or to watch: its verdict"},
    MeasureRow{"reason", "Why", Unit::count, Better::neither, "why, in words, as the verdict"}};

inline constexpr std::array k_month_causes{
    MeasureRow{"number", "n", Unit::count, Better::less, "as in report causes"},
    MeasureRow{"share", "Share", Unit::share, Better::less, "likewise"},
    MeasureRow{"cumulative", "Cumulative", Unit::share, Better::neither, "likewise"}};

inline constexpr std::array k_month_people{
    MeasureRow{"late", "Late", Unit::count, Better::neither,
               "deadlines of the period that were not met in time, of who had the complaint when they fell "
               "due"},
    MeasureRow{"open", "Open", Unit::count, Better::neither, "unresolved now, of who has it now"},
    MeasureRow{"overdue", "Overdue", Unit::count, Better::neither, "of these, as in report workload"},
    MeasureRow{"away", "Away", Unit::count, Better::neither, "1 of who is away today"},
    MeasureRow{"stock_minutes", "At this pace", Unit::working_time, Better::neither,
               "how long it takes to resolve what is open at the pace of the period, as in report workload"}};

inline constexpr SectionRow k_month_received{"received", "What came in", k_month_intake};
inline constexpr SectionRow k_month_in_time{"in_time", "In time", k_month_punctuality};
inline constexpr SectionRow k_month_outcome{"outcome", "How it ended", k_month_endings};
inline constexpr SectionRow k_month_afterwards{"afterwards", "Afterwards", k_month_answers};
inline constexpr SectionRow k_month_cost{"cost", "What it cost", k_month_costs};
inline constexpr SectionRow k_month_signal{"signal", "Not by chance", k_month_signals};
inline constexpr SectionRow k_month_cause{"cause", "Causes", k_month_causes};
inline constexpr SectionRow k_month_person{"person", "Who needs help", k_month_people};

// Those that are compared line by line: what came in, whether it was in time, how it ended, what customers
// say afterwards, and what it cost.
inline constexpr std::array k_month_compared{&k_month_received, &k_month_in_time, &k_month_outcome,
                                             &k_month_afterwards, &k_month_cost};
Sheet month_figures(store::Database& database, const rulebook::Policy& policy, const Question& question);

// The deadlines owed to customers that fell due in the period, and not after now.
void read_fallen_due(store::Database& database, const Question& question, const store::TakeDue& take);

// "cause: packaging": the group of a signal; empty for the whole.
std::string month_signal_name(std::string_view field, const std::string& group);
// What report rate calls systemic or to watch, of the whole firm, and of each category, cause and product; the systemic
// first. Nothing of a period that is not one day, week, month, quarter or year.
void add_signals(Sheet& sheet, store::Database& database, const rulebook::Policy& policy,
                 const Question& question);

// The stretch and the twelve before it as pictures over time: what was answered and resolved in time, what is open, what came
// and went, and with pictures the rates. Nothing of a period that is not one day, week, month, quarter or year.
Section month_history(store::Database& database, const rulebook::Policy& policy, const Question& question);

// The complaints behind the figures: what was late, what has no cause or outcome, who was not told, and what is owed.
Section month_evidence(store::Database& database, const rulebook::Policy& policy, const Question& question);

} // namespace reklamaatio::report
