// SPDX-License-Identifier: GPL-3.0-or-later
// The reports, one row each.
#pragma once

#include "report/answer.hpp"
#include "report/cohort.hpp"
#include "report/measure_tables.hpp"
#include "report/metrics.hpp"
#include "report/question.hpp"
#include "report/sheet.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace reklamaatio::report {

// How the service levels were kept. Attainment counts deadlines by the day they fell due: met / (met +
// breached). `policy` has the calendars in which an overrun that still grows is counted.
Answer sla(store::Database& database, const rulebook::Policy& policy, const Question& question);

// opening + received + reopened - resolved - void = closing, by happened time.
Answer flow(store::Database& database, const rulebook::Policy& policy, const Question& question);

// What is missing, forgotten or in a muddle, a row each, with the command that mends it.
Answer safety(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::vector<render::Column> safety_columns();
Answer hygiene(store::Database& database, const rulebook::Policy& policy, const Question& question);

// Whether alerts help: what was sent, by level and by who was told, what came of it, and of what nobody was told.
Answer alerts(store::Database& database, const rulebook::Policy& policy, const Question& question);

// What `report` alone prints: the complaints of injuries that are not resolved, `sla`, and the complaints that are
// overdue or due today.
Answer daily(store::Database& database, const rulebook::Policy& policy, const Question& question);

// Of their data.
std::vector<render::Column> sla_columns();
std::vector<render::Column> flow_columns();
std::vector<render::Column> hygiene_columns();
std::vector<render::Column> alert_columns();

// Reports of several sections: what they find, and all that they may find.
Sheet speed(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> speed_sections();
Sheet outcomes(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> outcome_sections();
Sheet remedies(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> remedy_sections();
Sheet causes(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> cause_sections();
Sheet complaint_rate(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> rate_sections();
Sheet recovery(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> recovery_sections();
Sheet customers(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> customer_sections();
Sheet workload(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> workload_sections();
Sheet roi(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> roi_sections();
Sheet monthly(store::Database& database, const rulebook::Policy& policy, const Question& question);
std::span<const SectionRow> month_sections();
// The sentences that matter, the figures beside those of the period before and of a year ago, the causes, and the people.
// Where the question compares with a period of its own, beside that alone.
Page month_page(store::Database& database, const rulebook::Policy& policy, const Question& question,
                const Sheet& sheet);

// Whether a report counts complaints of every kind, or complaints and claims alone unless --kind says otherwise.
enum class Kinds { all, complaints };

// Today and the 27 days before.
inline constexpr std::string_view k_four_weeks = "four-weeks";
// Today and the five years before: as long as a register of safety is kept at most.
inline constexpr std::string_view k_five_years = "five-years";

// A report of several sections: all that it may have, and what it finds.
struct Measured {
    std::span<const SectionRow> (*sections)() = nullptr;
    Sheet (*measure)(store::Database&, const rulebook::Policy&, const Question&) = nullptr;
    // Of what was found, for people, in place of tables of figures; null where those will do.
    Page (*page)(store::Database&, const rulebook::Policy&, const Question&, const Sheet&) = nullptr;
};

using Report = Answer (*)(store::Database&, const rulebook::Policy&, const Question&);

struct ReportRow {
    std::string_view name;
    std::string_view title;
    std::string_view summary;
    Cohort cohort;
    Kinds kinds;
    // Either a table of its own, or sections of measures, whose columns are the same in all.
    Report answer;
    std::vector<render::Column> (*columns)(); // of the data
    Measured measured = {};
    // Its data as metrics for a monitoring system; null where it has none.
    std::vector<render::MetricFamily> (*metrics)(const render::Table& data, bool grouped) = nullptr;
    std::string_view usual_period = "this-month"; // where none is asked for
    bool is_register = false;                     // of cases, without figures that could be compared
};

// A row for a report of several sections.
constexpr ReportRow measured_report(std::string_view name, std::string_view title, std::string_view summary,
                                    Cohort cohort, Kinds kinds, Measured measured,
                                    std::string_view usual_period = "this-month") {
    return {name, title, summary, cohort, kinds, nullptr, measure_columns, measured, nullptr, usual_period};
}

inline constexpr std::array k_reports{
    ReportRow{"sla",
              "SLA report",
              "how the service levels were kept, clock by clock",
              Cohort::due_time,
              Kinds::all,
              sla,
              sla_columns,
              {},
              sla_metrics},
    ReportRow{"flow", "Flow of complaints", "what came in, what was resolved, what is open",
              Cohort::happening, Kinds::all, flow, flow_columns},
    measured_report("speed", "Speed", "how long first answers, first assignments and resolutions took",
                    Cohort::resolution, Kinds::all, {speed_sections, speed}),
    measured_report("outcomes", "Outcomes", "how complaints ended", Cohort::resolution, Kinds::complaints,
                    {outcome_sections, outcomes}),
    measured_report("remedies", "Remedies",
                    "what complaints cost: what was given, paid and owed, and the work", Cohort::resolution,
                    Kinds::complaints, {remedy_sections, remedies}),
    measured_report("causes", "Causes",
                    "what is behind complaints, most frequent first, and whether it was prevented",
                    Cohort::receipt, Kinds::complaints, {cause_sections, causes}),
    // Of a month that goes on nothing is judged.
    measured_report("rate", "Complaints per 1000",
                    "complaints per 1000 of the volume, and whether that is chance", Cohort::receipt,
                    Kinds::complaints, {rate_sections, complaint_rate}, "last-month"),
    measured_report("recovery", "Recovery", "how customers are afterwards", Cohort::followup, Kinds::all,
                    {recovery_sections, recovery}),
    measured_report("customers", "Customers", "who complained, how often, and what is at stake",
                    Cohort::receipt, Kinds::complaints, {customer_sections, customers}),
    measured_report("workload", "Workload", "who has how much to do, and whether it is too much", Cohort::now,
                    Kinds::all, {workload_sections, workload}, k_four_weeks),
    ReportRow{"alerts", "Alerts", "what was told to whom before it was too late, and what came of it",
              Cohort::sending, Kinds::all, alerts, alert_columns},
    measured_report("roi", "Return on handling complaints", "what they cost, against the customers who stay",
                    Cohort::resolution, Kinds::complaints, {roi_sections, roi}),
    ReportRow{"hygiene", "Hygiene", "what is missing, forgotten or in a muddle, and what mends it",
              Cohort::now, Kinds::all, hygiene, hygiene_columns},
    ReportRow{"safety",
              "Register of safety",
              "complaints of a danger to people, what was done, and who was told",
              Cohort::receipt,
              Kinds::all,
              safety,
              safety_columns,
              {},
              nullptr,
              k_five_years,
              true},
    measured_report("monthly", "Complaints", "the whole process on a page, beside the month before",
                    Cohort::each, Kinds::complaints, {month_sections, monthly, month_page}, "last-month"),
};
// What `report` alone prints; it has the data of `sla`, and no name.
inline constexpr ReportRow k_daily{"", "SLA report", "", Cohort::due_time, Kinds::all, daily, sla_columns};

// What a report answers. Where nobody asked for kinds, one of complaints counts complaints and claims alone.
Answer answer_to(const ReportRow& report, store::Database& database, const rulebook::Policy& policy,
                 Question question);

} // namespace reklamaatio::report
