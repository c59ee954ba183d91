// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules_explained.hpp"

#include "rulebook/triage/ruled.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

// What is said of a rule with these conditions that Maija's complaint does not fulfil.
std::string why_not(const RuleConditions& when, const Complaint& complaint, std::string_view name,
                    std::string_view email) {
    const auto p = with_rules({rule("r", when, category("x"))});
    const RuleFacts facts{complaint, name, email};
    return explained(p, facts, classify_by_rules(p, facts)).at(0);
}

} // namespace

TEST_CASE("a verdict names the first condition that failed") {
    RuleConditions when;
    when.fields.ask("kind", {"claim", "praise"});
    when.fields.ask("channel", {"fax"});
    const auto p = with_rules({rule("r", when, category("x"))});
    const Complaint c = broken_stove();
    const RuleFacts facts{c, "", ""};
    const auto ruling = classify_by_rules(p, facts);
    CHECK(ruling.verdicts[0].failed == "kind");
    CHECK(explained(p, facts, ruling)[0] == "r: did not match: kind is complaint, not claim or praise");
}

TEST_CASE("a rule that did not match says what there was and what it asked for") {
    Complaint c = broken_stove();
    RuleConditions tag, customer;
    tag.tag = {"winter", "autumn"};
    customer.customer = {parse_customer_pattern("@elsewhere.fi"), parse_customer_pattern("Pekka")};
    CHECK(why_not(tag, c, "", "") == "r: did not match: tag is summer, vip, not winter or autumn");
    CHECK(why_not(customer, c, "Maija", "m@x.fi")
          == "r: did not match: customer is m@x.fi, not @elsewhere.fi or Pekka");
    CHECK(why_not(customer, c, "Maija", "")
          == "r: did not match: customer is Maija, not @elsewhere.fi or Pekka");
    CHECK(why_not(customer, c, "", "") == "r: did not match: customer is empty, not @elsewhere.fi or Pekka");
    CHECK(why_not(text_has({"lost", "late*"}), c, "", "") == "r: did not match: the text has no lost, late*");
    c.tags.clear();
    CHECK(why_not(tag, c, "", "") == "r: did not match: tag is empty, not winter or autumn");
}

TEST_CASE("a rule that matched says what it set and what stood so already") {
    RuleSettings set = category("damage");
    set.fields.set("priority", "high");
    set.person = "pekka";
    const auto p = with_rules({rule("r", {}, set)});
    Complaint c = broken_stove();
    c.category = "damage";
    c.assignee = "pekka";
    const RuleFacts facts{c, "", "", {settable("category"), k_assign}};
    CHECK(explained(p, facts, classify_by_rules(p, facts)).at(0)
          == "r: matched; sets priority to high, category is already damage, pekka already has it");
}

} // namespace reklamaatio::rulebook::tests
