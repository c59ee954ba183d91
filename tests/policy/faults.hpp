// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a policy, in one text.
#pragma once

#include "policy/policy.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::policy::tests {

// A Sunday.
inline constexpr time::Instant k_now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

// A line for each fault of a file called p.toml; empty when it is fine.
template <typename Take>
std::string faults_of(const std::string& toml, Take take) {
    try {
        take(toml);
    } catch (const PolicyError& fault) {
        const std::string lines = fmt::format("{}", fmt::join(fault.lines(), "\n"));
        CHECK(lines == fault.what());
        return lines;
    }
    return {};
}

// Of one that was in force.
inline std::string faults_of(const std::string& toml) {
    return faults_of(toml, [](const std::string& text) { read(text, "p.toml"); });
}
// Of one that is to be put in force.
inline std::string faults_when_judged(const std::string& toml) {
    return faults_of(toml, [](const std::string& text) { judge(text, "p.toml", "", k_now); });
}

// What is odd about a good file.
inline std::vector<std::string> warnings_of(const std::string& toml) {
    return judge(toml, "p.toml", "", k_now).warnings;
}

// Five lines, of which nothing is odd.
inline constexpr std::string_view k_sound_head = R"([organisation]
[calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-16:00"]
hours.wed = ["08:00-16:00"]
)";

inline std::vector<std::string> warnings_behind_head(std::string_view toml) {
    REQUIRE(warnings_of(std::string(k_sound_head)).empty());
    return warnings_of(fmt::format("{}{}", k_sound_head, toml));
}

inline std::string never_used(int line, std::string_view name, std::string_view winner) {
    return fmt::format("p.toml:{}:1: warning: service level '{}' is never used: '{}' before it wins whenever "
                       "it would; put it before that one, or remove it",
                       line, name, winner);
}

struct Case {
    std::string_view toml;
    std::string_view faults;
};

// The faults of an otherwise good file, in which the text begins on line 3.
inline std::string faults_of_part(const std::string& toml) {
    return faults_of("[organisation]\ntimezone = \"Europe/Helsinki\"\n" + toml);
}

inline void check_parts(std::initializer_list<Case> cases) {
    for (const Case& c : cases) {
        CAPTURE(c.toml);
        CHECK(faults_of_part(std::string(c.toml)) == c.faults);
    }
}

// Files that are good up to and with the head; the text of a case begins on the line behind it.
inline void check_behind(std::string_view head, std::initializer_list<Case> cases,
                         std::string (*faults)(const std::string&) = faults_of) {
    REQUIRE(faults(std::string(head)).empty());
    for (const Case& c : cases) {
        CAPTURE(c.toml);
        CHECK(faults(fmt::format("{}{}", head, c.toml)) == c.faults);
    }
}

} // namespace reklamaatio::policy::tests
