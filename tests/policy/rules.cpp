// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules.hpp"

#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {
namespace {

using Words = std::vector<std::string>;

// Twelve lines.
constexpr std::string_view k_head = R"([organisation]
timezone = "Europe/Helsinki"
[vocabulary]
categories = ["damage", "delay"]
tags = ["carrier"]
[person.maria]
[person.pekka]
[team.returns]
lead = "maria"
[[rule]]
when.channel = ["email"]
set.category = "damage"
)";

} // namespace

TEST_CASE("every part of a rule is read into its place") {
    const auto p = read(R"([organisation]
[person.maria]
[team.returns]
lead = "maria"
[[rule]]
name = "all of it"
when.text = ["rikki", "Never delivered", "uszkodz*"]
when.kind = ["complaint"]
when.priority = "normal"
when.harm = ["none", "safety"]
when.category = ["damage"]
when.product = ["stove"]
when.channel = ["email", "phone"]
when.source = ["shop"]
when.team = ["returns"]
when.tag = ["vip"]
when.customer = ["maija@example.fi", "@example.fi", "Maija M*"]
set.category = "delay"
set.kind = "claim"
set.priority = "high"
set.harm = "safety"
set.product = "lamp"
set.cause = "carrier"
set.tags = ["a", "b"]
assign = "team:returns"
[[rule]]
when = {text = "x"}
set = {category = "y"}
assign = "maria"
)",
                        "p.toml");
    REQUIRE(p.rules.size() == 2);
    const auto& [name, when, set] = p.rules[0];
    CHECK(name == "all of it");
    REQUIRE(when.text.size() == 3);
    CHECK(when.text[1].words == std::vector<rulebook::Phrase::Word>{{"never", false}, {"delivered", false}});
    CHECK(when.text[2].words == std::vector<rulebook::Phrase::Word>{{"uszkodz", true}});
    CHECK(when.fields.asked_of("kind") == Words{"complaint"});
    CHECK(when.fields.asked_of("priority") == Words{"normal"});
    CHECK(when.fields.asked_of("harm") == Words{"none", "safety"});
    CHECK(when.fields.asked_of("category") == Words{"damage"});
    CHECK(when.fields.asked_of("product") == Words{"stove"});
    CHECK(when.fields.asked_of("channel") == Words{"email", "phone"});
    CHECK(when.fields.asked_of("source") == Words{"shop"});
    CHECK(when.fields.asked_of("team") == Words{"returns"});
    CHECK(when.tag == std::vector<std::string>{"vip"});
    CHECK(when.customer.size() == 3);
    CHECK(*set.fields.find("category") == complaint::Value{"delay"});
    CHECK(*set.fields.find("kind") == complaint::Value{"claim"});
    CHECK(*set.fields.find("priority") == complaint::Value{"high"});
    CHECK(*set.fields.find("harm") == complaint::Value{"safety"});
    CHECK(*set.fields.find("product") == complaint::Value{"lamp"});
    CHECK(*set.fields.find("cause") == complaint::Value{"carrier"});
    CHECK(set.tags == std::vector<std::string>{"a", "b"});
    CHECK(set.team == "returns");
    CHECK(p.rules[1].name == "rule 2");
    CHECK(p.rules[1].set.person == "maria");
}

