// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

#include <sstream>

namespace reklamaatio::policy::tests {
namespace {

// Examples are lines with # right before them; a remark has a blank between.
std::string switched_on(const std::string& toml) {
    std::istringstream lines(toml);
    std::string made;
    for (std::string line; std::getline(lines, line);) {
        const bool is_example = line.size() > 1 && line[0] == '#' && line[1] != ' ';
        made += (is_example ? line.substr(1) : line) + "\n";
    }
    return made;
}

} // namespace

TEST_CASE("the example means what a new database has") {
    const auto example = read(example_toml(), "example.toml");
    CHECK(example_toml().starts_with(default_toml()));
    CHECK(example.slas.size() == read(default_toml(), "default.toml").slas.size());
    CHECK(example.people.empty());
    CHECK(example.rules.empty());
    CHECK(example.words.words(rulebook::Listed::categories).empty());
}

TEST_CASE("everything in the example can be switched on") {
    const auto judged = judge(switched_on(example_toml()), "example.toml", "", k_now);
    CHECK(judged.policy.people.size() == 2);
    CHECK(judged.policy.teams.size() == 1);
    CHECK(judged.policy.rules.size() == 2);
    CHECK(judged.policy.legal.size() == 1);
    CHECK(judged.policy.escalations.size() == 3);
    CHECK(judged.policy.erase_after);
    CHECK(judged.warnings.empty());
}

} // namespace reklamaatio::policy::tests
