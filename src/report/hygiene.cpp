// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing, forgotten or in a muddle, with the command that mends it.
#include "render/columns.hpp"
#include "report/hygiene_findings.hpp"
#include "report/pictures.hpp"
#include "report/reports.hpp"
#include "time/display.hpp"

#include <algorithm>
#include <map>
#include <span>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Cell;
using render::Table;
using render::Tone;
using render::Value;

// More than these are better read as data.
constexpr std::size_t k_most_named = 20;

Table data_table(const std::vector<HygieneFinding>& findings, const Question& question) {
    Table table{hygiene_columns(), {}};
    for (const auto& finding : findings)
        table.rows.push_back({Value{std::string(row_of(finding.check).name)}, Value{finding.id},
                              render::text_or_none(finding.who), Value{finding.since}, Value{finding.command},
                              question.by.is_none() ? Value{} : Value{finding.group}});
    return table;
}

using Counts = std::map<std::string, std::array<std::int64_t, k_checks.size()>>;

Counts counts_of(const std::vector<HygieneFinding>& findings) {
    Counts counts;
    for (const auto& finding : findings)
        ++counts[finding.group][static_cast<std::size_t>(finding.check)];
    return counts;
}

// How many each check finds; by groups only where it finds any.
Section overview(const std::vector<HygieneFinding>& findings, const Question& question) {
    const bool is_grouped = !question.by.is_none();
    auto counts = counts_of(findings);
    if (!is_grouped) counts[""];
    Section section;
    section.table.columns = {{"check", "Check"}, {"found", "Found", Align::right}};
    if (is_grouped)
        section.table.columns.insert(section.table.columns.begin() + 1,
                                     {"group", "Group", Align::left, 0, k_group_width});
    for (const auto& row : k_checks)
        for (const auto& [group, numbers] : counts) {
            const auto number = numbers[static_cast<std::size_t>(row.check)];
            if (is_grouped && number == 0) continue;
            render::Row cells{Value{std::string(row.heading)}};
            if (is_grouped) cells.emplace_back(render::text_or_none(group));
            cells.push_back({Value{number}, "", number > 0 ? Tone::warn : Tone::plain});
            section.table.rows.push_back(std::move(cells));
        }
    return section;
}

// What each check finds, of those that find anything.
render::Chart drawn(const std::vector<HygieneFinding>& findings) {
    std::vector<Counted> counted;
    for (const auto& row : k_checks) {
        const auto number = std::ranges::count(findings, row.check, &HygieneFinding::check);
        if (number > 0) counted.push_back({std::string(row.heading), number});
    }
    std::ranges::stable_sort(counted, std::ranges::greater{}, &Counted::number);
    return bar_chart("What is to be mended", counted, "Check", "Found", "");
}

Section named(std::span<const HygieneFinding> findings, const Question& question) {
    Section section;
    section.heading = fmt::format("{} ({})", row_of(findings.front().check).heading, findings.size());
    const bool is_of_customers = findings.front().check == Check::shared_phone;
    section.table.columns = {{"id", is_of_customers ? "Customer" : "Complaint", Align::left, 0, 0, true},
                             {"who", "Who", Align::left, 2, 6},
                             {"since", "Since", Align::left, 1, 0},
                             {"command", "Mended by", Align::left, 0, 0, true}};
    for (const auto& finding : findings.first(std::min(findings.size(), k_most_named)))
        section.table.rows.push_back(
            {Value{finding.id}, render::text_or_none(finding.who),
             Cell{Value{finding.since}, time::display_near(finding.since, question.now, question.zone)},
             Value{finding.command}});
    if (findings.size() > k_most_named)
        section.note = fmt::format("and {} more", findings.size() - k_most_named);
    return section;
}

} // namespace

std::vector<render::Column> hygiene_columns() {
    using render::data_column;
    using render::Kind;
    return {
        data_column("check", Kind::text, "what is missing, forgotten or in a muddle: one of the checks"),
        data_column("id", Kind::text, "the complaint, or the customer"),
        data_column("who", Kind::text,
                    "who has the complaint: a person, else team:NAME; of a customer the name; empty: nobody"),
        data_column("since", Kind::instant, "since when, as the check says"),
        data_column("command", Kind::text, "what to type to mend it; words in capitals are to be filled in"),
        data_column("group", Kind::text, "of --by; empty without")};
}

Answer hygiene(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    const auto findings = hygiene_findings(database, policy, question);
    Answer answer;
    answer.data = data_table(findings, question);
    answer.is_empty = findings.empty();
    answer.sections.push_back(overview(findings, question));
    if (question.draws == Draws::pictures && !findings.empty())
        answer.sections.back().charts.push_back(drawn(findings));
    if (findings.empty()) answer.sections.back().note = "Nothing to mend.";
    for (auto rest = std::span(findings); !rest.empty();) {
        const auto same = std::ranges::find_if(
            rest, [&](const HygieneFinding& finding) { return finding.check != rest.front().check; });
        const auto number = static_cast<std::size_t>(same - rest.begin());
        answer.sections.push_back(named(rest.first(number), question));
        rest = rest.subspan(number);
    }
    return answer;
}

} // namespace reklamaatio::report
