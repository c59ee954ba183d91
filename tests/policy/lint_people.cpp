// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {
namespace {

using Lines = std::vector<std::string>;

} // namespace

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

} // namespace reklamaatio::policy::tests