TEST_CASE("what is wrong with a rule is named where it stands") {
    check_behind(
        k_head,
        {
            {"[[rule]]\nname = \"x\"\nset.category = \"delay\"\nset.kind = \"claim\"\n[[rule]]\nname = "
             "\"x\"\nwhen.text = "
             "\"a\"\nset.priority = \"low\"\n",
             "p.toml:18:8: another rule is called 'x'; give each its own name"},
            {"[rule.x]\nset.category = \"delay\"\n",
             "p.toml:13:7: [[rule]] has no key 'x'; it has name, when, set, assign"},
            {"[[rule]]\nwhen.txt = \"a\"\nset.category = \"delay\"\n",
             "p.toml:14:6: [[rule]] when has no key 'txt'; did you mean 'text'?"},
            {"[[rule]]\nset.colour = \"red\"\n",
             "p.toml:14:5: [[rule]] set has no key 'colour'; it has "
             "kind, priority, harm, category, product, cause, field, tags"},
            {"[[rule]]\nwhen.text = \"a\"\nset.category = \"dmage\"\n",
             "p.toml:15:16: 'dmage' is not a category (damage, delay); did you mean 'damage'?"},
            {"[[rule]]\nwhen.category = [\"delays\"]\nset.kind = \"claim\"\n",
             "p.toml:14:18: 'delays' is not a category (damage, delay); did you mean 'delay'?"},
            {"[[rule]]\nset.tags = [\"carier\"]\n",
             "p.toml:14:13: 'carier' is not a tag (carrier); did you mean 'carrier'?"},
            {"[[rule]]\nset.product = \"\"\n", "p.toml:14:15: '' is not a word; write one, or remove it"},
            {"[[rule]]\nset.kind = \"clam\"\n",
             "p.toml:14:12: 'clam' is not a kind (praise, remark, complaint, claim); did you mean 'claim'?"},
            {"[[rule]]\nwhen.text = [\"good\", \"rik*ki\"]\nset.kind = \"claim\"\n",
             "p.toml:14:22: 'rik*ki' has a * that is not at the end of a word; write it as in \"uszkodz*\""},
            {"[[rule]]\nwhen.text = [\"...\"]\nset.kind = \"claim\"\n",
             "p.toml:14:14: '...' has no word to look for; write letters or digits"},
            {"[[rule]]\nassign = \"team:retruns\"\n",
             "p.toml:14:10: there is no [team.retruns]; did you mean 'returns'?"},
            {"[[rule]]\nassign = \"mari\"\n",
             "p.toml:14:10: there is no [person.mari]; did you mean 'maria'?"},
            {"[[rule]]\nassign = \"maria\"\n", ""},
            {"[[rule]]\nassign = \"pekka\"\n", "p.toml:14:10: 'pekka' is in no team, so nobody would stand "
                                               "in; add 'pekka' to the members of one"},
        });
    CHECK(faults_of("[organisation]\n[person.pekka]\n[[rule]]\nassign = \"pekka\"\n").empty());
    CHECK(faults_of("[organisation]\n[rule]\nassign = \"pekka\"\n")
          == "p.toml:2:1: rules are written [[rule]], with two brackets");
}

TEST_CASE("a rule that can never match or sets nothing is a fault") {
    const std::string never = " is empty, so nothing would match; add words, or remove it";
    check_behind(
        k_head,
        {
            {"[[rule]]\nwhen.text = []\nset.kind = \"claim\"\n", "p.toml:14:13: [[rule]] when: text" + never},
            {"[[rule]]\nwhen.kind = []\nset.kind = \"claim\"\n", "p.toml:14:13: [[rule]] when: kind" + never},
            {"[[rule]]\nname = \"idle\"\nwhen.text = \"a\"\n",
             "p.toml:13:1: rule 'idle' sets nothing; add set.category, assign or the like"},
            {"[[rule]]\nset.tags = []\n",
             "p.toml:13:1: rule 'rule 2' sets nothing; add set.category, assign or the like"},
        },
        faults_when_judged);
}

