// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/trial.hpp"

#include "casework/office.hpp"

#include <algorithm>
#include <sstream>

namespace reklamaatio::casework::tests {
namespace {

constexpr std::string_view k_rules = R"(
[team.sales]
lead = "olga"
members = ["olga"]
[[rule]]
name = "damage"
when.text = ["broken"]
set.category = "damage"
set.tags = ["glass"]
[[rule]]
name = "claims"
when.text = ["money"]
set.kind = "claim"
assign = "team:returns"
[[rule]]
name = "late"
when.text = ["late"]
set.category = "delay"
assign = "pekka"
)";

Trial tried(const std::string& csv) {
    const auto policy = policy::read(k_office_policy + std::string(k_rules), "p.toml");
    std::istringstream in(csv);
    return try_rules(policy, exchange::read_cases(in, "c.csv", policy));
}

// How often that became that; 0: never.
std::int64_t confused(const Trial& trial, std::string_view field, const std::string& expected,
                      const std::string& got) {
    const auto fields = exchange::what_rules_set();
    const auto place = std::ranges::find(fields, field) - fields.begin();
    const auto& counts = trial.confusions.at(static_cast<std::size_t>(place));
    const auto found = counts.find({expected, got});
    return found == counts.end() ? 0 : found->second;
}

} // namespace

TEST_CASE("a case passes when the rules make of it what was expected, and nothing else is asked of it") {
    const auto trial = tried("subject,expect_category,expect_kind,expect_assign,expect_tags\n"
                             "it is broken,damage,complaint,none,glass\n"
                             "my money,,claim,team:returns,\n"
                             "too late,delay,,pekka,none\n"
                             "hello,none,,,\n");
    CHECK(trial.cases == 4);
    CHECK(trial.failed == 0);
    CHECK(trial.misses.empty());
    CHECK(trial.hits == std::vector<std::int64_t>{1, 1, 1});
    CHECK(confused(trial, "category", "damage", "damage") == 1);
    CHECK(confused(trial, "category", "none", "none") == 1);
    CHECK(confused(trial, "kind", "claim", "claim") == 1); // of the third it was not asked
    CHECK(confused(trial, "kind", "complaint", "complaint") == 1);
}

TEST_CASE("every field that missed is told with its line, and a case fails once") {
    const auto trial = tried("subject,expect_category,expect_assign\n"
                             "broken,damage,none\n"
                             "broken and late,delay,team:returns\n"
                             "late,damage,\n");
    CHECK(trial.cases == 3);
    CHECK(trial.failed == 2);
    REQUIRE(trial.misses.size() == 3);
    const auto& first = trial.misses[0];
    CHECK(first.line == 3);
    CHECK(first.field == "category");
    CHECK(first.expected == "delay");
    CHECK(first.got == "damage"); // the first rule to set it keeps it
    CHECK(first.subject == "broken and late");
    CHECK(trial.misses[1].field == "assign");
    CHECK(trial.misses[1].got == "pekka");
    CHECK(trial.misses[2].line == 4);
    CHECK(trial.hits == std::vector<std::int64_t>{2, 0, 2}); // also where it came too late
    CHECK(confused(trial, "category", "delay", "damage") == 1);
    CHECK(confused(trial, "category", "damage", "delay") == 1);
}

TEST_CASE("what the file says of a complaint stands, whatever the rules would set") {
    const auto trial = tried("subject,category,team,tags,expect_category,expect_assign,expect_tags\n"
                             "broken money,noise,sales,old,noise,team:sales,glass;old\n"
                             "money,,,,none,team:returns,none\n");
    CHECK(trial.failed == 0);
    CHECK(confused(trial, "assign", "team:sales", "team:sales") == 1);
    CHECK(confused(trial, "tags", "glass;old", "glass;old") == 1);
    CHECK(trial.hits == std::vector<std::int64_t>{1, 2, 0});
}

TEST_CASE("rules that look at the customer see who the file says it is") {
    const auto policy = policy::read(k_office_policy
                                         + "[[rule]]\nname = \"big\"\n"
                                           "when.customer = [\"@big.example\"]\n"
                                           "set.priority = \"urgent\"\n",
                                     "p.toml");
    std::istringstream in(
        "subject,email,expect_priority\na,Bo@BIG.example,urgent\nb,bo@small.example,urgent\n");
    const auto trial = try_rules(policy, exchange::read_cases(in, "c.csv", policy));
    CHECK(trial.failed == 1);
    CHECK(confused(trial, "priority", "urgent", "normal") == 1);
}

} // namespace reklamaatio::casework::tests
