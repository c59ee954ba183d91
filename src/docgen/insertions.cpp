// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/insertions.hpp"

#include "cli/described_tables.hpp"
#include "cli/fault.hpp"
#include "cli/help.hpp"
#include "cli/letters.hpp"
#include "complaint/moves.hpp"
#include "docgen/command_pages.hpp"
#include "docgen/command_table.hpp"
#include "docgen/roff.hpp"
#include "docgen/texts.hpp"
#include "docgen/vocabularies.hpp"
#include "exchange/field.hpp"
#include "exchange/profile.hpp"
#include "policy/policy.hpp"
#include "render/format.hpp"
#include "report/hygiene_findings.hpp"
#include "report/reports.hpp"
#include "text/names.hpp"
#include "time/holidays.hpp"
#include "view/tables/complaint_table.hpp"
#include "view/words/act_text.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::docgen {

namespace {

struct Request {
    ManPage& page;
    std::string_view argument;
    const std::vector<Meaning>& meanings;
};

void explain(const Request& request) {
    std::vector<std::string> explained;
    for (const auto& [word, text] : request.meanings) {
        explained.emplace_back(word);
        request.page.item(bold(word), text);
    }
    if (const auto known = words_of(request.argument); explained != known)
        throw std::runtime_error(
            fmt::format("the text explains other words than '{}' has.\n text:    {}\n program: {}",
                        request.argument, fmt::join(explained, " "), fmt::join(known, " ")));
}

void words(const Request& request) {
    request.page.line(bold(fmt::format("{}", fmt::join(words_of(request.argument), " "))));
}

void commands(const Request& request) {
    for (const auto& group : cli::groups()) {
        request.page.subheading(group.heading);
        for (const auto* row : cli::commands())
            if (row->group == group.group) request.page.item(bold(row->name), row->summary);
    }
}

void globals(const Request& request) {
    write_options(request.page, global_options());
}

// Capitals stand behind the small letters, as in a dictionary.
void letters(const Request& request) {
    std::vector<std::string> terms;
    for (const auto& row : cli::letters()) {
        const auto begin = fmt::format("{} ", bold(fmt::format("-{}", row.letter)));
        if (!terms.empty() && terms.back().starts_with(begin))
            terms.back() += fmt::format(", {}", bold(row.option));
        else
            terms.push_back(begin + bold(row.option));
    }
    request.page.line(fmt::format("{}", fmt::join(terms, "; ")));
}

void exit_statuses(const Request& request) {
    for (const auto& row : host::k_exit_statuses)
        request.page.item(bold(std::to_string(static_cast<int>(row.status))), row.meaning);
}

void error_codes(const Request& request) {
    request.page.line(bold(fmt::format("{}", fmt::join(cli::error_codes(), " "))));
}

void formats(const Request& request) {
    for (const auto& row : render::k_formats)
        request.page.item(bold(row.name), row.summary);
}

void fields(const Request& request) {
    for (const auto& field : exchange::fields())
        request.page.item(bold(field.name), field.summary());
}

void synonyms(const Request& request) {
    for (const auto& field : exchange::fields())
        request.page.item(bold(field.name), fmt::format("{}", fmt::join(field.synonyms, ", ")));
}

// A row for each act, a column for each status that it may find.
void moves(const Request& request) {
    using complaint::Status;
    std::vector<std::string> heading{"act"};
    for (const auto word : complaint::Vocabulary<Status>::k_words)
        heading.emplace_back(word);
    std::vector<std::vector<std::string>> rows{heading};
    for (const auto& move : complaint::moves()) {
        const std::string name(view::command_of(move.act));
        auto row = std::ranges::find_if(rows, [&](const auto& r) { return r.front() == name; });
        if (row == rows.end()) {
            rows.emplace_back(heading.size(), "-").front() = name;
            row = rows.end() - 1;
        }
        (*row)[static_cast<std::size_t>(move.from) + 1] = complaint::word(move.to);
    }
    request.page.grid(rows);
}

// The names of the days in a year of now; which days they are, a calendar on the wall tells.
void holidays(const Request& request) {
    constexpr std::chrono::year k_example{2027};
    const auto set = time::holiday_set_named(request.argument);
    if (!set) throw std::runtime_error(fmt::format("there is no holiday set '{}'", request.argument));
    std::vector<std::string_view> names;
    for (const auto& holiday : time::holidays_of(*set, k_example))
        names.push_back(holiday.name);
    request.page.item(bold(request.argument), fmt::format("{}", fmt::join(names, ", ")));
}

// Examples are judged by the program itself: the manual shows none that it would refuse.
void example_policy(const Request& request) {
    const auto toml = text_named("policy.toml");
    policy::read(toml, "policy.toml");
    request.page.example(toml.substr(toml.find('\n') + 1));
}

void example_profile(const Request& request) {
    const auto toml = text_named("profile.toml");
    exchange::read_profile(toml, "profile.toml");
    request.page.example(toml.substr(toml.find('\n') + 1));
}

void items(ManPage& page, const std::vector<render::Column>& columns) {
    for (const auto& column : columns)
        page.item(bold(column.key), column.meaning);
}

void columns(const Request& request) {
    items(request.page, cli::described_table(std::string(request.argument)).columns());
}

// What lists have besides the fields of an export.
void list_columns(const Request& request) {
    auto columns = view::all_complaint_columns();
    std::erase_if(columns, [](const auto& column) { return exchange::field_named(column.key) != nullptr; });
    items(request.page, columns);
}

// What a list has in data formats when no columns are asked for.
void usual_columns(const Request& request) {
    const auto names = view::list_columns(false, view::ListOf::complaints);
    request.page.line(bold(fmt::format("{}", fmt::join(names, " "))));
}

// What belongs to a period, as each report of several sections counts it.
void cohorts(const Request& request) {
    for (const auto& cohort : report::k_cohorts) {
        std::vector<std::string_view> reports;
        for (const auto& report : report::k_reports)
            if (report.cohort == cohort.cohort) reports.push_back(report.name);
        if (!reports.empty())
            request.page.item(bold(fmt::format("{}", fmt::join(reports, " "))),
                              fmt::format("{} (`{}`)", cohort.sentence, cohort.name));
    }
}

// The sections of a report, and what each measure in them is; those that have the same ones together.
void measures(const Request& request) {
    const auto* report = std::ranges::find(report::k_reports, request.argument, &report::ReportRow::name);
    if (report == report::k_reports.end() || report->measured.sections == nullptr)
        throw std::runtime_error(fmt::format("there are no measures of a report '{}'", request.argument));
    for (auto sections = report->measured.sections(); !sections.empty();) {
        const auto alike = std::ranges::find_if(sections, [&](const report::SectionRow& section) {
            return section.measures.data() != sections.front().measures.data();
        });
        const auto number = static_cast<std::size_t>(alike - sections.begin());
        const auto names = text::names_of(sections.first(number), &report::SectionRow::name);
        request.page.subheading(fmt::format("{}", fmt::join(names, ", ")));
        for (const auto& measure : sections.front().measures)
            request.page.item(bold(measure.name), measure.formula);
        sections = sections.subspan(number);
    }
}

std::string example_of(const report::CheckRow& check) {
    const bool is_of_customers = check.check == report::Check::shared_phone;
    return fmt::format(fmt::runtime(check.command), is_of_customers ? "C-7" : "R-12",
                       is_of_customers ? "C-3" : "");
}

// What the report on hygiene looks for, and what mends it.
void checks(const Request& request) {
    for (const auto& check : report::k_checks)
        request.page.item(bold(check.name),
                          fmt::format("{}; mended by `{}`", check.formula, example_of(check)));
}

struct InsertionRow {
    std::string_view name;
    void (*write)(const Request&);
};

constexpr std::array k_insertions{
    InsertionRow{"meanings", explain},
    InsertionRow{"words", words},
    InsertionRow{"commands", commands},
    InsertionRow{"global-options", globals},
    InsertionRow{"letters", letters},
    InsertionRow{"exit-statuses", exit_statuses},
    InsertionRow{"error-codes", error_codes},
    InsertionRow{"formats", formats},
    InsertionRow{"fields", fields},
    InsertionRow{"columns", columns},
    InsertionRow{"cohorts", cohorts},
    InsertionRow{"measures", measures},
    InsertionRow{"checks", checks},
    InsertionRow{"list-columns", list_columns},
    InsertionRow{"usual-columns", usual_columns},
    InsertionRow{"synonyms", synonyms},
    InsertionRow{"moves", moves},
    InsertionRow{"holidays", holidays},
    InsertionRow{"example-policy", example_policy},
    InsertionRow{"example-profile", example_profile},
};

} // namespace

void insert(ManPage& page, std::string_view name, std::string_view argument,
            const std::vector<Meaning>& meanings) {
    const auto* found = std::ranges::find(k_insertions, name, &InsertionRow::name);
    if (found == k_insertions.end())
        throw std::runtime_error(fmt::format("there is no insertion '@{}'", name));
    if (!meanings.empty() && found->write != explain)
        throw std::runtime_error(fmt::format("'@{}' has lines below it; leave one empty", name));
    found->write({page, argument, meanings});
}

} // namespace reklamaatio::docgen
