// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy.hpp"

#include "policy/calendars.hpp"
#include "policy/default_policy.hpp"
#include "policy/lint.hpp"
#include "policy/sections.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::policy {

namespace {

using rulebook::Policy;

// A policy and what its text says of files.
struct WithFiles {
    Policy policy;
    HolidayFiles files;
};

WithFiles read_sections(toml::Reader& file, HolidaySource source, bool was_in_force) {
    WithFiles read{{}, HolidayFiles(file, std::move(source))};
    Policy& policy = read.policy;
    read_organisation(file, policy);
    read_word_lists(file, policy);
    read_own_fields(file, policy, was_in_force);
    read_people(file, policy);
    read_bodies(file, policy);
    policy.calendars = read_calendars(file, policy.organisation.zone, read.files);
    read_slas(file, policy);
    read_legal_terms(file, policy);
    read_rules(file, policy, was_in_force);
    read_escalations(file, policy);
    read_procedure(file, policy);
    read_retention(file, policy);
    read_recourse(file, policy);
    read_safety(file, policy);
    file.finish();
    return read;
}

toml::Document parsed(std::string_view toml, std::string_view file) {
    toml::Faults faults;
    toml::Document document = toml::parse(toml, faults);
    if (!faults.empty()) throw PolicyError(faults.lines(file));
    return document;
}

WithFiles read_with(const toml::Document& document, std::string_view file, HolidaySource source,
                    bool was_in_force) {
    toml::Faults faults;
    toml::Reader reader(document.root(), "the policy", faults);
    WithFiles read = read_sections(reader, std::move(source), was_in_force);
    if (!faults.empty()) throw PolicyError(faults.lines(file));
    return read;
}

// Each where a calendar names the file.
void add_odd_files(const HolidayFiles& files, toml::Node policy, toml::Faults& odd) {
    if (files.odd().empty()) return;
    toml::Faults none; // it was read already
    for (const auto& entry : policy["calendar"].entries()) {
        toml::Reader calendar(entry.value, std::string(entry.key), none);
        for (const auto& [name, place] : calendar.strings("holiday_files"))
            if (const auto found = files.odd().find(name); found != files.odd().end())
                odd.add(place, found->second);
    }
}

JudgedPolicy judge_with(std::string_view toml, std::string_view file, HolidaySource source,
                        time::Instant now) {
    const toml::Document document = parsed(toml, file);
    WithFiles read = read_with(document, file, std::move(source), false);
    JudgedPolicy judged{std::move(read.policy), std::string(toml), {}};
    const std::string dates = read.files.toml();
    if (!dates.empty() && !judged.toml.ends_with('\n')) judged.toml += '\n';
    judged.toml += dates;
    toml::Faults odd;
    add_odd_files(read.files, document.root(), odd);
    lint(judged.policy, document.root(), now, odd);
    judged.warnings = odd.lines(file, "warning: ");
    return judged;
}

} // namespace

PolicyError::PolicyError(std::vector<std::string> lines)
    : std::runtime_error(fmt::format("{}", fmt::join(lines, "\n"))), m_lines(std::move(lines)) {}

JudgedPolicy judge(std::string_view toml, std::string_view file, const std::filesystem::path& folder,
                   time::Instant now) {
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(now)};
    return judge_with(toml, file, files_beside(folder, today.year()), now);
}

Policy read(std::string_view toml, std::string_view file) {
    return read_with(parsed(toml, file), file, {}, true).policy;
}

std::string_view default_toml() {
    return k_default_policy[0];
}

std::string example_toml() {
    return std::string(k_default_policy[0]) + std::string(k_default_policy[1]);
}

} // namespace reklamaatio::policy
