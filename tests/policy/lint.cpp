// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {
namespace {

using Lines = std::vector<std::string>;

// Five lines, of which nothing is odd.
constexpr std::string_view k_head = R"([organisation]
[calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-16:00"]
hours.wed = ["08:00-16:00"]
)";

Lines warnings_behind_head(std::string_view toml) {
    REQUIRE(warnings_of(std::string(k_head)).empty());
    return warnings_of(fmt::format("{}{}", k_head, toml));
}

std::string never_used(int line, std::string_view name, std::string_view winner) {
    return fmt::format("p.toml:{}:1: warning: service level '{}' is never used: '{}' before it wins whenever "
                       "it would; put it before that one, or take it out",
                       line, name, winner);
}

} // namespace

TEST_CASE("what is legal but odd is said where it stands without being a fault") {
    CHECK(
        warnings_of(R"([organisation]
owner = "liisa"
[calendar.office]
hours.mon = ["08:00-16:00"]
[calendar.night]
hours.mon = ["00:00-04:00"]
[person.liisa]
email = "info@example.fi"
[person.maria]
email = "info@example.fi"
[person.anna]
[team.returns]
lead = "maria"
[team.adrift]
members = ["maria"]
[[sla]]
name = "all"
response = "4h"
[[sla]]
name = "claims"
kind = "claim"
[[escalation]]
clock = "resolution"
notify = "owner"
)")
        == Lines{
            "p.toml:5:1: warning: calendar 'night' is used by no service level; add calendar = \"night\" to "
            "one, or take it out",
            "p.toml:10:9: warning: 'maria' has the e-mail address of 'liisa', so each gets the other's "
            "alerts as well; give each their own",
            "p.toml:11:1: warning: 'anna' is in no team, so nobody stands in for 'anna'; add 'anna' to the "
            "members of one",
            "p.toml:11:1: warning: 'anna' has no e-mail address, so alerts go to the lead instead; add email",
            "p.toml:12:1: warning: team 'returns' has no members, so all its work goes to its lead; add "
            "members",
            "p.toml:14:1: warning: team 'adrift' has no lead, so nobody gets its work when all are away; add "
            "lead",
            never_used(19, "claims", "all"),
            "p.toml:23:9: warning: the escalation of resolution never comes: no service level has a target "
            "for it; add resolution to one, or take it out"});
}

TEST_CASE("nothing is odd about the default policy") {
    CHECK(warnings_of(std::string(default_toml())).empty());
}

TEST_CASE("people without an owner leave alerts to nobody") {
    const std::string no_owner = "p.toml:1:1: warning: [organisation] has no owner, so alerts of complaints "
                                 "that nobody handles go to nobody; add owner, a person's key";
    CHECK(warnings_of("[organisation]\n[person.a]\nemail = \"a@example.fi\"\n") == Lines{no_owner});
    CHECK(warnings_of("[organisation]\nowner = \"a\"\n[person.a]\nemail = \"a@example.fi\"\n").empty());
}

TEST_CASE("whoever is told instead of somebody without an address is named") {
    const auto told = [](std::string_view rest) {
        const auto lines = warnings_of(fmt::format("[organisation]\nowner = \"o\"\n{}", rest));
        REQUIRE(lines.size() == 1);
        return lines.front();
    };
    const std::string a = "p.toml:4:1: warning: 'a' has no e-mail address, so alerts ";
    CHECK(told("[person.o]\n[team.t]\nlead = \"o\"\nmembers = \"o\"\n")
          == "p.toml:3:1: warning: 'o' has no e-mail address, so alerts reach nobody; add email");
    CHECK(told("[person]\na.name = \"A\"\no.email = \"o@example.fi\"\n")
          == "p.toml:4:1: warning: 'a' has no e-mail address, so alerts go to the owner instead; add email");
    CHECK(
        told(
            "[person]\na.name = \"A\"\no.email = \"o@example.fi\"\n[team.t]\nlead = \"o\"\nmembers = \"a\"\n")
        == a + "go to the lead instead; add email");
}

