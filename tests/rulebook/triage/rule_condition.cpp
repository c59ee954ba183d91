// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rule_condition.hpp"

#include "rulebook/triage/ruled.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

TEST_CASE("every list of a rule must have the value and an empty one admits all") {
    const Complaint c = broken_stove();
    CHECK(matches({}, c));
    RuleConditions when;
    when.fields.ask("kind", {"claim", "complaint"});
    when.fields.ask("priority", {"normal"});
    when.fields.ask("harm", {"none"});
    when.fields.ask("channel", {"phone", "email"});
    when.fields.ask("source", {"shop"});
    when.tag = {"winter", "vip"};
    when.text = {parse_phrase("lost"), parse_phrase("broken in")};
    CHECK(matches(when, c));
    const auto without = [&](auto change) {
        RuleConditions other = when;
        change(other);
        return matches(other, c);
    };
    CHECK_FALSE(without([](auto& w) { w.fields.ask("kind", {"claim"}); }));
    CHECK_FALSE(without([](auto& w) { w.fields.ask("priority", {"high"}); }));
    CHECK_FALSE(without([](auto& w) { w.fields.ask("harm", {"injury"}); }));
    CHECK_FALSE(without([](auto& w) { w.fields.ask("category", {"damage"}); }));
    CHECK_FALSE(without([](auto& w) { w.fields.ask("product", {"stove"}); }));
    CHECK_FALSE(without([](auto& w) { w.fields.ask("channel", {"phone"}); }));
    CHECK_FALSE(without([](auto& w) { w.fields.ask("source", {"form"}); }));
    CHECK_FALSE(without([](auto& w) { w.fields.ask("team", {"returns"}); }));
    CHECK_FALSE(without([](auto& w) { w.tag = {"winter"}; }));
    CHECK_FALSE(without([](auto& w) { w.text = {parse_phrase("lost")}; }));
}

TEST_CASE("the subject is looked at as well as the text but no phrase runs from one into the other") {
    CHECK(matches(text_has({"kiuas"}), broken_stove()));
    CHECK(matches(text_has({"in transit"}), broken_stove()));
    CHECK_FALSE(matches(text_has({"rikki the"}), broken_stove()));
}

TEST_CASE("conditions cover narrower ones") {
    RuleConditions wide = text_has({"brok*", "lost"});
    RuleConditions narrow = text_has({"broken glass"});
    narrow.fields.ask("channel", {"email"});
    CHECK(covers(wide, narrow));
    CHECK(covers({}, narrow));
    CHECK(covers(narrow, narrow));
    CHECK_FALSE(covers(narrow, wide));
    wide.fields.ask("channel", {"phone"});
    CHECK_FALSE(covers(wide, narrow));
    wide.fields.ask("channel", {"phone", "email"});
    CHECK(covers(wide, narrow));
    wide.customer = {parse_customer_pattern("@example.fi")};
    CHECK_FALSE(covers(wide, narrow));
    narrow.customer = {parse_customer_pattern("maija@example.fi")};
    CHECK(covers(wide, narrow));
    narrow.customer.push_back(parse_customer_pattern("maija"));
    CHECK_FALSE(covers(wide, narrow));
}

TEST_CASE("a customer that a rule asks for covers narrower ones, names and addresses each for themselves") {
    const auto asks = [](std::string_view pattern) {
        RuleConditions made;
        made.customer = {parse_customer_pattern(std::string(pattern))};
        return made;
    };
    CHECK(covers(asks("virta*"), asks("virtanen")));
    CHECK(covers(asks("virtanen"), asks("virtanen oy")));
    CHECK_FALSE(covers(asks("virtanen"), asks("virta*")));
    CHECK_FALSE(covers(asks("virtanen"), asks("@virtanen.fi")));
    CHECK_FALSE(covers(asks("@virtanen.fi"), asks("virtanen")));
    CHECK(covers(asks("maija@virtanen.fi"), asks("maija@virtanen.fi")));
    CHECK_FALSE(covers(asks("maija@virtanen.fi"), asks("anna@virtanen.fi")));
    CHECK_FALSE(covers(asks("maija@virtanen.fi"), asks("@virtanen.fi")));
    CHECK_FALSE(covers(asks("@virtanen.fi"), asks("anna@virtanen.com")));
}

TEST_CASE("fields are looked at before tags and those before the customer and the texts") {
    const Complaint c = broken_stove();
    const ReadFacts facts({c, "Maija", "maija@example.fi"});
    RuleConditions when = text_has({"lost"});
    CHECK(first_failure(when, facts) == "text");
    when.customer = {parse_customer_pattern("@elsewhere.fi")};
    CHECK(first_failure(when, facts) == "customer");
    when.tag = {"winter"};
    CHECK(first_failure(when, facts) == "tag");
    when.fields.ask("channel", {"fax"});
    CHECK(first_failure(when, facts) == "channel");
    CHECK_FALSE(first_failure({}, facts));
}

TEST_CASE("a complaint that is known is looked at as it came") {
    const Complaint now = broken_stove();
    Complaint before = now;
    before.tags = {"winter"};
    before.channel = "fax";
    const ReadFacts facts({now, "", "", {}, &before});
    RuleConditions when;
    when.fields.ask("channel", {"fax"});
    when.tag = {"winter"};
    CHECK_FALSE(first_failure(when, facts));
    when.tag = {"summer"};
    CHECK(first_failure(when, facts) == "tag");
}

} // namespace reklamaatio::rulebook::tests
