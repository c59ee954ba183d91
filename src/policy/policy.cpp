// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy.hpp"

#include "policy/calendars.hpp"
#include "policy/default_policy.hpp"
#include "policy/lint.hpp"
#include "policy/sections.hpp"
#include "policy/toml_faults.hpp"
#include "text/unquoted_letter.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::policy {

namespace {

using rulebook::Policy;

std::vector<std::string> placed_lines(std::string_view file, const std::vector<Fault>& faults,
                                      std::string_view before = "") {
    std::vector<std::string> lines;
    for (const auto& fault : faults)
        lines.push_back(fmt::format("{}:{}:{}: {}{}", file, fault.line, fault.column, before, fault.message));
    return lines;
}

// A policy and what its text says of files.
struct WithFiles {
    Policy policy;
    HolidayFiles files;
};

WithFiles read_sections(Reader& file, HolidaySource source) {
    WithFiles read{{}, HolidayFiles(file, std::move(source))};
    Policy& policy = read.policy;
    read_organisation(file, policy);
    read_word_lists(file, policy);
    read_people(file, policy);
    policy.calendars = read_calendars(file, policy.organisation.zone, read.files);
    read_slas(file, policy);
    read_rules(file, policy);
    read_escalations(file, policy);
    read_procedure(file, policy);
    read_retention(file, policy);
    file.finish();
    return read;
}

toml::table parsed(std::string_view toml, std::string_view file) {
    if (const auto letter = text::unquoted_letter(toml))
        throw PolicyError(file, {{letter->line, letter->column, text::unquoted_letter_text(*letter)}});
    try {
        return toml::parse(toml);
    } catch (const toml::parse_error& fault) {
        Faults faults;
        faults.add(fault.source(), in_plain_words(fault, toml));
        throw PolicyError(file, faults.sorted());
    }
}

WithFiles read_with(const toml::table& table, std::string_view file, HolidaySource source) {
    Faults faults;
    Reader reader(table, "the policy", faults);
    WithFiles read = read_sections(reader, std::move(source));
    if (!faults.empty()) throw PolicyError(file, faults.sorted());
    return read;
}

// Each where a calendar names the file.
void add_odd_files(const HolidayFiles& files, const toml::table& table, Faults& odd) {
    if (files.odd().empty()) return;
    const auto* calendars = table["calendar"].as_table();
    for (const auto& [key, calendar] : *calendars) {
        const auto named = calendar.as_table()->at_path("holiday_files");
        const auto say = [&](const toml::node& node) {
            const auto sentence = files.odd().find(node.value_or(std::string{}));
            if (sentence != files.odd().end()) odd.add(node, sentence->second);
        };
        if (named.is_string()) say(*named.node());
        if (const auto* list = named.as_array())
            for (const auto& node : *list)
                say(node);
    }
}

JudgedPolicy judge_with(std::string_view toml, std::string_view file, HolidaySource source,
                        time::Instant now) {
    const toml::table table = parsed(toml, file);
    WithFiles read = read_with(table, file, std::move(source));
    JudgedPolicy judged{std::move(read.policy), std::string(toml), {}};
    const std::string dates = read.files.toml();
    if (!dates.empty() && !judged.toml.ends_with('\n')) judged.toml += '\n';
    judged.toml += dates;
    Faults odd;
    add_odd_files(read.files, table, odd);
    lint(judged.policy, table, now, odd);
    judged.warnings = placed_lines(file, odd.sorted(), "warning: ");
    return judged;
}

} // namespace

PolicyError::PolicyError(std::string_view file, std::vector<Fault> faults)
    : std::runtime_error(fmt::format("{}", fmt::join(placed_lines(file, faults), "\n"))),
      m_lines(placed_lines(file, faults)) {}

JudgedPolicy judge(std::string_view toml, std::string_view file, const std::filesystem::path& folder,
                   time::Instant now) {
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(now)};
    return judge_with(toml, file, files_beside(folder, today.year()), now);
}

Policy read(std::string_view toml, std::string_view file) {
    return read_with(parsed(toml, file), file, {}).policy;
}

std::string_view default_toml() {
    return k_default_policy[0];
}

std::string example_toml() {
    return std::string(k_default_policy[0]) + std::string(k_default_policy[1]);
}

} // namespace reklamaatio::policy
