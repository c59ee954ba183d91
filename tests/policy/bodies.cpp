// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/bodies.hpp"

#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

using rulebook::BodyKind;

TEST_CASE("outside bodies are read in the order of the file") {
    const auto p = read(R"([organisation]
timezone = "Europe/Helsinki"
[body.kril]
name = "Kuluttajariitalautakunta"
kind = "board"
email = "kril@example.fi"
[body.law]
)",
                        "p.toml");
    REQUIRE(p.bodies.size() == 2);
    CHECK(p.bodies[0].key == "kril");
    CHECK(p.bodies[0].name == "Kuluttajariitalautakunta");
    CHECK(p.bodies[0].kind == BodyKind::board);
    CHECK(p.bodies[0].email == "kril@example.fi");
    CHECK(p.bodies[1].name == "law"); // the key stands for it
    CHECK_FALSE(p.bodies[1].kind);
    CHECK(p.bodies[1].email.empty());
}

TEST_CASE("what a body cannot have is a fault in its place") {
    const std::string no_key = " cannot be a key; use letters, digits, - _ and ., and not the word review";
    const std::string reserved = "p.toml:3:1: 'review'" + no_key;
    const std::string with_blank = "p.toml:3:1: 'a b'" + no_key;
    check_parts({
        {"[body.kkv]\n", ""},
        {"[body.review]\n", reserved},
        {"[body.\"a b\"]\n", with_blank},
        {"[body.x]\nkind = \"bord\"\n",
         "p.toml:4:8: 'bord' is not a kind of body (board, authority, court, lawyer); did you mean 'board'?"},
        {"[body.x]\nemail = \"nowhere\"\n",
         "p.toml:4:9: 'nowhere' is not an e-mail address; write name@example.com"},
        {"[body.x]\nmail = \"x\"\n", "p.toml:4:1: [body.x] has no key 'mail'; did you mean 'email'?"},
        {"[body]\nx = \"y\"\n", "p.toml:4:5: body.x must be a table; write [body.x]"},
    });
}

} // namespace reklamaatio::policy::tests
