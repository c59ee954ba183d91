// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

TEST_CASE("an escalation before the start of every clock is odd") {
    const auto warned = [](std::string_view target, std::string_view point) {
        const auto lines = warnings_of(fmt::format(
            "{}[person.a]\nemail = \"a@example.fi\"\n[[sla]]\nkind = \"claim\"\nresponse = \"1h\"\n[[sla]]\n"
            "response = \"{}\"\n[[escalation]]\nclock = \"response\"\nat = \"{}\"\nnotify = \"a\"\n",
            k_sound_head, target, point));
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

TEST_CASE("an escalation of complaints that have no such target is odd") {
    const auto warned = [](std::string_view conditions) {
        const auto lines = warnings_of(fmt::format(
            "{}owner = \"a\"\n[calendar.office]\nhours.mon = [\"08:00-16:00\"]\n[person.a]\nemail = "
            "\"a@example.fi\"\n"
            "[[sla]]\nharm = [\"injury\"]\nresponse = \"1h\"\n[[sla]]\nkind = \"claim\"\nresolution = "
            "\"2bd\"\n"
            "[[sla]]\nresponse = \"2h\"\n[[escalation]]\nclock = \"resolution\"\nnotify = \"a\"\n{}\n",
            "[organisation]\n", conditions));
        return lines.empty() ? "" : lines.back();
    };
    const std::string never = "p.toml:15:1: warning: the escalation of resolution never comes: the service "
                              "levels of such complaints "
                              "have no target for it; add resolution to one, or change the conditions";
    CHECK(warned("").empty());
    CHECK(warned("kind = [\"claim\", \"remark\"]").empty());
    CHECK(warned("kind = \"remark\"") == never);
    // Claims among them fall under the first one, which has none.
    CHECK(warned("harm = \"injury\"") == never);
    CHECK(warned("harm = \"injury\"\nkind = \"claim\"") == never);
    CHECK(warned("harm = [\"injury\", \"safety\"]").empty());
}

} // namespace reklamaatio::policy::tests
