// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rule.hpp"

#include "complaint/error.hpp"
#include "rulebook/triage/ruled.hpp"

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

TEST_CASE("a customer is known by address or domain or words of the name") {
    const Complaint c = broken_stove();
    const auto is = [&](std::string_view text) {
        RuleConditions when;
        when.customer = {parse_customer_pattern(text)};
        return matches(when, c);
    };
    CHECK(is("maija@example.fi"));
    CHECK(is("MAIJA@EXAMPLE.FI"));
    CHECK(is("@example.fi"));
    CHECK(is("mailto:maija@example.fi."));
    CHECK(is("meikalainen"));
    CHECK(is("Maija Meik*"));
    CHECK_FALSE(is("aija@example.fi"));
    CHECK_FALSE(is("@xample.fi"));
    CHECK_FALSE(is("Matti"));
    RuleConditions abroad;
    abroad.customer = {parse_customer_pattern("@EXÄMPLE.fi")};
    CHECK(matches(abroad, c, "aino@xn--exmple-cua.fi"));
    for (const std::string_view bad : {"@", "maija@", "a@b@c", "Maija <maija@example.fi>", "*@example.fi"})
        CHECK(message_of<BadValue>([&] { parse_customer_pattern(bad); })
              == fmt::format(
                  "'{}' is not a customer; write an e-mail address, @example.fi for everybody there, or "
                  "words of the name",
                  bad));
}

TEST_CASE("what rules may set is what classify sets and then who handles it") {
    const auto all = settables();
    const auto fields = complaint_fields(Use::classify);
    REQUIRE(all.size() == fields.size() + 1);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        CHECK(all[i].field == fields[i]);
        CHECK(settable(fields[i]->name) == all[i]);
    }
    CHECK(all.back() == k_assign);
    CHECK(settable("assign") == k_assign);
    CHECK_FALSE(settable_named("subject"));
}

TEST_CASE("settings set what they name and the complaint has it when it has the same value") {
    RuleSettings set = category("damage");
    CHECK(set.sets(settable("category")));
    CHECK_FALSE(set.sets(settable("product")));
    CHECK_FALSE(set.sets(k_assign));
    CHECK(set.value_of(settable("category")) == "damage");
    Complaint c = broken_stove();
    CHECK_FALSE(set.is_had_by(c, settable("category")));
    c.category = "damage";
    CHECK(set.is_had_by(c, settable("category")));
}

TEST_CASE("who handles it is a team or a person and counts as one setting") {
    RuleSettings to_team, to_person;
    to_team.team = "returns";
    to_person.person = "pekka";
    CHECK(to_team.sets(k_assign));
    CHECK(to_person.sets(k_assign));
    CHECK(to_team.value_of(k_assign) == "team:returns");
    CHECK(to_person.value_of(k_assign) == "pekka");
    Complaint c = broken_stove();
    c.team = "returns";
    CHECK(to_team.is_had_by(c, k_assign));
    CHECK_FALSE(to_person.is_had_by(c, k_assign));
    c.assignee = "pekka";
    CHECK(to_person.is_had_by(c, k_assign));

    RuleSettings both = to_team;
    both.take(to_person, k_assign);
    CHECK(both.value_of(k_assign) == "pekka");
    CHECK(both.team.empty());
}

TEST_CASE("settings of nothing have neither fields nor tags nor anybody") {
    CHECK(RuleSettings{}.sets_nothing());
    CHECK_FALSE(category("x").sets_nothing());
    RuleSettings tags, person;
    tags.tags = {"vip"};
    person.person = "pekka";
    CHECK_FALSE(tags.sets_nothing());
    CHECK_FALSE(person.sets_nothing());
    RuleSettings taken;
    taken.take(category("x"), settable("category"));
    CHECK(taken.value_of(settable("category")) == "x");
    CHECK_FALSE(taken.sets_nothing());
}

} // namespace reklamaatio::rulebook::tests