TEST_CASE("a rule that asks for a value of what it sets is a fault") {
    const std::string idle = "p.toml:13:1: rule 'rule 2' never sets anything: it asks for a value of what it "
                             "sets, and a value that is there stays; ask for something else, or remove it";
    const auto rule = [](std::string_view when, std::string_view set) {
        return fmt::format("{}[[rule]]\nwhen.{}\n{}\n", k_head, when, set);
    };
    using Pair = std::pair<std::string_view, std::string_view>;
    for (const auto& [condition, set] : {Pair{"kind = \"claim\"", "set.kind = \"complaint\""},
                                         Pair{"kind = \"claim\"", "set.kind = \"claim\""},
                                         Pair{"category = \"delay\"", "set.category = \"damage\""},
                                         Pair{"product = \"stove\"", "set.product = \"lamp\""},
                                         Pair{"harm = \"safety\"", "set.harm = \"injury\""},
                                         Pair{"harm = [\"injury\", \"safety\"]", "set.harm = \"none\""},
                                         Pair{"priority = [\"high\"]", "set.priority = \"urgent\""},
                                         Pair{"team = \"returns\"", "assign = \"maria\""},
                                         Pair{"tag = \"carrier\"", "set.tags = \"carrier\""}}) {
        const auto& when = condition;
        CAPTURE(when);
        CHECK(faults_when_judged(rule(when, set)) == idle);
    }
    // What complaints have of which nobody said anything is nobody's decision.
    for (const auto& [condition, set] : {Pair{"kind = [\"complaint\", \"claim\"]", "set.kind = \"claim\""},
                                         Pair{"harm = \"none\"", "set.harm = \"safety\""},
                                         Pair{"priority = \"normal\"", "set.priority = \"low\""},
                                         Pair{"kind = \"claim\"", "set.priority = \"high\""},
                                         Pair{"category = \"delay\"", "set.cause = \"carrier\""}}) {
        const auto& when = condition;
        CAPTURE(when);
        CHECK(faults_when_judged(rule(when, set)).empty());
    }
    CHECK(faults_when_judged(rule("category = \"delay\"", "set.category = \"damage\"\nset.harm = \"safety\""))
              .empty());
}

TEST_CASE("a rule whose fields are always set by earlier ones is a fault") {
    const auto late = [](std::string_view rule) {
        return fmt::format(
            "p.toml:13:1: rule 'late' never sets anything: rule '{}' before it matches whenever it does; "
            "put it before that one, or remove it",
            rule);
    };
    check_behind(
        k_head,
        {
            {"[[rule]]\nname = \"late\"\nwhen.channel = \"email\"\nset.category = \"delay\"\n",
             late("rule 1")},
            {"[[rule]]\nname = \"late\"\nwhen.channel = \"email\"\nwhen.text = \"a\"\nset.category = "
             "\"delay\"\n",
             late("rule 1")},
            {"[[rule]]\nname = \"late\"\nwhen.channel = \"email\"\nset.category = \"delay\"\nset.kind = "
             "\"claim\"\n",
             ""},
            {"[[rule]]\nname = \"late\"\nwhen.channel = \"email\"\nset.category = \"delay\"\nset.tags = "
             "\"carrier\"\n",
             ""},
            {"[[rule]]\nname = \"late\"\nwhen.channel = [\"email\", \"phone\"]\nset.category = \"delay\"\n",
             ""},
            {"[[rule]]\nname = \"late\"\nwhen.text = \"a\"\nset.category = \"delay\"\n", ""},
            {"[[rule]]\nname = \"late\"\nset.category = \"delay\"\n", ""},
        },
        faults_when_judged);
    // Two earlier ones may do it together.
    CHECK(faults_when_judged(R"([organisation]
[[rule]]
set.tags = ["a", "b"]
[[rule]]
when.text = "bro*"
set.category = "x"
[[rule]]
when.text = "broken glass"
set.category = "y"
set.tags = "b"
)")
          == "p.toml:7:1: rule 'rule 3' never sets anything: rule 'rule 2' before it matches whenever it "
             "does; put it before that one, or remove it");
}

TEST_CASE("what a policy in force sets in vain was judged when it was put there") {
    const auto idle = fmt::format("{}[[rule]]\nwhen.kind = \"claim\"\nset.kind = \"complaint\"\n", k_head);
    CHECK_FALSE(faults_when_judged(idle).empty());
    CHECK(read(idle, "p.toml").rules.size() == 2);
}

} // namespace reklamaatio::policy::tests
