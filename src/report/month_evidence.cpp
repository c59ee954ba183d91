// SPDX-License-Identifier: GPL-3.0-or-later
// The complaints behind the figures of a month.
#include "report/hygiene_findings.hpp"
#include "report/monthly.hpp"
#include "report/reports.hpp"

#include <set>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Value;

// Those that are named on a page; the rest is seen by the command beside them.
constexpr std::size_t k_most_ids = 5;

// "2026-10", or the first and the last day: what --period takes.
std::string period_word(const Question& question) {
    const auto days = time::days_of(question.period, question.zone);
    if (const auto bucket = time::bucket_of(days)) return time::bucket_label(*bucket, days.first);
    return fmt::format("{}..{}", time::to_iso(days.first), time::to_iso(days.after - std::chrono::days{1}));
}

std::string named(const std::vector<std::string>& ids) {
    std::string text;
    for (std::size_t i = 0; i < std::min(ids.size(), k_most_ids); ++i)
        text += (i > 0 ? " " : "") + ids[i];
    return ids.size() > k_most_ids ? fmt::format("{} and {} more", text, ids.size() - k_most_ids) : text;
}

std::vector<std::string> late_ids(store::Database& database, const Question& question) {
    std::set<std::int64_t> late;
    read_fallen_due(database, question, [&](const store::DueRow& row) {
        if (!row.is_met_in_time()) late.insert(row.complaint);
    });
    std::vector<std::string> ids;
    for (const auto number : late)
        ids.push_back(to_string(complaint::Id{number}));
    return ids;
}

std::vector<std::string> found_ids(const std::vector<HygieneFinding>& findings, Check check) {
    std::vector<std::string> ids;
    for (const auto& finding : findings)
        if (finding.check == check) ids.push_back(finding.id);
    return ids;
}

} // namespace

Section month_evidence(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    Section section;
    section.heading = "Behind it";
    section.table.columns = {{"what", ""},
                             {"number", "", Align::right},
                             {"ids", "", Align::left, 0, 16},
                             {"command", "", Align::left, 1, 0}};
    const auto period = period_word(question);
    const auto add = [&](std::string_view what, const std::vector<std::string>& ids, std::string command) {
        if (!ids.empty())
            section.table.rows.push_back({Value{std::string(what)},
                                          Value{static_cast<std::int64_t>(ids.size())}, Value{named(ids)},
                                          Value{std::move(command)}});
    };
    add("late", late_ids(database, question), fmt::format("reklamaatio report sla --period {}", period));
    const auto findings = hygiene_findings(database, policy, question);
    const auto hygiene = fmt::format("reklamaatio report hygiene --period {}", period);
    add("without a cause", found_ids(findings, Check::no_cause), hygiene);
    add("without an outcome", found_ids(findings, Check::no_outcome), hygiene);
    add("not told", found_ids(findings, Check::not_told), hygiene);
    add("owed and not paid", found_ids(findings, Check::unpaid), hygiene);
    return section;
}

} // namespace reklamaatio::report
