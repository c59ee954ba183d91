// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"
#include "rulebook/alerts/escalation.hpp"

namespace reklamaatio::policy::tests {
namespace {

// Eight lines.
constexpr std::string_view k_head = R"([organisation]
owner = "maria"
[calendar.office]
hours.mon = ["08:00-16:00"]
[person.maria]
[person.pekka]
[team.returns]
lead = "maria"
)";

} // namespace

TEST_CASE("an escalation has a clock and a point and those who hear of it") {
    const auto p = read(std::string(k_head) + R"([[escalation]]
clock = "resolution"
at = "due + 4h"
notify = ["assignee", "lead", "owner", "pekka", "team:returns"]
[[escalation]]
clock = "response"
notify = "lead"
[[escalation]]
clock = "resolution"
at = "0"
always = true
notify = "lead"
)",
                        "p.toml");
    using rulebook::EscalationPoint;
    using rulebook::Recipient;
    using rulebook::Role;
    REQUIRE(p.escalations.size() == 3);
    CHECK(p.escalations[0].clock == complaint::Clock::resolution);
    CHECK(p.escalations[0].at
          == EscalationPoint{EscalationPoint::From::after_due, 0, time::Target{4, time::Unit::hours}});
    CHECK(p.escalations[0].notify
          == std::vector<Recipient>{
              {Role::assignee}, {Role::lead}, {Role::owner}, {{}, "pekka", ""}, {{}, "", "returns"}});
    CHECK(p.escalations[1].clock == complaint::Clock::response);
    CHECK(p.escalations[1].at == EscalationPoint{});
    CHECK_FALSE(p.escalations[1].always);
    CHECK(p.escalations[2].at == EscalationPoint{EscalationPoint::From::start});
    CHECK(p.escalations[2].always);
}

TEST_CASE("what is wrong with an escalation is named where it stands") {
    const std::string point =
        " is not a point of a deadline; write \"at once\", \"0.9\" of the target, \"due - 4h\", \"due\" or "
        "\"due + 1bd\"";
    check_behind(
        k_head,
        {
            {"[[escalation]]\nnotify = \"lead\"\n",
             "p.toml:9:1: [[escalation]] needs a clock, such as clock = \"resolution\""},
            {"[[escalation]]\nclock = \"response\"\n",
             "p.toml:9:1: [[escalation]] goes to nobody; add notify = [\"assignee\", \"lead\"]"},
            {"[[escalation]]\nclock = \"response\"\nnotify = []\n",
             "p.toml:11:10: [[escalation]] goes to nobody; add notify = [\"assignee\", \"lead\"]"},
            {"[[escalation]]\nclock = \"response\"\nat = \"1.5\"\nnotify = \"lead\"\n",
             "p.toml:11:6: '1.5'" + point},
            {"[[escalation]]\nclock = \"response\"\nat = \"due + 4x\"\nnotify = \"lead\"\n",
             "p.toml:11:6: 'x' in '4x' is not a unit; write 4m, 4h, 4bd, 4d or 4w"},
            {"[[escalation]]\nclock = \"response\"\nnotify = [\"assignee\", \"leed\"]\n",
             "p.toml:11:23: 'leed' is nobody; write assignee, lead, owner, the key of a "
             "[person.KEY] or team:NAME; did you "
             "mean 'lead'?"},
            {"[[escalation]]\nclock = \"response\"\nnotify = \"team:sales\"\n",
             "p.toml:11:10: there is no [team.sales]"},
            {"[[escalation]]\nclock = \"response\"\nwhen = \"due\"\nnotify = \"lead\"\n",
             "p.toml:11:1: [[escalation]] has no key 'when'; it has clock, at, notify, source, "
             "kind, priority, "
             "harm, category, product, channel, customer_type, team, field, always"},
            {"[[escalation]]\nclock = \"response\"\nnotify = \"lead\"\nharm = \"injry\"\n",
             "p.toml:12:8: 'injry' is not a harm (none, safety, injury); did you mean 'injury'?"},
            {"[[escalation]]\nclock = \"response\"\nnotify = \"lead\"\nkind = []\n",
             "p.toml:12:8: [[escalation]]: kind is empty, so nothing would match; add words, or remove it"},
        });
    CHECK(faults_of(std::string(k_head) + "[[escalation]]\nclock = \"respons\"\nnotify = \"lead\"\n")
              .ends_with("did you mean 'response'?"));
}

TEST_CASE("an escalation takes the conditions of a service level") {
    const auto p = read(std::string(k_head) + R"([field.region]
values = ["north", "south"]
[[escalation]]
clock = "response"
notify = "lead"
harm = ["injury"]
kind = ["claim", "complaint"]
team = "returns"
customer_type = "business"
field.region = ["north"]
)",
                        "p.toml");
    const auto& when = p.escalations.at(0).when;
    complaint::Complaint hurt;
    hurt.harm = complaint::Harm::injury;
    hurt.kind = complaint::Kind::claim;
    hurt.team = "returns";
    hurt.customer_type = complaint::CustomerType::business;
    hurt.own = {{"region", "north"}};
    CHECK(when.hold(hurt));
    const auto without = [&](auto member, auto value) {
        auto other = hurt;
        other.*member = value;
        return other;
    };
    using complaint::Complaint;
    CHECK_FALSE(when.hold(without(&Complaint::harm, complaint::Harm::safety)));
    CHECK_FALSE(when.hold(without(&Complaint::kind, complaint::Kind::remark)));
    CHECK_FALSE(when.hold(without(&Complaint::team, "")));
    CHECK_FALSE(when.hold(without(&Complaint::customer_type, std::nullopt)));
    CHECK_FALSE(when.hold(without(&Complaint::own, complaint::OwnTexts{})));
}

TEST_CASE("an escalation to a role that nobody has goes to nobody") {
    check_behind(
        "[organisation]\n[person.x]\n[team.t]\nmembers = \"x\"\n",
        {
            {"[[escalation]]\nclock = \"response\"\nnotify = \"lead\"\n",
             "p.toml:7:10: no team has a lead, so nobody would hear of it; add lead to a [team.NAME]"},
            {"[[escalation]]\nclock = \"response\"\nnotify = [\"assignee\", \"owner\"]\n",
             "p.toml:7:23: there is no owner, so nobody would hear of it; add owner to [organisation]"},
            {"[[escalation]]\nclock = \"response\"\nat = \"due + 4h\"\nnotify = \"assignee\"\n",
             "p.toml:7:6: '4h' is working time, and the policy has no calendar; add one, or write days (d)"},
            {"[[escalation]]\nclock = \"response\"\nat = \"due + 4d\"\nnotify = \"assignee\"\n", ""},
        });
}

} // namespace reklamaatio::policy::tests
