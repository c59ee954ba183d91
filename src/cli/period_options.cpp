// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/period_options.hpp"

#include "complaint/own_field.hpp"
#include "host/failure.hpp"
#include "report/reports.hpp"
#include "text/names.hpp"
#include "time/period_shift.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

std::vector<std::string_view> grouping_words() {
    return text::names_of(report::k_groupings, &report::GroupingRow::name);
}

report::Grouping grouping_named(Session& session, const std::string& name) {
    for (const auto& row : report::k_groupings)
        if (row.name == name) return {row.field, row.bucket};
    const auto& own = session.desk().policy().own;
    if (complaint::own_field_named(own, name) != nullptr) return {store::Group(name)};
    auto known = grouping_words();
    for (const auto& field : own)
        known.push_back(field->name());
    throw host::UsageError(fmt::format("--by: {}", complaint::unknown_word(name, "a grouping", known)));
}

// Without --since: the day of the first complaint.
time::Instant beginning(Session& session, time::Instant until) {
    const auto last = until - time::Seconds{1};
    const auto first = std::min(store::first_receipt(session.desk().database()).value_or(last), last);
    return session.desk().zone().start_of(session.desk().zone().date_at(first));
}

time::Period since_workday(Session& session) {
    const auto& zone = session.desk().zone();
    const auto today = zone.date_at(session.desk().now());
    const auto workday = session.desk().policy().default_calendar().last_working_day(today);
    return {zone.start_of(workday), zone.start_of(today)};
}

time::Period four_weeks(Session& session) {
    constexpr std::chrono::days k_length{28}, k_day{1};
    const auto& zone = session.desk().zone();
    const auto tomorrow = zone.date_at(session.desk().now()) + k_day;
    return {zone.start_of(tomorrow - k_length), zone.start_of(tomorrow)};
}

time::Period five_years(Session& session) {
    constexpr std::chrono::days k_day{1};
    const auto& zone = session.desk().zone();
    const auto today = zone.date_at(session.desk().now());
    const std::chrono::year_month_day day{today};
    const auto begins = day - std::chrono::years{5};
    // Of the last of February in a year without one.
    const auto first =
        begins.ok() ? time::Date{begins} : time::Date{begins.year() / begins.month() / std::chrono::last};
    return {zone.start_of(first), zone.start_of(today + k_day)};
}

time::Period named_period(Session& session, std::string_view option, const std::string& text) {
    if (text == k_since_workday) return since_workday(session);
    if (text == report::k_four_weeks) return four_weeks(session);
    if (text == report::k_five_years) return five_years(session);
    try {
        return time::parse_period(text, session.desk().now(), session.desk().zone());
    } catch (const time::Error& fault) {
        throw host::UsageError(fmt::format("{}: {}", option, fault.what()));
    }
}

// Whether it is one whenever it is said.
bool is_period(const std::string& word) {
    constexpr time::Instant k_some_time{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    try {
        time::parse_period(word, k_some_time, time::Zone::utc());
        return true;
    } catch (const time::Error&) {
        return word == k_since_workday || word == report::k_four_weeks || word == report::k_five_years;
    }
}

} // namespace

time::Period compared_period(Session& session, const std::string& text, const time::Period& period) {
    const auto& zone = session.desk().zone();
    if (text == k_comparisons[0]) return time::period_before(period, zone);
    if (text == k_comparisons[1]) return time::period_a_year_before(period, zone);
    return named_period(session, "--compare", text);
}

void PeriodOptions::declare(Options& options) {
    options.text("--period", "PERIOD", m_period,
                 "today, yesterday, since-workday (from the last working day to yesterday), this-week, "
                 "last-week, four-weeks (today and the 27 days before; the default of workload), this-month "
                 "(the default of most), last-month, this-quarter, last-quarter, this-year, last-year, "
                 "five-years (the default of safety), 2026, "
                 "2026-11, 2026-W47, 2026-Q4, 2026-11-20, or two of them with .. between");
    options.recognise(is_period);
    options.text("--since", "TIME", m_since,
                 "start of the period, instead of --period; by default the first complaint");
    options.text("--until", "TIME", m_until, "end of the period; a date includes that whole day");
    options.text("--by", "FIELD", m_by,
                 fmt::format("one line for each value of this field: {}, or one of your own",
                             fmt::join(grouping_words(), ", ")));
    options.offer_words(grouping_words());
}

report::Question PeriodOptions::ask(Session& session, const std::string& otherwise) const {
    report::Question question;
    question.now = session.desk().now();
    question.zone = session.desk().zone();
    question.period = period(session, otherwise);
    if (m_by) question.by = grouping_named(session, *m_by);
    return question;
}

time::Period PeriodOptions::period(Session& session, const std::string& otherwise) const {
    if (m_period && (m_since || m_until))
        throw host::UsageError("--period and --since or --until cannot be used together; leave one out");
    if (!m_since && !m_until) return named_period(session, "--period", m_period.value_or(otherwise));
    const time::Period today = time::parse_period("today", session.desk().now(), session.desk().zone());
    const auto until = session.until(m_until).value_or(today.until);
    const auto from = session.moment("--since", m_since, time::DateMeans::beginning, time::Direction::past)
                          .value_or(beginning(session, until));
    if (until <= from) throw host::UsageError("--until ends before --since begins");
    return {from, until};
}

} // namespace reklamaatio::cli
