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

// A line for each fault of a file called p.toml; empty when it is fine.
inline std::string faults_of(const std::string& toml) {
    try {
        read(toml, "p.toml");
    } catch (const PolicyError& fault) {
        const std::string lines = fmt::format("{}", fmt::join(fault.lines(), "\n"));
        CHECK(lines == fault.what());
        return lines;
    }
    return {};
}

// A Sunday.
inline constexpr time::Instant k_now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

// What is odd about a good file.
inline std::vector<std::string> warnings_of(const std::string& toml) {
    return judge(toml, "p.toml", "", k_now).warnings;
}

struct Case {
    std::string_view toml;
    std::string_view faults;
};

// Files that are good up to and with the head; the text of a case begins on the line behind it.
inline void check_behind(std::string_view head, std::initializer_list<Case> cases) {
    REQUIRE(faults_of(std::string(head)).empty());
    for (const Case& c : cases) {
        CAPTURE(c.toml);
        CHECK(faults_of(fmt::format("{}{}", head, c.toml)) == c.faults);
    }
}

} // namespace reklamaatio::policy::tests
