// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules_decided.hpp"

#include "rulebook/triage/ruled.hpp"

#include <array>
#include <random>

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

TEST_CASE("what has a value is decided and the usual value only when the log says so") {
    History history(policy({}));
    Complaint c = draft();
    c.product = "stove";
    history.open(c);
    const auto decided = [&] { return decided_by_now(policy({}), history.state(), history.events()); };
    CHECK(decided() == std::vector{settable("product")});

    Classification to;
    to.values.set("kind", "claim");
    to.values.set("category", "damage");
    history.classify("2026-01-12T08:00:00Z", to);
    CHECK(decided() == std::vector{settable("kind"), settable("category"), settable("product")});

    // Put back to the usual: somebody meant it. An empty category is nobody's decision.
    to.values.set("kind", "complaint");
    to.values.set("category", "");
    history.classify("2026-01-12T09:00:00Z", to);
    CHECK(decided() == std::vector{settable("kind"), settable("product")});

    history.assign("2026-01-12T10:00:00Z", {"returns", ""});
    CHECK(decided() == std::vector{settable("kind"), settable("product"), settable("assign")});
}

TEST_CASE("what rules made of a complaint is taken away and what somebody said stays") {
    RuleConditions by_phone;
    by_phone.fields.ask("product", {"stove"});
    RuleSettings set = category("damage");
    set.tags = {"carrier"};
    const auto p = with_rules({rule("r", by_phone, set)});
    Complaint c = broken_stove();
    c.product = "stove"; // no rule sets it: somebody said so
    c.category = "damage";
    c.tags = {"carrier", "summer"};
    const auto came = before_rules(p, {c, "", ""});
    CHECK(came.product == "stove");
    CHECK(came.category.empty());
    CHECK(came.tags == std::vector<std::string>{"summer"});
    // Another category than the rule's is somebody's.
    c.category = "delay";
    CHECK(before_rules(p, {c, "", ""}).category == "delay");
}

// Rules that ask for what other rules set, and complaints that came with some of it.
TEST_CASE("asking random rules twice changes nothing") {
    std::mt19937 random(3);
    const auto pick = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    const auto region = std::make_shared<const OwnField>(OwnDeclaration{.name = "region"});
    const std::array fields{&known_field<Complaint>("category"), &known_field<Complaint>("product"),
                            &region->field(), &known_field<Complaint>("cause")};
    constexpr std::size_t k_asked = 3; // the first of them
    const auto word = [&] { return fmt::format("{}", pick(2)); };
    for (int round = 0; round < 3000; ++round) {
        std::vector<Rule> rules;
        for (std::size_t i = 0; i < 1 + pick(4); ++i) {
            Rule made = rule(fmt::format("r{}", i), {}, {});
            if (pick(2) == 1)
                made.when.fields.ask(*fields[pick(k_asked)], {(pick(2) == 1 ? "" : "said ") + word()});
            if (pick(4) == 1) made.when.tag = {word()};
            made.set.fields.set(*fields[pick(fields.size())], word());
            if (pick(3) == 1) made.set.tags = {word()};
            if (pick(4) == 1) made.set.person = word();
            rules.push_back(std::move(made));
        }
        auto p = with_rules(rules);
        p.own = {region};
        Complaint came = draft();
        came.tags.clear();
        std::vector<Settable> decided;
        for (const auto* field : fields)
            if (pick(3) == 1) {
                field->set(came, Value{"said " + word()});
                decided.push_back({field});
            }
        const auto ruled = [&](Complaint complaint, const RuleFacts& facts) {
            const auto set = classify_by_rules(p, facts).set;
            apply_classification(complaint, classification_by(set));
            if (set.sets(k_assign)) complaint.assignee = set.person;
            return complaint;
        };
        const Complaint once = ruled(came, {came, "", "", decided});
        const Complaint before = before_rules(p, {once, "", ""});
        CHECK(ruled(once, {once, "", "", decided_by_now(p, once, {}), &before}) == once);
    }
}

} // namespace reklamaatio::rulebook::tests