TEST_CASE("a service level is never used when those before it take all of it") {
    CHECK(warnings_behind_head(R"([[sla]]
kind = "claim"
priority = "high"
[[sla]]
kind = "claim"
priority = ["high"]
harm = "injury"
[[sla]]
name = "all kinds"
kind = ["praise", "remark", "complaint", "claim"]
[[sla]]
name = "rest"
channel = "phone"
)") == Lines{never_used(9, "sla 2", "sla 1"), never_used(16, "rest", "all kinds")});
    CHECK(
        warnings_behind_head(R"([[sla]]
kind = ["claim", "complaint"]
[[sla]]
kind = ["praise", "remark"]
[[sla]]
harm = "safety"
)")
        == Lines{"p.toml:10:1: warning: service level 'sla 3' is never used: those before it win whenever it "
                 "would; put it before them, or take it out"});
}

TEST_CASE("a service level that has something left is not odd") {
    CHECK(warnings_behind_head(R"([[sla]]
kind = "claim"
channel = ["phone", "email"]
[[sla]]
kind = "claim"
channel = ["phone", "web"]
[[sla]]
kind = ["claim", "complaint"]
[[sla]]
kind = ["praise"]
[[sla]]
)")
              .empty());
}

TEST_CASE("an escalation before the start of every clock is odd") {
    const auto warned = [](std::string_view target, std::string_view point) {
        const auto lines = warnings_of(fmt::format(
            "{}[person.a]\nemail = \"a@example.fi\"\n[[sla]]\nkind = \"claim\"\nresponse = \"1h\"\n[[sla]]\n"
            "response = \"{}\"\n[[escalation]]\nclock = \"response\"\nat = \"{}\"\nnotify = \"a\"\n",
            k_head, target, point));
        REQUIRE(lines.size() >= 1); // there is no owner
        return lines.size() == 2 ? lines.back() : "";
    };
    CHECK(warned("2h", "due - 400h")
          == "p.toml:15:6: warning: the escalation of response at 'due - 400h' comes as soon as the clock "
             "starts: no service level allows more time than that; write a shorter one");
    for (const auto& [target, when] :
         {std::pair{"2h", "due - 2h"}, std::pair{"2bd", "due - 2bd"}, std::pair{"2bd", "due - 30h"},
          std::pair{"3d", "due - 1w"}, std::pair{"2h", "due - 90d"}}) {
        const auto& point = when;
        CAPTURE(point);
        CHECK_FALSE(warned(target, point).empty());
    }
    for (const auto& [target, when] :
         {std::pair{"2h", "due - 1h"}, std::pair{"2h", "due - 119m"}, std::pair{"2bd", "due - 1bd"},
          std::pair{"2bd", "due - 16h"}, std::pair{"10d", "due - 1w"}, std::pair{"2h", "due + 400h"},
          std::pair{"2h", "0.1"}}) {
        const auto& point = when;
        CAPTURE(point);
        CHECK(warned(target, point).empty());
    }
}

TEST_CASE("a rule that names a field in vain beside others is odd") {
    CHECK(
        warnings_behind_head("[[rule]]\nwhen.category = \"a\"\nset.category = \"b\"\nset.harm = \"safety\"\n")
        == Lines{"p.toml:6:1: warning: rule 'rule 1' never sets category: it asks for a value of it, and a "
                 "value that is there stays; take one of the two out"});
}

TEST_CASE("symbols around words that are looked for are odd") {
    const auto looks_for = [](std::string_view written, std::string_view meant, int column) {
        return fmt::format("p.toml:7:{}: warning: '{}' looks for '{}', as only letters and figures count; "
                           "write it so, or other words",
                           column, written, meant);
    };
    const auto warned = [](std::string_view text) {
        return warnings_behind_head(fmt::format("[[rule]]\nwhen.text = {}\nset.category = \"x\"\n", text));
    };
    CHECK(warned("\"c++\"") == Lines{looks_for("c++", "c", 13)});
    CHECK(warned("[\"broken\", \"50 %\", \"#1 Uszkodz*\"]")
          == Lines{looks_for("50 %", "50", 24), looks_for("#1 Uszkodz*", "1 uszkodz*", 32)});
    CHECK(warned("[\"e-mail\", \"don't\", \"uszkodz*\", \"ei tullut\", \"3.5\", \"Päivä\"]").empty());
}

} // namespace reklamaatio::policy::tests
