// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cases.hpp"

#include "exchange/error.hpp"

#include <sstream>

#include <doctest/doctest.h>

namespace reklamaatio::exchange {
namespace {

rulebook::Policy office() {
    rulebook::Policy made;
    made.people = {{"maria", "", "", {}, {}}};
    made.teams = {{"returns", "maria", {"maria"}}};
    made.words.close(rulebook::Listed::categories, {"damage"});
    return made;
}

std::vector<Case> cases(const std::string& csv) {
    std::istringstream in(csv);
    return read_cases(in, "c.csv", office());
}

std::string fault_of(const std::string& csv) {
    try {
        cases(csv);
    } catch (const DataError& fault) {
        return fault.what();
    }
    return "";
}

} // namespace

TEST_CASE("a case is a complaint with what is expected of it") {
    const auto read =
        cases("Otsikko,email,kind,team,remark of ours,expect_category,expect_assign,expect_tags\n"
              "Rikki,A@x.fi,claim,returns,?,damage,team:returns,b;a\n"
              "Hei,,,,,none,,\n");
    REQUIRE(read.size() == 2);
    CHECK(read[0].place.line == 2);
    CHECK(read[0].draft.complaint.subject == "Rikki");
    CHECK(read[0].draft.customer.email == "A@x.fi");
    CHECK(read[0].decided == std::vector{*rulebook::settable_named("kind"), rulebook::k_assign});
    Expected expected(8);
    expected[3] = "damage";
    expected[6] = "team:returns";
    expected[7] = "a;b";
    CHECK(read[0].expected == expected);
    CHECK(read[1].decided.empty());
    CHECK(read[1].expected[3] == "none");
    CHECK_FALSE(read[1].expected[6]);
}

TEST_CASE("cases have the firm's own fields, and may expect something of them") {
    auto policy = office();
    policy.own = {std::make_shared<const complaint::OwnField>(
                      complaint::OwnDeclaration{.name = "region", .values = {"North", "South"}}),
                  std::make_shared<const complaint::OwnField>(
                      complaint::OwnDeclaration{.name = "weight", .type = complaint::OwnType::number})};
    std::istringstream in("subject,Region,expect_weight,expect_region\nx,north,\"3,0\",none\n");
    const auto read = read_cases(in, "c.csv", policy);
    REQUIRE(read.size() == 1);
    CHECK(read[0].draft.complaint.own == complaint::OwnTexts{{"region", "North"}});
    CHECK(read[0].decided == std::vector{*rulebook::settable_named("region", policy.own)});
    CHECK(what_rules_set(policy.own)[7] == "weight");
    CHECK(read[0].expected[6] == "none");
    CHECK(read[0].expected[7] == "3");
    std::istringstream wrong("subject,expect_weight\nx,heavy\n");
    CHECK_THROWS_WITH_AS(read_cases(wrong, "c.csv", policy),
                         "c.csv:2:3: 'heavy' is not a number; write 12, -3 or 12.5", DataError);
}

TEST_CASE("every fault of a file of cases is named at its place") {
    CHECK(fault_of("subject,expect_kind,expect_category,expect_assign\nx,clam,dmage,team:return\nx\n")
          == "c.csv:2:3: 'clam' is not a kind (praise, remark, complaint, claim); did you mean 'claim'?\n"
             "c.csv:2:8: 'dmage' is not a category (damage); did you mean 'damage'?\n"
             "c.csv:2:14: there is no [team.return]; did you mean 'returns'?\n"
             "c.csv:3:1: has 1 field, the header has 4");
    CHECK(fault_of("subject,category\nx,damage\n")
          == "c.csv:1:1: no column says what is expected; add one such as expect_category");
    CHECK(fault_of("subject,expect_wish\nx,y\n").starts_with("c.csv:1:9: 'wish' is not something"));
    CHECK(fault_of("subject,expect_kind\n") == "c.csv: has no cases below its header");
    CHECK(fault_of("") == "c.csv: is empty; a header was expected");
}

} // namespace reklamaatio::exchange
