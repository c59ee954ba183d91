// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/holiday_files.hpp"

#include "complaint/error.hpp"
#include "policy/icalendar.hpp"
#include "text/plural.hpp"
#include "toml/quoted.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;

constexpr std::string_view k_table = "holiday_file_dates";
// Complaints may be entered late, and policies are seldom touched.
constexpr std::chrono::years k_years_before{5};
constexpr std::chrono::years k_years_after{20};

// The holidays of a country for a hundred years have a tenth of that.
constexpr std::size_t k_longest_file = std::size_t{4} * 1024 * 1024;

std::string contents_of(const std::filesystem::path& path) {
    std::error_code fault;
    if (std::filesystem::is_directory(path, fault))
        throw BadValue(fmt::format("cannot read {}: it is a folder", path.string()));
    std::ifstream file(path, std::ios::binary);
    if (!file) throw BadValue(fmt::format("cannot read {}: {}", path.string(), std::strerror(errno)));
    std::string text(k_longest_file + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad()) throw BadValue(fmt::format("cannot read {}: {}", path.string(), std::strerror(errno)));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > k_longest_file)
        throw BadValue(fmt::format("is longer than {} MiB; name the right one", k_longest_file >> 20));
    return text;
}

// "2026-12-24..2026-12-26 Christmas"
Closure parse_closure(const std::string& text) {
    const auto blank = text.find(' ');
    const auto reason = blank == std::string::npos ? std::string{} : text.substr(blank + 1);
    return {parse_date_range(text.substr(0, blank)), reason};
}

std::string closure_text(const Closure& closure) {
    return to_string(closure.dates) + (closure.reason.empty() ? "" : " " + closure.reason);
}

// "2 with a time of day and 1 cancelled were passed over"; empty where all was read.
std::string passed_over(const HolidayFile& file) {
    std::vector<std::string> reasons;
    if (file.timed > 0) reasons.push_back(fmt::format("{} with a time of day", file.timed));
    if (file.cancelled > 0) reasons.push_back(fmt::format("{} cancelled", file.cancelled));
    if (reasons.empty()) return {};
    return fmt::format("{} {} passed over", text::listed(reasons, "and"),
                       text::one_or_many(file.timed + file.cancelled, "was", "were"));
}

// What is odd about it; empty for nothing.
std::string oddity_of(const std::string& name, const HolidayFile& file) {
    const auto rest = passed_over(file);
    if (file.closures.empty())
        return fmt::format("'{}' has no all-day event, so it closes no day{}; make its events last all day, "
                           "or take the file out",
                           name, rest.empty() ? rest : fmt::format(" ({})", rest));
    if (rest.empty()) return {};
    return fmt::format("of the events in '{}' {}; only the others close days", name, rest);
}

} // namespace

HolidaySource files_beside(const std::filesystem::path& folder, std::chrono::year year) {
    const DateRange recurring{time::Date{(year - k_years_before) / 1 / 1},
                              time::Date{(year + k_years_after) / 12 / 31}};
    return [folder, recurring](const std::string& name) {
        try {
            return read_icalendar(contents_of(folder / name), recurring);
        } catch (const BadValue& fault) {
            const std::string why = fault.what();
            throw BadValue(why.starts_with("cannot read") ? why : fmt::format("'{}' {}", name, why));
        }
    };
}

HolidayFiles::HolidayFiles(toml::Reader& file, HolidaySource source) : m_source(std::move(source)) {
    const toml::Node table = file.subtable(k_table, fmt::format("[{}]", k_table));
    if (!table) return;
    m_in_text = true;
    toml::Reader reader(table, fmt::format("[{}]", k_table), file.faults());
    for (const auto& entry : table.entries()) {
        const std::string name(entry.key);
        reader.with_each(entry.key,
                         [&](const std::string& text) { m_closures[name].push_back(parse_closure(text)); });
        m_closures.try_emplace(name);
    }
}

const std::vector<Closure>& HolidayFiles::closures_of(const std::string& name) {
    const auto known = m_closures.find(name);
    if (known != m_closures.end()) {
        if (m_in_text)
            m_odd[name] = fmt::format("the dates of '{}' are in [holiday_file_dates], so the file was not "
                                      "read; take that table out to read it",
                                      name);
        return known->second;
    }
    if (m_in_text)
        throw BadValue(
            fmt::format("[{}] has no dates of '{}'; take that table out, so that the files are read again",
                        k_table, name));
    if (!m_source) throw BadValue(fmt::format("'{}' is read by policy check and policy apply only", name));
    HolidayFile file = m_source(name);
    if (auto oddity = oddity_of(name, file); !oddity.empty()) m_odd[name] = std::move(oddity);
    return m_closures[name] = std::move(file.closures);
}

std::string HolidayFiles::toml() const {
    if (m_in_text || m_closures.empty()) return {};
    std::string made = fmt::format("\n# The dates of holiday_files, as they were when this policy was "
                                   "applied. Without this table they are read "
                                   "again.\n[{}]\n",
                                   k_table);
    for (const auto& [name, closures] : m_closures) {
        made += toml::quoted(name) + " = [\n";
        for (const auto& closure : closures)
            made += "    " + toml::quoted(closure_text(closure)) + ",\n";
        made += "]\n";
    }
    return made;
}

} // namespace reklamaatio::policy
