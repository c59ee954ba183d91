// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/triage.hpp"

#include "casework/office.hpp"

namespace reklamaatio::casework::tests {
namespace {

constexpr std::string_view k_monday = "2026-01-12T08:00:00Z";
constexpr std::string_view k_rules = R"(
[[rule]]
name = "damage"
when.text = ["broken"]
set.category = "damage"
set.priority = "high"
assign = "team:returns"
[[rule]]
name = "of the hotel"
when.customer = ["@hotel.example"]
set.kind = "claim"
[[rule]]
name = "damaged goods"
when.category = ["damage"]
set.harm = "safety"
)";

// R-1 of that customer, as it was logged without rules.
Complaint logged(Office& office, const Complaint& facts, const complaint::Customer& customer = {}) {
    return store::tests::Desk(office.store()).open(facts, utc(k_monday), customer);
}

rulebook::Settable settable(std::string_view name) {
    return *rulebook::settable_named(name);
}

std::vector<std::string> names(const std::vector<rulebook::Settable>& what) {
    std::vector<std::string> found;
    for (const auto& each : what)
        found.emplace_back(each.name());
    return found;
}
using Names = std::vector<std::string>;

// What is set by rules, in words.
std::string set_of(const Triage& triage) {
    std::string text;
    for (const auto& what : rulebook::settables())
        if (triage.set().sets(what))
            text += fmt::format("{}{}={}", text.empty() ? "" : " ", what.name(), triage.set().value_of(what));
    return text;
}

} // namespace

TEST_CASE("rules look at the complaint and at its customer as the record has them") {
    Office office{std::string(k_rules)};
    auto& desk = office.at(k_monday);
    auto facts = store::tests::about("It is broken");
    CHECK(set_of(Triage(desk, facts, {})) == "priority=high category=damage assign=team:returns");
    CHECK(Triage(desk, facts, {}).meant_for().team == "returns");
    facts = logged(office, store::tests::about("Hello"), store::tests::customer("Bo", "bo@hotel.example"));
    CHECK(set_of(Triage(office.at(k_monday), facts, {})) == "kind=claim");
    facts.customer.reset();
    CHECK(set_of(Triage(office.at(k_monday), facts, {})).empty());
}

TEST_CASE("what was decided is left alone, and the rule says that it came too late") {
    Office office{std::string(k_rules)};
    auto& desk = office.at(k_monday);
    auto facts = store::tests::about("It is broken");
    facts.priority = complaint::Priority::low;
    const Triage triage(desk, facts, {settable("priority"), rulebook::k_assign});
    CHECK(set_of(triage) == "category=damage");
    CHECK(triage.meant_for().team.empty());
    REQUIRE(triage.ruling().verdicts.size() == 3);
    CHECK(names(triage.ruling().verdicts[0].set) == Names{"category"});
    CHECK(names(triage.ruling().verdicts[0].too_late) == Names{"priority", "assign"});
    CHECK_FALSE(triage.ruling().verdicts[1].matched());
    REQUIRE(triage.explanations().size() == 3);
    CHECK(triage.explanations()[0]
          == "matched; sets category to damage, priority was decided otherwise, who handles it was decided "
             "otherwise");
}

TEST_CASE("asked again, rules see the complaint as it was before they had set anything") {
    Office office{std::string(k_rules)};
    auto facts = store::tests::about("It is broken");
    facts.category = "damage"; // as the rule gives it
    facts.priority = complaint::Priority::high;
    const auto complaint = logged(office, facts);
    // Sorted as one that is new, its category is the customer's word, and the third rule matches.
    CHECK(Triage(office.at(k_monday), complaint, {}).ruling().verdicts[2].matched());
    const auto again = Triage::again(office.at(k_monday), complaint, {});
    CHECK_FALSE(again.ruling().verdicts[2].matched());
    CHECK(again.ruling().verdicts[0].matched());
    // A category that no rule gives was there before.
    facts.category = "noise";
    const auto other = Triage::again(office.at(k_monday), facts, {settable("category")});
    CHECK(names(other.ruling().verdicts[0].too_late) == Names{"category"});
}

TEST_CASE("decided by now is what has a value, is unusual, or was changed by an event that stands") {
    Office office;
    auto facts = store::tests::about("x");
    facts.product = "stove";
    logged(office, facts);
    const auto decided = [&] { return names(decided_by_now(office.at(k_monday), office.complaint(1))); };
    const auto classify = [&](std::string_view kind) {
        const auto event = [&](const Complaint& c, const complaint::Occasion& when) {
            complaint::Classification to;
            to.values.set("kind", std::string(kind));
            return complaint::classify(c, to, when);
        };
        office.act(1, k_monday, event);
        return store::events_of(office.store().database(), complaint::Id{1}).back().change;
    };
    CHECK(decided() == Names{"product"});
    const auto there = classify("claim");
    CHECK(decided() == Names{"kind", "product"});
    const auto back = classify("complaint");
    CHECK(decided() == Names{"kind", "product"}); // the usual, but somebody wanted it
    for (const auto change : {back, there})
        office.at(k_monday).ledger().undo(change);
    CHECK(decided() == Names{"product"});
    office.act(1, k_monday, [](const Complaint& c, const complaint::Occasion& when) {
        return complaint::assign(c, {"returns", ""}, when);
    });
    CHECK(decided() == Names{"product", "assign"});
}

TEST_CASE("who gets it is chosen by what everybody has, and by who is away on the day in the office") {
    Office office("away = [\"2026-01-13..2026-01-14\"]\n" // olga, who stands last there
                  "[team.night]\nlead = \"maria\"\nmembers = [\"olga\", \"maria\"]\n");
    const complaint::Assignment team{"night", ""};
    CHECK(destination_of(office.at(k_monday), team).person == "olga");
    log(office.store(), k_monday, "olga");
    CHECK(destination_of(office.at(k_monday), team).person == "maria");
    CHECK(destination_of(office.at(k_monday), {"", "olga"}).person == "olga");
    // In Helsinki it is Tuesday from 22:00 UTC on.
    CHECK(is_present(office.at("2026-01-12T21:59:59Z"), "olga"));
    auto& tuesday = office.at("2026-01-12T22:00:00Z");
    CHECK_FALSE(is_present(tuesday, "olga"));
    CHECK(is_present(tuesday, "maria"));
    const auto instead = destination_of(tuesday, {"", "olga"});
    CHECK(instead.person == "maria");
    CHECK(instead.team == "night");
    CHECK_FALSE(instead.why.empty());
    CHECK(destination_of(office.at("2026-01-15T08:00:00Z"), {"", "olga"}).person == "olga");
}

} // namespace reklamaatio::casework::tests
